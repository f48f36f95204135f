package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.feed.FeedProblem;
import org.metier.feed.ProblemCode;
import org.metier.ledger.EndReason;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.ledger.Run;
import org.metier.ledger.RunState;
import org.metier.ledger.SilentField;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

class LedgerPageTest {
  /// A run in which everything happened once, ends 2, 3, 4 and so on times.
  private static Run run(RunState state) {
    Map<RecordEnd, Integer> ends = new EnumMap<>(RecordEnd.class);
    Map<EndReason, Integer> reasons = new EnumMap<>(EndReason.class);
    Map<ProblemCode, Integer> problems = new EnumMap<>(ProblemCode.class);
    List<FeedProblem> examples = new ArrayList<>();
    int received = 0;
    for (RecordEnd end : RecordEnd.values()) {
      ends.put(end, end.ordinal() + 2);
      received += end.ordinal() + 2;
    }
    for (EndReason reason : EndReason.values()) {
      reasons.put(reason, 1);
    }
    for (ProblemCode code : ProblemCode.values()) {
      problems.put(code, 7);
      examples.add(new FeedProblem(code, "line 42", "k", "f", "found", "expected"));
    }
    return new Run("werk", 3, state, "<b>feed</b>.jsonl", "JSON Lines",
        Instant.parse("2026-11-01T00:00:00Z"), null, "accept the loss", received, "f", received,
        ends, reasons, Map.of(EndReason.ABSENT, 5), 2, 0, problems, examples,
        Map.of("salary", 10, "title", 40), 40, List.of(new SilentField("salary", 0.9, 0.25)),
        Map.of(), Map.of(RecordState.PUBLISHED, 30));
  }

  private static Document page(Language language, RunState state, long difference) {
    Map<RecordState, Integer> stock = new EnumMap<>(RecordState.class);
    for (RecordState one : RecordState.values()) {
      stock.put(one, 11);
    }
    Ledger.Balance balance = new Ledger.Balance("werk", 3, 1_234,
        Map.of(RecordEnd.PUBLISHED, 1_234L),
        difference, stock, run(state));
    return Jsoup.parse(
        new String(LedgerPage.of(List.of(balance), language).toHtml(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_state_end_reason_and_problem_is_worded(Language language) {
    for (RunState state : RunState.values()) {
      Document page = page(language, state, 0);
      String text = page.text();
      for (Enum<?> constant : RecordEnd.values()) {
        assertFalse(text.contains(constant.name()), constant.name());
      }
      assertFalse(text.matches(".*\\b[A-Z]+_[A-Z_]+\\b.*"), text);
      assertTrue(text.contains("<b>feed</b>.jsonl"),
          "data are shown as they are, and as no markup");
      assertTrue(text.contains("accept the loss"));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_ledger_that_does_not_balance_is_a_warning(Language language) {
    assertEquals(1, page(language, RunState.COMPLETE, 0).select("main > .notice.good").size());
    assertEquals(1, page(language, RunState.COMPLETE, 2).select("main > .notice.warning").size());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_words_the_same_things(Language language) {
    assertEquals(Phrases.of(LedgerPage.class, "ledger", Language.EN).patterns().keySet(),
        Phrases.of(LedgerPage.class, "ledger", language).patterns().keySet());
    Phrases.of(LedgerPage.class, "ledger", language)
        .patterns()
        .forEach((key, pattern) -> assertFalse(pattern.toString().contains("'"), key.toString()));
  }
}
