package org.metier.training.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.match.model.ModelCard;
import org.metier.match.model.RankerModel;
import org.metier.taxonomy.Taxonomy;
import org.metier.training.judgment.JudgedData;
import org.metier.training.judgment.PortalJudgments;
import org.metier.training.promotion.PromotionReport;
import org.metier.training.ranker.TrainedRanker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Holds a model file against the one in service.
@Command(name = "ranker", mixinStandardHelpOptions = true, description = "Hold a ranker against the one in service on held-out people, and against bounds.", footer = {
  "",
  "Exit code 2 when the gate refuses it. With the files and the seed of the training, the people are "
      + "those that it did not learn from."})
final class EvaluateRankerCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Mixin
  private JudgmentOptions judgments = new JudgmentOptions();

  @Mixin
  private GateOptions gate = new GateOptions();

  @Option(names = "--candidate", required = true, paramLabel = "FILE", description = "the model")
  private Path candidate = Path.of("ranker.json");

  @Option(names = "--home", paramLabel = "FOLDER", defaultValue = "metier-home", description = "the home folder (default: ${DEFAULT-VALUE})")
  private Path home = Path.of("metier-home");

  @Option(names = "--seed", defaultValue = "1", description = "of the training (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--install", description = "put the model into service if the gate lets it pass")
  private boolean isToBeInstalled;

  @Option(names = "--json", description = "print the report as JSON")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    Home opened = Home.open(home);
    RankerModel model = RankerModel.read(candidate);
    PromotionReport report = hold(model, RankerModel.of(opened), Taxonomy.of(opened));
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Screen screen = new Screen(line, isJson);
    if (isJson) {
      line.getOut().println(Json.writePretty(report));
      line.getOut().flush();
    } else {
      screen.note(GateText.of(report).stripTrailing());
    }
    if (!isToBeInstalled) {
      return report.isPassed() ? 0 : GateOptions.REFUSED;
    }
    ModelCard card = ModelCard.read(ModelCard.beside(candidate), model);
    return gate.install(screen, report, new TrainedRanker(model, card), opened, candidate);
  }

  private PromotionReport hold(RankerModel model, RankerModel inService, Taxonomy taxonomy)
      throws IOException {
    if (judgments.areGraded()) {
      JudgedData data = judgments.graded();
      return gate.hold(model, inService,
          judgments.grader(taxonomy).seed(seed).build().heldOut(data),
          data.vacancies().values());
    }
    PortalJudgments data = judgments.portal();
    return gate.hold(model, inService, judgments.trainer(taxonomy).seed(seed).build().heldOut(data),
        data.vacancies().values());
  }
}
