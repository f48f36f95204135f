package org.metier.training.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.metier.link.LinkTask;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.internal.boosting.Settings;

class FoldModelsTest {
  private static final ForestSettings SETTINGS = Settings.of(8, 4, 5, 0.3, 1, 1);

  /// Texts whose right candidate has the high value in the first fold and the low one in the second.
  private static List<JudgedText> contrary() {
    List<JudgedText> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int fold = i % 2;
      texts.add(new JudgedText("fr", false, fold, true, new double[][]{{1}, {0}},
          new boolean[]{fold == 0, fold == 1}));
    }
    return texts;
  }

  @Test
  void a_text_is_scored_by_the_model_that_did_not_learn_from_its_fold() {
    FoldModels models = FoldModels.grow(contrary(), SETTINGS, 1, 2, (what, done, of) -> {});
    Map<String, Double> measures = new TreeMap<>();
    ScoredTexts scored = models.scored(LinkTask.TITLES, contrary());
    scored.measure("", measures);
    assertEquals(0.5, measures.get("mrr"), "what a model learnt is wrong for the other fold");
    assertTrue(scored.scores().getFirst()[0] < scored.scores().getFirst()[1]);
  }

  @Test
  void progress_leaves_one_model_to_come() {
    List<String> heard = new ArrayList<>();
    FoldModels.grow(contrary(), SETTINGS, 1, 2,
        (what, done, of) -> heard.add(what + " " + done + "/" + of));
    assertEquals(List.of("models 1/3", "models 2/3"), heard);
  }
}
