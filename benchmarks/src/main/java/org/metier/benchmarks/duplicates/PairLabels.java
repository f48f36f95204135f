package org.metier.benchmarks.duplicates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.metier.feed.VacancyDraft;
import org.metier.link.internal.Tsv;

/// Pairs of records that a person read and labelled by the rule of this package.
///
/// The file names records by the first 12 hexadecimal digits of the SHA-256 of their key, so that it can be
/// kept where the records cannot.
///
/// @param pairs those whose records are both there
/// @param unknown how many name a record that is not there
record PairLabels(List<Labelled> pairs, int unknown) {
  private static final int DIGITS = 12;
  private static final String SHIPPED = "pl-boards.pairs.tsv";

  /// How a pair came to be read.
  enum Draw {
    /// Drawn from its stratum with the same chance as any other pair there.
    RANDOM,
    /// Read because the detector, at some stage of its making, put the two together.
    MERGED
  }

  /// @param pair numbers of the records, the lesser first
  record Labelled(PairUniverse.Pair pair, boolean isSame, Draw draw) {}

  PairLabels {
    pairs = List.copyOf(pairs);
  }

  /// The labels that ship with the benchmarks.
  static PairLabels shipped(List<VacancyDraft> drafts) {
    try (InputStream table = PairLabels.class.getResourceAsStream(SHIPPED)) {
      if (table == null) {
        throw new IllegalStateException("metier-benchmarks lacks its resource " + SHIPPED);
      }
      Path copy = Files.createTempFile("pairs", ".tsv");
      try {
        Files.write(copy, table.readAllBytes());
        return read(copy, drafts);
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + SHIPPED + " cannot be read", e);
    }
  }

  /// @param file TSV with the columns first, second, label (same, different), draw (random, merged)
  /// @throws IllegalArgumentException naming file and line, if the table is not as expected
  static PairLabels read(Path file, List<VacancyDraft> drafts) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      numbers.put(hash(drafts.get(i).vacancy().id().key()), i);
    }
    List<Labelled> pairs = new ArrayList<>();
    int unknown = 0;
    for (Tsv.Row row : Tsv.read(file, "first", "second", "label", "draw")) {
      Integer first = numbers.get(row.cells().get(0));
      Integer second = numbers.get(row.cells().get(1));
      boolean isSame = oneOf(file, row, 2, "same", "different");
      boolean isRandom = oneOf(file, row, 3, "random", "merged");
      if (first == null || second == null || first.equals(second)) {
        unknown++;
      } else {
        pairs.add(new Labelled(
            new PairUniverse.Pair(Math.min(first, second), Math.max(first, second)), isSame,
            isRandom ? Draw.RANDOM : Draw.MERGED));
      }
    }
    return new PairLabels(pairs, unknown);
  }

  /// @return whether the cell holds the first of the words
  private static boolean oneOf(Path file, Tsv.Row row, int cell, String word, String other) {
    String found = row.cells().get(cell);
    if (!found.equals(word) && !found.equals(other)) {
      throw new IllegalArgumentException(file + ":" + row.line() + ": has \"" + found
          + "\"; expected " + word + " or " + other);
    }
    return found.equals(word);
  }

  static String hash(String key) {
    try {
      byte[] all = MessageDigest.getInstance("SHA-256")
          .digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
