package org.metier.profile;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.metier.taxonomy.Taxonomy;

/// Skills that nobody states, but that a job cannot be done without. Stateless.
public final class ImpliedSkills {
  /// From this confidence on, an occupation implies its essential skills.
  private static final double IMPLYING = 0.6;
  /// How sure an implied skill is of a sure occupation: the person may have held another kind of it.
  private static final double IMPLIED = 0.5;

  private ImpliedSkills() {}

  /// @param held occupations that the taxonomy does not know imply nothing
  /// @param known URIs of skills that need not be implied
  /// @return surest first, each with the evidence of its surest job and the periods of all
  public static List<Competence> of(List<HeldOccupation> held, Set<String> known,
      Taxonomy taxonomy) {
    Map<String, Competence> implied = new TreeMap<>();
    Map<String, Set<DateRange>> periods = new TreeMap<>();
    for (HeldOccupation job : held) {
      String uri = job.uri();
      if (uri == null || job.confidence() < IMPLYING || taxonomy.find(uri).isEmpty()) {
        continue;
      }
      for (int skill : taxonomy.essentialSkills(taxonomy.find(uri).getAsInt())) {
        String skillUri = taxonomy.uri(skill);
        double confidence = job.confidence() * IMPLIED;
        Competence other = implied.get(skillUri);
        if (!known.contains(skillUri)) {
          if (other == null || other.confidence() < confidence) {
            implied.put(skillUri, Competence.of(skillUri, Competence.Origin.IMPLIED, confidence,
                job.evidence()));
          }
          DateRange period = job.period();
          if (period != null) {
            periods.computeIfAbsent(skillUri, s -> new LinkedHashSet<>()).add(period);
          }
        }
      }
    }
    return implied.values()
        .stream()
        .map(c -> c.withPeriods(List.copyOf(periods.getOrDefault(c.uri(), Set.of()))))
        .sorted(Comparator.comparingDouble(Competence::confidence)
            .reversed()
            .thenComparing(Competence::uri))
        .toList();
  }
}
