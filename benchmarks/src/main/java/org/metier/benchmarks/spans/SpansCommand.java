package org.metier.benchmarks.spans;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.metier.benchmarks.command.ReportOutput;
import org.metier.home.Home;
import org.metier.skill.internal.LabelledSentence;
import org.metier.skill.internal.SpanTraining;
import org.metier.taxonomy.Taxonomy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate spans`.
@Command(name = "spans", mixinStandardHelpOptions = true, description = "How well spans of skills and knowledge are found, beside OpenNLP's name finder and the taxonomy's labels.")
final class SpansCommand implements Callable<Integer> {
  @Option(names = "--file", required = true, paramLabel = "FILE", description = "sentences to measure on: one JSON object a line with idx, tokens, tags_skill and tags_knowledge")
  private Path file = Path.of("");

  @Option(names = "--train", required = true, paramLabel = "FILE", description = "sentences to learn from, in the same format")
  private Path train = Path.of("");

  @Option(names = "--home", required = true, paramLabel = "FOLDER", description = "whose taxonomy to use")
  private Path home = Path.of("");

  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() throws IOException {
    SpanReport report = new SpanEvaluation(Taxonomy.of(Home.open(home)),
        SpanTraining.Settings.DEFAULT, System::nanoTime)
        .run(LabelledSentence.read(train), LabelledSentence.read(file));
    output.print(report, SpansCommand::print);
    return 0;
  }

  private static void print(SpanReport report, PrintWriter out) {
    out.printf(Locale.ROOT,
        "%,d sentences with %,d skills and %,d knowledge spans; learnt from %,d sentences; model %,d bytes%n",
        report.sentences(), report.skills(), report.knowledge(), report.learntFrom(),
        report.modelBytes());
    out.printf("%-14s %-10s %6s %6s %6s   %6s %6s %6s %12s %10s%n", "", "", "strict", "", "",
        "overlap", "", "", "sentences/s", "tokens/s");
    out.printf("%-14s %-10s %6s %6s %6s   %6s %6s %6s%n", "", "", "P", "R", "F1", "P", "R", "F1");
    report.systems().forEach((name, system) -> {
      row(out, name, "skill", system.skills(), "");
      row(out, "", "knowledge", system.knowledge(), "");
      row(out, "", "both", system.both(), String.format(Locale.ROOT, " %,12.0f %,10.0f",
          system.sentencesPerSecond(), system.tokensPerSecond()));
    });
  }

  private static void row(PrintWriter out, String name, String kind, SpanReport.Kind figures,
      String speed) {
    out.printf(Locale.ROOT, "%-14s %-10s %6.3f %6.3f %6.3f   %7.3f %6.3f %6.3f%s%n", name, kind,
        figures.strict().precision(), figures.strict().recall(), figures.strict().f1(),
        figures.overlapping().precision(), figures.overlapping().recall(),
        figures.overlapping().f1(), speed);
  }
}
