package org.metier.examples.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Words for concepts in one language, as employers would choose them.
final class Labels {
  /// Two labels that begin with so many equal letters are taken for the two genders of one name.
  private static final int SHARED_START = 4;

  private final Taxonomy taxonomy;
  private final Language language;
  private final Dice dice;
  private final Pattern feminine;

  Labels(Taxonomy taxonomy, Language language, Phrases phrases, Dice dice) {
    this.taxonomy = taxonomy;
    this.language = language;
    this.dice = dice;
    feminine = Pattern.compile(phrases.text("feminine"));
  }

  /// A name for an occupation with a capital letter: often the preferred one, in one gender or both.
  String occupation(int occupation) {
    List<String> labels = taxonomy.labels(occupation, language);
    String preferred = taxonomy.label(occupation, language);
    String[] genders = preferred.split("/", 2);
    boolean isPair = genders.length == 2
        && genders[0].split(" ").length == genders[1].split(" ").length;
    List<String> others = others(labels, genders);
    int choice = dice.between(1, 10);
    if (choice <= 3 && !others.isEmpty()) {
      return capital(dice.one(others));
    }
    return capital(isPair && choice >= 8 ? genders[0] + " / " + genders[1] : genders[0]);
  }

  /// Labels beside the preferred one, each in its first gender.
  private List<String> others(List<String> labels, String[] preferred) {
    List<String> others = new ArrayList<>();
    String before = preferred[0];
    for (String label : labels.subList(Math.min(1, labels.size()), labels.size())) {
      boolean isNew = !isOtherGender(before, label) && !isOtherGender(preferred[0], label)
          && !label.equals(preferred[preferred.length - 1])
          && !feminine.matcher(label).matches();
      if (isNew) {
        others.add(label);
      }
      before = label;
    }
    return others;
  }

  private static boolean isOtherGender(String one, String other) {
    return one.regionMatches(true, 0, other, 0, Math.min(SHARED_START, other.length()));
  }

  /// What a person does: a skill's preferred label.
  String task(int skill) {
    return taxonomy.label(skill, language);
  }

  /// What a person has to know: any of a skill's labels, mostly the preferred one.
  String skill(int skill) {
    List<String> labels = taxonomy.labels(skill, language);
    return labels.isEmpty() || dice.percent(65)
        ? taxonomy.label(skill, language)
        : dice.one(labels);
  }

  static String capital(String text) {
    int end = text.offsetByCodePoints(0, 1);
    return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
  }
}
