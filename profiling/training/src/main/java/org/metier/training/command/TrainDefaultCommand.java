package org.metier.training.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.training.market.DefaultRanker;
import org.metier.training.ranker.TrainedRanker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes the model that Metier ships anew.
@Command(name = "default", mixinStandardHelpOptions = true, description = "Make the model that Metier ships anew, byte for byte, from the simulated labour market.", footer = {
  "", "Links Smile, which is GPL-3."})
final class TrainDefaultCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Option(names = "--out", paramLabel = "FILE", defaultValue = "ranker.json", description = "the model; its card goes beside it (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("ranker.json");

  @Option(names = "--json", description = "print the card as JSON")
  private boolean isJson;

  @Override
  public Integer call() {
    Screen screen = new Screen(Objects.requireNonNull(spec).commandLine(), isJson);
    TrainedRanker ranker = DefaultRanker.train(screen.progress());
    ranker.write(out);
    screen.show(ranker, out);
    return 0;
  }
}
