package org.metier.benchmarks.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;

/// A made-up labour market: any number of vacancies and profiles over one taxonomy of ESCO's size.
///
/// Vacancy and profile number `i` depend on seed and `i` alone, so that a million can be made on the fly,
/// in any order, by any number of threads. Words follow Zipf's law, occupations, skills and towns a
/// flatter power law; every kind of value is missing in some. It is no model of any real market: sizes and
/// frequencies are of the right order, correlations are few.
///
/// Immutable and thread-safe. Making one costs about a second, a vacancy a few microseconds.
public final class SyntheticMarket {
  private final List<Words> words;
  private final Occupations occupations;
  private final VacancyMaker vacancies;
  private final ProfileMaker profiles;

  private SyntheticMarket(long seed) {
    words = Arrays.stream(Language.values())
        .map(language -> new Words(seed + language.ordinal(), ending(language)))
        .toList();
    occupations = new Occupations(seed, words);
    Towns towns = new Towns(seed);
    int[] byFrequency = shuffled(occupations.uris.size(), seed);
    Zipf frequency = new Zipf(byFrequency.length, 0.7);
    vacancies = new VacancyMaker(seed, words, occupations, byFrequency, frequency, towns);
    profiles = new ProfileMaker(seed, occupations, byFrequency, frequency, towns);
  }

  public static SyntheticMarket seeded(long seed) {
    return new SyntheticMarket(seed);
  }

  private static String ending(Language language) {
    return switch (language) {
      case EN -> "th";
      case FR -> "ou";
      case NL -> "ijk";
      case PL -> "ow";
      case DE -> "ach";
    };
  }

  private static int[] shuffled(int count, long seed) {
    int[] order = IntStream.range(0, count).toArray();
    var random = new java.util.Random(seed);
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  public Taxonomy taxonomy() {
    return occupations.taxonomy;
  }

  /// @param number 0 or more
  public Vacancy vacancy(int number) {
    return vacancies.vacancy(number);
  }

  /// @param number 0 or more
  public CompetenceProfile profile(int number) {
    return profiles.profile(number);
  }

  /// Words as vacancy texts in a language have them, for made-up searches.
  ///
  /// @param number the same number gives the same words
  public List<String> words(Language language, int count, int number) {
    var random = VacancyMaker.random(number, ~number);
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(words.get(language.ordinal()).draw(random));
    }
    return drawn;
  }
}
