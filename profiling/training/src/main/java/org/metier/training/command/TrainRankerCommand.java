package org.metier.training.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelSlot;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.training.BoostingSettings;
import org.metier.training.JudgedData;
import org.metier.training.RankerTrainer;
import org.metier.training.TrainedRanker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Fits a ranker to a portal's own judgments.
@Command(name = "ranker", mixinStandardHelpOptions = true, description = "Fit a ranker to judged pairs of profiles and vacancies.", footer = {
  "", "Each input is a file of JSON Lines; profiling/training/README.md shows one line of "
      + "each. Links Smile, which is GPL-3."})
final class TrainRankerCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Option(names = "--judgments", required = true, paramLabel = "FILE", description = "lines such as {\"profile\":\"p1\",\"vacancy\":\"acme:42\",\"grade\":3}")
  private Path judgments = Path.of("judgments.jsonl");

  @Option(names = "--vacancies", required = true, paramLabel = "FILE", description = "one vacancy a line")
  private Path vacancies = Path.of("vacancies.jsonl");

  @Option(names = "--profiles", required = true, paramLabel = "FILE", description = "one profile a line")
  private Path profiles = Path.of("profiles.jsonl");

  @Option(names = "--home", paramLabel = "FOLDER", defaultValue = "metier-home", description = "the home folder, for its taxonomy and --install (default: ${DEFAULT-VALUE})")
  private Path home = Path.of("metier-home");

  @Option(names = "--out", paramLabel = "FILE", defaultValue = "ranker.json", description = "the model; its card goes beside it (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("ranker.json");

  @Option(names = "--install", description = "also put the model into service in the home folder")
  private boolean isToBeInstalled;

  @Option(names = "--as-of", paramLabel = "INSTANT", description = "count freshness and recency from here, such as 2026-10-01T00:00:00Z (default: when "
      + "the latest vacancy was posted)")
  private @Nullable Instant asOf;

  @Option(names = "--seed", defaultValue = "1", description = "same seed, same bytes (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--trees", defaultValue = "150", description = "at most this many (default: ${DEFAULT-VALUE})")
  private int trees;

  @Option(names = "--leaves", defaultValue = "12", description = "of one tree, at most (default: ${DEFAULT-VALUE})")
  private int leaves;

  @Option(names = "--min-leaf", defaultValue = "100", description = "pairs in a leaf, at least (default: ${DEFAULT-VALUE})")
  private int minLeaf;

  @Option(names = "--shrinkage", defaultValue = "0.1", description = "share of each tree's step (default: ${DEFAULT-VALUE})")
  private double shrinkage;

  @Option(names = "--sample", defaultValue = "0.7", description = "share of the people that each tree is grown on (default: ${DEFAULT-VALUE})")
  private double sample;

  @Option(names = "--patience", defaultValue = "30", description = "trees without gain before it stops (default: ${DEFAULT-VALUE})")
  private int patience;

  @Option(names = "--json", description = "print the card as JSON")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    Screen screen = new Screen(java.util.Objects.requireNonNull(spec).commandLine(), isJson);
    BoostingSettings settings = new BoostingSettings(trees, leaves, minLeaf, shrinkage, sample,
        patience, seed);
    boolean hasHome = isToBeInstalled || Files.exists(home);
    Taxonomy taxonomy = hasHome ? Taxonomy.of(Home.open(home)) : Taxonomy.sample();
    JudgedData data = JudgedData.read(judgments, vacancies, profiles);
    RankerTrainer.Builder trainer = RankerTrainer.builder(taxonomy, TextAnalyzer.create())
        .settings(settings)
        .progress(screen.progress());
    if (asOf != null) {
      trainer.asOf(asOf);
    }
    TrainedRanker ranker = trainer.build().train(data);
    ranker.write(out);
    screen.show(ranker, out);
    if (isToBeInstalled) {
      ModelSlot slot = Home.open(home).model(LearnedPart.RANKER);
      slot.install(ranker.model().toBytes(), ranker.card().toBytes());
      screen.note("installed: " + slot.file());
    }
    return 0;
  }
}
