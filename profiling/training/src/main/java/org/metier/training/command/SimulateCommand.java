package org.metier.training.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.taxonomy.Taxonomy;
import org.metier.training.market.SimulatedMarket;
import org.metier.training.market.SimulatedPortal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Writes the log of a portal that nobody visits.
@Command(name = "simulate", mixinStandardHelpOptions = true, description = "Write profiles, vacancies and the log of a simulated portal whose position bias is known.", footer = {
  "",
  "Ten impressions a visit: 9999 people x 10 visits make 999,900. Nobody in it exists."})
final class SimulateCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Option(names = "--out", paramLabel = "FOLDER", description = "gets profiles.jsonl, vacancies.jsonl, log.jsonl, judgments.jsonl (the true grades) and groups.csv")
  private @Nullable Path out;

  @Option(names = "--people", defaultValue = "500", description = "1 to 9999 (default: ${DEFAULT-VALUE})")
  private int people;

  @Option(names = "--vacancies", defaultValue = "1000", description = "40 to 99999 (default: ${DEFAULT-VALUE})")
  private int vacancies;

  @Option(names = "--visits", defaultValue = "10", description = "of each person (default: ${DEFAULT-VALUE})")
  private int visits;

  @Option(names = "--bias", defaultValue = "1", description = "position k is looked at with chance k^-bias (default: ${DEFAULT-VALUE})")
  private double bias;

  @Option(names = "--shuffled", defaultValue = "0", description = "share of the lists whose positions are drawn by lot (default: ${DEFAULT-VALUE})")
  private double shuffled;

  @Option(names = "--seed", defaultValue = "1", description = "same seed, same bytes (default: ${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() throws IOException {
    if (out == null) { // not a required option, so that the commands below this one do not ask for it
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
          "Missing required option: '--out=FOLDER'");
    }
    SimulatedMarket market = SimulatedMarket.over(Taxonomy.sample(), people, vacancies, seed);
    SimulatedPortal portal = new SimulatedPortal(market, bias, shuffled, seed);
    portal.write(out, visits);
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .println(portal + ": " + (long) people * visits * SimulatedPortal.SHOWN
            + " impressions in " + out.resolve("log.jsonl"));
    return 0;
  }
}
