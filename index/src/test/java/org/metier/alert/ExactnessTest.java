package org.metier.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// The matcher against every alert on every vacancy.
class ExactnessTest {
  private static final Taxonomy TAXONOMY = Ads.taxonomy();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final PlainEvaluation PLAIN = new PlainEvaluation(TAXONOMY, ANALYZER);

  private static List<String> plainly(Vacancy vacancy, Map<String, Alert> alerts) {
    return alerts.values().stream().filter(a -> PLAIN.meets(vacancy, a)).map(Alert::id).toList();
  }

  @RepeatedTest(100)
  void whatever_alerts_come_and_go_exactly_those_are_found_that_are_met(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    RandomAlerts made = new RandomAlerts(random);
    AlertMatcher matcher = AlertMatcher.over(TAXONOMY, ANALYZER);
    Map<String, Alert> alerts = new TreeMap<>();
    int met = 0;
    for (int round = 0; round < 5; round++) {
      List<Alert> added = new ArrayList<>();
      for (int i = random.nextInt(60); i >= 0; i--) {
        added.add(made.alert("alert" + random.nextInt(200)));
      }
      added.forEach(alert -> alerts.put(alert.id(), alert));
      matcher.add(added);
      for (int i = random.nextInt(30); i > 0; i--) {
        String id = "alert" + random.nextInt(200);
        assertEquals(alerts.remove(id) != null, matcher.remove(id));
      }
      assertEquals(alerts.size(), matcher.size());
      for (int number = 0; number < 20; number++) {
        Vacancy vacancy = made.vacancy(number);
        List<String> expected = plainly(vacancy, alerts);
        met += expected.size();
        assertEquals(expected, matcher.match(vacancy), () -> vacancy.toString());
      }
    }
    assertTrue(met > 100, "only " + met + " alerts were met: the test shows too little");
  }

  @Test
  void threads_that_match_while_alerts_are_added_see_those_of_one_moment() {
    RandomAlerts made = new RandomAlerts(new Random(7));
    List<Vacancy> vacancies = IntStream.range(0, 50).mapToObj(made::vacancy).toList();
    List<Alert> alerts = IntStream.range(0, 300)
        .mapToObj(i -> made.alert("alert%03d".formatted(i)))
        .toList();
    AlertMatcher matcher = AlertMatcher.over(TAXONOMY, ANALYZER);
    CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
      do {
        for (Vacancy vacancy : vacancies) {
          int before = matcher.size();
          List<String> found = matcher.match(vacancy);
          int after = matcher.size();
          List<String> first = metOf(alerts.subList(0, before), vacancy);
          List<String> last = metOf(alerts.subList(0, after), vacancy);
          assertTrue(found.size() >= first.size() && last.containsAll(found));
          assertEquals(last.subList(0, found.size()), found);
        }
      } while (matcher.size() < alerts.size());
    });
    for (Alert alert : alerts) {
      matcher.add(List.of(alert));
    }
    reader.join();
  }

  private static List<String> metOf(List<Alert> alerts, Vacancy vacancy) {
    return alerts.stream().filter(a -> PLAIN.meets(vacancy, a)).map(Alert::id).toList();
  }
}
