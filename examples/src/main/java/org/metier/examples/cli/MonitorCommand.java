package org.metier.examples.cli;

import picocli.CommandLine.Command;

/// Groups the commands that look after a model in service.
@Command(name = "monitor", mixinStandardHelpOptions = true, description = "Look whether a model in service still does what it did.", subcommands = {
  MonitorCalibrationCommand.class, MonitorOverridesCommand.class,
  MonitorChallengerCommand.class}, footer = {"",
    "Exit codes: 0 no alarm, 2 an alarm (or the call is to be mended, as the message says). Too few",
    "cases are said to be too few: that is neither an alarm nor an all-clear."})
final class MonitorCommand extends Group {}
