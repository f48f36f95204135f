package org.metier.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyFlag;
import org.metier.vacancy.VacancyId;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class FeedWriterTest {
  private static final VacancyId ID = new VacancyId("test", "1");
  private static final VacancyDraft SMALL = VacancyDraft.of(
      Vacancy.builder(ID, "Baker").description("Bread.").build(), List.of(), List.of(), List.of());

  /// Writes a feed with its end, and reads it as the source `test`.
  static Read writtenAndRead(List<VacancyDraft> drafts, List<FeedItem.Withdrawn> withdrawn,
      String cursor) {
    StringBuilder lines = new StringBuilder();
    FeedWriter writer = FeedWriter.to(lines);
    try {
      for (VacancyDraft draft : drafts) {
        writer.write(draft);
      }
      for (FeedItem.Withdrawn gone : withdrawn) {
        writer.withdraw(gone.id(), gone.withdrawnAt());
      }
      writer.end(cursor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Read.of(lines.toString());
  }

  @RepeatedTest(300)
  void any_draft_is_read_as_it_was_written(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    VacancyDraft draft = draft(random);
    Read read = writtenAndRead(List.of(draft), List.of(), "c");
    assertEquals(List.of(), read.rejections());
    assertEquals(List.of(draft), read.drafts());
    assertEquals(List.of(), read.remarks());
  }

  @Test
  void every_component_of_a_draft_can_be_written() {
    List<VacancyDraft> drafts = new ArrayList<>();
    for (int seed = 1; seed <= 20; seed++) {
      drafts.add(draft(new Random(seed)));
    }
    assertEquals(Set.of("applyUrl", "contract", "description", "drivingLicences", "education",
        "employer", "employerId", "experienceMonths", "flags", "hours", "isAgency", "language",
        "languages", "occupationCodes", "occupationTitles", "partnerKeys", "positions", "postedAt",
        "raw", "remote", "salary", "skillTexts", "startsOn", "url", "validThrough", "workplaces"),
        Fixture.filled(drafts));
  }

  @Test
  void a_line_leaves_out_what_is_absent() throws IOException {
    StringBuilder lines = new StringBuilder();
    FeedWriter.to(lines).write(SMALL);
    assertEquals(
        "{\"metier\":1,\"key\":\"1\",\"title\":\"Baker\",\"description\":\"Bread.\"}\n",
        lines.toString());
  }

  @Test
  void a_tombstone_keeps_when_it_was_taken_back() throws IOException {
    StringBuilder lines = new StringBuilder();
    FeedWriter.to(lines).withdraw(ID, Instant.parse("2026-03-02T08:00:00Z"));
    assertEquals("{\"metier\":1,\"key\":\"1\",\"withdrawn\":true,"
        + "\"withdrawnAt\":\"2026-03-02T08:00:00Z\"}\n", lines.toString());
    assertEquals(List.of(new FeedItem.Withdrawn(ID, "line 1",
        Instant.parse("2026-03-02T08:00:00Z"))), Read.of(lines.toString()).withdrawn());
  }

  @Test
  void what_cannot_be_read_back_is_refused() throws IOException {
    FeedWriter writer = FeedWriter.to(new StringBuilder());
    writer.write(SMALL);
    Vacancy coded = SMALL.vacancy()
        .toBuilder()
        .occupations(List.of(new OccupationCode("u", 1, OccupationCode.Origin.STATED)))
        .build();
    assertThrows(IllegalArgumentException.class,
        () -> writer.write(VacancyDraft.of(coded, List.of(), List.of(), List.of())));
    assertThrows(IllegalArgumentException.class,
        () -> writer.withdraw(new VacancyId("other", "2"), null));
    writer.end(null);
    assertThrows(IllegalStateException.class, () -> writer.write(SMALL));
    assertThrows(IllegalStateException.class, () -> writer.end(null));
  }

  private static VacancyDraft draft(Random random) {
    Vacancy.Builder vacancy = Vacancy.builder(
        new VacancyId("test", "k" + random.nextInt(1_000_000)),
        "Title \"" + random.nextInt(100) + "\" 🥐 <é>");
    vacancy.description(some(random, "Bake <b>bread</b> & sell.\n\n- \\ \t\"x\" &lt; 2").strip()
        .replace("\t", ""));
    if (random.nextBoolean()) {
      vacancy.language(any(random, Language.values()))
          .employer("Oven & Söhne")
          .remote(
              any(random, RemoteWork.values()));
    }
    if (random.nextBoolean()) {
      vacancy.workplaces(List.of(
          new Place("Kraków", "30-001", "małopolskie", "PL",
              new GeoPoint(random.nextInt(-8_999_999, 9_000_000) / 1e5,
                  random.nextInt(1, 18_000_000) / 1e5),
              PlacePrecision.ADDRESS),
          new Place(null, null, "DEA23", "DE", null, null)));
    }
    if (random.nextBoolean()) {
      vacancy.languages(List.of(
          new LanguageDemand("en", any(random, CefrLevel.values()),
              any(random, Importance.values())),
          new LanguageDemand("pl", null, Importance.MENTIONED)));
      vacancy.education(any(random, EducationLevel.values()));
      vacancy.experienceMonths(random.nextInt(601));
      vacancy.drivingLicences(EnumSet.of(any(random, DrivingLicence.values())));
    }
    if (random.nextBoolean()) {
      double hours = 1 + random.nextInt(50);
      vacancy.contract(any(random, Contract.values()));
      vacancy.hours(new WeeklyHours(hours, hours + 0.25));
      vacancy.salary(new Salary(2_000 + random.nextInt(100) / 100.0, 9_000,
          Currency.getInstance("EUR"), Salary.Period.MONTH));
    }
    if (random.nextBoolean()) {
      Instant posted = Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt());
      vacancy.postedAt(posted).validThrough(posted.plusNanos(1_500_000));
      vacancy.startsOn(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)));
      vacancy.positions(1 + random.nextInt(9_999));
      vacancy.url("https://oven.example/a?b=c&d=\u00e9").applyUrl("http://oven.example/apply");
    }
    EnumSet<VacancyFlag> flags = EnumSet.of(any(random, VacancyFlag.values()));
    List<SkillText> skills = List.of(new SkillText("competences", "kneading", any(random,
        Importance.values())));
    flags.remove(VacancyFlag.THIN); // it follows from the rest
    vacancy.flags(flags).raw(random.nextBoolean() ? Map.of() : Map.of("typ", "praca \"stała\""));
    return new VacancyDraft(vacancy.build(), skills,
        random.nextBoolean() ? List.of() : List.of(new StatedCode("rome", "4.0", "D1102")),
        random.nextBoolean() ? List.of() : List.of("Baker"),
        random.nextBoolean() ? null : "0612345678", random.nextBoolean()
            ? null
            : Boolean.valueOf(random.nextBoolean()),
        random.nextBoolean() ? Set.of() : Set.of("requisition:0612345678", "finn.no:1"));
  }

  private static String some(Random random, String text) {
    return random.nextInt(5) == 0 ? "" : text;
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
