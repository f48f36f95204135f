package org.metier.benchmarks.duplicates;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.benchmarks.command.ReportOutput;
import org.metier.duplicate.Cluster;
import org.metier.feed.mapping.Mapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate duplicates`.
@Command(name = "duplicates", mixinStandardHelpOptions = true, description = "Which advertisements of a feed are one vacancy, beside exact fields and MinHash alone.")
final class DuplicatesCommand implements Callable<Integer> {
  private static final int CLUSTERS = 10;

  @Option(names = "--file", required = true, paramLabel = "FEED", description = "a partner's feed, in any format that ingest reads")
  private Path file = Path.of("");

  @Option(names = "--mapping", paramLabel = "FILE", description = "how its columns become fields, for csv and json")
  private @Nullable Path mapping;

  @Option(names = "--pairs", paramLabel = "FILE", description = "TSV with the columns first, second (12 hex digits of the keys' SHA-256), label (same, different), draw (random, merged); by default the labels that ship with Metier, as far as the feed has their records")
  private @Nullable Path pairs;

  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + " is no file; expected a feed");
    }
    Mapping known = mapping == null ? null : mapping(mapping);
    Records records = Records.read(file, known);
    DuplicateEvaluation evaluation = new DuplicateEvaluation(records);
    PairLabels labels = pairs == null
        ? PairLabels.shipped(records.drafts())
        : PairLabels.read(pairs, records.drafts());
    DuplicateReport report = evaluation.run(labels, Records.rows(file, known));
    output.print(report, (shown, out) -> {
      print(shown, out);
      printClusters(evaluation.clusters(), out);
    });
    return 0;
  }

  private static Mapping mapping(Path file) {
    try {
      return Mapping.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static void print(DuplicateReport report, PrintWriter out) {
    out.printf(Locale.ROOT,
        "%,d rows: %,d rejected, %,d repeat an earlier row, %,d records in %,d clusters%n",
        report.rows(), report.rejected(), report.repeated(), report.records(), report.clusters());
    out.printf("clusters by size: %s%n", report.sizes());
    out.printf(Locale.ROOT,
        "each row by itself, without keys and addresses: %,d clusters; %s%n",
        report.clustersWithoutKeys(), report.isEachRepeatFound()
            ? "each repeated row is with the one it repeats"
            : "NOT each repeated row is with the one it repeats");
    out.printf("decisions on pairs that share a term: %s%n", report.decisions());
    out.printf("first veto: %s%n", report.vetoes());
    out.printf(Locale.ROOT, "merges of other employers in other towns: %d%n",
        report.mergesAcrossEmployerAndTown());
    DuplicateReport.Labelled labelled = report.labelled();
    if (labelled == null) {
      out.printf("no labelled pair is of this feed%n");
      return;
    }
    out.printf(Locale.ROOT,
        "%,d labelled pairs, %,d of them one vacancy; %,d name records that are not there; drawn from %,d"
            + " candidate pairs%n",
        labelled.pairs(), labelled.same(), labelled.unknown(), labelled.candidates());
    out.printf("%-18s %7s  %-20s %-20s %-8s %-6s  %-20s %-20s%n", "", "groups", "precision",
        "recall", "merged", "unread", "weighted precision", "weighted recall");
    for (Map.Entry<String, DuplicateReport.Figures> system : labelled.systems().entrySet()) {
      DuplicateReport.Figures f = system.getValue();
      out.printf(Locale.ROOT, "%-18s %7d  %-20s %-20s %-8d %-6d  %-20s %-20s%n", system.getKey(),
          f.groups(), text(f.precision()), text(f.recall()), f.mergedPairs(), f.unreadPairs(),
          text(f.randomPrecision()), text(f.randomRecall()));
    }
  }

  private static String text(Share share) {
    return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", share.value(), share.low(), share.high());
  }

  /// The largest clusters and why they are together, without a word of their texts.
  private static void printClusters(List<Cluster> clusters, PrintWriter out) {
    clusters.stream()
        .filter(cluster -> cluster.members().size() > 1)
        .sorted(Comparator.comparingInt((Cluster c) -> -c.members().size())
            .thenComparing(Cluster::name))
        .limit(CLUSTERS)
        .forEach(cluster -> {
          out.printf(Locale.ROOT, "%n%d advertisements, shown as %s%n", cluster.members().size(),
              PairLabels.hash(cluster.representative().key()));
          cluster.links()
              .forEach(link -> out.printf("  %s %s: %s%n", PairLabels.hash(link.first().key()),
                  PairLabels.hash(link.second().key()), link.decision().sentence()));
        });
  }
}
