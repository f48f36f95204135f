package org.metier.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import org.metier.potential.PotentialModel;
import org.metier.training.potential.Groups;
import org.metier.training.potential.ModelCheck;
import org.metier.training.potential.Quality;
import org.metier.training.potential.SpellTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures a model on other people than it was trained on.
@Command(name = "potential", mixinStandardHelpOptions = true, description = "Measure a model of job potential on spells it was not trained on.")
final class EvaluatePotentialCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Mixin
  private GroupedDataOptions input = new GroupedDataOptions();

  @Option(names = "--model", required = true, paramLabel = "FILE", description = "as ./metier train potential wrote it")
  private Path model = Path.of("");

  @Option(names = "--predictions", paramLabel = "FILE", description = "also write the forecasts: for capacity and fairness")
  private @Nullable Path predictions;

  @Option(names = "--seed", defaultValue = "1", description = "of the intervals (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--json", description = "print one JSON value, for machines")
  private boolean isJson;

  /// What `--json` prints.
  private record Printed(Quality all, Map<String, Quality> byGroup) {}

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    PrintWriter out = line.getOut();
    SpellTable table = input.spells();
    Groups groups = input.groups(table.lines());
    PotentialNotes.leftOut(line.getErr(), table.report());
    PotentialNotes.gaps(line.getErr(), groups);
    ModelCheck check = ModelCheck.of(PotentialModel.read(model), table, groups, seed);
    if (predictions != null) {
      check.predictions().write(predictions);
    }
    if (isJson) {
      out.println(Json.writePretty(new Printed(check.all(), check.byGroup())));
      return 0;
    }
    out.print(PotentialText.header());
    out.print(PotentialText.row("all", check.all()));
    check.byGroup().forEach((group, quality) -> out.print(PotentialText.row(group, quality)));
    return 0;
  }
}
