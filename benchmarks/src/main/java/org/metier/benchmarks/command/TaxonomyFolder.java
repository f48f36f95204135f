package org.metier.benchmarks.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.metier.home.Home;
import org.metier.taxonomy.Taxonomy;
import org.metier.taxonomy.TaxonomyImport;

/// A folder that a taxonomy is read from: a home, or one with ESCO's CSV files.
public final class TaxonomyFolder {
  private TaxonomyFolder() {}

  /// @throws IllegalArgumentException if it is no folder
  public static Taxonomy open(Path folder) {
    return isOfCsv(folder)
        ? TaxonomyImport.of(List.of(folder)).read().taxonomy()
        : Taxonomy.of(Home.open(folder));
  }

  /// The same with the encoder that CSV files say nothing of, made of the labels; a home has its own.
  public static Taxonomy openWithEncoder(Path folder) {
    return isOfCsv(folder)
        ? TaxonomyImport.of(List.of(folder)).readWithEncoder().taxonomy()
        : Taxonomy.of(Home.open(folder));
  }

  private static boolean isOfCsv(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(folder
          + " is no folder; expected a home folder, or a folder with ESCO's CSV files");
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.anyMatch(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }
}
