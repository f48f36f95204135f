package org.metier.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metier.encoder.EncoderProgress;
import org.metier.encoder.EncoderTraining;
import org.metier.encoder.EncoderTraining.Text;
import org.metier.encoder.EncoderTraining.Weight;
import org.metier.encoder.LabelEncoder;
import org.metier.text.Language;
import org.metier.text.internal.TitleReadings;

/// What an encoder learns from a taxonomy: the labels of each concept in all languages are names of one
/// thing, and in each language an occupation's labels have to do with the name of the group above it.
final class EncoderTexts {
  /// Of an occupation's labels in one language, so many stand beside the groups above it.
  private static final int BESIDE_GROUPS = 6;

  private final Taxonomy taxonomy;
  private final EncoderTraining training = new EncoderTraining();

  private EncoderTexts(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// @return empty when the taxonomy is too small to learn from, such as the sample
  static Optional<LabelEncoder> train(Taxonomy taxonomy, EncoderProgress progress) {
    EncoderTexts texts = new EncoderTexts(taxonomy);
    texts.names();
    if (texts.training.groups() < EncoderTraining.LEAST_GROUPS) {
      return Optional.empty();
    }
    texts.contexts();
    return Optional.of(texts.training.train(taxonomy.id(), progress));
  }

  /// The same of a taxonomy of any size: knows its labels and hardly anything else.
  static LabelEncoder trainOnFew(Taxonomy taxonomy, EncoderProgress progress) {
    EncoderTexts texts = new EncoderTexts(taxonomy);
    texts.names();
    texts.contexts();
    return texts.training.trainOnFew(taxonomy.id(), progress);
  }

  private void names() {
    for (ConceptKind kind : ConceptKind.values()) {
      for (int concept : taxonomy.concepts(kind)) {
        names(concept);
      }
    }
  }

  private void contexts() {
    for (int occupation : taxonomy.concepts(ConceptKind.OCCUPATION)) {
      for (Language language : Language.values()) {
        context(occupation, language);
      }
    }
  }

  private void names(int concept) {
    List<Text> names = new ArrayList<>();
    for (Language language : Language.values()) {
      for (String label : taxonomy.labels(concept, language)) {
        for (String reading : TitleReadings.of(label)) {
          names.add(new Text(language.ordinal(), reading));
        }
      }
    }
    training.add(concept, neighbourhood(concept), Weight.NAMES, names);
  }

  private void context(int occupation, Language language) {
    List<String> labels = taxonomy.labels(occupation, language);
    List<Text> texts = new ArrayList<>();
    for (String label : labels.subList(0, Math.min(BESIDE_GROUPS, labels.size()))) {
      texts.add(text(label, language));
    }
    for (int above : taxonomy.broader(occupation)) {
      for (String label : taxonomy.labels(above, language).stream().limit(1).toList()) {
        texts.add(text(label, language));
        texts.add(text(label, language)); // twice, so that it is drawn as often as two of the labels
      }
    }
    training.add(occupation, neighbourhood(occupation), Weight.CONTEXT, texts);
  }

  private static Text text(String label, Language language) {
    return new Text(language.ordinal(), TitleReadings.of(label).getFirst());
  }

  /// The code, by which concepts of one branch sort together; a skill's is that of its group, behind the
  /// occupations.
  private String neighbourhood(int concept) {
    int[] above = taxonomy.broader(concept);
    return switch (taxonomy.kind(concept)) {
      case OCCUPATION, ISCO_GROUP -> taxonomy.code(concept);
      case SKILL, SKILL_GROUP -> "x" + (above.length == 0 ? "" : taxonomy.code(above[0]));
    };
  }
}
