package org.metier.training.judgment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.HeldOccupation;
import org.metier.profile.PartialDate;
import org.metier.training.TrainingDataException;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

class LogReadingTest {
  private static final Instant SEPTEMBER = Instant.parse("2026-09-01T08:00:00Z");

  @TempDir
  private Path folder = Path.of("");

  private final Map<String, CompetenceProfile> profiles = Map.of("p1",
      CompetenceProfile.builder("p1").build(), "p2",
      CompetenceProfile.builder("p2")
          .occupations(List.of(new HeldOccupation("Baker", null, 0,
              new DateRange(PartialDate.parse("2026-10"), null, true), List.of())))
          .build());
  private final Map<String, Vacancy> vacancies = Map.of("a:1", vacancy("1", null), "a:2",
      vacancy("2", "2026-08-01T00:00:00Z"), "a:3", vacancy("3", "2026-09-02T00:00:00Z"));

  private static Vacancy vacancy(String key, @Nullable String postedAt) {
    return Vacancy.builder(new VacancyId("a", key), "Baker")
        .postedAt(postedAt == null ? null : Instant.parse(postedAt))
        .build();
  }

  private ImpressionLog read(String name, @Nullable Instant profilesAsOf, String... lines)
      throws IOException {
    Path file = Files.write(folder.resolve(name), List.of(lines));
    LogReading reading = new LogReading(profiles, vacancies, new LeakCheck(profilesAsOf));
    reading.read(file);
    return reading.log();
  }

  private static String shown(String list, String vacancy, String person, int position) {
    return ("{\"event\":\"impression\",\"list\":\"%s\",\"vacancy\":\"%s\",\"at\":\"%s\","
        + "\"person\":\"%s\",\"position\":%d}").formatted(list, vacancy, SEPTEMBER, person,
            position);
  }

  private static String event(String event, String list, String vacancy, String at) {
    return "{\"event\":\"%s\",\"list\":\"%s\",\"vacancy\":\"%s\",\"at\":\"%s\"}".formatted(event,
        list, vacancy, at);
  }

  @Test
  void impressions_come_back_by_position_with_their_weightiest_event() throws IOException {
    ImpressionLog log = read("log.jsonl", null, shown("q", "a:2", "p1", 2),
        shown("q", "a:1", "p1", 1), event("application", "q", "a:2", "2026-09-03T00:00:00Z"),
        event("click", "q", "a:2", "2026-09-02T00:00:00Z"));
    assertEquals(1, log.lists());
    assertEquals(List.of(1, 2), List.of(log.position(0), log.position(1)));
    assertEquals("a:1", log.vacancyId(log.vacancy(0)));
    assertEquals(Optional.empty(), log.event(0));
    assertEquals(Optional.of(PortalEvent.APPLICATION), log.event(1));
    assertEquals(SEPTEMBER, log.at(0));
    assertEquals(new LogReport(4, 2, Map.of(PortalEvent.CLICK, 1L, PortalEvent.APPLICATION, 1L),
        Map.of(), Map.of()), log.report());
  }

  @Test
  void csv_says_the_same_as_json_lines() throws IOException {
    ImpressionLog json = read("log.jsonl", null, shown("q", "a:2", "p1", 2),
        event("click", "q", "a:2", "2026-09-02T00:00:00Z"));
    ImpressionLog csv = read("log.csv", null, "event,list,vacancy,at,person,position,shuffled",
        "impression,q,a:2," + SEPTEMBER + ",p1,2,", "click,q,a:2,2026-09-02T00:00:00Z,,,");
    assertEquals(json.report(), csv.report());
    assertEquals(json.event(0), csv.event(0));
    assertEquals(json.at(0), csv.at(0));
  }

  @Test
  void what_is_younger_than_its_impression_is_refused_as_a_leak() throws IOException {
    ImpressionLog log = read("log.jsonl", null, shown("q", "a:2", "p1", 1),
        shown("q", "a:3", "p1", 2), shown("r", "a:2", "p2", 1));
    assertEquals(Map.of(Refusal.LATER_VACANCY, 1L, Refusal.LATER_PROFILE, 1L),
        log.report().refused());
    assertEquals(1, log.size(), "the second person's profile has the job that came of it");
  }

  @Test
  void profiles_written_later_are_refused_where_somebody_says_so() {
    TrainingDataException refusal = assertThrows(TrainingDataException.class,
        () -> read("log.jsonl", SEPTEMBER.plusSeconds(1), shown("q", "a:2", "p1", 1)));
    assertTrue(String.valueOf(refusal.getMessage()).contains("dated after the impression"),
        refusal.getMessage());
  }

  @Test
  void every_bad_line_is_counted_with_its_place_and_none_is_quoted() throws IOException {
    ImpressionLog log = read("log.jsonl", null, shown("q", "a:2", "p1", 1), "{\"secret\":1}",
        shown("q", "a:1", "nobody", 2), shown("q", "b:9", "p1", 2), shown("q", "a:2", "p1", 5),
        event("click", "z", "a:2", "2026-09-02T00:00:00Z"),
        event("click", "q", "a:2", "2026-08-31T00:00:00Z"),
        shown("q", "a:1", "p1", 1).replace("}", ",\"hiredLater\":true}"),
        event("click", "q", "a:2", "2026-09-02T00:00:00Z").replace("}", ",\"position\":3}"));
    LogReport report = log.report();
    assertEquals(9, report.lines());
    assertEquals(1, report.impressions());
    assertEquals(Map.of(Refusal.BAD_LINE, 3L, Refusal.UNKNOWN_PERSON, 1L, Refusal.UNKNOWN_VACANCY,
        1L, Refusal.CONTRADICTION, 1L, Refusal.UNKNOWN_IMPRESSION, 1L, Refusal.EARLIER_EVENT, 1L),
        report.refused());
    String examples = report.examples().toString();
    assertTrue(examples.contains("log.jsonl:3: the person has no profile"), examples);
    assertFalse(examples.contains("nobody"), examples);
  }

  @Test
  void a_column_that_nobody_knows_is_refused() {
    TrainingDataException refusal = assertThrows(TrainingDataException.class,
        () -> read("log.csv", null, "event,list,vacancy,at,person,position,hired",
            "impression,q,a:2," + SEPTEMBER + ",p1,2,yes"));
    assertTrue(String.valueOf(refusal.getMessage()).contains("hired"), refusal.getMessage());
  }

  @Test
  void ratings_of_several_counsellors_become_the_lower_median() throws IOException {
    Path file = Files.write(folder.resolve("ratings.csv"),
        List.of("person,vacancy,by,grade,at", "p1,a:2,c1,1," + SEPTEMBER,
            "p1,a:2,c2,4," + SEPTEMBER.plusSeconds(9), "p1,a:2,c3,3," + SEPTEMBER,
            "p1,a:1,c1,0," + SEPTEMBER, "p1,a:3,c1,2," + SEPTEMBER, "p1,a:1,c1,7," + SEPTEMBER));
    Ratings ratings = Ratings.read(file, profiles, vacancies, new LeakCheck(null));
    assertEquals(
        Map.of("a:1", new Ratings.Rated(0, SEPTEMBER), "a:2",
            new Ratings.Rated(3, SEPTEMBER.plusSeconds(9))),
        ratings.byPerson().get("p1"));
    assertEquals(4, ratings.read());
    assertEquals(Map.of(Refusal.LATER_VACANCY, 1L, Refusal.BAD_LINE, 1L), ratings.refused());
    assertEquals((2 + 1 + 0 + 0) / 4.0, ratings.agreement(), 1e-12);
  }

  @Test
  void event_grades_never_fall_and_read_back() {
    assertEquals(new EventGrades(1, 1, 3, 4), EventGrades.parse("1,1,3,4"));
    assertEquals("1,2,3,4", EventGrades.DEFAULT.toString());
    assertThrows(IllegalArgumentException.class, () -> EventGrades.parse("2,1,3,4"));
    assertThrows(IllegalArgumentException.class, () -> EventGrades.parse("1,2,3"));
    assertThrows(IllegalArgumentException.class, () -> EventGrades.parse("0,2,3,4"));
  }

  @Test
  void people_and_times_are_split_so_that_held_out_lists_are_of_others_and_later() {
    List<String> people = java.util.stream.IntStream.range(0, 100)
        .mapToObj(i -> "p" + i)
        .toList();
    TimeSplit split = TimeSplit.of(people, SEPTEMBER, 1);
    long heldOut = people.stream()
        .filter(p -> split.role(p, SEPTEMBER) == TimeSplit.Role.HELD_OUT)
        .count();
    long training = people.stream()
        .filter(p -> split.role(p, SEPTEMBER.minusMillis(1)) == TimeSplit.Role.TRAINING)
        .count();
    assertEquals(20, heldOut);
    assertEquals(70, training);
    for (String person : people) {
      boolean isEarlyUsed = split.role(person,
          SEPTEMBER.minusMillis(1)) != TimeSplit.Role.LEFT_OUT;
      boolean isLateUsed = split.role(person, SEPTEMBER) != TimeSplit.Role.LEFT_OUT;
      assertTrue(isEarlyUsed ^ isLateUsed, person);
    }
  }
}
