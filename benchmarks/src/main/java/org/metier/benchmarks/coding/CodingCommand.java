package org.metier.benchmarks.coding;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.benchmarks.command.CodedAdsOptions;
import org.metier.benchmarks.command.ReportOutput;
import org.metier.benchmarks.command.TaxonomyFolder;
import org.metier.coding.CodedAds;
import org.metier.coding.learned.CalibrationTable;
import org.metier.taxonomy.Taxonomy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `evaluate coding`.
@Command(name = "coding", mixinStandardHelpOptions = true, description = "How well advertisements are coded to ISCO-08 unit groups, beside BM25 on titles.")
final class CodingCommand implements Callable<Integer> {
  @Mixin
  private CodedAdsOptions ads = new CodedAdsOptions();

  @Option(names = "--taxonomy", paramLabel = "FOLDER", description = "a home folder, or a folder with ESCO's CSV files (default: ../esco/pl beside the file's folder, else the sample)")
  private @Nullable Path taxonomy;

  @Option(names = "--train", paramLabel = "FILE", description = "train on this file instead of on four fifths of the other")
  private @Nullable Path train;

  @Option(names = "--seed", defaultValue = "1", description = "of the split and of training (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Mixin
  private ReportOutput output = new ReportOutput();

  @Spec
  private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    int folds = ads.folds();
    Taxonomy opened = taxonomy();
    CodedAds test = ads.read();
    CodedAds training = train == null ? null : ads.read(train);
    CodingReport report = new CodingEvaluation(opened, folds, seed, System::nanoTime).run(test,
        training);
    output.print(report, CodingCommand::print);
    return 0;
  }

  private Taxonomy taxonomy() {
    Path folder = taxonomy;
    if (folder == null) {
      Path beside = ads.file().toAbsolutePath().getParent();
      Path esco = beside == null ? Path.of("esco") : beside.resolveSibling("esco");
      if (!Files.isDirectory(esco)) {
        command.commandLine().getErr().println("no --taxonomy: the sample serves");
        return Taxonomy.sample();
      }
      folder = esco;
    }
    return TaxonomyFolder.open(folder);
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
