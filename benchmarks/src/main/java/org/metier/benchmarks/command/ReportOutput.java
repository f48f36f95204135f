package org.metier.benchmarks.command;

import java.io.PrintWriter;
import java.util.function.BiConsumer;
import org.metier.json.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a command prints its report: for people, or as JSON. To be mixed in.
public final class ReportOutput {
  @Option(names = "--json", description = "print one line of JSON, for machines")
  private boolean isJson;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /// @param <R> any record
  /// @param text prints the report for people
  public <R> void print(R report, BiConsumer<R, PrintWriter> text) {
    PrintWriter out = command.commandLine().getOut();
    if (isJson) {
      out.println(Json.write(report));
    } else {
      text.accept(report, out);
    }
    out.flush();
  }
}
