package org.metier.benchmarks.ltr;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.benchmarks.command.ReportOutput;
import org.metier.rank.fitting.ForestSettings.Growth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `metier evaluate ltr`.
@Command(name = "ltr", mixinStandardHelpOptions = true, description = "Learning to rank: NDCG@10 and training time beside LightGBM's lambdarank and XGBoost's rank:ndcg, told the same settings, on one thread.")
final class LtrCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8})x([1-9][0-9]{0,4})");

  @Option(names = "--train", paramLabel = "FILE", description = "rows such as '2 qid:7 0:0.5 12:1', or without qid: and FILE.query with the number of rows of each query")
  private @Nullable Path train;
  @Option(names = "--test", paramLabel = "FILE", description = "the same")
  private @Nullable Path test;
  @Option(names = "--folds", defaultValue = "5", paramLabel = "N", description = "of a cross-validation over all queries of both files (default: ${DEFAULT-VALUE})")
  private int folds;
  @Option(names = "--seeds", defaultValue = "5", paramLabel = "N", description = "train with so many seeds, --seed and the next ones, and average (default: ${DEFAULT-VALUE})")
  private int seeds;
  @Option(names = "--feature-share", paramLabel = "SHARE", description = "of the features that each tree may look at (default: 0.5 with files, so that seeds make a difference; 1 with --generated)")
  private @Nullable Double featureShare;
  @Option(names = "--generated", paramLabel = "ROWSxFEATURES", description = "instead of files: train on generated lists, such as 120000x40, and print times")
  private @Nullable String generated;
  @Option(names = "--rounds", defaultValue = "4", paramLabel = "N", description = "of --generated; medians leave out the first (default: ${DEFAULT-VALUE})")
  private int rounds;
  @Option(names = "--trees", defaultValue = "100", description = "(default: ${DEFAULT-VALUE})")
  private int trees;
  @Option(names = "--leaves", defaultValue = "31", description = "of a tree, at most (default: ${DEFAULT-VALUE})")
  private int leaves;
  @Option(names = "--shrinkage", paramLabel = "RATE", description = "share of each tree's step (default: 0.05 with files, which are small; 0.1 with --generated)")
  private @Nullable Double shrinkage;
  @Option(names = "--min-leaf", defaultValue = "20", description = "rows of a leaf, at least; XGBoost has no such bound (default: ${DEFAULT-VALUE})")
  private int minLeaf;
  @Option(names = "--min-hessian", defaultValue = "0.001", description = "second derivatives of a leaf, at least (default: ${DEFAULT-VALUE})")
  private double minHessian;
  @Option(names = "--truncation", defaultValue = "30", description = "ranks from the top whose pairs count (default: ${DEFAULT-VALUE})")
  private int truncation;
  @Option(names = "--seed", defaultValue = "1", description = "(default: ${DEFAULT-VALUE})")
  private long seed;
  @Option(names = "--smile", description = "also Metier's LambdaMART on Smile's trees, some fifteen times as slow")
  private boolean isWithSmile;
  @Mixin
  private ReportOutput output = new ReportOutput();
  @Spec
  private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    requirePositive();
    List<String> notes = new ArrayList<>();
    List<RankingTrainer> trainers = trainers(notes);
    TrainingSettings settings = new TrainingSettings(trees, leaves,
        share("--shrinkage", shrinkage, generated == null ? 0.05 : 0.1), minLeaf, minHessian,
        truncation, share("--feature-share", featureShare, generated == null ? 0.5 : 1), seed);
    if (generated != null) {
      Matcher size = SIZE.matcher(generated);
      if (!size.matches()) {
        throw usage("--generated must be like 120000x40, was " + generated);
      }
      SpeedReport report = new SpeedEvaluation(trainers, settings, rounds)
          .run(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), notes);
      output.print(report, LtrCommand::print);
    } else if (train != null && test != null) {
      ParityReport report = new ParityEvaluation(trainers, settings, folds, seeds)
          .run(LetorFile.read(train), LetorFile.read(test), notes);
      output.print(report, LtrCommand::print);
    } else {
      throw usage("expected --train FILE --test FILE, or --generated ROWSxFEATURES");
    }
    return 0;
  }

  private double share(String option, @Nullable Double given, double otherwise) {
    if (given == null) {
      return otherwise;
    }
    if (!(given > 0 && given <= 1)) {
      throw usage(option + " must be above 0 and at most 1, was " + given);
    }
    return given;
  }

  private void requirePositive() {
    if (folds < 2 || seeds < 1 || rounds < 1) {
      throw usage("--folds must be at least 2, --seeds and --rounds at least 1, were " + folds
          + ", " + seeds + " and " + rounds);
    }
  }

  private ParameterException usage(String problem) {
    return new ParameterException(command.commandLine(), problem);
  }

  private List<RankingTrainer> trainers(List<String> notes) {
    List<RankingTrainer> trainers = new ArrayList<>();
    trainers.add(new MetierTrainer(Growth.HISTOGRAM));
    if (isWithSmile) {
      trainers.add(new MetierTrainer(Growth.SMILE));
    }
    trainers.add(new LightGbmTrainer());
    trainers.add(new XgboostTrainer());
    String own = trainers.getFirst().missing();
    if (!own.isEmpty()) {
      throw new IllegalStateException(own);
    }
    trainers.removeIf(trainer -> {
      String missing = trainer.missing();
      if (!missing.isEmpty()) {
        notes.add("left out: " + missing);
      }
      return !missing.isEmpty();
    });
    return trainers;
  }

  private static void print(ParityReport report, PrintWriter out) {
    out.printf(Locale.ROOT, "%,d queries to learn from, %,d features%n", report.queries(),
        report.features());
    for (ParityReport.Split split : report.splits()) {
      out.printf(Locale.ROOT,
          "%n%s: %,d queries with more than one grade%n%-24s %8s %-17s %10s %-19s %9s%n",
          split.name(), split.queries(), "", "NDCG@10", "(95 % interval)", "Metier by",
          "(95 % interval)", "seconds");
      for (ParityReport.Row row : split.rows()) {
        out.printf(Locale.ROOT, "%-24s %8.4f (%.4f to %.4f) %+10.4f (%+.4f to %+.4f) %9.2f%n",
            row.trainer(), row.ndcgAt10(), row.low(), row.high(), row.difference(),
            row.differenceLow(), row.differenceHigh(), row.seconds());
      }
    }
    report.notes().forEach(out::println);
  }

  private static void print(SpeedReport report, PrintWriter out) {
    out.printf(Locale.ROOT,
        "%,d rows, %d features, %d trees of %d leaves; NDCG@10 on %,d other queries%n",
        report.rows(), report.features(), report.settings().trees(), report.settings().leaves(),
        report.heldOutQueries());
    out.printf(Locale.ROOT, "%-24s %8s %12s %8s   %s%n", "", "seconds", "by LightGBM's", "NDCG@10",
        "seconds of each round, the first cold");
    for (SpeedReport.Row row : report.trainers()) {
      out.printf(Locale.ROOT, "%-24s %8.2f %12s %8.4f   %s%n", row.trainer(),
          row.medianSeconds(),
          row.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", row.ratio()),
          row.ndcgAt10(),
          row.seconds()
              .stream()
              .map(s -> String.format(Locale.ROOT, "%.2f", s))
              .collect(Collectors.joining(" ")));
    }
    report.notes().forEach(out::println);
  }
}
