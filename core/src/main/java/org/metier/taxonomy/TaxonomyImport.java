package org.metier.taxonomy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.encoder.EncoderProgress;
import org.metier.encoder.LabelEncoder;
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
  private final @Nullable EncoderProgress progress;

  private TaxonomyImport(List<Path> folders, @Nullable Language assumed,
      @Nullable EncoderProgress progress) {
    this.folders = List.copyOf(folders);
    this.assumed = assumed;
    this.progress = progress;
  }

  /// What came of an import.
  public record Result(Taxonomy taxonomy, TaxonomyReport report) {}

  /// @param folders each holds CSV files, or folders that do, at least one
  public static TaxonomyImport of(List<Path> folders) {
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("name at least one folder with ESCO's CSV files");
    }
    return new TaxonomyImport(folders, null, EncoderProgress.SILENT);
  }

  /// Takes labels to be of this language when neither file nor folder tells one.
  public TaxonomyImport assuming(Language language) {
    return new TaxonomyImport(folders, language, progress);
  }

  /// Lets somebody hear how far the training of the encoder has come; nobody does by default.
  public TaxonomyImport telling(EncoderProgress listener) {
    return new TaxonomyImport(folders, assumed, listener);
  }

  /// Trains no encoder: the import takes seconds instead of minutes, and titles are linked by what they
  /// share with labels in writing alone.
  public TaxonomyImport withoutEncoder() {
    return new TaxonomyImport(folders, assumed, null);
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

  /// Reads the folders and trains an encoder of their labels, unless there are too few of them or
  /// [#withoutEncoder] was asked. Training takes a minute or two for ESCO in five languages.
  ///
  /// @throws TaxonomyException if a folder cannot be used
  public Result readWithEncoder() {
    Result result = read();
    return progress == null
        ? result
        : EncoderTexts.train(result.taxonomy(), progress)
            .map(encoder -> new Result(result.taxonomy().with(encoder), result.report()))
            .orElse(result);
  }

  /// Reads the folders and makes the result the taxonomy of a home, with an encoder of its labels as
  /// [#readWithEncoder] does.
  ///
  /// @throws TaxonomyException if a folder cannot be used; the home is then as it was
  /// @throws org.metier.home.HomeException if another process is writing to the home
  public TaxonomyReport into(Home home) {
    try (Home.WriteLock _ = home.lock()) {
      Result result = readWithEncoder();
      Optional<LabelEncoder> encoder = result.taxonomy().encoder();
      encoder.ifPresent(e -> e.write(home.encoderFile()));
      result.taxonomy().save(home.taxonomyFile());
      if (encoder.isEmpty()) {
        removeEncoder(home.encoderFile());
      }
      return result.report();
    }
  }

  private static void removeEncoder(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new TaxonomyException(file + " is of an earlier taxonomy and cannot be removed ("
          + e.getClass().getSimpleName() + "); give this user the right to write there", e);
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
