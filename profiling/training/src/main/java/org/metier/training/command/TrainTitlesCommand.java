package org.metier.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.link.internal.TitleSet;
import org.metier.rank.fitting.ForestSettings;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.training.TrainingDataException;
import org.metier.training.link.TitleTrainer;
import org.metier.training.link.TrainedLinkModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Fits the occupation linker to titles whose right concepts are known.
@Command(name = "titles", mixinStandardHelpOptions = true, description = "Fit the linker of job titles to titles whose concepts are known.", footer = {
  "", "The folder holds LANGUAGE-queries.tsv (id, title, goldConceptUris) and LANGUAGE-corpus.tsv "
      + "(conceptUri, label) for one language or more."})
final class TrainTitlesCommand implements Callable<Integer> {
  @Option(names = "--titles", required = true, paramLabel = "FOLDER", description = "such as a folder with fr-queries.tsv and fr-corpus.tsv")
  private Path titles = Path.of("titles");

  @Option(names = "--home", required = true, paramLabel = "FOLDER", description = "whose taxonomy, with its encoder, titles are linked to")
  private Path home = Path.of("metier-home");

  @Option(names = "--out", paramLabel = "FILE", defaultValue = "titles.json", description = "the model; its card goes beside it (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("titles.json");

  @Mixin
  private TrainedPartOptions model = new TrainedPartOptions();

  @Option(names = "--trees", defaultValue = "400", description = "how many by forest (default: ${DEFAULT-VALUE})")
  private int trees;

  @Option(names = "--forests", defaultValue = "3", description = "how many are averaged, which makes the seed matter less (default: ${DEFAULT-VALUE})")
  private int forests;

  @Override
  public Integer call() throws IOException {
    Screen screen = model.screen();
    Home opened = Home.open(home);
    Map<Language, TitleSet> sets = new EnumMap<>(Language.class);
    Map<String, String> hashes = new TreeMap<>();
    for (Language language : Language.values()) {
      Path queries = titles.resolve(language.code() + "-queries.tsv");
      Path corpus = titles.resolve(language.code() + "-corpus.tsv");
      if (Files.exists(queries)) {
        sets.put(language, TitleSet.read(queries, corpus));
        hashes.put(String.valueOf(queries.getFileName()), TrainedLinkModel.sha256(queries));
        hashes.put(String.valueOf(corpus.getFileName()), TrainedLinkModel.sha256(corpus));
      }
    }
    if (sets.isEmpty()) {
      throw new TrainingDataException(
          titles + " holds no titles; expected files such as fr-queries.tsv and fr-corpus.tsv");
    }
    ForestSettings settings = TitleTrainer.DEFAULT.toBuilder()
        .trees(trees)
        .seed(model.seed())
        .build();
    TrainedLinkModel trained = new TitleTrainer(Taxonomy.of(opened), settings, forests,
        Clock.systemUTC(), screen::linker).train(sets, hashes);
    trained.write(out);
    model.print(trained.card(), shown -> print(shown, trained, sets));
    model.install(opened, LearnedPart.TITLES, trained::install);
    return 0;
  }

  private void print(PrintWriter screen, TrainedLinkModel trained, Map<Language, TitleSet> sets) {
    Map<String, Double> measures = trained.card().measures();
    screen.printf("model %s%n%n%-28s", out, "mean reciprocal rank");
    sets.keySet().forEach(language -> screen.printf("%7s", language.code()));
    screen.println();
    for (String[] row : new String[][]{{"cross-validated", "cv.%s.mrr"},
      {"the same, no encoder", "cv.withoutEncoder.%s.mrr"},
      {"to the English labels", "cv.%s.toEnglish.mrr"},
      {"the same, no encoder", "cv.withoutEncoder.%s.toEnglish.mrr"},
      {"without titles that are", "cv.%s.toEnglish.noLabels.mrr"},
      {"labels, whose share is", "titles.%s.labelShare"},
      {"on titles it learnt from", "seen.%s.mrr"},
      {"the shipped model", "before.%s.mrr"}, {"writing alone", "writing.%s.mrr"},
      {"meaning alone", "meaning.%s.mrr"}}) {
      screen.printf("%-28s", row[0]);
      for (Language language : sets.keySet()) {
        Double value = measures.get(row[1].formatted(language.code()));
        screen.print(value == null ? "      -" : String.format(Locale.ROOT, "%7.3f", value));
      }
      screen.println();
    }
    printMean(screen, "", measures.get("cv.toEnglish.mrr"));
    printMean(screen, " without an encoder", measures.get("cv.withoutEncoder.toEnglish.mrr"));
  }

  private static void printMean(PrintWriter screen, String how, @Nullable Double mean) {
    if (mean != null) {
      screen.printf(Locale.ROOT,
          "cross-validated, to the English labels%s, mean of the languages: %.3f%n", how, mean);
    }
  }
}
