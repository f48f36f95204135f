package org.metier.coding.learned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.LanguageDetector;

/// Trains [OccupationModel]s on advertisements that people coded, and on the labels of a taxonomy, so
/// that unit groups which no advertisement has can be answered, too.
///
/// Deterministic: the same advertisements in the same order, taxonomy, settings and seed give the same
/// bytes. Thread-safe; one training takes memory for two floats a feature and unit group and one a
/// text and unit group (about 700 MB for 7,000 advertisements in two languages) and is linear in the length of all texts times the number of unit groups.
public final class OccupationTrainer {
  /// The least number of advertisements.
  public static final int LEAST_ADS = 50;

  private static final int FOLDS = 5;
  /// So many advertisements are asked for their language.
  private static final int SAMPLE = 5_000;
  /// The model answers for languages with at least this share of the advertisements, and learns the
  /// taxonomy's labels in them. One in a hundred is few to learn from, but more than labels
  /// alone say: of the English ones among Polish advertisements, 1.5 %, it has .60 right.
  private static final double SPOKEN = 0.01;
  /// Labels of languages with less than this share count half.
  private static final double COMMON = 0.2;
  /// What a ridge regression's weights count beside a softmax's.
  private static final float RIDGE = 3;
  private static final int[] LEAST_TEXTS = {1, 1, 3, 1};

  private final Taxonomy taxonomy;
  private final LanguageDetector detector = LanguageDetector.create();
  private final int epochs;
  private final float rate;
  private final float labelWeight;
  private final float nameWeight;
  private final long seed;
  private final Consumer<String> progress;

  private OccupationTrainer(Builder builder) {
    taxonomy = builder.taxonomy;
    epochs = builder.epochs;
    rate = builder.rate;
    labelWeight = builder.labelWeight;
    nameWeight = builder.nameWeight;
    seed = builder.seed;
    progress = builder.progress;
  }

  public static Builder builder(Taxonomy taxonomy) {
    return new Builder(taxonomy);
  }

  /// @throws IllegalArgumentException if there are fewer than [#LEAST_ADS] advertisements, or all are of
  ///     one unit group
  public TrainedCoder train(List<CodedAd> ads) {
    long groups = ads.stream().map(CodedAd::unitGroup).distinct().count();
    if (ads.size() < LEAST_ADS || groups < 2) {
      throw new IllegalArgumentException("training needs at least " + LEAST_ADS
          + " coded advertisements of at least 2 unit groups; there were " + ads.size() + " of "
          + groups);
    }
    int[] folds = folds(ads.stream().map(CodedAd::text).toList(), FOLDS, seed);
    List<CodedAd> training = new ArrayList<>();
    List<CodedAd> heldOut = new ArrayList<>();
    for (int i = 0; i < folds.length; i++) {
      (folds[i] == 0 ? heldOut : training).add(ads.get(i));
    }
    progress.accept("training on " + training.size() + " advertisements to calibrate on "
        + heldOut.size());
    OccupationModel trial = fit(training, Scale.NONE);
    Scale scale = Calibration.of(trial, heldOut);
    Map<String, Double> measures = measures(trial.withScale(scale), heldOut);
    progress.accept("training on all " + ads.size());
    return new TrainedCoder(fit(ads, scale), measures, settings());
  }

  /// Parts texts at random, near-duplicates together.
  ///
  /// @return for each text its fold, from 0
  public static int[] folds(List<AdText> texts, int folds, long seed) {
    int[] clusters = AdClusters.of(texts);
    int[] of = new int[texts.size()];
    for (int i = 0; i < of.length; i++) {
      of[i] = new java.util.SplittableRandom(seed * 1_000_003L + clusters[i]).nextInt(folds);
    }
    return of;
  }

  private Map<String, Double> measures(OccupationModel model, List<CodedAd> heldOut) {
    CalibrationTable table = new CalibrationTable();
    int first = 0;
    int amongThree = 0;
    for (CodedAd ad : heldOut) {
      List<UnitGroupGuess> guesses = model.guess(ad.text(), 3);
      boolean isFirst = !guesses.isEmpty()
          && guesses.getFirst().unitGroup().equals(ad.unitGroup());
      first += isFirst ? 1 : 0;
      amongThree += guesses.stream().anyMatch(g -> g.unitGroup().equals(ad.unitGroup())) ? 1 : 0;
      if (!guesses.isEmpty()) {
        table.add(guesses.getFirst().probability(), isFirst);
      }
    }
    double all = Math.max(1, heldOut.size());
    return Map.of("accuracyAt1", first / all, "accuracyAt3", amongThree / all,
        "expectedCalibrationError", table.expectedError(), "heldOut", (double) heldOut.size());
  }

  private Map<String, String> settings() {
    return Map.of("epochs", String.valueOf(epochs), "rate", String.valueOf(rate), "labelWeight",
        String.valueOf(labelWeight), "nameWeight", String.valueOf(nameWeight), "taxonomy",
        taxonomy.id());
  }

  private OccupationModel fit(List<CodedAd> ads, Scale scale) {
    Map<Language, Double> shares = shares(ads);
    List<Example> examples = examples(ads, shares);
    Set<Language> spoken = spoken(shares);
    List<String> groups = List
        .copyOf(new TreeSet<>(examples.stream().map(Example::group).toList()));
    Vocabulary.Builder counted = new Vocabulary.Builder();
    examples.forEach(example -> counted.add(example.text));
    Vocabulary rare = counted.build(LEAST_TEXTS);
    Vocabulary vocabulary = Informativeness.weigh(rare,
        vectors(examples, groups, text -> AdVector.whole(text, rare)), groups.size());
    Vectors vectors = vectors(examples, groups, text -> AdVector.of(text, vocabulary));
    Weights weights = Softmax.train(vectors, vocabulary.size(), groups, epochs, rate, seed);
    weights.add(RIDGE, RidgeRegression.train(vectors, vocabulary.size(), groups.size(),
        RidgeRegression.EPOCHS, seed));
    return new OccupationModel(spoken, groups, vocabulary,
        SparseWeights.of(weights, vocabulary.size()),
        scale);
  }

  private static Vectors vectors(List<Example> examples, List<String> groups,
      Function<AdText, AdVector> vector) {
    Vectors vectors = new Vectors();
    for (Example example : examples) {
      vectors.add(vector.apply(example.text),
          Collections.binarySearch(groups, example.group), example.weight);
    }
    return vectors;
  }

  /// A text to learn from.
  private record Example(AdText text, String group, float weight) {}

  /// What share of a sample of the advertisements is in which language.
  private Map<Language, Double> shares(List<CodedAd> ads) {
    Map<Language, Double> shares = new EnumMap<>(Language.class);
    int step = Math.max(1, ads.size() / SAMPLE);
    int looked = (ads.size() + step - 1) / step;
    for (int i = 0; i < ads.size(); i += step) {
      AdText text = ads.get(i).text();
      detector.detect(text.title() + "\n" + text.description())
          .ifPresent(language -> shares.merge(language, 1.0 / looked, Double::sum));
    }
    return shares;
  }

  private static Set<Language> spoken(Map<Language, Double> shares) {
    Set<Language> spoken = EnumSet.noneOf(Language.class);
    shares.forEach((language, share) -> {
      if (share >= SPOKEN) {
        spoken.add(language);
      }
    });
    return spoken;
  }

  private List<Example> examples(List<CodedAd> ads, Map<Language, Double> shares) {
    List<Example> examples = new ArrayList<>();
    Set<List<String>> names = new TreeSet<>((a, b) -> {
      int order = a.get(0).compareTo(b.get(0));
      return order != 0 ? order : a.get(1).compareTo(b.get(1));
    });
    for (CodedAd ad : ads) {
      examples.add(new Example(ad.text(), ad.unitGroup(), 1));
      if (ad.label().chars().anyMatch(Character::isLetter)) {
        names.add(List.of(ad.unitGroup(), ad.label().toLowerCase(Locale.ROOT)));
      }
    }
    if (nameWeight > 0) {
      names.forEach(name -> examples
          .add(new Example(AdText.ofTitle(name.get(1)), name.get(0), nameWeight)));
    }
    if (labelWeight > 0) {
      addLabels(examples, shares);
    }
    return examples;
  }

  private void addLabels(List<Example> examples, Map<Language, Double> shares) {
    for (Language language : spoken(shares)) {
      float weight = labelWeight * (shares.getOrDefault(language, 0.0) < COMMON ? 0.5f : 1);
      for (ConceptKind kind : List.of(ConceptKind.OCCUPATION, ConceptKind.ISCO_GROUP)) {
        taxonomy.forEachLabel(kind, language, (concept, rank, label) -> {
          String code = taxonomy.code(concept);
          if (code.matches("\\d{4}")) {
            examples.add(new Example(AdText.ofTitle(label), code, weight));
          }
        });
      }
    }
  }

  /// Collects the settings of an [OccupationTrainer]; all are optional. Not thread-safe.
  public static final class Builder {
    private final Taxonomy taxonomy;
    private int epochs = 10;
    private float rate = 0.6f;
    private float labelWeight = 0.2f;
    private float nameWeight = 0.5f;
    private long seed = 1;
    private Consumer<String> progress = line -> {};

    private Builder(Taxonomy taxonomy) {
      this.taxonomy = taxonomy;
    }

    /// How often each text is looked at: 1 to 100, 10 by default. Time is linear in it.
    public Builder epochs(int epochs) {
      if (epochs < 1 || epochs > 100) {
        throw new IllegalArgumentException("epochs must be 1 to 100, was " + epochs);
      }
      this.epochs = epochs;
      return this;
    }

    /// The step of the first epoch, above 0 and at most 10; 0.6 by default.
    public Builder rate(double rate) {
      if (!(rate > 0 && rate <= 10)) {
        throw new IllegalArgumentException("rate must be above 0 and at most 10, was " + rate);
      }
      this.rate = (float) rate;
      return this;
    }

    /// What a label of the taxonomy counts beside an advertisement: 0 to 1, 0.2 by default.
    public Builder labelWeight(double weight) {
      if (!(weight >= 0 && weight <= 1)) {
        throw new IllegalArgumentException("labelWeight must be 0 to 1, was " + weight);
      }
      labelWeight = (float) weight;
      return this;
    }

    /// What a name of the coder's classification counts: 0 to 1, 0.5 by default.
    public Builder nameWeight(double weight) {
      if (!(weight >= 0 && weight <= 1)) {
        throw new IllegalArgumentException("nameWeight must be 0 to 1, was " + weight);
      }
      nameWeight = (float) weight;
      return this;
    }

    /// Every random choice derives from it; 1 by default.
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /// Told what is being done, in the order of the work; on the calling thread.
    public Builder progress(Consumer<String> progress) {
      this.progress = progress;
      return this;
    }

    public OccupationTrainer build() {
      return new OccupationTrainer(this);
    }
  }
}
