package org.metier.coding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.metier.coding.crosswalk.Crosswalk.Target;
import org.metier.coding.crosswalk.Crosswalks;
import org.metier.coding.internal.Table;
import org.metier.coding.learned.AdText;
import org.metier.coding.learned.CodedAd;
import org.metier.feed.StatedCode;

/// Advertisements that people coded, from a CSV or TSV file with a header.
///
/// Columns: `title`, `description`, `employer`, `code`, and `label`, the code's name; title and code are
/// needed. Each may have another name in the file, see [#read].
///
/// @param ads in the order of the file
/// @param rows read, the header not counted
/// @param skipped how many rows could not be used, by reason
public record CodedAds(List<CodedAd> ads, int rows, Map<String, Integer> skipped) {
  private static final Map<String, List<String>> NAMES = Map.of(
      "title", List.of("title", "job.title", "job_title", "jobtitle"),
      "description", List.of("description", "job.description", "job_description", "text"),
      "employer", List.of("employer", "company", "hiringorganization"),
      "code", List.of("code", "kzis_code", "isco", "isco08"),
      "label", List.of("label", "kzis_name", "occupation"));

  public CodedAds {
    ads = List.copyOf(ads);
    skipped = java.util.Collections.unmodifiableMap(new TreeMap<>(skipped));
  }

  /// @param columns names in the file by our name, such as `title` to `job.title`; what is left out is
  ///     looked for under its own and a few usual names
  /// @param scheme of the codes, such as `kzis` or [StatedCode#ISCO_08]; empty: `kzis` when the column of
  ///     codes is called `kzis_code`, else ISCO-08
  /// @param crosswalks say what the codes mean in ISCO-08
  /// @throws IllegalArgumentException if a column is missing or the file is not well-formed
  /// @throws IOException if the file cannot be opened
  public static CodedAds read(Path file, Map<String, String> columns, String scheme,
      Crosswalks crosswalks) throws IOException {
    try (Table table = Table.open(file)) {
      Map<String, String> found = found(file, table, columns);
      String code = found.getOrDefault("code", "code");
      String known = !scheme.isEmpty()
          ? scheme.toLowerCase(Locale.ROOT)
          : code.equalsIgnoreCase("kzis_code") ? "kzis" : StatedCode.ISCO_08;
      List<CodedAd> ads = new ArrayList<>();
      Map<String, Integer> skipped = new TreeMap<>();
      int rows = 0;
      while (table.next()) {
        rows++;
        String group = unitGroup(known, table.field(code), crosswalks);
        String title = table.field(found.getOrDefault("title", "title"));
        if (group.isEmpty() || title.isEmpty()) {
          skipped.merge(title.isEmpty() ? "no title" : "no ISCO-08 unit group for the code", 1,
              Integer::sum);
        } else {
          ads.add(new CodedAd(new AdText(title, field(table, found, "description"),
              field(table, found, "employer")), group, field(table, found, "label")));
        }
      }
      return new CodedAds(ads, rows, skipped);
    }
  }

  private static String field(Table table, Map<String, String> found, String name) {
    String column = found.get(name);
    return column == null ? "" : table.field(column);
  }

  private static Map<String, String> found(Path file, Table table, Map<String, String> columns) {
    Map<String, String> found = new HashMap<>();
    for (String ours : columns.keySet()) {
      if (!NAMES.containsKey(ours)) {
        throw new IllegalArgumentException("there is no column \"" + ours
            + "\" of coded advertisements; expected some of " + new TreeMap<>(NAMES).keySet());
      }
    }
    NAMES.forEach((ours, usual) -> {
      String named = columns.get(ours);
      String column = named == null ? table.firstOf(usual) : named;
      boolean isNeeded = named != null || ours.equals("title") || ours.equals("code");
      if (isNeeded && (column == null || !table.has(column))) {
        throw new IllegalArgumentException(file + " has no column "
            + (named == null ? "for the " + ours : named) + "; it has " + table.columns()
            + "; name it as in --columns " + ours + "=COLUMN");
      }
      if (column != null) {
        found.put(ours, column);
      }
    });
    return found;
  }

  /// @return empty when there is none
  private static String unitGroup(String scheme, String code, Crosswalks crosswalks) {
    if (scheme.equals(StatedCode.ISCO_08)) {
      return code.matches("\\d{4}.*") ? code.substring(0, 4) : "";
    }
    return crosswalks.targets(scheme, null, code)
        .stream()
        .map(Target::concept)
        .filter(concept -> concept.matches("\\d{4}"))
        .findFirst()
        .orElse("");
  }
}
