package org.metier.examples.cli;

import picocli.CommandLine.Command;

/// Groups the commands that write reports.
@Command(name = "report", mixinStandardHelpOptions = true, description = "Write a report as one accessible page, or as JSON.", subcommands = {
  ReportIngestCommand.class, ReportRankerCommand.class, ReportPotentialCommand.class,
  ReportFairnessCommand.class})
final class ReportCommand extends Group {}
