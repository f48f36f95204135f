package org.metier.training.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.audit.AuditLog;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.match.model.RankerModel;
import org.metier.rank.fitting.ForestSettings;
import org.metier.taxonomy.Taxonomy;
import org.metier.training.judgment.JudgedData;
import org.metier.training.judgment.PortalJudgments;
import org.metier.training.promotion.PromotionReport;
import org.metier.training.ranker.PortalTrainer;
import org.metier.training.ranker.RankerTrainer;
import org.metier.training.ranker.RankerTraining;
import org.metier.training.ranker.TrainedRanker;
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
  @Spec
  private @Nullable CommandSpec spec;

  @Mixin
  private JudgmentOptions judgments = new JudgmentOptions();

  @Mixin
  private ForestOptions forest = new ForestOptions();

  @Mixin
  private GateOptions gate = new GateOptions();

  @Option(names = "--home", paramLabel = "FOLDER", defaultValue = "metier-home", description = "the home folder, for its taxonomy and --install (default: ${DEFAULT-VALUE})")
  private Path home = Path.of("metier-home");

  @Option(names = "--out", paramLabel = "FILE", defaultValue = "ranker.json", description = "the model; its card goes beside it (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("ranker.json");

  @Option(names = "--install", description = "also put the model into service in the home folder, if the gate lets it pass")
  private boolean isToBeInstalled;

  @Option(names = "--checkpoint", paramLabel = "FILE", description = "write every tree here as it stands, and go on from there if the file exists: an interrupted training that is called again with the same data and settings gives the same model, byte for byte")
  private @Nullable Path checkpoint;

  @Option(names = "--json", description = "print the card as JSON")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    Screen screen = new Screen(java.util.Objects.requireNonNull(spec).commandLine(), isJson);
    ForestSettings settings = forest.settings();
    boolean hasHome = isToBeInstalled || Files.exists(home);
    Taxonomy taxonomy = hasHome ? Taxonomy.of(Home.open(home)) : Taxonomy.sample();
    return judgments.areGraded()
        ? finish(screen, judgments.graded(), taxonomy, settings)
        : finish(screen, judgments.portal(), taxonomy, settings);
  }

  private int finish(Screen screen, JudgedData data, Taxonomy taxonomy,
      ForestSettings settings) throws IOException {
    RankerTrainer.Builder trainer = judgments.grader(taxonomy)
        .settings(settings)
        .progress(screen.progress());
    if (checkpoint != null) {
      trainer.checkpoint(checkpoint);
    }
    return finish(screen, trainer.build().trainAndHoldOut(data), data.vacancies().values(),
        data.profiles().keySet());
  }

  private int finish(Screen screen, PortalJudgments data, Taxonomy taxonomy,
      ForestSettings settings) throws IOException {
    screen.note(GateText.of(data.log(), data.ratings()).stripTrailing());
    PortalTrainer.Builder trainer = judgments.trainer(taxonomy)
        .settings(settings)
        .progress(screen.progress());
    if (checkpoint != null) {
      trainer.checkpoint(checkpoint);
    }
    return finish(screen, trainer.build().train(data), data.vacancies().values(),
        data.profiles().keySet());
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
    return gate.install(screen, report, ranker, Home.open(home), out);
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
