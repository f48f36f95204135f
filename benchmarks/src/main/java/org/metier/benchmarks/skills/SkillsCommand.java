package org.metier.benchmarks.skills;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.metier.benchmarks.Consumption;
import org.metier.benchmarks.command.ReportOutput;
import org.metier.benchmarks.skills.Section.Figure;
import org.metier.home.Home;
import org.metier.link.LinkModel;
import org.metier.link.internal.SkillFitting;
import org.metier.link.internal.SkillMentions;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate skills`.
@Command(name = "skills", mixinStandardHelpOptions = true, description = "How well mentions of skills are linked to the taxonomy's skills, beside BM25, character n-grams and the encoder.")
final class SkillsCommand implements Callable<Integer> {
  @Option(names = "--file", required = true, arity = "1..*", paramLabel = "FILE", description = "CSV with the columns sentence, span, label; several are measured as one")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--home", required = true, paramLabel = "FOLDER", description = "whose taxonomy, with its encoder, mentions are linked to")
  private Path home = Path.of("");

  @Option(names = "--learn-from", arity = "1..*", paramLabel = "FILE", description = "more such files to learn from when cross-validating, beside those measured")
  private List<Path> others = new ArrayList<>();

  @Option(names = "--shipped-only", description = "leave out the models that did not see the mentions, which take some minutes to train")
  private boolean isShippedOnly;

  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() {
    Taxonomy taxonomy = Taxonomy.of(Home.open(home));
    List<Path> all = new ArrayList<>(files);
    others.stream().filter(file -> !all.contains(file)).forEach(all::add);
    // read together, so that a sentence is of one group whichever file repeats it
    SkillMentions learnt = SkillMentions.read(all, taxonomy, Language.EN);
    SkillMentions asked = learnt.among(SkillMentions.read(files, taxonomy, Language.EN));
    List<LinkModel> unseen = isShippedOnly ? List.of() : crossValidated(taxonomy, learnt);
    SkillReport report = new SkillEvaluation(taxonomy, asked, Consumption::cpuNanos,
        Consumption::heapBytes).run(unseen);
    output.print(report, (shown, out) -> {
      print(shown, out);
      if (unseen.isEmpty() && !isShippedOnly) {
        out.println(
            "metier (cross-validated) is left out: metier-training is not on the class path");
      }
    });
    return 0;
  }

  private static List<LinkModel> crossValidated(Taxonomy taxonomy, SkillMentions mentions) {
    return ServiceLoader.load(SkillFitting.class)
        .findFirst()
        .map(fitting -> fitting.crossValidated(taxonomy, mentions.mentions()))
        .orElse(List.of());
  }

  private static void print(SkillReport report, PrintWriter out) {
    out.printf(Locale.ROOT,
        "%,d mentions of a skill in %,d sentences, %,d without one in the taxonomy; %,d skills; left out: %,d underspecified, %,d not in their sentence, %,d with an unknown label%n",
        report.mentions(), report.sentences(), report.absent(), report.skills(),
        report.underspecified(), report.misplaced(),
        report.unknownLabels().values().stream().mapToInt(Integer::intValue).sum());
    out.println(
        "metier (shipped) may have learnt from these mentions; [ ] holds 95 of 100 draws of other sentences");
    for (Section section : report.sections()) {
      out.printf("%n%s: %s%n%-26s", section.name(), section.about(), "");
      section.columns().forEach(column -> out.printf("%18s", column));
      out.println();
      for (String system : section.rows().keySet()) {
        out.printf("%-26s", system);
        section.columns()
            .forEach(column -> out.printf("%18s",
                section.figure(system, column).map(SkillsCommand::shown).orElse("")));
        out.println();
      }
    }
  }

  private static String shown(Figure figure) {
    Double low = figure.low();
    Double high = figure.high();
    return low == null || high == null
        ? String.format(Locale.ROOT, figure.value() > 1 ? "%.0f" : "%.3f", figure.value())
        : String.format(Locale.ROOT, "%.3f [%.2f,%.2f]", figure.value(), low, high);
  }
}
