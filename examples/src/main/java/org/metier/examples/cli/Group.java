package org.metier.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that only holds others: called alone, it asks for one of them.
abstract class Group implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(new CommandLine(spec),
        "name one of: " + String.join(", ", spec.subcommands().keySet()));
  }
}
