package org.metier.benchmarks.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.metier.feed.VacancyDraft;
import org.metier.place.Place;
import org.metier.vacancy.Vacancy;

/// All pairs of records that could be one vacancy, found without Metier's detector: by brute force over
/// all pairs, on sets of three-word strings and on fields as they are written.
///
/// A pair belongs to it if the texts' Jaccard coefficient is at least .15, or if the titles are equal and
/// the employers are, or the places share a word. It is parted into strata by the coefficient (A from .8,
/// B from .5, C from .3, D from .15, E below) and by which of title, employer and place are equal (`TEP`,
/// `TE`, `EP` and so on; `?` for an employer that one of them does not state).
final class PairUniverse {
  private static final double LEAST = 0.15;
  private static final int WORDS = 3;

  /// A pair of record numbers, the lesser first.
  record Pair(int first, int second) {}

  private final NavigableMap<String, List<Pair>> strata;

  private PairUniverse(NavigableMap<String, List<Pair>> strata) {
    this.strata = strata;
  }

  /// Quadratic in the number of records that share words: seconds for some thousands.
  static PairUniverse of(List<VacancyDraft> drafts) {
    List<Vacancy> records = drafts.stream().map(VacancyDraft::vacancy).toList();
    List<Set<String>> texts = records.stream().map(v -> runs(v.description())).toList();
    List<Set<String>> places = records.stream().map(PairUniverse::placeWords).toList();
    Map<String, List<Integer>> byRun = new HashMap<>();
    Map<String, List<Integer>> byTitle = new HashMap<>();
    NavigableMap<String, List<Pair>> strata = new TreeMap<>();
    for (int i = 0; i < records.size(); i++) {
      int[] shared = new int[i];
      for (String run : texts.get(i)) {
        byRun.getOrDefault(run, List.of()).forEach(j -> shared[j]++);
      }
      Set<Integer> sameTitle = new HashSet<>(
          byTitle.getOrDefault(lower(records.get(i).title()), List.of()));
      for (int j = 0; j < i; j++) {
        int any = texts.get(i).size() + texts.get(j).size() - shared[j];
        double jaccard = any == 0 ? 0 : (double) shared[j] / any;
        boolean isTitle = sameTitle.contains(j);
        boolean isEmployer = isSameEmployer(records.get(i), records.get(j));
        boolean isPlace = !Collections.disjoint(places.get(i), places.get(j));
        if (jaccard >= LEAST || (isTitle && (isEmployer || isPlace))) {
          boolean isHidden = records.get(i).employer() == null
              || records.get(j).employer() == null;
          String equal = (isTitle ? "T" : "") + (isEmployer ? "E" : isHidden ? "?" : "")
              + (isPlace ? "P" : "");
          strata.computeIfAbsent(band(jaccard) + equal, s -> new ArrayList<>())
              .add(new Pair(j, i));
        }
      }
      int number = i;
      texts.get(i).forEach(r -> byRun.computeIfAbsent(r, k -> new ArrayList<>()).add(number));
      byTitle.computeIfAbsent(lower(records.get(i).title()), t -> new ArrayList<>()).add(i);
    }
    return new PairUniverse(strata);
  }

  private static String band(double jaccard) {
    return jaccard >= 0.8
        ? "A"
        : jaccard >= 0.5 ? "B" : jaccard >= 0.3 ? "C" : jaccard >= LEAST ? "D" : "E";
  }

  private static boolean isSameEmployer(Vacancy a, Vacancy b) {
    return a.employer() != null && b.employer() != null
        && lower(a.employer()).equals(lower(b.employer()));
  }

  private static Set<String> placeWords(Vacancy vacancy) {
    Set<String> words = new TreeSet<>();
    for (Place place : vacancy.workplaces()) {
      words.addAll(words((place.city() == null ? "" : place.city()) + " "
          + (place.region() == null ? "" : place.region())));
    }
    return words;
  }

  private static Set<String> runs(String text) {
    List<String> words = words(text);
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + WORDS <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + WORDS)));
    }
    return runs;
  }

  private static List<String> words(String text) {
    return Arrays.stream(lower(text).split("[^\\p{L}\\p{N}]+")).filter(w -> !w.isEmpty()).toList();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }

  /// How many pairs each stratum has.
  NavigableMap<String, Integer> sizes() {
    return strata.entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().size(), (a, b) -> a,
            TreeMap::new));
  }

  /// The pairs of each stratum.
  NavigableMap<String, List<Pair>> strata() {
    return Collections.unmodifiableNavigableMap(strata);
  }

  /// Draws pairs of a stratum without replacement, each with the same chance.
  List<Pair> draw(String stratum, int count, long seed) {
    List<Pair> pairs = new ArrayList<>(strata.getOrDefault(stratum, List.of()));
    Collections.shuffle(pairs, new Random(seed + stratum.hashCode()));
    return pairs.subList(0, Math.min(count, pairs.size()));
  }
}
