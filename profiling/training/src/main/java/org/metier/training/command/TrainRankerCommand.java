package org.metier.training.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.audit.AuditLog;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.match.RankerModel;
import org.metier.rank.fitting.ForestSettings;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.training.BoostingSettings;
import org.metier.training.JudgedData;
import org.metier.training.PortalJudgments;
import org.metier.training.RankerTrainer;
import org.metier.training.RankerTraining;
import org.metier.training.TrainedRanker;
import org.metier.training.promotion.PromotionReport;
import org.metier.vacancy.Vacancy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Fits a ranker to a portal's own judgments.
@Command(name = "ranker", mixinStandardHelpOptions = true, description = "Fit a ranker to judged pairs of profiles and vacancies.", footer = {
  "", "Each input is a file of JSON Lines; profiling/training/README.md shows one line of "
      + "each. Links Smile, which is GPL-3."})
final class TrainRankerCommand implements Callable<Integer> {
  private static final int REFUSED = 2;

  @Spec
  private @Nullable CommandSpec spec;

  @Mixin
  private JudgmentOptions judgments = new JudgmentOptions();

  @Mixin
  private GateOptions gate = new GateOptions();

  @Option(names = "--home", paramLabel = "FOLDER", defaultValue = "metier-home", description = "the home folder, for its taxonomy and --install (default: ${DEFAULT-VALUE})")
  private Path home = Path.of("metier-home");

  @Option(names = "--out", paramLabel = "FILE", defaultValue = "ranker.json", description = "the model; its card goes beside it (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("ranker.json");

  @Option(names = "--install", description = "also put the model into service in the home folder, if the gate lets it pass")
  private boolean isToBeInstalled;

  @Option(names = "--as-of", paramLabel = "INSTANT", description = "of --judgments: count freshness and recency from here, such as 2026-10-01T00:00:00Z "
      + "(default: when the latest vacancy was posted)")
  private @Nullable Instant asOf;

  @Option(names = "--seed", defaultValue = "1", description = "same seed, same bytes (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--trees", defaultValue = "150", description = "at most this many (default: ${DEFAULT-VALUE})")
  private int trees;

  @Option(names = "--leaves", defaultValue = "12", description = "of one tree, at most (default: ${DEFAULT-VALUE})")
  private int leaves;

  @Option(names = "--min-leaf", defaultValue = "100", description = "pairs in a leaf, at least (default: ${DEFAULT-VALUE})")
  private int minLeaf;

  @Option(names = "--shrinkage", defaultValue = "0.1", description = "share of each tree's step (default: ${DEFAULT-VALUE})")
  private double shrinkage;

  @Option(names = "--sample", defaultValue = "0.7", description = "share of the people that each tree is grown on (default: ${DEFAULT-VALUE})")
  private double sample;

  @Option(names = "--patience", defaultValue = "30", description = "trees without gain before it stops (default: ${DEFAULT-VALUE})")
  private int patience;

  @Option(names = "--json", description = "print the card as JSON")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    Screen screen = new Screen(java.util.Objects.requireNonNull(spec).commandLine(), isJson);
    BoostingSettings settings = new BoostingSettings(trees, leaves, minLeaf, shrinkage, sample,
        patience, seed);
    boolean hasHome = isToBeInstalled || Files.exists(home);
    Taxonomy taxonomy = hasHome ? Taxonomy.of(Home.open(home)) : Taxonomy.sample();
    return judgments.areGraded()
        ? finish(screen, judgments.graded(), taxonomy, settings)
        : finish(screen, judgments.portal(), taxonomy);
  }

  private int finish(Screen screen, JudgedData data, Taxonomy taxonomy,
      BoostingSettings settings) throws IOException {
    RankerTrainer.Builder trainer = RankerTrainer.builder(taxonomy, TextAnalyzer.create())
        .settings(settings)
        .progress(screen.progress());
    if (asOf != null) {
      trainer.asOf(asOf);
    }
    return finish(screen, trainer.build().trainAndHoldOut(data), data.vacancies().values(),
        data.profiles().keySet());
  }

  private int finish(Screen screen, PortalJudgments data, Taxonomy taxonomy) throws IOException {
    screen.note(GateText.of(data.log(), data.ratings()).stripTrailing());
    RankerTraining training = judgments.trainer(taxonomy)
        .settings(ForestSettings.builder()
            .trees(trees)
            .leaves(leaves)
            .minLeafRows(minLeaf)
            .shrinkage(shrinkage)
            .listShare(sample)
            .patience(patience)
            .seed(seed)
            .build())
        .progress(screen.progress())
        .build()
        .train(data);
    return finish(screen, training, data.vacancies().values(), data.profiles().keySet());
  }

  /// @param people whose profiles were among the data
  private int finish(Screen screen, RankerTraining training, Collection<Vacancy> vacancies,
      Collection<String> people) throws IOException {
    TrainedRanker ranker = training.ranker();
    ranker.write(out);
    keepMembers(ranker.model().sha256(), people);
    screen.show(ranker, out);
    if (!isToBeInstalled && !gate.isReportAskedFor()) {
      return 0;
    }
    RankerModel inService = Files.exists(home)
        ? RankerModel.of(Home.open(home))
        : RankerModel.standard();
    PromotionReport report = gate.hold(ranker.model(), inService, training.heldOut(), vacancies);
    screen.note(GateText.of(report).stripTrailing());
    if (!isToBeInstalled) {
      return 0;
    }
    if (!report.isPassed()) {
      screen.note("not installed: " + out);
      return REFUSED;
    }
    Home opened = Home.open(home);
    ranker.install(opened);
    screen.installed(opened.model(LearnedPart.RANKER));
    return 0;
  }

  /// So that somebody who is erased can be told which models learnt from their data, where the home has an audit log.
  private void keepMembers(String model, Collection<String> people) {
    if (Files.exists(home)) {
      Home opened = Home.open(home);
      if (AuditLog.exists(opened)) {
        AuditLog.open(opened).trained().keep(LearnedPart.RANKER.code(), model, people);
      }
    }
  }
}
