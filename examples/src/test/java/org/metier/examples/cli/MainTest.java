package org.metier.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

class MainTest {
  /// Ends without an end of line.
  @Command(name = "last")
  static final class Last implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      spec.commandLine().getOut().print("the last words");
      spec.commandLine().getErr().print("the last doubt");
    }
  }

  @Test
  void what_a_command_prints_last_comes_out() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine().addSubcommand("last", new Last());
    commandLine.setOut(new PrintWriter(new BufferedWriter(out)));
    commandLine.setErr(new PrintWriter(new BufferedWriter(err)));

    assertEquals(0, Main.run(commandLine, "last"));
    assertEquals("the last words", out.toString());
    assertEquals("the last doubt", err.toString());
  }
}
