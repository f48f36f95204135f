package org.metier.examples.cli;

import picocli.CommandLine.Command;

/// Groups the commands that exchange rankers with other programs.
@Command(name = "ranker", mixinStandardHelpOptions = true, description = "Take in a ranker that LightGBM or XGBoost trained, or give one to a search server.", subcommands = {
  RankerImportCommand.class, RankerExportCommand.class})
final class RankerCommand extends Group {}
