package org.metier.duplicate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.metier.vacancy.VacancyId;

/// What one employer or agency says in advertisements of different jobs: who it is, what it offers, how it
/// handles data. Left in, it would make all its advertisements look alike.
///
/// A shingle is boilerplate when it stands under more than [#TITLES] different job titles. Titles are
/// counted, not advertisements: one vacancy that is repeated on ten boards and in thirty towns has one
/// title, and must not lose its text. Nor must one that an agency words in ten ways: titles with the same
/// number right behind them are one.
///
/// It is a function of the set of advertisements, whatever their order: of more than [#SAMPLE] of them,
/// those count whose ids have the least hash. At the end of a feed run, collect all advertisements that the
/// index holds of each employer that the run touched, and sign them anew; those whose signature changed are
/// written again. Immutable and thread-safe; some 4 bytes a shingle.
public final class EmployerBoilerplate {
  /// More titles than this make a shingle boilerplate.
  public static final int TITLES = 3;
  /// How many advertisements of one employer are looked at, at most.
  public static final int SAMPLE = 2_000;

  /// For employers that are unknown.
  public static final EmployerBoilerplate NONE = new EmployerBoilerplate(HashSet32.EMPTY);

  private final HashSet32 shingles;

  private EmployerBoilerplate(HashSet32 shingles) {
    this.shingles = shingles;
  }

  public static Collector collector() {
    return new Collector();
  }

  /// The signature of a text of this employer's, without boilerplate.
  public Signature sign(EmployerText text) {
    return Signature.without(text.shingles(), shingles);
  }

  /// How many shingles are boilerplate.
  public int size() {
    return shingles.size();
  }

  /// Takes the advertisements of one employer in, in any order. Holds at most [#SAMPLE] of them, some 2 kB
  /// each. Not thread-safe.
  public static final class Collector {
    private final PriorityQueue<Sampled> sample = new PriorityQueue<>(
        Comparator.comparingLong(Sampled::order).thenComparing(Sampled::id).reversed());

    /// What is kept of an advertisement.
    private record Sampled(long order, VacancyId id, EmployerText text) {}

    private Collector() {}

    /// Takes an advertisement in.
    ///
    /// @param id another one each time
    public Collector add(VacancyId id, EmployerText text) {
      long order = WordHashes.mix(Arrays.hashCode(WordHashes.of(id.source(), id.key()))
          * 31L + id.key().hashCode());
      sample.add(new Sampled(order, id, text));
      if (sample.size() > SAMPLE) {
        sample.remove();
      }
      return this;
    }

    /// Linear in the shingles of the sample.
    public EmployerBoilerplate build() {
      Map<Long, List<Sampled>> byTitle = byTitle();
      if (byTitle.size() <= TITLES) {
        return NONE;
      }
      int[] byTitles = byTitle.values()
          .stream()
          .flatMapToInt(
              ads -> ads.stream().flatMapToInt(ad -> Arrays.stream(ad.text.shingles())).distinct())
          .sorted()
          .toArray();
      return new EmployerBoilerplate(HashSet32.of(moreThan(TITLES, byTitles)));
    }

    /// The numbers that a sorted array has more than so many times, each once.
    private static int[] moreThan(int times, int[] sorted) {
      return IntStream.range(times, sorted.length)
          .filter(i -> sorted[i - times] == sorted[i])
          .map(i -> sorted[i])
          .distinct()
          .toArray();
    }

    /// The advertisements by title, of titles that share a number by the least of them. A function of the
    /// set: which titles numbers lead to does not depend on where one begins.
    private Map<Long, List<Sampled>> byTitle() {
      NavigableMap<Long, Set<Long>> codes = new TreeMap<>();
      for (Sampled ad : sample) {
        Set<Long> own = codes.computeIfAbsent(ad.text.title(), t -> new TreeSet<>());
        Arrays.stream(ad.text.codes()).forEach(own::add);
      }
      Map<Long, Set<Long>> titles = new HashMap<>();
      codes.forEach((title, own) -> own
          .forEach(code -> titles.computeIfAbsent(code, c -> new TreeSet<>()).add(title)));
      Map<Long, Long> names = new HashMap<>();
      for (long title : codes.keySet()) {
        Deque<Long> open = new ArrayDeque<>(List.of(title));
        while (!open.isEmpty()) {
          long next = open.remove();
          if (names.putIfAbsent(next, names.getOrDefault(title, title)) == null) {
            codes.getOrDefault(next, Set.of())
                .forEach(code -> open.addAll(titles.getOrDefault(code, Set.of())));
          }
        }
      }
      Map<Long, List<Sampled>> byTitle = new HashMap<>();
      sample.forEach(ad -> byTitle
          .computeIfAbsent(names.getOrDefault(ad.text.title(), ad.text.title()),
              t -> new ArrayList<>())
          .add(ad));
      return byTitle;
    }
  }
}
