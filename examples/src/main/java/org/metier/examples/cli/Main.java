package org.metier.examples.cli;

import java.io.PrintWriter;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.metier.command.CommandContribution;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Starts the command line.
///
/// Exit codes: 0 done; 1 a defect of Metier; 2 the call or its input is to be mended, as the message
/// says.
@Command(name = "metier", version = "Metier 0.1.0", mixinStandardHelpOptions = true, description = "Vacancies in, CVs in, explained matches out.", subcommands = {
  DemoCommand.class, TaxonomyCommand.class, PlacesCommand.class, CrosswalkCommand.class,
  SourceCommand.class,
  IngestCommand.class, LedgerCommand.class, RecodeCommand.class, CheckCommand.class,
  ProfileCommand.class, MatchCommand.class, AdviseCommand.class, SearchCommand.class,
  AlertCommand.class, AllocateCommand.class, RankerCommand.class, ModelsCommand.class,
  EraseCommand.class, AuditCommand.class, PersonCommand.class, ReportCommand.class,
  PotentialCommand.class, MonitorCommand.class,
  Main.Train.class,
  Main.Evaluate.class}, footer = {"",
    "Exit codes: 0 done, 1 a defect of Metier, 2 the call or its input is to be mended."})
public final class Main {
  /// Lucene says through it that the incubating Vector API is off; held, so that the level stays set.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  public static void main(String[] args) {
    LUCENE.setLevel(Level.SEVERE);
    System.exit(run(commandLine(), args));
  }

  /// Executes a call and writes out all that it printed: commands share the writers, which hold what was printed without
  /// a line end back.
  ///
  /// @return exit code
  static int run(CommandLine metier, String... args) {
    PrintWriter out = metier.getOut();
    PrintWriter err = metier.getErr();
    metier.setOut(out).setErr(err); // for all commands
    int exit = metier.execute(args);
    out.flush();
    err.flush();
    return exit;
  }

  /// The command line with every contributed command; its writers default to standard output and
  /// error.
  static CommandLine commandLine() {
    CommandLine metier = new CommandLine(new Main());
    for (CommandContribution contribution : ServiceLoader.load(CommandContribution.class)) {
      CommandLine parent = contribution.parent().isEmpty()
          ? metier
          : metier.getSubcommands().get(contribution.parent());
      if (parent == null) {
        throw new IllegalStateException(contribution.getClass().getName()
            + " adds to the command \"" + contribution.parent() + "\", which does not exist");
      }
      parent.addSubcommand(contribution.command());
    }
    metier.setCaseInsensitiveEnumValuesAllowed(true);
    metier.setExecutionExceptionHandler(new Failures());
    metier.setUsageHelpAutoWidth(true);
    return metier;
  }

  /// Groups the commands that fit models.
  @Command(name = "train", mixinStandardHelpOptions = true, description = "Fit a model and write it with its card.", subcommands = TrainCoderCommand.class)
  static final class Train extends Group {}

  /// Groups the commands that measure quality.
  @Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Measure quality beside baselines, in one run.")
  static final class Evaluate extends Group {}
}
