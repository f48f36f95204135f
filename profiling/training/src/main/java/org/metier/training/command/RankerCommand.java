package org.metier.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelSlot;
import org.metier.match.ModelCard;
import org.metier.match.RankerModel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.training.JudgedData;
import org.metier.training.PortalJudgments;
import org.metier.training.RankerTrainer;
import org.metier.training.promotion.PromotionReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What serves, whether another model may, and the way back.
@Command(name = "ranker", mixinStandardHelpOptions = true, description = "The model in service: show it, hold another against it, go back to the one before.", subcommands = {
  RankerCommand.Show.class, RankerCommand.Gate.class, RankerCommand.Back.class})
final class RankerCommand implements Runnable {
  @Spec
  private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
        "expected show, gate or back");
  }

  private static void show(PrintWriter out, String what, RankerModel model,
      @Nullable ModelCard card) {
    out.printf("%s: %s%n", what, model.sha256());
    if (card == null) {
      out.printf("  no card beside it%n");
      return;
    }
    out.printf("  trained at %s on %s%n", card.trainedAt(), card.dataSha256().keySet());
    card.measures()
        .entrySet()
        .stream()
        .filter(measure -> !measure.getKey().startsWith("importance."))
        .forEach(measure -> out.printf(java.util.Locale.ROOT, "  %-32s %.4f%n", measure.getKey(),
            measure.getValue()));
  }

  private static @Nullable ModelCard card(Path modelFile, RankerModel model) {
    Path file = ModelCard.beside(modelFile);
    return Files.exists(file) ? ModelCard.read(file, model) : null;
  }

  /// `metier ranker show`.
  @Command(name = "show", mixinStandardHelpOptions = true, description = "Say which model serves and which one is the way back.")
  static final class Show implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--home", paramLabel = "FOLDER", defaultValue = "metier-home", description = "the home folder (default: ${DEFAULT-VALUE})")
    private Path home = Path.of("metier-home");

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      ModelSlot slot = Home.open(home).model(LearnedPart.RANKER);
      RankerModel model = slot.inService(RankerModel::read, RankerModel::standard);
      RankerCommand.show(out, slot.isFilled() ? "in service" : "in service, as shipped", model,
          slot.isFilled() ? card(slot.file(), model) : ModelCard.standard());
      if (Files.exists(slot.previousFile())) {
        RankerModel previous = RankerModel.read(slot.previousFile());
        RankerCommand.show(out, "the way back", previous, card(slot.previousFile(), previous));
      } else if (slot.hasWayBack()) {
        out.printf("the way back: the model that ships with Metier%n");
      } else {
        out.printf("no way back: nothing else was ever installed%n");
      }
      return 0;
    }
  }

  /// `metier ranker back`.
  @Command(name = "back", mixinStandardHelpOptions = true, description = "Put the model into service that served before; doing it twice changes nothing.")
  static final class Back implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--home", paramLabel = "FOLDER", defaultValue = "metier-home", description = "the home folder (default: ${DEFAULT-VALUE})")
    private Path home = Path.of("metier-home");

    @Override
    public Integer call() {
      Home opened = Home.open(home);
      String before = RankerModel.of(opened).sha256();
      opened.model(LearnedPart.RANKER).back(RankerModel::read);
      Objects.requireNonNull(spec)
          .commandLine()
          .getOut()
          .printf("in service: %s%nbefore: %s%n", RankerModel.of(opened).sha256(), before);
      return 0;
    }
  }

  /// `metier ranker gate`.
  @Command(name = "gate", mixinStandardHelpOptions = true, description = "Hold a model file against the one in service on held-out people.", footer = {
    "",
    "Exit code 2 when the gate refuses it. With the files and the seed of the training, the people are "
        + "those that it did not learn from."})
  static final class Gate implements Callable<Integer> {
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

    @Override
    public Integer call() throws IOException {
      Home opened = Home.open(home);
      RankerModel model = RankerModel.read(candidate);
      PromotionReport report = hold(model, RankerModel.of(opened), Taxonomy.of(opened));
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      out.print(GateText.of(report));
      if (report.isPassed() && isToBeInstalled) {
        ModelCard card = Objects.requireNonNull(card(candidate, model),
            "no card " + ModelCard.beside(candidate));
        ModelSlot slot = opened.model(LearnedPart.RANKER);
        slot.install(model.toBytes(), card.toBytes());
        out.println("installed: " + slot.file());
      }
      out.flush();
      return report.isPassed() ? 0 : 2;
    }

    private PromotionReport hold(RankerModel model, RankerModel inService, Taxonomy taxonomy)
        throws IOException {
      if (judgments.areGraded()) {
        JudgedData data = judgments.graded();
        return gate.hold(model, inService,
            RankerTrainer.builder(taxonomy, TextAnalyzer.create()).seed(seed).build().heldOut(data),
            data.vacancies().values());
      }
      PortalJudgments data = judgments.portal();
      return gate.hold(model, inService, judgments.trainer(taxonomy).seed(seed).build().heldOut(data),
          data.vacancies().values());
    }
  }
}
