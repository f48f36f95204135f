package org.metier.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.allocation.OpenOffers;
import org.metier.allocation.Prices;
import org.metier.home.Home;
import org.metier.index.Matcher;
import org.metier.index.ProfileStore;
import org.metier.index.VacancyFilter;
import org.metier.json.Json;
import org.metier.match.HomePrices;
import org.metier.match.Match;
import org.metier.match.condition.Conditions;
import org.metier.match.model.RankerModel;
import org.metier.match.reason.Reason;
import org.metier.profile.CompetenceProfile;
import picocli.CommandLine;

/// The nightly job from feed and CVs to the reasons of the day.
class AllocateCommandTest {
  private static final List<String> TITLES = List.of("Cuisinier", "Commis de cuisine", "Boulanger",
      "Serveur");

  private final Path folder;
  private final Path home;

  AllocateCommandTest(@TempDir Path folder) {
    this.folder = folder;
    home = folder.resolve("home");
  }

  @Test
  void a_night_of_crowded_vacancies_is_a_reason_the_next_day() throws IOException {
    ingestCooks();
    store(8);
    List<Match> before = matches();

    String report = done("allocate", "--strength", "0.5", "--shown", "2",
        "--applications-per-place", "0.2");

    assertTrue(report.contains("8 profiles, 4 open vacancies, 24 candidates"), report);
    assertTrue(report.contains("prices.json"), report);
    Prices prices = HomePrices.of(Home.open(home), RankerModel.standard());
    assertEquals(4, prices.byVacancy().size());
    assertTrue(prices.byVacancy().values().stream().filter(price -> price > 0).count() >= 2);
    List<Match> after = matches();
    assertEquals(before.size(), after.size());
    for (Match match : after) {
      OptionalDouble price = prices.of(match.vacancy().id().toString());
      assertEquals(score(before, match) - price.orElseThrow(), match.score(), 1e-9);
      List<Reason> crowd = match.reasons()
          .stream()
          .filter(reason -> reason instanceof Reason.Crowding)
          .toList();
      assertEquals(price.getAsDouble() == 0
          ? List.of()
          : List.of(new Reason.Crowding(prices.id(), -price.getAsDouble())), crowd);
    }
    assertTrue(done("match", cv(), "--reader", "jobseeker")
        .contains("Many people are being shown this job at the moment"));
  }

  @Test
  void lists_spread_more_and_the_same_night_twice_has_the_same_prices() throws IOException {
    ingestCooks();
    store(8);
    String[] call = {"allocate", "--strength", "1", "--shown", "1", "--applications-per-place",
      "0.1", "--json"};
    String first = done(call);
    Prices prices = HomePrices.of(Home.open(home), RankerModel.standard());
    assertEquals(first, done(call));
    assertEquals(prices.byVacancy(),
        HomePrices.of(Home.open(home), RankerModel.standard()).byVacancy());
    assertTrue(gini(first, "lists") < gini(first, "byScore"), first);
  }

  @Test
  void a_vacancy_loses_nothing_before_its_free_room_is_full() throws IOException {
    ingestCooks();
    store(8);
    List<String> call = new ArrayList<>(List.of("allocate", "--shown", "2"));
    done(call.toArray(String[]::new));
    assertTrue(priced() > 0);
    call.addAll(List.of("--free-share", "0.9")); // 8 people apply less than twice, 4 vacancies want 12
    done(call.toArray(String[]::new));
    assertEquals(0, priced());
  }

  private long priced() {
    return HomePrices.of(Home.open(home), RankerModel.standard())
        .byVacancy()
        .values()
        .stream()
        .filter(price -> price > 0)
        .count();
  }

  @Test
  void what_is_open_to_enough_people_is_not_shown_to_the_next() throws IOException {
    ingestCooks();
    Path book = folder.resolve("offers.json");
    List<String> call = List.of("match", cv(), "--top", "2", "--offers", book.toString(),
        "--max-open", "1");
    String first = done(with(call, "--person", "p1"));
    OpenOffers open = Json.read(Files.readString(book), OpenOffers.class);
    assertEquals(2, open.offers().size());
    assertEquals("p1", open.offers().getFirst().person());
    assertFalse(first.contains("already shown"), first);

    String second = done(with(call, "--person", "p2"));
    assertTrue(second.contains("Not shown: 2. Reason: already shown to as many people"), second);
    // Three of the four are candidates.
    assertEquals(3, Json.read(Files.readString(book), OpenOffers.class).offers().size());
    assertEquals(1, second.lines().filter(line -> line.matches(" *[0-9]+\\. .*")).count(), second);
    String again = done(with(call, "--person", "p1"));
    assertTrue(again.contains("Not shown: 1."), "who has some open sees these: " + again);
    assertEquals(3, Json.read(Files.readString(book), OpenOffers.class).offers().size());
    Outcome refused = run(call.toArray(String[]::new));
    assertEquals(2, refused.exit());
    assertTrue(refused.err().contains("give --person"), refused.err());
  }

  private static String[] with(List<String> call, String... more) {
    List<String> all = new ArrayList<>(call);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void a_dry_run_writes_nothing_and_without_profiles_there_is_nothing_to_do() throws IOException {
    ingestCooks();
    Outcome refused = run("allocate");
    assertEquals(2, refused.exit());
    assertTrue(refused.err().contains("holds no profile"), refused.err());
    store(1);
    assertTrue(done("allocate", "--dry-run").contains("not written"));
    assertFalse(Files.exists(home.resolve("prices.json")));
  }

  private static double gini(String json, String part) {
    String after = json.substring(json.indexOf("\"" + part + "\""));
    return Double.parseDouble(after.replaceFirst("(?s).*?\"gini\" : ([-0-9.E]+).*", "$1"));
  }

  private static double score(List<Match> matches, Match match) {
    return matches.stream()
        .filter(m -> m.vacancy().id().equals(match.vacancy().id()))
        .mapToDouble(Match::score)
        .findFirst()
        .orElseThrow();
  }

  private List<Match> matches() {
    Home opened = Home.open(home);
    try (Matcher matcher = Matcher.open(opened);
        ProfileStore profiles = ProfileStore.open(opened)) {
      CompetenceProfile profile = profiles.find("p0").orElseThrow();
      return matcher.match(profile, VacancyFilter.ALL, Conditions.STANDARD, 10).matches();
    }
  }

  private void ingestCooks() throws IOException {
    List<String> offers = new ArrayList<>();
    for (int i = 0; i < TITLES.size(); i++) {
      offers.add("""
          {"id":"%d","intitule":"%s","description":"Préparer des plats. Numéro %d.",
          "dateCreation":"2026-03-01T08:00:00Z"}""".formatted(i, TITLES.get(i), i));
    }
    Path feed = Files.writeString(folder.resolve("feed.json"),
        "{\"resultats\":[" + String.join(",", offers) + "]}");
    done("ingest", feed.toString(), "--source", "one", "--format", "francetravail");
  }

  /// People of one CV, under ids of their own.
  private void store(int people) throws IOException {
    done("profile", cv(), "--store", "--id", "p0");
    try (ProfileStore profiles = ProfileStore.open(Home.open(home))) {
      CompetenceProfile first = profiles.find("p0").orElseThrow();
      for (int i = 1; i < people; i++) {
        profiles.put(CompetenceProfile.builder("p" + i)
            .language(first.language())
            .occupations(first.occupations())
            .competences(first.competences())
            .build());
      }
    }
  }

  private String cv() throws IOException {
    return Files.writeString(folder.resolve("cv.txt"), """
        Expérience
        Cuisinier, Restaurant du Port, 2019 - 2022
        Préparer des plats.
        """).toString();
  }

  private record Outcome(int exit, String out, String err) {}

  private String done(String... call) {
    Outcome outcome = run(call);
    assertEquals(0, outcome.exit(), outcome.err());
    return outcome.out();
  }

  private Outcome run(String... call) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine metier = Main.commandLine();
    metier.setOut(new PrintWriter(out));
    metier.setErr(new PrintWriter(err));
    List<String> arguments = new ArrayList<>(List.of(call));
    arguments.addAll(List.of("--home", home.toString()));
    int exit = metier.execute(arguments.toArray(String[]::new));
    return new Outcome(exit, out.toString(), err.toString());
  }
}
