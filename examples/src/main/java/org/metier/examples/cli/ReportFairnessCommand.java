package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.Cases;
import org.metier.fairness.FairnessPage;
import org.metier.fairness.FairnessReport;
import org.metier.fairness.GroupFile;
import org.metier.fairness.Meaning;
import org.metier.fairness.ScoreFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "fairness", mixinStandardHelpOptions = true, description = "How scores or selections treat groups of people, from two files that share pseudonyms in a column id.", footer = {
  "", "SCORES is CSV with the columns id, selected (1 or 0), and as far as known score,",
  "outcome (1 or 0) and weight; GROUPS is CSV with id and a column per attribute."})
final class ReportFairnessCommand implements Callable<Integer> {
  @Option(names = "--scores", required = true, paramLabel = "FILE", description = "what was decided about whom")
  private Path scores = Path.of("");
  @Option(names = "--groups", required = true, paramLabel = "FILE", description = "the groups of each person; no scorer reads it")
  private Path groups = Path.of("");
  @Option(names = "--id", paramLabel = "COLUMN", defaultValue = GroupFile.ID, description = "column of pseudonyms in both files (default: ${DEFAULT-VALUE})")
  private String id = GroupFile.ID;

  @Option(names = "--selected-means", required = true, paramLabel = "WORDS", description = "what selecting does, such as \"is offered extra help\"")
  private String selected = "";
  @Option(names = "--outcome-means", required = true, paramLabel = "WORDS", description = "what the score forecasts, such as \"is still without work after 26 weeks\"")
  private String outcome = "";
  @Option(names = "--effect", required = true, paramLabel = "EFFECT", description = "what being selected does to a person: ${COMPLETION-CANDIDATES}")
  private Meaning.Effect effect = Meaning.Effect.HELP;
  @Option(names = "--control", split = ",", paramLabel = "NAME", description = "attributes that are not protected, such as region, within which protected groups are compared too")
  private List<String> controls = List.of();
  @Option(names = "--reference", paramLabel = "NAME=VALUE", description = "the group of an attribute that others are compared with (default: the largest)")
  private Map<String, String> references = new LinkedHashMap<>();
  @Option(names = "--least", paramLabel = "N", defaultValue = "20", description = "hide what rests on fewer people (default: ${DEFAULT-VALUE})")
  private int least = 20;
  @Option(names = "--ranks", paramLabel = "N", description = "first ranks by score that count as seen (default: as many as were selected)")
  private @Nullable Integer ranks;
  @Option(names = "--draws", paramLabel = "N", description = "draws for the intervals (default: 1000, and 200 for more than 100,000 people)")
  private @Nullable Integer draws;
  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the draws (default: ${DEFAULT-VALUE})")
  private long seed = 1;
  @Option(names = "--last", paramLabel = "FILE", description = "JSON of the last model's report, to compare with")
  private @Nullable Path last;
  @Mixin
  private BandsOption bands = new BandsOption();
  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() throws IOException {
    ScoreFile scored = ScoreFile.read(scores, id);
    GroupFile file = GroupFile.read(groups, id, bands.edges());
    for (String control : controls) {
      if (!file.attributes().contains(control)) {
        throw new IllegalArgumentException(
            groups + ": has no column \"" + control + "\"; its attributes are "
                + file.attributes());
      }
    }
    GroupFile.Groups joined = scored.groups(file);
    Cases.Builder cases = scored.cases();
    for (String attribute : file.attributes()) {
      if (controls.contains(attribute)) {
        cases.control(attribute, joined.of(attribute));
      } else {
        cases.attribute(attribute, joined.of(attribute));
      }
    }
    FairnessReport report = compared(
        settings().measure(cases.build()).joinedBy(joined.join()));
    output.write(report, () -> FairnessPage.of(report, output.language()));
    return 0;
  }

  private FairnessReport.Builder settings() {
    FairnessReport.Builder settings = FairnessReport
        .builder(new Meaning(selected, outcome, effect))
        .least(least)
        .seed(seed);
    references.forEach(settings::reference);
    if (ranks != null) {
      settings.exposureRanks(ranks);
    }
    if (draws != null) {
      settings.draws(draws);
    }
    return settings;
  }

  private FairnessReport compared(FairnessReport report) throws IOException {
    Path file = last;
    if (file == null) {
      return report;
    }
    try {
      return report.comparedWith(FairnessReport.read(Files.readString(file)),
          String.valueOf(file.getFileName()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }
}
