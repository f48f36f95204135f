package org.metier.benchmarks.europass;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.metier.benchmarks.command.ReportOutput;
import org.metier.benchmarks.command.TodayOption;
import org.metier.benchmarks.europass.EuropassReport.OtherFile;
import org.metier.benchmarks.europass.EuropassReport.StructuredFile;
import org.metier.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `metier evaluate europass`.
@Command(name = "europass", mixinStandardHelpOptions = true, description = "Count what structured CVs state and what of it their profiles have, and how other files are answered.")
final class EuropassCommand implements Callable<Integer> {
  @Option(names = "--home", required = true, paramLabel = "FOLDER", description = "taxonomy to link with")
  private Path home = Path.of("");
  @Option(names = "--cvs", required = true, paramLabel = "FOLDER", description = "Europass and HR-XML files, and any others, at any depth")
  private Path cvs = Path.of("");
  @Mixin
  private TodayOption today = new TodayOption();
  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() throws IOException {
    EuropassReport report = EuropassEvaluation.run(Home.open(home), cvs, today.clock());
    output.print(report, EuropassCommand::print);
    return 0;
  }

  private static void print(EuropassReport report, PrintWriter out) {
    for (StructuredFile file : report.files()) {
      out.println(file.name() + ": " + line(file));
    }
    for (OtherFile file : report.others()) {
      out.printf("%s: %s (%d ms)%n", file.name(), file.answer(), file.millis());
    }
    out.printf("%d structured files, %d others; found of stated:%n", report.files().size(),
        report.others().size());
    int stated = 0;
    int found = 0;
    for (FieldKind kind : FieldKind.values()) {
      stated += report.stated(kind);
      found += report.found(kind);
      out.printf("  %-17s %5d of %5d%n", kind.label(), report.found(kind), report.stated(kind));
    }
    out.printf("  %-17s %5d of %5d%n", "all", found, stated);
  }

  private static String line(StructuredFile file) {
    if (!file.refusal().isEmpty()) {
      return "refused: " + file.refusal();
    }
    StringJoiner kinds = new StringJoiner(", ");
    for (FieldKind kind : FieldKind.values()) {
      int stated = file.stated(kind);
      int profiled = file.profiled(kind);
      if (stated > 0 || profiled > 0) {
        kinds.add(kind.label() + " " + profiled + "/" + stated + (profiled < stated ? " !" : ""));
      }
    }
    return kinds.length() == 0 ? "nothing stated" : kinds.toString();
  }
}
