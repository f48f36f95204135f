package org.metier.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.audit.AbstentionRecord;
import org.metier.audit.AuditLog;
import org.metier.audit.AuditSettings;
import org.metier.audit.ScoreRecord;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.oversight.CaseId;
import org.metier.oversight.OverrideReason;
import org.metier.oversight.Oversight;
import org.metier.oversight.OversightCounts;
import org.metier.oversight.Rating;

/// Scores and what staff did with them, out of an audit log, and outcomes beside them.
@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class LogMonitoringTest {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final String QUESTION = "potential-26w";
  private static final String MODEL = "ab".repeat(32);
  private static final String NEXT = "cd".repeat(32);
  private static final Instant ALL_DUE = START.plus(Duration.ofDays(400));

  private final Path folder;
  private final Home home;

  LogMonitoringTest(@TempDir Path folder) {
    this.folder = folder;
    home = Home.open(folder.resolve("home"));
    AuditLog.configure(home, AuditSettings.STANDARD.withForcing(AuditSettings.Forcing.SYSTEM));
  }

  private AuditLog log(int day) {
    return AuditLog.open(home, Clock.fixed(START.plus(Duration.ofDays(day)), ZoneOffset.UTC));
  }

  private static ScoreRecord record(String model, double chance) {
    return new ScoreRecord(QUESTION, "facts for " + chance, model, "ef".repeat(32), chance, "HIGH",
        List.of());
  }

  private void score(int day, String person, String model, double chance) {
    log(day).recordScore(person, record(model, chance));
  }

  /// People `p0` and on, all on the first day.
  private void scoreAll(int people, IntToDoubleFunction chance) {
    log(0).recordScores(IntStream.range(0, people).mapToObj(i -> "p" + i).toList(),
        IntStream.range(0, people)
            .mapToObj(i -> record(MODEL, chance.applyAsDouble(i)))
            .toList());
  }

  private OutcomeFile file(String... lines) throws IOException {
    return OutcomeFile.read(Files.write(folder.resolve("outcomes.csv"), List.of(lines)), "id");
  }

  private DueOutcomes search(Instant now, String... lines) throws IOException {
    return new OutcomeSearch(null, null, null, now).in(log(0), file(lines)).orElseThrow();
  }

  private static List<Double> chances(DueOutcomes outcomes) {
    return outcomes.due().stream().map(DueOutcomes.Due::chance).toList();
  }

  /// Anna is scored on day 0 and due on day 182, Ben on day 10 and due on day 192.
  @Test
  void an_outcome_counts_once_it_is_due_and_not_when_it_comes_in() throws IOException {
    score(0, "anna", MODEL, 0.6);
    score(10, "ben", MODEL, 0.3);
    String[] both = {"id,outcome", "anna,1", "ben,1"};
    Instant due = START.plus(Duration.ofDays(182));
    DueOutcomes early = search(due.minusSeconds(1), both);
    assertEquals(List.of(), early.due());
    assertEquals(2, early.account().notDue());
    assertEquals(due, early.account().firstDueAt());
    DueOutcomes first = search(due, both);
    assertEquals(List.of(0.6), chances(first));
    assertTrue(first.due().getFirst().came());
    assertEquals(1, first.account().notDue());
    assertEquals(due.plus(Duration.ofDays(10)), first.account().firstDueAt());
    assertEquals(List.of(0.6, 0.3), chances(search(ALL_DUE, both)));
  }

  @Test
  void everything_that_is_not_counted_is_said() throws IOException {
    score(0, "anna", MODEL, 0.6);
    score(0, "ben", MODEL, 0.3);
    score(0, "carl", MODEL, 0.2);
    score(0, "dora", MODEL, 0.4);
    log(1).exclusively(() -> log(1).keys().destroy("dora"));
    DueOutcomes found = search(ALL_DUE, "id,outcome,note", "anna,1,x", "ben,,", "eve,0,",
        "dora,1,", "anna,0,", ",1,", "carl,yes,");
    assertEquals(List.of(0.6), chances(found));
    DueOutcomes.Account account = found.account();
    assertEquals(4, account.people());
    assertEquals(2, account.withoutOutcome());
    assertEquals(2.0 / 3, found.missingShare(), 1e-12);
    assertEquals(1, account.erased());
    assertEquals(2, account.outcomesWithoutScore());
    assertEquals(1, account.unknownRows());
    assertEquals(Map.of("a spell that stands in an earlier row too", 1, "no id", 1,
        "outcome is neither 1 nor 0", 1), account.rejected());
    assertEquals("outcomes.csv:6: a spell that stands in an earlier row too",
        account.problems().getFirst());
    assertTrue(account.problems().stream().noneMatch(problem -> problem.contains("anna")));
  }

  /// The first score of a spell is the one whose horizon the outcome is of.
  @Test
  void a_person_counts_with_the_first_score_of_each_spell() throws IOException {
    score(0, "anna", MODEL, 0.6);
    score(5, "anna", MODEL, 0.7);
    score(100, "anna", MODEL, 0.2);
    score(110, "anna", MODEL, 0.1);
    assertEquals(List.of(0.6), chances(search(ALL_DUE, "id,outcome", "anna,1")));
    DueOutcomes spells = search(ALL_DUE, "id,outcome,began", "anna,1,2026-01-01",
        "anna,0,2026-04-10", "anna,0,2026-13-01");
    assertEquals(List.of(0.6, 0.2), chances(spells));
    assertEquals(List.of(true, false), spells.due().stream().map(DueOutcomes.Due::came).toList());
    assertEquals(Map.of("began is no day such as 2026-03-01", 1), spells.account().rejected());
    DueOutcomes unknown = search(START.plus(Duration.ofDays(200)), "id,outcome", "anna,");
    assertEquals(0, unknown.account().notDue());
    assertEquals(1, unknown.account().withoutOutcome());
    DueOutcomes later = search(ALL_DUE, "id,outcome,began", "anna,1,2027-04-01");
    assertEquals(List.of(), later.due());
    assertEquals(1, later.account().outcomesWithoutScore());
  }

  @Test
  void the_last_model_with_an_outcome_that_is_due_is_looked_at_unless_another_is_named()
      throws IOException {
    score(0, "anna", MODEL, 0.6);
    score(150, "anna", NEXT, 0.5);
    String[] lines = {"id,outcome", "anna,1"};
    DueOutcomes before = search(START.plus(Duration.ofDays(200)), lines);
    assertEquals(MODEL, before.model());
    assertEquals(List.of(NEXT), before.account().otherModels());
    assertEquals(NEXT, search(ALL_DUE, lines).model());
    assertEquals(List.of(0.6), chances(new OutcomeSearch(QUESTION, "ab", 26, ALL_DUE)
        .in(log(0), file(lines))
        .orElseThrow()));
    assertThrows(IllegalArgumentException.class,
        () -> new OutcomeSearch(null, "ee", null, ALL_DUE).in(log(0), file(lines)));
  }

  @Test
  void questions_and_horizons_that_are_not_clear_are_asked_for() throws IOException {
    assertEquals(Optional.empty(), new OutcomeSearch(null, null, null, ALL_DUE).in(log(0)));
    log(0).recordScore("anna", new ScoreRecord("other", "x", MODEL, "ef".repeat(32), 0.5, null,
        List.of()));
    assertTrue(assertThrows(IllegalArgumentException.class,
        () -> new OutcomeSearch(null, null, null, ALL_DUE).in(log(0)))
        .getMessage()
        .contains("does not say after how many weeks"));
    assertEquals(List.of(0.5), chances(new OutcomeSearch(null, null, 4, ALL_DUE)
        .in(log(0), file("id,outcome", "anna,0"))
        .orElseThrow()));
    score(0, "anna", MODEL, 0.6);
    assertEquals("the log has scores of several questions; name one of [other, potential-26w]",
        assertThrows(IllegalArgumentException.class,
            () -> new OutcomeSearch(null, null, null, ALL_DUE).in(log(0))).getMessage());
    assertEquals(Optional.empty(), new OutcomeSearch("third", null, null, ALL_DUE).in(log(0)));
  }

  private Oversight oversight(int day) {
    return Oversight.of(home, log(day));
  }

  private void show(int day, CaseId id, String model, double chance) {
    oversight(day).begin(id, () -> chance, score -> record(model, score))
        .rate(new Rating("HIGH", 0.5), "counsellor");
  }

  @Test
  void outcomes_that_staff_were_told_of_stand_in_the_log_itself() {
    CaseId anna = new CaseId("anna", QUESTION + "/2026-01");
    show(0, anna, MODEL, 0.7);
    CaseId again = new CaseId("anna", QUESTION + "/2026-06");
    show(150, again, MODEL, 0.4);
    show(0, new CaseId("ben", QUESTION), MODEL, 0.2);
    oversight(180).happened(anna, true, START.plus(Duration.ofDays(60))
        .atZone(ZoneOffset.UTC)
        .toLocalDate());
    oversight(350).happened(again, false, START.plus(Duration.ofDays(340))
        .atZone(ZoneOffset.UTC)
        .toLocalDate());
    DueOutcomes found = new OutcomeSearch(null, null, null, ALL_DUE).in(log(0)).orElseThrow();
    assertEquals(List.of(0.7, 0.4), chances(found));
    assertEquals(List.of(true, false), found.due().stream().map(DueOutcomes.Due::came).toList());
    assertEquals(1, found.account().withoutOutcome());
    assertEquals(List.of(0.7), chances(new OutcomeSearch(null, null, null,
        START.plus(Duration.ofDays(200))).in(log(0)).orElseThrow()));
  }

  @Test
  void a_watch_counts_each_score_once_and_goes_on_where_it_stopped() throws IOException {
    for (int i = 0; i < 60; i++) {
      score(i, "p" + i, MODEL, 0.9);
    }
    String[] lines = new String[61];
    lines[0] = "id,outcome";
    for (int i = 0; i < 60; i++) {
      lines[i + 1] = "p" + i + ",0";
    }
    DueOutcomes some = search(START.plus(Duration.ofDays(182 + 3)), lines);
    OutcomeWatch begun = OutcomeWatch.begin(some, 0.01, START).with(some, START);
    assertEquals(4, begun.watch().outcomes());
    assertEquals(begun, begun.with(some, ALL_DUE));
    DueOutcomes all = search(ALL_DUE, lines);
    OutcomeWatch whole = OutcomeWatch.read(Json.write(begun.with(all, ALL_DUE)));
    assertEquals(60, whole.watch().outcomes());
    assertTrue(whole.watch().isAlarm());
    assertEquals(OutcomeWatch.begin(all, 0.01, START).with(all, ALL_DUE).watch(), whole.watch());
    OutcomeWatch other = new OutcomeWatch(OutcomeWatch.FORMAT, QUESTION,
        CalibrationWatch.begin(NEXT, 0.01, START), List.of());
    assertThrows(IllegalArgumentException.class, () -> other.with(all, ALL_DUE));
    assertThrows(IllegalArgumentException.class,
        () -> new OutcomeWatch(OutcomeWatch.FORMAT, QUESTION, whole.watch(), List.of(1L)));
  }

  @Test
  void overrides_in_the_log_are_those_of_the_case_files() {
    Rating high = new Rating("HIGH", 0.8);
    Rating low = new Rating("LOW", 0.1);
    for (int i = 0; i < 6; i++) {
      show(i, new CaseId("p" + i, QUESTION), i < 5 ? MODEL : NEXT, 0.4);
    }
    CaseId first = new CaseId("p0", QUESTION);
    CaseId second = new CaseId("p1", QUESTION);
    show(6, first, MODEL, 0.4);
    oversight(6).override(first, high, OverrideReason.KNOWS_MORE, "", "counsellor");
    oversight(6).override(second, low, OverrideReason.KNOWS_MORE, "", "counsellor");
    oversight(6).override(new CaseId("p3", QUESTION), high, OverrideReason.KNOWS_MORE, "",
        "counsellor");
    oversight(7).lift(second, "a mistake", "counsellor");
    oversight(7).disagree(new CaseId("p2", QUESTION), "no");
    oversight(7).disagree(new CaseId("p9", QUESTION), "of another");
    oversight(7).begin(new CaseId("p8", QUESTION), () -> "too little known",
        _ -> new AbstentionRecord(QUESTION, "facts", MODEL, "TOO_LITTLE_KNOWN"))
        .rate(high, "counsellor");
    List<LoggedOverrides.OfModel> found = LoggedOverrides.of(log(8), Instant.MIN, Instant.MAX);
    assertEquals(new OversightCounts(MODEL, 5, 5, 3, 2, 1, 1, 1, 1), found.getFirst().counts());
    assertEquals(oversight(8).counts(Instant.MIN, Instant.MAX),
        found.stream().map(LoggedOverrides.OfModel::counts).toList());
    assertEquals(START, found.getFirst().since());
    assertEquals(START.plus(Duration.ofDays(6)), found.getFirst().updatedAt());
    OverrideWatch watch = found.getFirst().watch(0.02, 0.9);
    assertEquals(5, watch.decisions());
    assertEquals(3, watch.overrides());
    Instant third = START.plus(Duration.ofDays(2));
    assertEquals(2, LoggedOverrides.of(log(8), Instant.MIN, third).getFirst().counts().shown());
    assertEquals(4, LoggedOverrides.of(log(8), third, Instant.MAX)
        .stream()
        .filter(seen -> seen.counts().model().equals(MODEL))
        .findFirst()
        .orElseThrow()
        .counts()
        .shown());
    log(9).exclusively(() -> log(9).keys().destroy("p0"));
    assertEquals(3,
        LoggedOverrides.of(log(9), Instant.MIN, Instant.MAX).getFirst().counts().overridden());
  }

  @Test
  void a_challenger_is_asked_about_what_the_champion_saw() throws IOException {
    String[] lines = new String[101];
    lines[0] = "id,outcome";
    scoreAll(100, i -> i % 2 == 0 ? 0.55 : 0.45);
    for (int i = 0; i < 100; i++) {
      lines[i + 1] = "p" + i + "," + (i % 2 == 0 ? 1 : 0);
    }
    DueOutcomes found = search(ALL_DUE, lines);
    Function<DueOutcomes.Due, Optional<String>> inputs = Challenge.inputs(log(0), found);
    assertEquals(Optional.of("facts for 0.55"), inputs.apply(found.due().getFirst()));
    Challenge better = Challenge.of(found, "new",
        due -> OptionalDouble.of(
            inputs.apply(due).orElseThrow().equals("facts for 0.55") ? 0.9 : 0.1),
        1);
    assertEquals(Challenge.Verdict.BETTER, better.verdict());
    assertEquals(0.45 * 0.45 - 0.1 * 0.1, better.sides().brier().difference(), 1e-12);
    assertEquals(Challenge.Verdict.WORSE, Challenge.of(found, "new",
        due -> OptionalDouble.of(1 - due.chance()), 1).verdict());
    assertEquals(Challenge.Verdict.ALIKE, Challenge.of(found, "new",
        due -> OptionalDouble.of(due.chance()), 1).verdict());
    Challenge few = Challenge.of(found, "new", due -> due.entry() <= 50
        ? OptionalDouble.of(0.5)
        : OptionalDouble.empty(), 1);
    assertEquals(49, few.compared());
    assertEquals(51, few.unscored());
    assertEquals(Challenge.Verdict.TOO_FEW, few.verdict());
    assertNull(few.sides());
    log(1).exclusively(() -> log(1).keys().destroy("p0"));
    assertEquals(Optional.empty(), Challenge.inputs(log(1), found).apply(found.due().getFirst()));
  }

  @Test
  void nine_of_one_outcome_are_too_few_to_compare_and_ten_are_enough() throws IOException {
    String[] lines = new String[101];
    lines[0] = "id,outcome";
    scoreAll(100, i -> 0.4);
    for (int i = 0; i < 100; i++) {
      lines[i + 1] = "p" + i + "," + (i < 9 ? 1 : 0);
    }
    assertEquals(Challenge.Verdict.TOO_FEW, Challenge.of(search(ALL_DUE, lines), "new",
        due -> OptionalDouble.of(0.1), 1).verdict());
    lines[10] = "p9,1";
    assertEquals(Challenge.Verdict.BETTER, Challenge.of(search(ALL_DUE, lines), "new",
        due -> OptionalDouble.of(0.1), 1).verdict());
  }

  @Test
  void scores_of_a_challenger_that_runs_elsewhere_are_read_and_bad_rows_counted()
      throws IOException {
    Path file = Files.write(folder.resolve("s.csv"),
        List.of("person,score", "a,0.2", "b,1.2", "a,0.3", ",0.1", "c,high", "d,NaN"));
    ScoredFile read = ScoredFile.read(file, "person");
    assertEquals(Map.of("a", 0.2), read.scores());
    assertEquals(Map.of("score is no chance of 0 to 1", 2,
        "an id that stands in an earlier row too", 1, "no id", 1, "score is no chance such as 0.42",
        1), read.rejected());
    assertEquals(file + ": has no column \"id\"; its columns are [person, score]",
        assertThrows(IllegalArgumentException.class, () -> ScoredFile.read(file, "id"))
            .getMessage());
  }
}
