package org.metier.coding.crosswalk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.coding.crosswalk.Crosswalk.Target;
import org.metier.home.Home;

/// The crosswalks that coding asks: those of a home, and the classifications that ISCO-08 can be read
/// off. Immutable and thread-safe.
///
/// A code of a stated version is looked up in that version; where that does not know it, or the source
/// states no version, in the others, the newest first. Only then the built-in rules are asked:
///
/// - `kzis`, the Polish classification: the first four of its six digits are the ISCO-08 unit group, but
///   for the groups that Poland parts or numbers otherwise, such as 2281, pharmacists, who are 2262 in
///   ISCO-08. A code with no more than its four digits is taken, too.
/// - `styrk08`, the Norwegian one: four digits as in ISCO-08, but for 2223, which is 2221 there, 2224,
///   which is 3412, and 3439, which is 3435.
public final class Crosswalks {
  /// Polish unit groups (regulation of 7 August 2014, Dz.U. 2018 poz. 227) that ISCO-08 numbers otherwise:
  /// specialist nurses, midwives, veterinarians, dentists, pharmacists, other health professionals,
  /// property agents, culture workers, electronics assemblers.
  private static final Map<String, String> KZIS = Map.ofEntries(Map.entry("2222", "2221"),
      Map.entry("2231", "2222"), Map.entry("2232", "2222"), Map.entry("2251", "2250"),
      Map.entry("2252", "2250"), Map.entry("2262", "2261"), Map.entry("2281", "2262"),
      Map.entry("2282", "2262"), Map.entry("2291", "2263"), Map.entry("2292", "2264"),
      Map.entry("2293", "2265"), Map.entry("2294", "2266"), Map.entry("2295", "2267"),
      Map.entry("2299", "2269"), Map.entry("2440", "3334"), Map.entry("3439", "3435"),
      Map.entry("8213", "8212"));
  private static final Map<String, String> STYRK_08 = Map.of("2223", "2221", "2224", "3412", "3439",
      "3435");

  /// By scheme, the newest version first.
  private final Map<String, List<Crosswalk>> byScheme = new TreeMap<>();

  private Crosswalks(List<Crosswalk> crosswalks) {
    for (Crosswalk crosswalk : crosswalks) {
      byScheme.computeIfAbsent(crosswalk.scheme(), s -> new ArrayList<>()).add(crosswalk);
    }
    byScheme.values()
        .forEach(list -> list.sort(Comparator
            .comparing(Crosswalk::version, Crosswalks::compareVersions)
            .reversed()));
  }

  public static Crosswalks of(List<Crosswalk> crosswalks) {
    return new Crosswalks(crosswalks);
  }

  /// Those without any file.
  public static Crosswalks builtIn() {
    return new Crosswalks(List.of());
  }

  /// Those of a home, read once.
  ///
  /// @throws CrosswalkException if a file is damaged
  public static Crosswalks of(Home home) {
    List<Crosswalk> crosswalks = new ArrayList<>();
    try {
      for (var file : CrosswalkFile.files(home)) {
        crosswalks.add(CrosswalkImport.read(file, null, null));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new CrosswalkException("the crosswalks of " + home.folder()
          + " cannot be read (" + e.getMessage() + "); import them again", e);
    }
    return new Crosswalks(crosswalks);
  }

  /// What a code means, the weightiest first.
  ///
  /// @param scheme in lower case
  /// @param version null when the source does not say
  /// @return empty for a miss
  public List<Target> targets(String scheme, @Nullable String version, String code) {
    List<Crosswalk> all = byScheme.getOrDefault(scheme, List.of());
    for (boolean isStated : new boolean[]{true, false}) {
      for (Crosswalk crosswalk : all) {
        if (crosswalk.version().equals(version) == isStated) {
          List<Target> targets = crosswalk.targets(code);
          if (!targets.isEmpty()) {
            return targets;
          }
        }
      }
    }
    return builtIn(scheme, code.strip());
  }

  private static List<Target> builtIn(String scheme, String code) {
    return switch (scheme) {
      case "kzis" -> code.matches("\\d{4}(?:\\D.*|\\d{1,2})?") ? redirected(KZIS, code) : List.of();
      case "styrk08" -> code.matches("\\d{4}") ? redirected(STYRK_08, code) : List.of();
      default -> List.of(); // open: any name that a file gives
    };
  }

  private static List<Target> redirected(Map<String, String> redirections, String code) {
    String group = code.substring(0, 4);
    return List.of(new Target(redirections.getOrDefault(group, group), 1));
  }

  /// Names the content: equal crosswalks have equal ids.
  public String id() {
    int hash = 1;
    for (List<Crosswalk> versions : byScheme.values()) {
      for (Crosswalk crosswalk : versions) {
        hash = 31 * hash + (crosswalk.scheme() + " " + crosswalk.version()).hashCode();
        hash = 31 * hash + crosswalk.targets().toString().hashCode();
        hash = 31 * hash + crosswalk.replacements().toString().hashCode();
      }
    }
    return Integer.toHexString(hash);
  }

  /// Scheme and version of each file, with how many codes it has.
  public Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    byScheme.values()
        .forEach(list -> list.forEach(
            crosswalk -> sizes.put(crosswalk.scheme() + " " + crosswalk.version(),
                crosswalk.size())));
    return sizes;
  }

  /// Numbers within versions count as numbers: v9 is before v10.
  static int compareVersions(String a, String b) {
    String[] as = a.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
    String[] bs = b.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
    for (int i = 0; i < Math.min(as.length, bs.length); i++) {
      boolean areNumbers = as[i].matches("\\d{1,18}") && bs[i].matches("\\d{1,18}");
      int order = areNumbers
          ? Long.compare(Long.parseLong(as[i]), Long.parseLong(bs[i]))
          : as[i].compareTo(bs[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(as.length, bs.length);
  }
}
