package org.metier.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.metier.potential.Specification;
import picocli.CommandLine.Command;

/// Groups what is done with models of job potential.
@Command(name = "potential", mixinStandardHelpOptions = true, description = "Ask, score and diagnose job potential; choose a capacity.", subcommands = {
  PotentialSpecificationCommand.class, PotentialFormCommand.class, PotentialScoreCommand.class})
final class PotentialCommand extends Group {

  /// A file, or the name of an example where there is no such file.
  static Specification specification(String name) {
    return name.matches("[a-z]+") && !Files.exists(Path.of(name))
        ? Specification.example(name)
        : Specification.read(Path.of(name));
  }
}
