package org.metier.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.match.reason.Reason;

/// Puts the matches of an employer that has enough of them among the first behind others.
final class EmployerOrder {
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Punct}]+");

  private EmployerOrder() {}

  /// A candidate in its place.
  ///
  /// @param capped why it does not stand where its score would put it; null when it does, or others made
  ///     room for it
  record Placed<T>(T candidate, Reason.@Nullable EmployerCap capped) {}

  /// The best of the candidates, in the order that the cap gives.
  ///
  /// @param best best first
  /// @param employer of a candidate, null when unknown, which is never capped; asked only for candidates
  ///     down to the last that is placed
  /// @param limit how many at most
  static <T> List<Placed<T>> order(List<T> best, Policy.EmployerCap cap,
      Function<T, @Nullable String> employer, int limit) {
    List<Placed<T>> first = new ArrayList<>();
    List<Placed<T>> behind = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    int next = 0;
    int needed = Math.min(limit, cap.within());
    while (next < best.size() && first.size() < needed) {
      T candidate = best.get(next++);
      String name = employer.apply(candidate);
      int count = name == null ? 1 : counts.merge(key(name), 1, Integer::sum);
      if (name == null || count <= cap.most()) {
        first.add(new Placed<>(candidate, null));
      } else {
        behind.add(new Placed<>(candidate,
            new Reason.EmployerCap(name, cap.most(), cap.within(), next)));
      }
    }
    List<Placed<T>> placed = new ArrayList<>(first);
    placed.addAll(behind);
    for (; next < best.size() && placed.size() < limit; next++) {
      placed.add(new Placed<>(best.get(next), null));
    }
    return stayed(placed.subList(0, Math.min(limit, placed.size())));
  }

  /// Those that stand where their score puts them all the same, for want of others, are not capped.
  private static <T> List<Placed<T>> stayed(List<Placed<T>> placed) {
    List<Placed<T>> all = new ArrayList<>();
    for (Placed<T> one : placed) {
      boolean isMoved = one.capped != null && one.capped.rank() < all.size() + 1;
      all.add(isMoved ? one : new Placed<>(one.candidate, null));
    }
    return all;
  }

  /// One employer writes its name in several ways: case, accents' coding, gaps and dots do not count.
  private static String key(String employer) {
    return GAP
        .matcher(Normalizer.normalize(employer, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
        .replaceAll(" ")
        .strip();
  }
}
