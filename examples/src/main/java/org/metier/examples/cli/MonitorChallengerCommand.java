package org.metier.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metier.audit.AuditLog;
import org.metier.measure.PairedTest;
import org.metier.monitoring.Challenge;
import org.metier.monitoring.DueOutcomes;
import org.metier.monitoring.DueOutcomes.Due;
import org.metier.monitoring.ScoredFile;
import org.metier.monitoring.SideBySide;
import org.metier.potential.PotentialModel;
import org.metier.potential.Rescoring;
import org.metier.potential.Specification;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "challenger", mixinStandardHelpOptions = true, description = "A challenger beside the model in service, on the same people, with the outcomes that are due.", footer = {
  "",
  "The champion's scores come from the audit log. The challenger is a model file, which is asked about",
  "the very facts that the log sealed when each person was scored; or its scores come from a CSV file",
  "with id and score, the chance of the same outcome. Nothing is put into service.",
  "Exit code 0 whichever is better: a better challenger is no alarm."})
final class MonitorChallengerCommand implements Callable<Integer> {
  @Mixin
  private DueOutcomesOptions champion = new DueOutcomesOptions();

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  private static final class Source {
    @ArgGroup(exclusive = false)
    private @Nullable Model model;

    @Option(names = "--scores", paramLabel = "FILE", description = "the challenger's scores: CSV with id and score")
    private @Nullable Path scores;
  }

  private static final class Model {
    @Option(names = "--challenger", required = true, paramLabel = "FILE", description = "the challenger, a model file of train potential")
    private Path file = Path.of("");

    @Option(names = "--spec", paramLabel = "FILE", description = "the specification that the challenger was trained under (default: the one under which people were scored)")
    private @Nullable String specification;
  }

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the tests (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Mixin
  private HomeOption home = new HomeOption();

  @Mixin
  private Output output = new Output();

  /// What `--json` prints.
  private record Finding(Challenge challenge, DueOutcomes.Account account) {}

  @Override
  public Integer call() throws IOException {
    AuditLog log = AuditCommand.log(home.open());
    DueOutcomes found = champion.find(log, champion.now()).orElse(null);
    if (found == null) {
      if (output.isJson()) {
        output.json(Map.of("verdict", Challenge.Verdict.TOO_FEW));
      } else {
        output.out().println("The log has no score yet: nothing can be compared.");
      }
      return 0;
    }
    Challenge challenge = challenge(log, found);
    if (output.isJson()) {
      output.json(new Finding(challenge, found.account()));
    } else {
      DueOutcomesOptions.print(found, output.out());
      print(challenge);
    }
    return 0;
  }

  private Challenge challenge(AuditLog log, DueOutcomes found) throws IOException {
    Model challenger = source.model;
    if (challenger != null) {
      PotentialModel model = PotentialModel.read(challenger.file);
      Rescoring asked = Rescoring.of(log.models(), model, challenger.specification == null
          ? null
          : Specification.named(challenger.specification));
      Function<Due, Optional<String>> inputs = Challenge.inputs(log, found);
      return Challenge.of(found, model.sha256(), due -> inputs.apply(due)
          .map(asked::chance)
          .orElseGet(OptionalDouble::empty), seed);
    }
    Path file = java.util.Objects.requireNonNull(source.scores, "one of the two is required");
    ScoredFile scores = ScoredFile.read(file, champion.id());
    scores.problems().forEach(problem -> output.err().println("left out: " + problem));
    Map<String, Double> byPseudonym = new HashMap<>();
    scores.scores()
        .forEach((id, score) -> log.keys()
            .find(id)
            .ifPresent(secret -> byPseudonym.put(secret.pseudonym(), score)));
    return Challenge.of(found, String.valueOf(file.getFileName()), due -> {
      Double score = byPseudonym.get(due.pseudonym());
      return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }, seed);
  }

  private void print(Challenge challenge) {
    PrintWriter out = output.out();
    out.printf(Locale.ROOT, "%nscored by both              %,10d%n", challenge.compared());
    out.printf(Locale.ROOT, "not scored by the challenger%,10d%n", challenge.unscored());
    SideBySide sides = challenge.sides();
    if (sides != null) {
      out.printf(Locale.ROOT, "Brier score                 champion %.4f, challenger %.4f%n",
          sides.championBrier(), sides.challengerBrier());
      difference(out, "better by, Brier", sides.brier());
      difference(out, "better by, logarithmic loss", sides.logLoss());
      out.printf(Locale.ROOT, "people whom only the challenger would put among the first"
          + " %,10d%n", sides.changed());
    }
    out.println();
    out.println(switch (challenge.verdict()) {
      case BETTER -> "The challenger forecasts better, by more than chance explains. Before it goes"
          + " into service, look at its fairness report too.";
      case WORSE -> "The challenger forecasts worse, by more than chance explains.";
      case ALIKE -> "Chance may explain the difference.";
      case TOO_FEW -> "Nothing can be said: fewer than " + Challenge.LEAST
          + " people, or fewer than " + Challenge.LEAST_OF_EITHER + " with either outcome.";
    });
  }

  private static void difference(PrintWriter out, String what, PairedTest test) {
    out.printf(Locale.ROOT, "%-28s%+.4f (95 %% interval %+.4f to %+.4f, p = %.4f)%n", what,
        test.difference(), test.interval().low(), test.interval().high(), test.pValue());
  }
}
