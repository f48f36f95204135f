package org.metier.examples.cli;

import java.util.ArrayList;
import java.util.List;
import org.metier.alert.Alert;

/// What an alert asks, in short.
final class AlertWords {
  private AlertWords() {}

  static List<String> of(Alert alert) {
    List<String> words = new ArrayList<>();
    alert.wording()
        .forEach((language, wording) -> words.add(language.code() + ": "
            + String.join(" + ", wording.all())
            + (wording.any().isEmpty() ? "" : " any of " + String.join(" / ", wording.any()))
            + (wording.none().isEmpty() ? "" : " without " + String.join(" / ", wording.none()))));
    int occupations = alert.occupations().size() + alert.iscoGroups().size();
    count(words, occupations, "occupation");
    if (alert.skills() != null) {
      words.add(
          "enough of " + alert.skills().weights().size() + " skills");
    }
    if (alert.near() != null) {
      words.add("within %.0f km".formatted(alert.near().radiusKm()));
    }
    count(words, alert.contracts().size(), "contract");
    count(words, alert.sources().size(), "source");
    return words;
  }

  private static void count(List<String> words, int count, String what) {
    if (count > 0) {
      words.add(count + " " + what + (count == 1 ? "" : "s"));
    }
  }
}
