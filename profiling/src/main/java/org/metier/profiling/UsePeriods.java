package org.metier.profiling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Competence;
import org.metier.profile.DateRange;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.StatedJob;
import org.metier.text.Evidence;
import org.metier.text.Span;

/// Says when skills were used: in the periods of the jobs that speak of them, or whose occupation implies them.
/// A skill that only a list names has no period. Stateless.
final class UsePeriods {
  private UsePeriods() {}

  /// The same competences with the periods of the jobs that their evidence stands in, each period once.
  static List<Competence> added(List<Competence> competences, CvDocument document) {
    List<Competence> dated = new ArrayList<>();
    for (Competence competence : competences) {
      List<DateRange> periods = new ArrayList<>(competence.periods());
      for (Evidence evidence : competence.evidence()) {
        DateRange period = period(evidence.span(), document);
        if (period != null && !periods.contains(period)) {
          periods.add(period);
        }
      }
      dated.add(competence.withPeriods(periods));
    }
    return dated;
  }

  private static @Nullable DateRange period(Span evidence, CvDocument document) {
    for (StatedJob job : document.jobs()) {
      Span block = job.block();
      boolean isInside = block == null
          ? job.titles().stream().anyMatch(title -> title.overlaps(evidence))
          : block.overlaps(evidence);
      if (isInside && job.period() != null) {
        return job.period();
      }
    }
    return null;
  }
}
