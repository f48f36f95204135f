package org.metier.benchmarks.coding;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.coding.CodedAds;
import org.metier.coding.crosswalk.Crosswalks;
import org.metier.coding.learned.CalibrationTable;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.taxonomy.Taxonomy;
import org.metier.taxonomy.TaxonomyImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `evaluate coding`.
@Command(name = "coding", mixinStandardHelpOptions = true, description = "How well advertisements are coded to ISCO-08 unit groups, beside BM25 on titles.")
final class CodingCommand implements Callable<Integer> {
  @Option(names = "--file", required = true, paramLabel = "FILE", description = "CSV or TSV of coded advertisements, with a header")
  private Path file = Path.of("");

  @Option(names = "--taxonomy", paramLabel = "FOLDER", description = "a home folder, or a folder with ESCO's CSV files (default: ../esco/pl beside the file's folder, else the sample)")
  private @Nullable Path taxonomy;

  @Option(names = "--train", paramLabel = "FILE", description = "train on this file instead of on four fifths of the other")
  private @Nullable Path train;

  @Option(names = "--columns", paramLabel = "OURS=THEIRS", split = ",", description = "columns called otherwise, such as title=job.title,code=kzis_code")
  private Map<String, String> columns = Map.of();

  @Option(names = "--scheme", paramLabel = "NAME", defaultValue = "", description = "classification of the codes, such as kzis (default: kzis for a column kzis_code, else isco08)")
  private String scheme = "";

  @Option(names = "--folds", defaultValue = "5", description = "parts of a cross-validation, 2 to 20 (default: ${DEFAULT-VALUE})")
  private int folds = 5;

  @Option(names = "--seed", defaultValue = "1", description = "of the split and of training (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--json", description = "print one JSON object, for machines")
  private boolean json;

  @Spec
  private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (folds < 2 || folds > 20) {
      throw new IllegalArgumentException("--folds must be 2 to 20, was " + folds);
    }
    Taxonomy opened = taxonomy();
    CodedAds test = CodedAds.read(file, columns, scheme, Crosswalks.builtIn());
    CodedAds training = train == null
        ? null
        : CodedAds.read(train, columns, scheme, Crosswalks.builtIn());
    CodingReport report = new CodingEvaluation(opened, folds, seed, System::nanoTime).run(test,
        training);
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(Json.write(report));
    } else {
      print(report, out);
    }
    out.flush();
    return 0;
  }

  private Taxonomy taxonomy() {
    Path folder = taxonomy;
    if (folder == null) {
      Path beside = file.toAbsolutePath().getParent();
      Path esco = beside == null ? Path.of("esco") : beside.resolveSibling("esco");
      if (!Files.isDirectory(esco)) {
        command.commandLine().getErr().println("no --taxonomy: the sample serves");
        return Taxonomy.sample();
      }
      folder = esco;
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(folder
          + " is no folder; expected a home folder, or a folder with ESCO's CSV files");
    }
    return holdsCsv(folder)
        ? TaxonomyImport.of(folders(folder)).read().taxonomy()
        : Taxonomy.of(Home.open(folder));
  }

  /// A folder itself, or the folders in it: one a language.
  private static List<Path> folders(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> folders = inside.filter(Files::isDirectory).sorted().toList();
      return folders.isEmpty() ? List.of(folder) : folders;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }

  private static boolean holdsCsv(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.anyMatch(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }

  private static void print(CodingReport report, PrintWriter out) {
    out.printf(Locale.ROOT, "%,d of %,d rows are coded advertisements, in %,d clusters of"
        + " near-duplicates; %s%n", report.ads(), report.rows(), report.clusters(),
        report.split());
    report.skipped().forEach((why, count) -> out.printf("  skipped, %s: %,d%n", why, count));
    out.printf("%n%-14s %8s %8s %8s%n", "unit group", "first", "± s.e.", "top 3");
    report.systems()
        .forEach((name, f) -> out.printf(Locale.ROOT, "%-14s %8.4f %8.4f %8.4f%n", name, f.first(),
            f.sample(), f.amongThree()));
    out.printf(Locale.ROOT, "%nconfidence of the first answer (expected calibration error %.4f)%n",
        report.expectedCalibrationError());
    out.printf("%-12s %8s %10s %10s%n", "band", "ads", "predicted", "right");
    for (CalibrationTable.Band band : report.bands()) {
      out.printf(Locale.ROOT, "%.1f to %.1f   %8d %10.4f %10.4f%n", band.from(), band.to(),
          band.answers(), band.predicted(), band.observed());
    }
    out.printf(Locale.ROOT, "%ncoded (confidence at least %.2f): %.4f, of those right: %.4f; the"
        + " rest is listed for review%n", report.threshold(), report.coded(),
        report.rightOfCoded());
    out.printf(Locale.ROOT, "coding an advertisement in full, median: %.3f ms%n",
        report.medianMillis());
    out.printf("%nmost frequent confusions%n");
    report.confusions()
        .forEach(c -> out.printf("  %3d  %s %s, answered %s %s%n", c.count(), c.right(),
            c.rightLabel(), c.answered(), c.answeredLabel()));
  }
}
