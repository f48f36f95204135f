package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.match.Ranker;
import org.metier.match.model.RankerModel;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// The same vacancies and the same profile give the same bytes, however they came to be where they are.
class SameMatchesTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final Clock CLOCK = Clock.fixed(Market.NOW, ZoneOffset.UTC);
  private static final int TOP = 20;
  private static final int VACANCIES = 150;
  /// Fewer than the vacancies, so that some are cut off.
  private static final int CANDIDATES = 60;

  @TempDir
  private Path folder = Path.of("");

  private static VacancyIndex index(Path home) {
    return VacancyIndex.builder(Home.open(home))
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(CLOCK)
        .build();
  }

  private static Matcher matcher(Path home) {
    return Matcher.builder(Home.open(home))
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(CLOCK)
        .candidates(CANDIDATES)
        .build();
  }

  private static List<CompetenceProfile> profiles(int seed) {
    RichMarket market = new RichMarket(new Random(1_000 + seed));
    List<CompetenceProfile> profiles = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      profiles.add(market.profile(i));
    }
    return profiles;
  }

  private static String matches(Matcher matcher, int seed) {
    StringBuilder all = new StringBuilder();
    for (CompetenceProfile profile : profiles(seed)) {
      matcher.match(profile, TOP).forEach(match -> all.append(Json.write(match)).append('\n'));
    }
    return all.toString();
  }

  private static String matches(Path home, int seed) {
    try (Matcher matcher = matcher(home)) {
      return matches(matcher, seed);
    }
  }

  /// What is kept beside the index must say the same as the vacancies themselves.
  @RepeatedTest(10)
  void vacancies_rank_by_their_rows_as_they_do_when_they_are_read(RepetitionInfo run) {
    int seed = run.getCurrentRepetition();
    Ranker ranker = Ranker.of(RankerModel.standard(), TAXONOMY, ANALYZER);
    try (VacancyIndex index = index(folder); Matcher matcher = matcher(folder)) {
      index.put(new RichMarket(new Random(seed)).vacancies(VACANCIES));
      int found = 0;
      for (CompetenceProfile profile : profiles(seed)) {
        List<Vacancy> read = matcher.candidates(profile, VacancyFilter.ALL);
        var expected = ranker.rank(profile, read, TOP, Market.NOW);
        assertEquals(Json.write(expected), Json.write(matcher.match(profile, TOP)));
        found += expected.size();
      }
      assertTrue(found > TOP, "only " + found);
    }
  }

  @RepeatedTest(6)
  void batches_order_and_history_of_the_index_make_no_difference(RepetitionInfo run) {
    int seed = run.getCurrentRepetition();
    Random random = new Random(seed);
    List<Vacancy> market = new RichMarket(new Random(seed)).vacancies(VACANCIES);
    put(folder.resolve("once"), market, VACANCIES);
    String expected = matches(folder.resolve("once"), seed);
    assertTrue(expected.lines().count() > TOP);

    List<Vacancy> shuffled = new ArrayList<>(market);
    Collections.shuffle(shuffled, random);
    put(folder.resolve("batches"), shuffled, 1 + random.nextInt(40));
    assertEquals(expected, matches(folder.resolve("batches"), seed));

    // Many were other ones before, which are deleted and still in their segment.
    Path changed = folder.resolve("changed");
    List<Vacancy> others = new RichMarket(new Random(-seed)).vacancies(VACANCIES / 2);
    List<Vacancy> before = new ArrayList<>(others);
    before.addAll(market.subList(others.size(), VACANCIES));
    put(changed, before, VACANCIES);
    assertNotEquals(expected, matches(changed, seed));
    put(changed, market.subList(0, others.size()), 25);
    assertEquals(expected, matches(changed, seed));
    try (VacancyIndex index = index(changed)) {
      index.recode();
    }
    assertEquals(expected, matches(changed, seed));
  }

  private static void put(Path home, List<Vacancy> vacancies, int batch) {
    try (VacancyIndex index = index(home)) {
      for (int from = 0; from < vacancies.size(); from += batch) {
        index.put(vacancies.subList(from, Math.min(vacancies.size(), from + batch)));
      }
    }
  }

  @Test
  void threads_that_share_a_matcher_get_what_one_gets_alone() throws Exception {
    put(folder, new RichMarket(new Random(5)).vacancies(VACANCIES), 40);
    String expected = matches(folder, 5);
    try (Matcher matcher = matcher(folder);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        answers.add(threads.submit(() -> matches(matcher, 5)));
      }
      for (Future<String> answer : answers) {
        assertEquals(expected, answer.get());
      }
    }
  }

  @Test
  void another_process_gets_the_same_bytes() throws Exception {
    put(folder, new RichMarket(new Random(6)).vacancies(VACANCIES), 40);
    String expected = matches(folder, 6);
    for (String compiler : List.of("-Xint", "-XX:TieredStopAtLevel=1")) {
      assertEquals(expected, run(compiler));
    }
  }

  private String run(String compiler) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process = new ProcessBuilder(java.toString(), compiler,
        "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2", "-cp",
        System.getProperty("java.class.path"), SameMatchesTest.class.getName(), folder.toString(),
        "6")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return out;
  }

  /// Prints the matches of a home: another process than the test's.
  public static void main(String[] args) {
    byte[] matches = matches(Path.of(args[0]), Integer.parseInt(args[1]))
        .getBytes(StandardCharsets.UTF_8);
    System.out.write(matches, 0, matches.length);
    System.out.flush();
  }
}
