package org.metier.coding.learned;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.text.Language;

/// Reads the ISCO-08 unit group of an advertisement off its words: the sum of a multinomial logistic and
/// of a ridge regression over the title's character n-grams and words, the description's words and the
/// employer's, with probabilities that were calibrated on held-out advertisements.
///
/// Immutable and thread-safe. A question costs a hash a character of the title, one a word of the
/// description, and a few dozen additions a known feature: about 0.1 ms an advertisement.
public final class OccupationModel {
  private final Set<Language> languages;
  private final List<String> unitGroups;
  private final Vocabulary vocabulary;
  private final SparseWeights weights;
  private final Scale scale;
  private final String sha256;

  OccupationModel(Set<Language> languages, List<String> unitGroups, Vocabulary vocabulary,
      SparseWeights weights, Scale scale) {
    this.languages = Collections.unmodifiableSet(
        languages.isEmpty() ? EnumSet.noneOf(Language.class) : EnumSet.copyOf(languages));
    this.unitGroups = List.copyOf(unitGroups);
    this.vocabulary = vocabulary;
    this.weights = weights;
    this.scale = scale;
    sha256 = OccupationModelFile.sha256(OccupationModelFile.body(this));
  }

  /// The model in service in a home; empty where none was installed, for none ships with Metier.
  ///
  /// @throws OccupationModelException if the home's model cannot be used
  public static Optional<OccupationModel> of(Home home) {
    return home.model(LearnedPart.CODER)
        .inService(file -> Optional.of(read(file)), Optional::empty);
  }

  /// @throws OccupationModelException if the file is missing, damaged, of another release, or was trained
  ///     on other features
  public static OccupationModel read(Path file) {
    return OccupationModelFile.read(file);
  }

  /// Replaces the file as a whole.
  ///
  /// @throws OccupationModelException if it cannot be written
  public void write(Path file) {
    OccupationModelFile.write(this, file);
  }

  /// The content of the model file: equal models have equal bytes.
  public byte[] toBytes() {
    return OccupationModelFile.sealed(OccupationModelFile.body(this));
  }

  /// Names the model's content: equal models have equal ones.
  public String sha256() {
    return sha256;
  }

  /// The languages of the advertisements that it was trained on; it says little about others.
  public Set<Language> languages() {
    return languages;
  }

  /// The unit groups that it can answer, in order.
  public List<String> unitGroups() {
    return unitGroups;
  }

  /// The likeliest unit groups, best first; equally likely ones by code.
  ///
  /// @param limit how many at most, at least 1
  /// @return empty for a text without any feature that the model knows
  public List<UnitGroupGuess> guess(AdText text, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, was " + limit);
    }
    AdVector vector = AdVector.of(text, vocabulary);
    return vector.size() == 0 ? List.of() : best(scores(vector), limit);
  }

  /// Of each unit group, before the temperature.
  float[] scores(AdText text) {
    return scores(AdVector.of(text, vocabulary));
  }

  private float[] scores(AdVector vector) {
    float[] scores = new float[unitGroups.size()];
    for (int i = 0; i < vector.size(); i++) {
      weights.add(vector.feature(i), vector.value(i), scores);
    }
    return scores;
  }

  OccupationModel withScale(Scale other) {
    return new OccupationModel(languages, unitGroups, vocabulary, weights, other);
  }

  private List<UnitGroupGuess> best(float[] scores, int limit) {
    double[] chances = scale.chances(scores);
    List<UnitGroupGuess> guesses = new ArrayList<>();
    for (int n = Math.min(limit, chances.length); n > 0; n--) {
      int best = 0;
      for (int c = 1; c < chances.length; c++) {
        if (chances[c] > chances[best]) {
          best = c;
        }
      }
      guesses.add(new UnitGroupGuess(unitGroups.get(best), chances[best]));
      chances[best] = -1;
    }
    return List.copyOf(guesses);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  SparseWeights weights() {
    return weights;
  }

  Scale scale() {
    return scale;
  }

  @Override
  public String toString() {
    return "occupation model " + sha256.substring(0, 12) + " of " + unitGroups.size()
        + " unit groups and " + vocabulary.size() + " features";
  }
}
