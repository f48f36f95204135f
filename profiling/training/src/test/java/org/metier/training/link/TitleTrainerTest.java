package org.metier.training.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.json.Json;
import org.metier.link.LinkModel;
import org.metier.link.LinkTask;
import org.metier.link.internal.TitleSet;
import org.metier.match.model.ModelCard;
import org.metier.rank.fitting.ForestSettings;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.training.TrainingDataException;
import org.metier.training.internal.boosting.Settings;
import org.metier.training.internal.boosting.TextBoosting;

class TitleTrainerTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"),
      ZoneOffset.UTC);
  private static final ForestSettings SETTINGS = settings(3);

  @TempDir
  private Path folder = Path.of("");

  /// The labels of the sample without their last letter, as titles for the labels as they are.
  private static TitleSet sample(Language language) {
    Taxonomy taxonomy = Taxonomy.sample();
    List<TitleSet.Query> queries = new ArrayList<>();
    List<TitleSet.Label> labels = new ArrayList<>();
    for (int occupation : taxonomy.concepts(ConceptKind.OCCUPATION)) {
      String uri = taxonomy.uri(occupation);
      for (String label : taxonomy.labels(occupation, language)) {
        labels.add(new TitleSet.Label(uri, label));
        queries.add(new TitleSet.Query("q" + queries.size(),
            label.substring(0, label.length() - 1), Set.of(uri)));
      }
    }
    return new TitleSet(queries, labels);
  }

  private static ForestSettings settings(long seed) {
    return Settings.of(12, 4, 10, 0.3, 0.7, seed).toBuilder().featureShare(0.6).build();
  }

  private static TrainedLinkModel trained(ForestSettings settings) {
    return new TitleTrainer(Taxonomy.sample(), settings, 2, CLOCK, (what, done, of) -> {})
        .train(Map.of(Language.EN, sample(Language.EN), Language.FR, sample(Language.FR)),
            Map.of("titles.tsv", "0".repeat(64)));
  }

  @Test
  void equal_data_and_settings_give_equal_bytes_and_another_seed_others() {
    TrainedLinkModel first = trained(SETTINGS);
    TrainedLinkModel again = trained(SETTINGS);
    assertArrayEquals(first.model().toBytes(), again.model().toBytes());
    assertEquals(Json.write(first.card()), Json.write(again.card()));
    ForestSettings other = settings(4);
    assertTrue(!trained(other).model().equals(first.model()));
  }

  @Test
  void the_model_is_the_average_of_its_forests() {
    List<JudgedText> texts = List.of(
        new JudgedText("fr", false, 0, true, new double[][]{{1}, {0}, {0.5}},
            new boolean[]{true, false, false}),
        new JudgedText("fr", false, 0, true, new double[][]{{0.2}, {0.9}, {0.4}},
            new boolean[]{false, true, false}));
    ForestSettings settings = Settings.of(5, 3, 1, 0.3, 0.5, 7);
    ForestSettings next = Settings.of(5, 3, 1, 0.3, 0.5, 8);
    double[] one = TextBoosting.scores(TextBoosting.grow(JudgedText.lists(texts), settings),
        texts.getFirst().rows());
    double[] other = TextBoosting.scores(TextBoosting.grow(JudgedText.lists(texts), next),
        texts.getFirst().rows());
    double[] both = TextBoosting.scores(TextBoosting.average(JudgedText.lists(texts), settings, 2),
        texts.getFirst().rows());
    for (int i = 0; i < both.length; i++) {
      assertEquals((one[i] + other[i]) / 2, both[i], 1e-12);
    }
  }

  @Test
  void more_trees_than_a_file_holds_are_refused() {
    assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class,
        () -> new TitleTrainer(Taxonomy.sample(), SETTINGS, 167, CLOCK, (what, done, of) -> {}))
        .getMessage()).contains("were 167 of 12"));
    assertThrows(IllegalArgumentException.class,
        () -> new TitleTrainer(Taxonomy.sample(), SETTINGS, 0, CLOCK, (what, done, of) -> {}));
  }

  @Test
  void model_and_card_are_written_and_measure_what_was_held_out() {
    TrainedLinkModel trained = trained(SETTINGS);
    Path file = folder.resolve("titles.json");
    trained.write(file);
    assertEquals(trained.model(), LinkModel.read(file, LinkTask.TITLES));
    ModelCard card = trained.card();
    assertEquals(trained.model().sha256(), card.modelSha256());
    for (String language : List.of("en", "fr")) {
      double unseen = card.measures().getOrDefault("cv.withoutEncoder." + language + ".mrr", 0.0);
      double seen = card.measures().getOrDefault("seen.withoutEncoder." + language + ".mrr", 0.0);
      assertTrue(unseen > 0.8, language + " " + card.measures());
      assertTrue(seen >= unseen - 0.01, language + " " + card.measures());
      assertTrue(card.measures()
          .getOrDefault("cv.withoutEncoder." + language + ".calibrationError", 1.0) < 0.2);
    }
  }

  private static TrainedLinkModel trained(TitleSet english, TitleSet french) {
    return new TitleTrainer(Taxonomy.sample(), SETTINGS, 2, CLOCK, (what, done, of) -> {})
        .train(Map.of(Language.EN, english, Language.FR, french), Map.of());
  }

  private static double measure(TrainedLinkModel trained, String name) {
    return trained.card().measures().getOrDefault(name, Double.NaN);
  }

  @Test
  void titles_of_other_languages_also_look_for_the_concepts_of_english_labels() {
    TrainedLinkModel trained = trained(SETTINGS);
    double toEnglish = measure(trained, "cv.withoutEncoder.fr.toEnglish.mrr");
    assertTrue(toEnglish > 0.8, "MRR " + toEnglish);
    assertEquals(toEnglish, measure(trained, "cv.withoutEncoder.toEnglish.mrr"));
    assertTrue(
        Double.isNaN(measure(trained, "cv.withoutEncoder.en.toEnglish.mrr")), "English");
  }

  @Test
  void titles_whose_concept_has_no_english_label_count_as_failures() {
    TitleSet english = sample(Language.EN);
    Set<String> half = english.concepts()
        .stream()
        .sorted()
        .limit(english.concepts().size() / 2)
        .collect(Collectors.toSet());
    TitleSet some = new TitleSet(
        english.queries().stream().filter(q -> half.containsAll(q.gold())).toList(),
        english.labels().stream().filter(l -> half.contains(l.concept())).toList());
    TitleSet french = sample(Language.FR);
    double answerable = (double) french.queries()
        .stream()
        .filter(q -> half.containsAll(q.gold()))
        .count() / french.queries().size();
    double mrr = measure(trained(some, french), "cv.withoutEncoder.fr.toEnglish.mrr");
    assertTrue(mrr > 0.8 * answerable && mrr <= answerable, mrr + " of " + answerable);
  }

  @Test
  void titles_that_are_labels_are_counted_and_the_others_measured_apart() {
    TitleSet french = sample(Language.FR);
    List<TitleSet.Query> queries = new ArrayList<>(french.queries());
    int inFull = queries.size() / 4;
    for (int i = 0; i < inFull; i++) {
      TitleSet.Label label = french.labels().get(i);
      queries.set(i, new TitleSet.Query("q" + i,
          " " + label.text().toUpperCase(Locale.FRENCH).replace(" ", "  "),
          Set.of(label.concept())));
    }
    for (int i = inFull; i < queries.size(); i++) {
      queries.set(i, new TitleSet.Query("q" + i, "zzzz qqqq", queries.get(i).gold()));
    }
    TrainedLinkModel trained = trained(sample(Language.EN),
        new TitleSet(queries, french.labels()));
    assertEquals((double) inFull / queries.size(),
        measure(trained, "titles.withoutEncoder.fr.labelShare"));
    assertEquals(0.0, measure(trained, "cv.withoutEncoder.fr.toEnglish.noLabels.mrr"));
    assertTrue(measure(trained, "cv.withoutEncoder.fr.toEnglish.mrr") > 0.1);
  }

  @Test
  void without_english_titles_nothing_is_measured_across_languages() {
    TrainedLinkModel trained = new TitleTrainer(Taxonomy.sample(), SETTINGS, 2, CLOCK,
        (what, done, of) -> {}).train(Map.of(Language.FR, sample(Language.FR)), Map.of());
    assertEquals(List.of(),
        trained.card()
            .measures()
            .keySet()
            .stream()
            .filter(name -> name.contains("toEnglish"))
            .toList());
  }

  @Test
  void titles_of_another_taxonomy_teach_nothing() {
    TitleSet foreign = new TitleSet(
        List.of(new TitleSet.Query("q", "baker", Set.of("x:nowhere"))),
        List.of(new TitleSet.Label("x:somewhere", "cook")));
    TitleTrainer trainer = new TitleTrainer(Taxonomy.sample(), SETTINGS, 2, CLOCK,
        (what, done, of) -> {});
    assertTrue(String.valueOf(assertThrows(TrainingDataException.class,
        () -> trainer.train(Map.of(Language.EN, foreign), Map.of())).getMessage())
        .contains("none of "));
  }
}
