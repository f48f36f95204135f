package org.metier.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import org.metier.training.potential.Groups;
import org.metier.training.potential.ProxyTest;
import org.metier.training.potential.SpellTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows how well the features tell protected groups apart.
@Command(name = "proxies", mixinStandardHelpOptions = true, description = "Test how well the features tell who is in a protected group, and which do it.")
final class PotentialProxiesCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Mixin
  private GroupedDataOptions input = new GroupedDataOptions();

  @Option(names = "--seed", defaultValue = "1", description = "of every random choice (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--json", description = "print one JSON value, for machines")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    PrintWriter out = line.getOut();
    SpellTable table = input.spells();
    Groups groups = input.groups(table.lines());
    PotentialNotes.leftOut(line.getErr(), table.report());
    PotentialNotes.gaps(line.getErr(), groups);
    List<ProxyTest.Found> found = new ProxyTest(table.spells(), groups, seed).run();
    if (isJson) {
      out.println(Json.writePretty(found));
      return 0;
    }
    out.printf("%-20s %8s  %-19s %s%n", "group", "members", "AUC [95 %]", "told by (AUC lost)");
    for (ProxyTest.Found group : found) {
      out.printf(Locale.ROOT, "%-20s %8d  %.3f [%.3f,%.3f] %s%n", group.group(), group.members(),
          group.auc(), group.interval().low(), group.interval().high(),
          group.proxies()
              .stream()
              .map(p -> String.format(Locale.ROOT, "%s (%.3f)", p.feature(), p.loss()))
              .collect(Collectors.joining(", ")));
    }
    return 0;
  }
}
