package org.metier.training.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.training.potential.SimulatedCohort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes spells of people who do not exist, with what is true behind them.
@Command(name = "cohort", mixinStandardHelpOptions = true, description = "Write spells of people who do not exist, with a planted bias, proxy and drift, and what is true.")
final class SimulateCohortCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "gets spells.csv, protected.csv, specification.json and truth.json")
  private Path out = Path.of("");

  @Option(names = "--people", defaultValue = "10000", description = "how many (default: ${DEFAULT-VALUE})")
  private long people;

  @Option(names = "--seed", defaultValue = "1", description = "same seed, same bytes (default: ${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() throws IOException {
    new SimulatedCohort(seed).write(out, people);
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .println(people + " people in " + out.resolve("spells.csv"));
    return 0;
  }
}
