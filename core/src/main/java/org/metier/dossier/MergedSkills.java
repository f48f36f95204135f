package org.metier.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.metier.profile.Competence;
import org.metier.profile.DateRange;
import org.metier.profile.ImpliedSkills;
import org.metier.taxonomy.Taxonomy;

/// The skills of all documents and corrections, each once. Stateless.
final class MergedSkills {
  private static final Comparator<Competence> ORDER = Comparator.comparing(Competence::origin)
      .thenComparing(Comparator.comparingDouble(Competence::confidence).reversed())
      .thenComparing(Competence::uri);

  private MergedSkills() {}

  /// @return confirmed ones first, then stated and implied ones, surest first
  static List<Competence> of(List<ReadDocument> documents, Corrections corrections,
      MergedJobs jobs, Taxonomy taxonomy) {
    Map<String, Competence> skills = new TreeMap<>();
    for (ReadDocument document : documents) {
      for (Competence read : document.profile().competences()) {
        if (read.origin() != Competence.Origin.IMPLIED) {
          skills.merge(read.uri(), moved(read, jobs.moved()), MergedSkills::both);
        }
      }
    }
    Set<String> rejected = new TreeSet<>();
    for (Correction correction : corrections.all()) {
      if (correction instanceof Correction.SkillRejected(String uri, var on)) {
        rejected.add(uri);
      } else if (correction instanceof Correction.SkillConfirmed(String uri, var on)) {
        Competence confirmed = Competence.of(uri, Competence.Origin.CONFIRMED, 1, List.of());
        skills.merge(uri, confirmed, MergedSkills::both);
      }
    }
    skills.keySet().removeAll(rejected);
    Set<String> known = new TreeSet<>(skills.keySet());
    known.addAll(rejected);
    List<Competence> all = new ArrayList<>(skills.values());
    all.addAll(ImpliedSkills.of(jobs.held(), known, taxonomy));
    all.sort(ORDER);
    return all;
  }

  private static Competence both(Competence a, Competence b) {
    var evidence = new LinkedHashSet<>(a.evidence());
    evidence.addAll(b.evidence());
    var periods = new LinkedHashSet<>(a.periods());
    periods.addAll(b.periods());
    Competence.Origin surer = a.origin().compareTo(b.origin()) <= 0 ? a.origin() : b.origin();
    return new Competence(a.uri(), surer, Math.max(a.confidence(), b.confidence()),
        List.copyOf(evidence), List.copyOf(periods));
  }

  /// The same competence, used when the merged jobs say.
  private static Competence moved(Competence read, Map<DateRange, Optional<DateRange>> moved) {
    Set<DateRange> periods = new LinkedHashSet<>();
    for (DateRange period : read.periods()) {
      moved.getOrDefault(period, Optional.of(period)).ifPresent(periods::add);
    }
    return read.withPeriods(List.copyOf(periods));
  }
}
