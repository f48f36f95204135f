package org.metier.oversight;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Counts cases of one model. Not thread-safe.
final class Tally {
  private int shown;
  private int ratedFirst;
  private int overridden;
  private int raised;
  private int lowered;
  private int lifted;
  private int disagreed;
  private int abstained;

  static void count(Case one, Instant from, Instant until, Map<String, Tally> byModel) {
    Set<String> shown = new TreeSet<>();
    Set<String> abstained = new TreeSet<>();
    one.answers()
        .filter(answer -> !answer.at().isBefore(from) && answer.at().isBefore(until))
        .forEach(answer -> {
          switch (answer) {
            case Note.Shown score -> shown.add(score.model());
            case Note.Abstained abstention -> abstained.add(abstention.model());
          }
        });
    shown.forEach(model -> tally(model, byModel).add(one, model));
    abstained.forEach(model -> tally(model, byModel).abstained++);
  }

  private static Tally tally(String model, Map<String, Tally> byModel) {
    return byModel.computeIfAbsent(model, _ -> new Tally());
  }

  private void add(Case one, String model) {
    shown++;
    ratedFirst += one.firstRating().map(r -> r.wasBlind() ? 1 : 0).orElse(0);
    disagreed += one.disagreements().isEmpty() ? 0 : 1;
    Note.Overridden last = null;
    for (Note note : one.notes()) {
      if (note instanceof Note.Overridden override && override.model().equals(model)) {
        last = override;
      }
    }
    if (last != null) {
      overridden++;
      raised += last.to().chance() > last.from() ? 1 : 0;
      lowered += last.to().chance() < last.from() ? 1 : 0;
      lifted += one.override().isEmpty() ? 1 : 0;
    }
  }

  OversightCounts counts(String model) {
    return new OversightCounts(model, shown, ratedFirst, overridden, raised, lowered, lifted,
        disagreed, abstained);
  }
}
