package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.evaluation.CycloneDx;
import org.metier.evaluation.TechnicalFile;
import org.metier.evaluation.TechnicalPage;
import org.metier.fairness.GroupFile;
import org.metier.fairness.RankingFile;
import org.metier.fairness.RankingReport;
import org.metier.home.LearnedPart;
import org.metier.json.Json;
import org.metier.match.model.ModelCard;
import org.metier.match.model.RankerModel;
import org.metier.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "ranker", mixinStandardHelpOptions = true, description = "The technical file of the ranker in service, and how it treats groups.", footer = {
  "",
  "RANKINGS is CSV with the columns id, rank and grade, and one per attribute of what is",
  "ranked; GROUPS is CSV with id and a column per attribute of people. --json prints a bill",
  "of materials with a model card after CycloneDX 1.6."})
final class ReportRankerCommand implements Callable<Integer> {
  @Mixin
  private HomeOption home = new HomeOption();
  @Option(names = "--rankings", paramLabel = "FILE", description = "what was shown to whom")
  private @Nullable Path rankings;
  @Option(names = "--groups", paramLabel = "FILE", description = "the groups of each person; no scorer reads it")
  private @Nullable Path groups;
  @Option(names = "--id", paramLabel = "COLUMN", defaultValue = GroupFile.ID, description = "column of pseudonyms in both files (default: ${DEFAULT-VALUE})")
  private String id = GroupFile.ID;

  @Option(names = "--first-means", paramLabel = "WORDS", description = "what being ranked first means, such as \"is shown first\"; needed with --rankings")
  private String shown = "";
  @Option(names = "--ranks", paramLabel = "N", defaultValue = "10", description = "first ranks that are seen (default: ${DEFAULT-VALUE})")
  private int ranks = 10;
  @Option(names = "--least", paramLabel = "N", defaultValue = "20", description = "hide what rests on fewer people (default: ${DEFAULT-VALUE})")
  private int least = 20;
  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the draws for the intervals (default: ${DEFAULT-VALUE})")
  private long seed = 1;
  @Option(names = "--fairness-json", paramLabel = "FILE", description = "where to write how groups are treated, as JSON")
  private @Nullable Path fairnessJson;
  @Mixin
  private BandsOption bands = new BandsOption();
  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() throws IOException {
    TechnicalFile file = TechnicalFile.ofRanker(card(), output.language());
    RankingReport ranking = ranking();
    Path json = fairnessJson;
    if (json != null) {
      if (ranking == null) {
        throw new IllegalArgumentException("--fairness-json needs --rankings");
      }
      Files.writeString(json, Json.writePretty(ranking) + "\n");
    }
    output.write(CycloneDx.of(file),
        () -> TechnicalPage.of(file, ranking, output.language(), Language.EN));
    return 0;
  }

  /// Of the model in service, be it of the home or the one that ships.
  private ModelCard card() {
    Path file = home.open().model(LearnedPart.RANKER).file();
    return Files.exists(file)
        ? ModelCard.read(ModelCard.beside(file), RankerModel.read(file))
        : ModelCard.standard();
  }

  private @Nullable RankingReport ranking() throws IOException {
    Path lists = rankings;
    if (lists == null) {
      return null;
    }
    RankingFile read = RankingFile.read(lists, id);
    read.problems().forEach(problem -> output.err().println("left out: " + problem));
    return RankingReport.of(read.lists(), shown,
        groups == null ? null : GroupFile.read(groups, id, bands.edges()), ranks, least, seed);
  }
}
