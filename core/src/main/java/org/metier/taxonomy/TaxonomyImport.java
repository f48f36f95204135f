package org.metier.taxonomy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.text.Language;

/// Reads folders in the layout of ESCO's official CSV download and compiles them to one [Taxonomy].
///
/// A file is known by its columns. Files may be missing, languages may cover a part, and folders of
/// different versions go together: a concept is there when any file has it. The language of labels is
/// that of the file's name (`occupations_fr.csv`), else of its folder's (`fr`), else the assumed one.
/// The order of the folders does not matter. Immutable; reading costs some seconds for all of ESCO.
public final class TaxonomyImport {
  private final List<Path> folders;
  private final @Nullable Language assumed;

  private TaxonomyImport(List<Path> folders, @Nullable Language assumed) {
    this.folders = List.copyOf(folders);
    this.assumed = assumed;
  }

  /// What came of an import.
  public record Result(Taxonomy taxonomy, TaxonomyReport report) {}

  /// @param folders each holds CSV files, or folders that do, at least one
  public static TaxonomyImport of(List<Path> folders) {
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("name at least one folder with ESCO's CSV files");
    }
    return new TaxonomyImport(folders, null);
  }

  /// Takes labels to be of this language when neither file nor folder tells one.
  public TaxonomyImport assuming(Language language) {
    return new TaxonomyImport(folders, language);
  }

  /// Reads the folders.
  ///
  /// @throws TaxonomyException if a folder cannot be used
  public Result read() {
    CsvReading reading = new CsvReading();
    for (Path folder : folders) {
      boolean isUsable = false;
      for (CsvSource source : sources(folder)) {
        isUsable |= reading.read(source);
      }
      if (!isUsable) {
        throw new TaxonomyException(folder + " holds no CSV file of ESCO in a language of Metier;"
            + " expected files such as occupations_en.csv with the columns conceptUri and"
            + " preferredLabel");
      }
    }
    return reading.finish();
  }

  /// Reads the folders and makes the result the taxonomy of a home.
  ///
  /// @throws TaxonomyException if a folder cannot be used; the home is then as it was
  /// @throws org.metier.home.HomeException if another process is writing to the home
  public TaxonomyReport into(Home home) {
    try (Home.WriteLock _ = home.lock()) {
      Result result = read();
      result.taxonomy().save(home.taxonomyFile());
      return result.report();
    }
  }

  private List<CsvSource> sources(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new TaxonomyException(
          folder + (Files.exists(folder) ? " is no folder" : " does not exist")
              + "; expected a folder with ESCO's CSV files, such as occupations_en.csv");
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(f -> f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
          .filter(Files::isRegularFile)
          .sorted()
          .map(this::source)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new TaxonomyException(folder + " cannot be read (" + e.getClass().getSimpleName()
          + "); expected a folder that this user may read", e);
    }
  }

  private CsvSource source(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path name = folder == null ? null : folder.getFileName();
    return CsvSource.named(file.toString(), file.getFileName().toString(),
        name == null ? "" : name.toString(), assumed, () -> Files.newInputStream(file));
  }
}
