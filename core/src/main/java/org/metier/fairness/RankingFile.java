package org.metier.fairness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a ranker showed, as a CSV file with the columns `id`, `rank` (from 1) and, where known, `grade`
/// (0 to 30); every other column is an attribute of what was ranked, such as `employer size`.
public final class RankingFile {
  private final List<RankedList> lists;
  private final Map<String, Integer> rejected;
  private final List<String> problems;

  private RankingFile(List<RankedList> lists, CsvRows rows) {
    this.lists = lists;
    rejected = rows.rejected();
    problems = rows.problems();
  }

  /// @param id the column of pseudonyms, such as [GroupFile#ID]
  /// @throws IllegalArgumentException if the file is no CSV in UTF-8, lacks the column of ids or `rank`, or has no
  ///     row that can be used
  /// @throws IOException if it cannot be read
  public static RankingFile read(Path file, String id) throws IOException {
    CsvRows rows = new CsvRows(file);
    Map<String, TreeMap<Integer, RankedList.Item>> ranked = new LinkedHashMap<>();
    rows.read(List.of(id, "rank"), cells -> {
      String pseudonym = cells.getOrDefault(id, "");
      if (pseudonym.isEmpty()) {
        throw new IllegalArgumentException("no " + id);
      }
      int rank = number("rank", cells.getOrDefault("rank", ""), 1, 1_000_000);
      String grade = cells.getOrDefault("grade", "");
      Map<String, String> groups = new TreeMap<>(cells);
      groups.keySet().removeAll(List.of(id, "rank", "grade"));
      groups.values().removeIf(String::isEmpty);
      RankedList.Item item = new RankedList.Item(
          grade.isEmpty() ? null : number("grade", grade, 0, 30), groups);
      if (ranked.computeIfAbsent(pseudonym, p -> new TreeMap<>()).putIfAbsent(rank, item) != null) {
        throw new IllegalArgumentException("a rank that the list has before");
      }
    });
    if (ranked.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": has no row that can be used; the first problem: " + rows.problems().getFirst());
    }
    List<RankedList> lists = new ArrayList<>();
    ranked.forEach(
        (pseudonym, items) -> lists.add(new RankedList(pseudonym, List.copyOf(items.values()))));
    return new RankingFile(lists, rows);
  }

  private static int number(String column, String cell, int least, int most) {
    String problem = column + " is not a whole number from " + least + " to " + most;
    try {
      int number = Integer.parseInt(cell);
      if (number < least || number > most) {
        throw new IllegalArgumentException(problem);
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(problem, e);
    }
  }

  /// One per person, in the order in which they first occur; items by rank.
  public List<RankedList> lists() {
    return lists;
  }

  /// How many rows could not be used, by reason.
  public Map<String, Integer> rejected() {
    return Map.copyOf(rejected);
  }

  /// The first of them, with their place.
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
