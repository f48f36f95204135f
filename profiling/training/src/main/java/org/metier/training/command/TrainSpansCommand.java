package org.metier.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.skill.SpanModel;
import org.metier.skill.internal.LabelledSentence;
import org.metier.skill.internal.SpanTraining;
import org.metier.taxonomy.Taxonomy;
import org.metier.training.link.SpanTrainer;
import org.metier.training.link.TrainedLinkModel;
import org.metier.training.link.TrainedSpans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Fits the finder of skills in text to sentences that people labelled.
@Command(name = "spans", mixinStandardHelpOptions = true, description = "Fit the finder of skills in text to labelled sentences.", footer = {
  "",
  "Each line of a file is a JSON object with idx (number of the advertisement), tokens, and tags_skill and "
      + "tags_knowledge with a tag B, I or O for each token."})
final class TrainSpansCommand implements Callable<Integer> {
  @Option(names = "--train", required = true, paramLabel = "FILE", description = "sentences in English to learn from")
  private Path train = Path.of("train.json");

  @Option(names = "--dev", required = true, paramLabel = "FILE", description = "sentences to measure on; the model that is kept learns from them, too")
  private Path dev = Path.of("dev.json");

  @Option(names = "--home", required = true, paramLabel = "FOLDER", description = "whose taxonomy's labels are features")
  private Path home = Path.of("metier-home");

  @Option(names = "--out", paramLabel = "FILE", defaultValue = "spans.json", description = "the model; its card goes beside it (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("spans.json");

  @Option(names = "--before", paramLabel = "FILE", description = "the model to compare with; the one in service in the home by default")
  private @Nullable Path before;

  @Mixin
  private TrainedPartOptions model = new TrainedPartOptions();

  @Option(names = "--epochs", defaultValue = "30", description = "how often each sentence is seen (default: ${DEFAULT-VALUE})")
  private int epochs;

  @Override
  public Integer call() throws IOException {
    Screen screen = model.screen();
    Home opened = Home.open(home);
    SpanTraining.Settings usual = SpanTraining.Settings.DEFAULT;
    SpanTraining.Settings settings = new SpanTraining.Settings(epochs, usual.rate(),
        usual.penalty(), usual.drop(), usual.leastDocuments(), usual.features(),
        usual.threshold(), model.seed());
    Map<String, String> hashes = new TreeMap<>();
    hashes.put(String.valueOf(train.getFileName()), TrainedLinkModel.sha256(train));
    hashes.put(String.valueOf(dev.getFileName()), TrainedLinkModel.sha256(dev));
    SpanModel earlier = before == null ? SpanModel.of(opened) : SpanModel.read(before);
    TrainedSpans trained = new SpanTrainer(Taxonomy.of(opened), settings,
        Clock.systemUTC(), screen::linker)
        .train(LabelledSentence.read(train), LabelledSentence.read(dev), earlier, hashes);
    trained.write(out);
    model.print(trained.card(), shown -> print(shown, trained));
    model.install(opened, LearnedPart.SPANS, trained::install);
    return 0;
  }

  private void print(PrintWriter screen, TrainedSpans trained) {
    Map<String, Double> measures = trained.card().measures();
    screen.printf("model %s%n%n%-34s %8s %10s %6s%n", out, "F1 of spans, both ends right",
        "skills", "knowledge", "both");
    for (String[] row : new String[][]{{"learnt from --train", ""},
      {"the same, by way of English words", "bridged."}, {"the model before *", "before."}}) {
      screen.printf(Locale.ROOT, "%-34s %8.3f %10.3f %6.3f%n", row[0],
          measures.get(row[1] + "skill.strict.f1"),
          measures.get(row[1] + "knowledge.strict.f1"),
          measures.get(row[1] + "both.strict.f1"));
    }
    screen.println("* flattered if it learnt from these sentences");
  }
}
