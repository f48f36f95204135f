package org.metier.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;
import org.metier.text.internal.Folding;
import org.metier.text.internal.TitleReadings;

/// The concepts that a title may mean, from all views of its labels, with their features. Not thread-safe.
final class Candidates {
  /// How many are taken from each view. On titles of five languages the right concept is among them for 82
  /// (Dutch) to 98 (French) of a hundred.
  private static final int BY_WRITING = 25;
  private static final int BY_MEANING = 30;
  private static final int BY_CENTRE = 15;
  /// Whose single labels are compared: the nearest by their middles.
  private static final int LOOKED_AT = 80;
  /// So many candidates share out the likelihood of groups.
  private static final int VOTERS = 20;
  /// What a lead in meaning is worth when likelihood is shared out.
  private static final double SPREAD = 0.1;
  private static final int UNIT_DIGITS = 4;
  private static final int MINOR_DIGITS = 3;
  private static final int OCCUPATION_LEVEL = 5;

  private final LinkedConcepts concepts;
  private final String title;
  private final Language language;
  private final Writing writing;
  private final @Nullable Meaning meaning;
  private final @Nullable LabelVectors vectors;

  /// One of them.
  ///
  /// @param place among the linked concepts
  /// @param label the label nearest in meaning, else in writing
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Candidate(int place, double[] features, String label) {}

  /// Where a label stands.
  private record Place(Language language, int rank, int reading) {}

  Candidates(LinkedConcepts concepts, String title, Language language, Writing writing,
      @Nullable Meaning meaning, @Nullable LabelVectors vectors) {
    this.concepts = concepts;
    this.title = title;
    this.language = language;
    this.writing = writing;
    this.meaning = meaning;
    this.vectors = vectors;
  }

  /// All candidates in ascending order of their places.
  List<Candidate> list() {
    Set<Integer> chosen = new TreeSet<>();
    addAll(chosen, Writing.highest(writing.similarities(), BY_WRITING));
    Map<Integer, Meaning.Look> looks = new HashMap<>();
    if (meaning != null) {
      addAll(chosen, Writing.highest(meaning.centres(), BY_CENTRE));
      addAll(chosen, nearest(meaning, looks));
      chosen.forEach(place -> looks.computeIfAbsent(place, meaning::look));
    }
    List<Candidate> candidates = new ArrayList<>();
    String[] words = words(title);
    Ends ends = vectors == null || words.length == 0 ? null : new Ends(vectors, words);
    for (int place : chosen) {
      candidates.add(candidate(place, words, ends, looks.get(place)));
    }
    compare(candidates);
    return candidates;
  }

  /// The meaning of a title's first and last word. Labels share their ends, so that each word is encoded
  /// once.
  private static final class Ends {
    private final float[] first;
    private final float[] last;
    private final LabelVectors vectors;
    private final Map<String, float[]> known = new HashMap<>();

    Ends(LabelVectors vectors, String[] words) {
      this.vectors = vectors;
      first = encoded(words[0]);
      last = encoded(words[words.length - 1]);
    }

    private float[] encoded(String word) {
      return known.computeIfAbsent(word, vectors::encode);
    }

    void describe(String[] label, double[] row) {
      put(row, LinkFeature.FIRST_WORD_MEANING, dot(first, encoded(label[0])));
      put(row, LinkFeature.LAST_WORD_MEANING, dot(last, encoded(label[label.length - 1])));
    }

    private static double dot(float[] a, float[] b) {
      double sum = 0;
      for (int k = 0; k < a.length; k++) {
        sum += a[k] * b[k];
      }
      return sum;
    }
  }

  private static void addAll(Set<Integer> chosen, int[] places) {
    Arrays.stream(places).forEach(chosen::add);
  }

  /// The nearest concepts by their single labels, of those that are nearest by their middles.
  private static int[] nearest(Meaning meaning, Map<Integer, Meaning.Look> looks) {
    float[] cosines = new float[meaning.centres().length];
    for (float[] view : List.of(meaning.ownCentres(), meaning.centres())) {
      for (int place : Writing.highest(view, LOOKED_AT)) {
        cosines[place] = (float) looks.computeIfAbsent(place, meaning::look).best();
      }
    }
    return Writing.highest(cosines, BY_MEANING);
  }

  private Candidate candidate(int place, String[] titleWords, @Nullable Ends ends,
      Meaning.@Nullable Look look) {
    double[] row = new double[LinkFeature.values().length];
    Arrays.fill(row, Double.NaN);
    writing.describe(place, row);
    put(row, LinkFeature.WRITING_ABOVE, writing.highest(concepts.above(place)));
    put(row, LinkFeature.WRITING_BELOW, writing.highest(concepts.below(place)));
    if (meaning != null && look != null) {
      meaning.describe(place, look, row);
      put(row, LinkFeature.CENTRE_ABOVE, meaning.highestCentre(concepts.above(place)));
      put(row, LinkFeature.CENTRE_BELOW, meaning.highestCentre(concepts.below(place)));
    }
    put(row, LinkFeature.IS_GROUP, concepts.isGroup(place) ? 1 : 0);
    put(row, LinkFeature.LEVEL,
        concepts.isGroup(place) ? concepts.code(place).length() : OCCUPATION_LEVEL);
    put(row, LinkFeature.LABELS,
        concepts.taxonomy().labelCount(concepts.numbers()[place], language));
    put(row, LinkFeature.NARROWER, concepts.below(place).length);
    Place at = label(place, look);
    List<String> readings = TitleReadings
        .of(concepts.taxonomy().label(concepts.numbers()[place], at.language, at.rank));
    String[] labelWords = words(readings.get(at.reading));
    describeLabel(row, titleWords, labelWords, at.rank);
    if (ends != null && labelWords.length > 0) {
      ends.describe(labelWords, row);
    }
    return new Candidate(place, row,
        concepts.taxonomy().label(concepts.numbers()[place], at.language, at.rank));
  }

  private Place label(int place, Meaning.@Nullable Look look) {
    return vectors == null || look == null || look.label() < 0
        ? new Place(writing.language(place), writing.rank(place), 0)
        : new Place(vectors.language(place, look.label()), vectors.rank(look.label()),
            vectors.reading(look.label()));
  }

  private static void describeLabel(double[] row, String[] titleWords, String[] labelWords,
      int rank) {
    put(row, LinkFeature.IS_PREFERRED, rank == 0 ? 1 : 0);
    put(row, LinkFeature.TITLE_LENGTH, titleWords.length);
    put(row, LinkFeature.LABEL_LENGTH, labelWords.length);
    put(row, LinkFeature.LENGTH_RATIO, labelWords.length / Math.max(1.0, titleWords.length));
    boolean hasBoth = titleWords.length > 0 && labelWords.length > 0;
    put(row, LinkFeature.FIRST_WORD, hasBoth ? sameBeginning(titleWords[0], labelWords[0]) : 0);
    put(row, LinkFeature.LAST_WORD,
        hasBoth
            ? sameBeginning(titleWords[titleWords.length - 1], labelWords[labelWords.length - 1])
            : 0);
  }

  private static void put(double[] row, LinkFeature feature, double value) {
    row[feature.ordinal()] = value;
  }

  /// Twice the length of the common beginning by the lengths of both.
  private static double sameBeginning(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int shared = 0;
    while (shared < shorter && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    return 2.0 * shared / (a.length() + b.length());
  }

  private static String[] words(String text) {
    String folded = Folding.plain(text);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= folded.length(); at++) {
      boolean isInWord = at < folded.length() && Character.isLetterOrDigit(folded.charAt(at));
      if (isInWord && start < 0) {
        start = at;
      } else if (!isInWord && start >= 0) {
        words.add(folded.substring(start, at));
        start = -1;
      }
    }
    return words.toArray(String[]::new);
  }

  private void compare(List<Candidate> candidates) {
    compare(candidates, LinkFeature.WRITING, LinkFeature.WRITING_LEAD, LinkFeature.WRITING_RANK);
    compare(candidates, LinkFeature.MEANING, LinkFeature.MEANING_LEAD, LinkFeature.MEANING_RANK);
    compare(candidates, LinkFeature.CENTRE, LinkFeature.CENTRE_LEAD, LinkFeature.CENTRE_RANK);
    if (meaning != null) {
      shareOut(candidates, UNIT_DIGITS, LinkFeature.UNIT_GROUP_SHARE);
      shareOut(candidates, MINOR_DIGITS, LinkFeature.MINOR_GROUP_SHARE);
    }
  }

  private static void compare(List<Candidate> candidates, LinkFeature feature, LinkFeature lead,
      LinkFeature rank) {
    double[] values = candidates.stream()
        .mapToDouble(value(feature))
        .filter(v -> !Double.isNaN(v))
        .sorted()
        .toArray();
    for (Candidate candidate : candidates) {
      double value = value(feature).applyAsDouble(candidate);
      if (!Double.isNaN(value)) {
        long better = Arrays.stream(values).filter(v -> v > value).count();
        put(candidate.features, lead, value - values[values.length - 1]);
        put(candidate.features, rank, 1.0 / (1 + better));
      }
    }
  }

  private static ToDoubleFunction<Candidate> value(LinkFeature feature) {
    return candidate -> candidate.features[feature.ordinal()];
  }

  private void shareOut(List<Candidate> candidates, int digits, LinkFeature share) {
    Map<String, Double> masses = new HashMap<>();
    double all = 0;
    for (Candidate candidate : candidates) {
      double mass = mass(candidate);
      all += mass;
      if (concepts.code(candidate.place).length() >= digits) {
        masses.merge(concepts.code(candidate.place).substring(0, digits), mass, Double::sum);
      }
    }
    for (Candidate candidate : candidates) {
      String code = concepts.code(candidate.place);
      double mass = code.length() < digits
          ? 0
          : masses.getOrDefault(code.substring(0, digits), 0.0);
      put(candidate.features, share, all == 0 ? 0 : mass / all);
    }
  }

  private static double mass(Candidate candidate) {
    double lead = candidate.features[LinkFeature.MEANING_LEAD.ordinal()];
    double rank = candidate.features[LinkFeature.MEANING_RANK.ordinal()];
    return Double.isNaN(lead) || rank * VOTERS < 1 ? 0 : StrictMath.exp(lead / SPREAD);
  }
}
