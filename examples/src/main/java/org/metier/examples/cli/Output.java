package org.metier.examples.cli;

import java.io.Console;
import java.io.PrintWriter;
import org.metier.json.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The option `--json`, and the writers that obey it: results go to standard output, all else to
/// standard error.
final class Output {
  @Option(names = "--json", description = "print one JSON value, for machines")
  private boolean json;

  @Spec(Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  boolean isJson() {
    return json;
  }

  PrintWriter out() {
    return command.commandLine().getOut();
  }

  PrintWriter err() {
    return command.commandLine().getErr();
  }

  void json(Object value) {
    out().println(Json.writePretty(value));
  }

  /// Where progress may be shown: standard error on a terminal, and nowhere in a pipe.
  @SuppressWarnings("SystemConsoleNull") // null where the JVM is told to use java.base's own console
  boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
