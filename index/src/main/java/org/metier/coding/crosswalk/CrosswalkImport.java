package org.metier.coding.crosswalk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.coding.crosswalk.Crosswalk.Target;
import org.metier.coding.internal.Table;
import org.metier.home.Home;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;

/// Reads a crosswalk file that the user gives: CSV or TSV with a header.
///
/// Columns: `code`; `target`, an ISCO-08 code of 1 to 4 digits or an ESCO URI (`isco`, `isco08` and
/// `esco` are taken for it, too); optional `weight`, above 0 (without it the targets of a code share
/// equally); optional `replaced-by`, another code of the same classification, in a row without a
/// target; optional `scheme` and `version`, where the call does not name them; others are passed over.
/// Weights of one code that add up to more than 1 are scaled to 1.
public final class CrosswalkImport {
  private static final List<String> TARGET = List.of("target", "isco", "isco08", "isco_08", "esco");
  private static final List<String> REPLACED = List.of("replaced-by", "replacedby", "replaced_by");

  private final String file;
  private final Table table;
  private final @Nullable String scheme;
  private final @Nullable String version;
  private final String targetColumn;
  private final @Nullable String replacedColumn;
  private final Map<String, Map<String, Double>> weights = new TreeMap<>();
  private final Map<String, List<String>> replacements = new TreeMap<>();
  private final List<String> skipped = new ArrayList<>();
  private @Nullable String foundScheme;
  private @Nullable String foundVersion;
  private int rows;

  private CrosswalkImport(String file, Table table, @Nullable String scheme,
      @Nullable String version) {
    this.file = file;
    this.table = table;
    this.scheme = scheme;
    this.version = version;
    String target = table.firstOf(TARGET);
    if (!table.has("code") || target == null) {
      throw new CrosswalkException(file + " has the columns " + table.columns()
          + "; expected a header with code and target, such as scheme,version,code,target,weight");
    }
    targetColumn = target;
    replacedColumn = table.firstOf(REPLACED);
  }

  /// Reads a file, without storing it.
  ///
  /// @param scheme such as `rome`; null when the file has a column for it
  /// @param version of the classification; null when the file has a column for it
  /// @throws CrosswalkException if the file as a whole cannot be used
  /// @throws IOException if it cannot be opened
  public static Crosswalk read(Path file, @Nullable String scheme, @Nullable String version)
      throws IOException {
    try (Table table = Table.open(file)) {
      CrosswalkImport reading = new CrosswalkImport(file.toString(), table, scheme, version);
      return reading.read();
    }
  }

  /// Reads a file and puts it into a home, in place of the same version of the same classification.
  ///
  /// @throws CrosswalkException if the file as a whole cannot be used; the home is unchanged then
  /// @throws IOException if it cannot be opened, or the home cannot be written
  public static CrosswalkReport into(Home home, Path file, @Nullable String scheme,
      @Nullable String version) throws IOException {
    try (Table table = Table.open(file)) {
      CrosswalkImport reading = new CrosswalkImport(file.toString(), table, scheme, version);
      Crosswalk crosswalk = reading.read();
      CrosswalkReport report = reading.report(crosswalk, Taxonomy.of(home));
      try (Home.WriteLock _ = home.lock()) {
        CrosswalkFile.write(crosswalk, home);
      }
      return report;
    }
  }

  private Crosswalk read() {
    while (table.next()) {
      rows++;
      String problem = row();
      if (problem != null) {
        skipped.add("line " + table.line() + ": " + problem);
      }
    }
    if (weights.isEmpty()) {
      throw new CrosswalkException(file + " has no usable row"
          + (skipped.isEmpty() ? "" : "; the first that is not: " + skipped.getFirst()));
    }
    Map<String, List<Target>> targets = new LinkedHashMap<>();
    weights.forEach((code, own) -> targets.put(code, shares(own)));
    return new Crosswalk(required("scheme", scheme, foundScheme).toLowerCase(java.util.Locale.ROOT),
        required("version", version, foundVersion), targets, replacements);
  }

  private String required(String name, @Nullable String given, @Nullable String found) {
    String value = given != null ? given : found;
    if (value == null || !value.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,39}")) {
      throw new CrosswalkException(file + ": the " + name + " is "
          + (value == null ? "missing" : "\"" + value + "\"")
          + "; expected letters, digits, dots and"
          + " hyphens, in a column " + name + " or after --" + name);
    }
    return value;
  }

  /// @return what is wrong with the row; null when it was used
  private @Nullable String row() {
    String code = Crosswalk.normal(table.field("code"));
    if (code.isEmpty() || code.length() > 60) {
      return "code has " + code.length() + " characters; expected 1 to 60";
    }
    boolean isOther = (scheme == null && !isSame("scheme", foundScheme))
        || (version == null && !isSame("version", foundVersion));
    if (isOther) {
      return "another scheme or version than the rows before; import one at a time with --scheme"
          + " and --version";
    }
    if (scheme == null) {
      foundScheme = table.field("scheme");
    }
    if (version == null) {
      foundVersion = table.field("version");
    }
    String next = replacedColumn == null ? "" : Crosswalk.normal(table.field(replacedColumn));
    if (!next.isEmpty()) {
      replacements.computeIfAbsent(code, c -> new ArrayList<>()).add(next);
      return null;
    }
    return target(code, table.field(targetColumn));
  }

  private boolean isSame(String column, @Nullable String found) {
    return found == null || found.equals(table.field(column));
  }

  private @Nullable String target(String code, String written) {
    String concept = written.replaceFirst("^C(?=\\d{1,4}$)", "");
    boolean isUri = concept.matches("https?://\\S{1,300}");
    if (!isUri && !concept.matches("\\d{1,4}")) {
      return targetColumn + " of " + code + " is \"" + (written.length() > 40 ? "…" : written)
          + "\"; expected an ISCO-08 code such as 0110 or an ESCO URI";
    }
    String weight = table.has("weight") ? table.field("weight").replace(',', '.') : "";
    double share;
    try {
      share = weight.isEmpty() ? 1 : Double.parseDouble(weight);
    } catch (NumberFormatException e) {
      share = Double.NaN;
    }
    if (!(share > 0 && share < 1e9)) {
      return "weight of " + code + " is not a number above 0, such as 0.7";
    }
    weights.computeIfAbsent(code, c -> new LinkedHashMap<>()).merge(concept, share, Double::sum);
    return null;
  }

  private static List<Target> shares(Map<String, Double> weights) {
    double sum = Math.max(1, weights.values().stream().mapToDouble(Double::doubleValue).sum());
    return weights.entrySet()
        .stream()
        .map(w -> new Target(w.getKey(), w.getValue() / sum))
        .sorted((a, b) -> Double.compare(b.weight(), a.weight()))
        .toList();
  }

  private CrosswalkReport report(Crosswalk crosswalk, Taxonomy taxonomy) {
    IscoGroups groups = IscoGroups.of(taxonomy);
    List<CrosswalkReport.Orphan> orphans = new ArrayList<>();
    java.util.Set<String> hit = new java.util.HashSet<>();
    crosswalk.targets().forEach((code, targets) -> targets.forEach(target -> {
      String uri = groups.concept(target.concept());
      if (uri == null) {
        orphans.add(new CrosswalkReport.Orphan(code, target.concept()));
      } else {
        hit.add(taxonomy.code(taxonomy.find(uri).orElseThrow()));
      }
    }));
    List<String> units = java.util.Arrays.stream(taxonomy.concepts(ConceptKind.ISCO_GROUP))
        .mapToObj(taxonomy::code)
        .filter(code -> code.length() == 4)
        .sorted()
        .toList();
    List<String> unmapped = crosswalk.replacements()
        .keySet()
        .stream()
        .filter(code -> crosswalk.targets(code).isEmpty())
        .toList();
    return new CrosswalkReport(crosswalk.scheme(), crosswalk.version(), rows, crosswalk.size(),
        crosswalk.replacements().size(), unmapped, orphans, units.size(),
        units.stream().filter(unit -> !hit.contains(unit)).toList(), skipped);
  }
}
