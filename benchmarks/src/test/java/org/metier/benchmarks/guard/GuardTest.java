package org.metier.benchmarks.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.metier.benchmarks.guard.Baseline.Entry;
import org.metier.benchmarks.guard.Figure.Unit;
import org.metier.benchmarks.race.Race;
import org.metier.benchmarks.race.Work;
import org.metier.json.Json;
import picocli.CommandLine;

class GuardTest {
  private static final Stopwatch.Effort SHORT = new Stopwatch.Effort(150, 9, 8);

  /// Work in proportion to `steps`, the same for both sides of a race.
  private static Work walk(int steps) {
    double[] values = new double[4096];
    for (int i = 0; i < values.length; i++) {
      values[i] = StrictMath.sin(i);
    }
    return () -> {
      double sum = 0;
      for (int i = 0; i < steps; i++) {
        sum = sum * 0.5 + values[(i * 31 + (int) sum) & 4095];
      }
      return sum;
    };
  }

  private static Work twice(Work work) {
    return () -> work.run() + work.run();
  }

  private static Baseline baseline(Entry... entries) {
    return new Baseline(List.of(entries));
  }

  private static List<Figure> figures(Baseline baseline, Race race) throws Exception {
    return new Guard(baseline, SHORT).figures(List.of(race), _ -> {
      // only the result counts here
    });
  }

  @Test
  void fewer_times_than_the_bound_are_behind_and_more_never_are() {
    Entry entry = new Entry("scoring", Unit.TIMES, 10, 0.25);
    assertEquals(7.5, entry.bound());
    assertTrue(entry.isBehind(7.4));
    assertFalse(entry.isBehind(7.5));
    assertFalse(entry.isBehind(100));
  }

  @Test
  void more_bytes_than_the_bound_are_behind_and_fewer_never_are() {
    Entry entry = new Entry("scoring", Unit.BYTES, 100_000, 0.25);
    assertTrue(entry.isBehind(entry.bound() + 1));
    assertFalse(entry.isBehind(125_000));
    assertFalse(entry.isBehind(0));
  }

  @Test
  void what_allocated_nothing_has_room_for_a_buffer_and_no_more() {
    Entry entry = new Entry("scoring", Unit.BYTES, 0, 0.25);
    assertFalse(entry.isBehind(4096));
    assertTrue(entry.isBehind(5000));
  }

  @Test
  void a_loosened_baseline_lets_figures_be_that_many_times_as_bad() {
    Baseline loose = baseline(new Entry("a", Unit.TIMES, 10, 0.25),
        new Entry("b", Unit.BYTES, 100_000, 0.5)).loosened(2);
    assertEquals(3.75, loose.entries().get(0).bound(), 1e-9);
    assertEquals(300_000 + 4096, loose.entries().get(1).bound(), 1e-6);
  }

  @Test
  void a_race_without_a_baseline_is_refused_by_its_name() {
    Baseline baseline = baseline(new Entry("scoring", Unit.TIMES, 10, 0.25));
    var e = assertThrows(IllegalArgumentException.class,
        () -> baseline.verdicts(List.of(new Figure("tagging", Unit.TIMES, 3))));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains("\"tagging\"") && message.contains("\"scoring\""), message);
  }

  @Test
  void a_baseline_that_says_a_race_twice_or_tolerates_anything_is_refused() {
    Entry entry = new Entry("scoring", Unit.TIMES, 10, 0.25);
    assertThrows(IllegalArgumentException.class, () -> baseline(entry, entry));
    assertThrows(IllegalArgumentException.class,
        () -> new Entry("scoring", Unit.TIMES, 10, 1));
    assertThrows(IllegalArgumentException.class,
        () -> new Entry("scoring", Unit.BYTES, 10, Double.NaN));
  }

  @Test
  void a_written_baseline_keeps_the_tolerances_and_is_read_back() {
    Baseline before = baseline(new Entry("a", Unit.TIMES, 10, 0.25));
    Baseline after = Baseline.of(
        List.of(new Figure("a", Unit.TIMES, 0.031249), new Figure("b", Unit.BYTES, 123_456)),
        before);
    assertEquals(List.of(new Entry("a", Unit.TIMES, 0.03125, 0.25),
        new Entry("b", Unit.BYTES, 123_500, 0.35)), after.entries());
    assertEquals(after, Json.read(Json.write(after), Baseline.class));
  }

  @Test
  void work_done_twice_falls_behind_its_own_baseline_and_the_command_says_so() throws Exception {
    Race.Speed race = new Race.Speed("walk", walk(20_000), walk(40_000));
    Baseline set = Baseline.of(figures(baseline(), race), baseline());
    StringWriter out = new StringWriter();
    assertEquals(0,
        BenchCommand.compared(set, figures(set, race), new PrintWriter(out)), out::toString);
    Race.Speed slowed = new Race.Speed("walk", twice(race.ours()), race.theirs());
    assertEquals(BenchCommand.BEHIND,
        BenchCommand.compared(set, figures(set, slowed), new PrintWriter(out)), out::toString);
    assertTrue(out.toString().contains("BEHIND"), out::toString);
    assertTrue(out.toString().contains("1 of 1 fell behind"), out::toString);
  }

  @Test
  void memory_is_counted_by_run() throws Exception {
    List<byte[]> kept = new ArrayList<>();
    Race.Memory race = new Race.Memory("arrays", () -> {
      kept.clear();
      kept.add(new byte[100_000]);
      return kept.size();
    });
    double bytes = figures(baseline(), race).getFirst().value();
    assertTrue(bytes >= 100_000 && bytes < 101_000, "" + bytes);
    Baseline set = baseline(new Entry("arrays", Unit.BYTES, 20_000, 0.25));
    assertTrue(set.verdicts(figures(set, race)).getFirst().isBehind());
  }

  @Test
  void what_is_behind_is_measured_three_times_before_it_is_believed() throws Exception {
    int[] runs = {0};
    List<byte[]> kept = new ArrayList<>();
    Race.Memory race = new Race.Memory("arrays", () -> {
      kept.clear();
      kept.add(new byte[50_000]);
      runs[0]++;
      return kept.size();
    });
    figures(baseline(), race);
    int once = runs[0];
    runs[0] = 0;
    figures(baseline(new Entry("arrays", Unit.BYTES, 1, 0.25)), race);
    assertTrue(runs[0] > 1.5 * once, runs[0] + " and " + once);
  }

  @Test
  void a_call_that_says_nothing_to_do_is_refused() {
    CommandLine command = new CommandLine(new BenchCommand());
    command
        .setExecutionExceptionHandler((e, _, _) -> e instanceof IllegalArgumentException ? 2 : 1);
    assertEquals(2, command.execute());
  }

  /// The whole guard with a fraction of its effort: on a machine that does other things, too, only what
  /// fell far behind shows.
  @Test
  void nothing_fell_far_behind_the_baseline_that_ships() throws Exception {
    Baseline loose = BenchCommand.shipped().loosened(2.5);
    StringWriter out = new StringWriter();
    List<Figure> figures = new Guard(loose, new Stopwatch.Effort(250, 7, 10)).figures(_ -> {
      // only the result counts here
    });
    assertEquals(0, BenchCommand.compared(loose, figures, new PrintWriter(out)), out::toString);
    assertEquals(names(loose), figures.stream().map(Figure::name).collect(Collectors.toSet()));
  }

  private static Set<String> names(Baseline baseline) {
    return baseline.entries().stream().map(Entry::name).collect(Collectors.toSet());
  }
}
