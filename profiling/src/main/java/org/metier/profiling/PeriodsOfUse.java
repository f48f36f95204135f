package org.metier.profiling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Competence;
import org.metier.profile.DateRange;
import org.metier.profile.HeldOccupation;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.Section;
import org.metier.profiling.document.StatedJob;
import org.metier.section.SectionKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Span;

/// When each skill of a document was used: in the jobs whose description names it, and in those whose
/// occupation needs it. A skill that stands in a list of skills alone has no period by that. Thread-safe.
final class PeriodsOfUse {
  /// From this confidence on, an occupation tells which skills were used in it.
  private static final double NEEDING = 0.6;

  private final Taxonomy taxonomy;

  PeriodsOfUse(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// The same competences with their periods.
  ///
  /// @param held with spans in the document's text
  List<Competence> of(List<Competence> competences, List<HeldOccupation> held,
      CvDocument document) {
    List<StatedJob> jobs = document.jobs()
        .stream()
        .sorted(Comparator.comparingInt(PeriodsOfUse::start))
        .toList();
    Map<String, Set<DateRange>> needed = needed(held);
    List<Competence> dated = new ArrayList<>();
    for (Competence competence : competences) {
      Set<DateRange> periods = new LinkedHashSet<>();
      for (Evidence evidence : competence.evidence()) {
        DateRange period = period(evidence.span(), jobs, document.sections());
        if (period != null) {
          periods.add(period);
        }
      }
      periods.addAll(needed.getOrDefault(competence.uri(), Set.of()));
      dated.add(competence.withPeriods(List.copyOf(periods)));
    }
    return dated;
  }

  private static int start(StatedJob job) {
    return job.titles().stream().mapToInt(Span::start).min().orElse(0);
  }

  /// The period of the job whose block a span stands in, or, where blocks are not known, of the one under
  /// whose title.
  private static @Nullable DateRange period(Span span, List<StatedJob> jobs,
      List<Section> sections) {
    for (StatedJob job : jobs) {
      Span block = job.block();
      if (block != null && block.overlaps(span)) {
        return job.period();
      }
    }
    Section section = sections.stream()
        .filter(s -> s.kind() == SectionKind.EXPERIENCE && s.span().overlaps(span))
        .findFirst()
        .orElse(null);
    DateRange period = null;
    for (StatedJob job : jobs) {
      if (job.block() == null && section != null && start(job) <= span.start()
          && start(job) >= section.span().start()) {
        // Null for a job without one, whose skills are not those of the job before.
        period = job.period();
      }
    }
    return period;
  }

  private Map<String, Set<DateRange>> needed(List<HeldOccupation> held) {
    Map<String, Set<DateRange>> needed = new TreeMap<>();
    for (HeldOccupation job : held) {
      String uri = job.uri();
      DateRange period = job.period();
      if (uri != null && period != null && job.confidence() >= NEEDING
          && taxonomy.find(uri).isPresent()) {
        for (int skill : taxonomy.essentialSkills(taxonomy.find(uri).getAsInt())) {
          needed.computeIfAbsent(taxonomy.uri(skill), s -> new LinkedHashSet<>()).add(period);
        }
      }
    }
    return needed;
  }
}
