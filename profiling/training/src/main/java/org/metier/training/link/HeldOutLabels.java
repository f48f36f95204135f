package org.metier.training.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.training.internal.Dice;

/// Labels of skills taken out of a taxonomy, so that they can be asked for as somebody else's words for a
/// skill. Immutable.
///
/// @param labels those taken out, by language and then in the order of their concepts
/// @param taxonomy the rest of it, without an encoder
record HeldOutLabels(List<Label> labels, Taxonomy taxonomy) {
  HeldOutLabels {
    labels = List.copyOf(labels);
  }

  /// One of them.
  ///
  /// @param uri of the skill
  record Label(Language language, String uri, String text) {}

  /// Draws labels, at most one of a skill, and only where the skill keeps another in any language.
  ///
  /// @param perLanguage how many at most
  static HeldOutLabels draw(Taxonomy from, int perLanguage, Dice dice) {
    Set<Integer> taken = new HashSet<>();
    List<Label> drawn = new ArrayList<>();
    for (Language language : Language.values()) {
      Dice own = dice.fork(language.ordinal());
      List<Label> ofLanguage = new ArrayList<>();
      for (int skill : drawn(from, own)) {
        List<String> labels = from.labels(skill, language);
        if (ofLanguage.size() < perLanguage && !labels.isEmpty() && hasMore(from, skill)
            && taken.add(skill)) {
          ofLanguage.add(new Label(language, from.uri(skill), own.pick(labels)));
        }
      }
      ofLanguage.sort(Comparator.comparing(Label::uri));
      drawn.addAll(ofLanguage);
    }
    return new HeldOutLabels(drawn, without(from, drawn));
  }

  /// All skills in an order in which those of many occupations tend to come first: a skill is drawn with a
  /// weight of the number of its occupations (Efraimidis, Spirakis, "Weighted random sampling with a
  /// reservoir", 2006).
  private static List<Integer> drawn(Taxonomy from, Dice dice) {
    Map<Integer, Double> keys = new LinkedHashMap<>();
    for (int skill : from.concepts(ConceptKind.SKILL)) {
      int weight = 1 + from.occupationsUsing(skill).length;
      keys.put(skill, StrictMath.log(1 - dice.unit()) / weight);
    }
    return keys.entrySet()
        .stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean hasMore(Taxonomy taxonomy, int skill) {
    int labels = 0;
    for (Language language : Language.values()) {
      labels += taxonomy.labelCount(skill, language);
    }
    return labels > 1;
  }

  private static Taxonomy without(Taxonomy from, List<Label> labels) {
    Map<String, Label> gone = new HashMap<>();
    labels.forEach(label -> gone.put(label.uri, label));
    Taxonomy.Builder rest = Taxonomy.builder();
    for (int concept = 0; concept < from.size(); concept++) {
      String uri = from.uri(concept);
      if (from.kind(concept) == ConceptKind.SKILL) {
        rest.skill(uri, from.isKnowledge(concept), from.reuseLevel(concept));
      } else {
        rest.concept(uri, from.kind(concept), from.code(concept));
      }
      for (Language language : Language.values()) {
        Label own = gone.get(uri);
        rest.labels(uri, language, from.labels(concept, language)
            .stream()
            .filter(text -> own == null || own.language != language || !own.text.equals(text))
            .toList());
      }
      relate(from, concept, rest);
    }
    return rest.build();
  }

  private static void relate(Taxonomy from, int concept, Taxonomy.Builder rest) {
    String uri = from.uri(concept);
    for (int above : from.broader(concept)) {
      rest.broader(uri, from.uri(above));
    }
    for (int skill : from.essentialSkills(concept)) {
      rest.essential(uri, from.uri(skill));
    }
    for (int skill : from.optionalSkills(concept)) {
      rest.optional(uri, from.uri(skill));
    }
  }
}
