package org.metier.examples.cli;

import picocli.CommandLine.Command;

/// Groups what is done with models of job potential.
@Command(name = "potential", mixinStandardHelpOptions = true, description = "Ask, score and diagnose job potential; choose a capacity.", subcommands = {
  PotentialSpecificationCommand.class, PotentialFormCommand.class, PotentialScoreCommand.class})
final class PotentialCommand extends Group {}
