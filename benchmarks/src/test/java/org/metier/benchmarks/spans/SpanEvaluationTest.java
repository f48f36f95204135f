package org.metier.benchmarks.spans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.metier.skill.internal.LabelledSentence;
import org.metier.skill.internal.SpanTally;
import org.metier.skill.internal.SpanTraining;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Span;

class SpanEvaluationTest {
  private static final SpanTraining.Settings FEW = new SpanTraining.Settings(15, 0.1, 1e-4, 0.1,
      2, 100_000, 0.2, 1);

  private static List<LabelledSentence> sentences(List<String> names) {
    List<LabelledSentence> sentences = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      String name = names.get(k);
      sentences.add(new LabelledSentence(k, List.of("you", "know", name), List.of(0, 0, 0),
          List.of(0, 0, 1)));
      sentences.add(new LabelledSentence(k, List.of("you", "repair", name, "engines"),
          List.of(0, 1, 2, 2), List.of(0, 0, 0, 0)));
      sentences.add(new LabelledSentence(k, List.of("we", "sell", name), List.of(0, 0, 0),
          List.of(0, 0, 0)));
    }
    return sentences;
  }

  @Test
  void a_learnable_pattern_is_found_in_other_sentences_by_those_who_learn() {
    AtomicLong clock = new AtomicLong();
    SpanReport report = new SpanEvaluation(Taxonomy.sample(), FEW,
        () -> clock.addAndGet(1_000_000_000L))
        .run(sentences(List.of("Zork", "Quux", "Blip", "Frob", "Wump", "Glim")),
            sentences(List.of("Snark", "Plum")));
    assertEquals(List.of("metier", "metierBridged", "openNlp", "dictionary"),
        List.copyOf(report.systems().keySet()));
    assertEquals(2, report.skills());
    assertEquals(2, report.knowledge());
    SpanReport.Outcome metier = Objects.requireNonNull(report.systems().get("metier"));
    assertEquals(1, metier.both().strict().f1(), 1e-9);
    assertEquals(1, metier.skills().overlapping().recall(), 1e-9);
    assertEquals(6, metier.sentencesPerSecond(), 1e-9); // six sentences in a second of the clock
    SpanReport.Outcome dictionary = Objects.requireNonNull(report.systems().get("dictionary"));
    assertEquals(0, dictionary.both().strict().f1(), 1e-9);
    assertTrue(report.modelBytes() > 1_000);
  }

  @Test
  void strict_counts_equal_ends_and_overlapping_a_shared_token() {
    SpanTally tally = new SpanTally();
    tally.add(List.of(new Span(0, 2), new Span(4, 6)), List.of(new Span(0, 2), new Span(5, 7),
        new Span(9, 10)));
    assertEquals(0.5, tally.strict().precision());
    assertEquals(1 / 3.0, tally.strict().recall());
    assertEquals(0.4, tally.strict().f1(), 1e-9); // 2 * 1/2 * 1/3 / (1/2 + 1/3)
    assertEquals(1, tally.overlapping().precision());
    assertEquals(2 / 3.0, tally.overlapping().recall());
    assertEquals(0, new SpanTally().strict().f1());
  }
}
