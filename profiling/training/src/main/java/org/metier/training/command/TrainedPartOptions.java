package org.metier.training.command;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.json.Json;
import org.metier.match.model.ModelCard;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What the trainings of a learned part beside the ranker have in common: the seed, how the card is printed, and
/// whether the model goes into service. To be mixed in.
final class TrainedPartOptions {
  @Option(names = "--install", description = "also put the model into service in the home folder")
  private boolean isToBeInstalled;

  @Option(names = "--seed", defaultValue = "1", description = "of every random choice (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--json", description = "print the card as JSON")
  private boolean isJson;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  boolean isToBeInstalled() {
    return isToBeInstalled;
  }

  long seed() {
    return seed;
  }

  Screen screen() {
    return new Screen(command.commandLine(), isJson);
  }

  /// Prints the card, for people or as JSON.
  ///
  /// @param text prints it for people
  void print(ModelCard card, Consumer<PrintWriter> text) {
    PrintWriter out = command.commandLine().getOut();
    if (isJson) {
      out.println(Json.writePretty(card));
    } else {
      text.accept(out);
    }
    out.flush();
  }

  /// Puts the model into service, if that is asked for.
  void install(Home home, LearnedPart part, Consumer<Home> installing) {
    if (isToBeInstalled) {
      installing.accept(home);
      screen().installed(home.model(part));
    }
  }
}
