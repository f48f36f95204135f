package org.metier.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.section.SectionModel;
import org.metier.section.SectionModelFile;
import org.metier.training.link.TrainedLinkModel;
import org.metier.training.section.LabelledCv;
import org.metier.training.section.SectionTrainer;
import org.metier.training.section.TrainedSections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Fits the classifier of a CV's lines.
@Command(name = "sections", mixinStandardHelpOptions = true, description = "Fit the classifier that tells the sections of a CV.", footer = {
  "",
  "A file holds a JSON object a line: document, kind (such as experience), isHeading, text; the lines of a "
      + "CV in their order. Authored CVs in five languages are always learnt from as well."})
final class TrainSectionsCommand implements Callable<Integer> {
  @Option(names = "--lines", paramLabel = "FILE", arity = "1..*", description = "labelled lines of CVs, as JSON Lines (default: the authored ones alone)")
  private List<Path> lines = List.of();

  @Option(names = "--before", paramLabel = "FILE", description = "the model to compare with (default: the one in service in the home, or without a home the one that ships)")
  private @Nullable Path before;

  @Option(names = "--out", paramLabel = "FILE", defaultValue = "sections.json", description = "the model; its card goes beside it (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("sections.json");

  @Option(names = "--home", paramLabel = "FOLDER", defaultValue = "metier-home", description = "the home folder, for --install and the model in service (default: ${DEFAULT-VALUE})")
  private Path home = Path.of("metier-home");

  @Mixin
  private TrainedPartOptions model = new TrainedPartOptions();

  @Option(names = "--cvs", paramLabel = "N", defaultValue = "500", description = "authored CVs by language (default: ${DEFAULT-VALUE})")
  private int cvs = 500;

  @Override
  public Integer call() throws IOException {
    List<LabelledCv> labelled = new ArrayList<>();
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : lines) {
      labelled.addAll(LabelledCv.read(file));
      hashes.put(String.valueOf(file.getFileName()), TrainedLinkModel.sha256(file));
    }
    Path other = before;
    TrainedSections trained = new SectionTrainer(model.seed(), cvs, Clock.systemUTC()).train(
        labelled,
        hashes, other == null ? inService() : SectionModelFile.read(other));
    trained.write(out);
    model.print(trained.card(), shown -> print(shown, trained.card().measures()));
    if (model.isToBeInstalled()) {
      model.install(Home.open(home), LearnedPart.SECTIONS, trained::install);
    }
    return 0;
  }

  private SectionModel inService() {
    return model.isToBeInstalled() || Files.exists(home)
        ? SectionModel.of(Home.open(home))
        : SectionModel.standard();
  }

  private void print(PrintWriter screen, Map<String, Double> measures) {
    screen.printf("model %s%n%n%-24s %7s %9s %9s %9s   before: kind, heading F1%n", out,
        "lines left out", "lines", "kind", "heading P", "heading R");
    TreeSet<String> groups = new TreeSet<>();
    measures.keySet()
        .stream()
        .filter(name -> name.startsWith("cv.") && name.endsWith(".lines"))
        .forEach(name -> groups.add(name.substring(3, name.length() - ".lines".length())));
    for (String group : groups) {
      screen.printf(Locale.ROOT, "%-24s %7.0f %9.3f %9.3f %9.3f   %9.3f %9.3f%n", group,
          measures.get("cv." + group + ".lines"),
          measures.get("cv." + group + ".kindAccuracy"),
          measures.get("cv." + group + ".headingPrecision"),
          measures.get("cv." + group + ".headingRecall"),
          measures.getOrDefault("before." + group + ".kindAccuracy", Double.NaN),
          measures.getOrDefault("before." + group + ".headingF1", Double.NaN));
    }
  }
}
