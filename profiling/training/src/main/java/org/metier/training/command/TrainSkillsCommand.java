package org.metier.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.link.internal.SkillMentions;
import org.metier.rank.fitting.ForestSettings;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.training.TrainingDataException;
import org.metier.training.link.SkillTrainer;
import org.metier.training.link.TrainedLinkModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Fits the skill linker to mentions whose right skills are known.
@Command(name = "skills", mixinStandardHelpOptions = true, description = "Fit the linker of skills to mentions whose skills are known.", footer = {
  "",
  "A file is CSV with the columns sentence, span (the mention as it stands there) and label (a skill's "
      + "preferred English label or URI, LABEL NOT PRESENT or UNDERSPECIFIED)."})
final class TrainSkillsCommand implements Callable<Integer> {
  @Option(names = "--annotations", required = true, arity = "1..*", paramLabel = "FILE", description = "mentions and their skills")
  private List<Path> annotations = new ArrayList<>();

  @Option(names = "--home", required = true, paramLabel = "FOLDER", description = "whose taxonomy, with its encoder, mentions are linked to")
  private Path home = Path.of("metier-home");

  @Option(names = "--out", paramLabel = "FILE", defaultValue = "skills.json", description = "the model; its card goes beside it (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("skills.json");

  @Mixin
  private TrainedPartOptions model = new TrainedPartOptions();

  @Option(names = "--trees", defaultValue = "200", description = "how many (default: ${DEFAULT-VALUE})")
  private int trees;

  @Override
  public Integer call() throws IOException {
    Screen screen = model.screen();
    Home opened = Home.open(home);
    Taxonomy taxonomy = Taxonomy.of(opened);
    SkillMentions mentions = SkillMentions.read(annotations, taxonomy, Language.EN);
    if (mentions.mentions().stream().allMatch(m -> m.gold().isEmpty())) {
      throw new TrainingDataException("no mention of " + annotations
          + " has a skill of the taxonomy of " + home
          + "; expected its preferred English labels in the column label");
    }
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : annotations) {
      hashes.put(String.valueOf(file.getFileName()), TrainedLinkModel.sha256(file));
    }
    ForestSettings settings = SkillTrainer.DEFAULT.toBuilder()
        .trees(trees)
        .seed(model.seed())
        .build();
    TrainedLinkModel trained = new SkillTrainer(taxonomy, settings, Clock.systemUTC(),
        screen::linker).train(mentions.mentions(), hashes);
    trained.write(out);
    model.print(trained.card(), shown -> print(shown, mentions, trained.card().measures()));
    model.install(opened, LearnedPart.SKILLS, trained::install);
    return 0;
  }

  private void print(PrintWriter screen, SkillMentions mentions, Map<String, Double> measures) {
    screen.printf("model %s%n", out);
    screen.printf(Locale.ROOT,
        "%,d mentions; left out: %,d underspecified, %,d not in their sentence, %,d with a label that the taxonomy does not have%n%n%-28s",
        mentions.mentions().size(), mentions.underspecified(), mentions.misplaced(),
        mentions.unknownLabels().size(), "mean reciprocal rank");
    List<String> groups = new ArrayList<>(List.of("annotated"));
    for (Language language : Language.values()) {
      groups.add(language.code());
    }
    groups.forEach(group -> screen.printf("%10s", group));
    screen.println();
    for (String[] row : new String[][]{{"cross-validated", "cv.%s.mrr"},
      {"the same, no encoder", "cv.withoutEncoder.%s.mrr"},
      {"on mentions it learnt from", "seen.%s.mrr"}, {"the shipped model", "before.%s.mrr"},
      {"words alone", "words.%s.mrr"}, {"meaning alone", "meaning.%s.mrr"}}) {
      screen.printf("%-28s", row[0]);
      for (String group : groups) {
        Double value = measures.get(row[1].formatted(group));
        screen.print(value == null ? "         -" : String.format(Locale.ROOT, "%10.3f", value));
      }
      screen.println();
    }
    screen.println("en to de: labels held out of the taxonomy, as mentions");
  }
}
