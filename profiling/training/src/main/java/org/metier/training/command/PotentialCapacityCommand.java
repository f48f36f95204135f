package org.metier.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import org.metier.potential.Capacity;
import org.metier.potential.CapacityCurve;
import org.metier.potential.PotentialModel;
import org.metier.training.potential.Groups;
import org.metier.training.potential.Predictions;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows what each capacity comes to, and records the one that somebody chooses.
@Command(name = "capacity", mixinStandardHelpOptions = true, description = "Show who is invited and who is missed at each capacity; choose one.")
final class PotentialCapacityCommand implements Callable<Integer> {
  /// As in reports, where nothing else is said.
  private static final int LEAST_SHOWN = 10;
  private static final double[] SHARES = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75};

  @Spec
  private @Nullable CommandSpec spec;

  @Mixin
  private GroupedDataOptions input = new GroupedDataOptions();

  @Option(names = "--predictions", required = true, paramLabel = "FILE", description = "as ./metier train potential --predictions wrote them")
  private Path predictions = Path.of("");

  @ArgGroup(exclusive = false)
  private @Nullable Choice choice;

  @Option(names = "--json", description = "print the curve as JSON")
  private boolean isJson;

  private static final class Choice {
    @Option(names = "--choose", required = true, paramLabel = "SHARE", description = "of the people who can be invited, such as 0.2")
    private double share;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "the model that it is for")
    private Path model = Path.of("");

    @Option(names = "--set-by", required = true, paramLabel = "WHO", description = "who decides it; stands in the file and in reports")
    private String setBy = "";

    @Option(names = "--reason", required = true, paramLabel = "WHY", description = "why so much")
    private String reason = "";

    @Option(names = "--out", paramLabel = "FILE", defaultValue = "capacity.json", description = "where it is recorded (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("capacity.json");
  }

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    PrintWriter out = line.getOut();
    Predictions made = Predictions.read(predictions);
    Groups groups = input.groups(made.lines());
    PotentialNotes.gaps(line.getErr(), groups);
    CapacityCurve curve = curve(made, groups, SHARES);
    if (isJson) {
      out.println(Json.writePretty(curve));
    } else {
      print(out, curve);
    }
    if (choice != null) {
      Capacity.chosen(PotentialModel.read(choice.model),
          curve(made, groups, choice.share).points().getFirst(), choice.setBy, choice.reason,
          Clock.systemUTC().instant()).write(choice.out);
      line.getErr().println("recorded in " + choice.out);
    }
    line.getErr().flush();
    out.flush();
    return 0;
  }

  private static CapacityCurve curve(Predictions made, Groups groups, double... shares) {
    Map<String, @Nullable String[]> byAttribute = new LinkedHashMap<>();
    for (int a = 0; a < groups.attributes().size(); a++) {
      byAttribute.put(groups.attributes().get(a), ofEnough(groups.byPerson(a)));
    }
    return CapacityCurve.of(made.chances(), made.outcomes(), made.weights(), byAttribute, shares);
  }

  /// Groups of fewer people than can be shown without telling of single ones are left out.
  private static @Nullable String[] ofEnough(@Nullable String[] groups) {
    Map<String, Integer> counts = new HashMap<>();
    for (String group : groups) {
      if (group != null) {
        counts.merge(group, 1, Integer::sum);
      }
    }
    @Nullable
    String[] shown = groups.clone();
    for (int i = 0; i < shown.length; i++) {
      String group = shown[i];
      shown[i] = group != null && counts.getOrDefault(group, 0) < LEAST_SHOWN ? null : group;
    }
    return shown;
  }

  private static void print(PrintWriter out, CapacityCurve curve) {
    for (CapacityCurve.Point point : curve.points()) {
      out.printf(Locale.ROOT, "capacity %.0f %%: chances up to %.3f%n", 100 * point.share(),
          point.atMost());
      print(out, "all", point.all());
      point.byGroup().forEach((group, tally) -> print(out, group, tally));
    }
  }

  private static void print(PrintWriter out, String name, CapacityCurve.Tally tally) {
    String missed = tally.missedShare().isPresent()
        ? String.format(Locale.ROOT, "missed %6.1f %% of those in need",
            100 * tally.missedShare().getAsDouble())
        : "of nobody is it known that they are in need";
    out.printf(Locale.ROOT, "  %-20s invited %6.1f %% of %d; %s%n", name,
        100.0 * tally.invited() / tally.people(), tally.people(), missed);
  }
}
