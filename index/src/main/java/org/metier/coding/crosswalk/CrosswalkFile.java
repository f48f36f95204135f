package org.metier.coding.crosswalk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.metier.home.Home;
import org.metier.home.internal.WholeFile;

/// Crosswalks in a home: one TSV file a version, in the layout that [CrosswalkImport] reads, sorted, so
/// that equal crosswalks are equal bytes.
final class CrosswalkFile {
  private static final String SUFFIX = ".tsv";

  private CrosswalkFile() {}

  /// Replaces the file as a whole.
  static void write(Crosswalk crosswalk, Home home) throws IOException {
    StringBuilder text = new StringBuilder("scheme\tversion\tcode\ttarget\tweight\treplaced-by\n");
    String head = crosswalk.scheme() + "\t" + crosswalk.version() + "\t";
    crosswalk.targets()
        .forEach((code, targets) -> targets.forEach(target -> text.append(head)
            .append(code)
            .append('\t')
            .append(target.concept())
            .append('\t')
            .append(target.weight())
            .append("\t\n")));
    crosswalk.replacements()
        .forEach((code, next) -> next.forEach(
            replacement -> text.append(head)
                .append(code)
                .append("\t\t\t")
                .append(replacement)
                .append('\n')));
    WholeFile.replace(
        home.crosswalks().resolve(crosswalk.scheme() + "_" + crosswalk.version() + SUFFIX),
        text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// In the order of their names.
  static List<Path> files(Home home) throws IOException {
    if (!Files.isDirectory(home.crosswalks())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.crosswalks())) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }
}
