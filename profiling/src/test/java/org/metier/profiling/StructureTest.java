package org.metier.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.profile.Availability;
import org.metier.profile.Certificate;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.profile.Wishes;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.LanguageDimension;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Authored CVs in plain text, one a language, in an order of their own each, with headings that no list knows.
class StructureTest {
  private static final Profiler PROFILER = Profiler.builder(SmallTaxonomy.build())
      .clock(Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC))
      .build();

  @AfterAll
  static void close() {
    PROFILER.close();
  }

  private static CompetenceProfile profile(String language) {
    try (var in = StructureTest.class.getResourceAsStream("structure-" + language + ".txt")) {
      return profile(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompetenceProfile profile(byte[] text) throws IOException {
    return PROFILER.read(new ByteArrayInputStream(text), "p", Wishes.NONE).profile();
  }

  private static CompetenceProfile profileOf(String text) throws IOException {
    return profile(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String written(@Nullable DateRange range) {
    return range == null
        ? "-"
        : range.start() + "/" + (range.isOngoing() ? "now" : String.valueOf(range.end()));
  }

  private static String written(HeldOccupation job) {
    return job.title() + " " + written(job.period());
  }

  private static String written(Education course) {
    return "%s %s %s %s %s".formatted(course.title(), course.level(), course.eqf(), course.field(),
        written(course.period()));
  }

  private static String written(Certificate certificate) {
    return certificate.title() + " " + written(certificate.period());
  }

  private static List<String> jobs(CompetenceProfile profile) {
    return profile.occupations().stream().map(StructureTest::written).toList();
  }

  private static List<String> courses(CompetenceProfile profile) {
    return profile.education().stream().map(StructureTest::written).toList();
  }

  private static List<String> certificates(CompetenceProfile profile) {
    return profile.certificates().stream().map(StructureTest::written).toList();
  }

  private static List<String> languages(CompetenceProfile profile) {
    return profile.languages().stream().map(l -> l.language() + " " + l.overall()).toList();
  }

  @Test
  void a_german_cv_is_read_whole() {
    CompetenceProfile profile = profile("de");
    assertEquals(List.of("Koch 2018-03/now", "Küchenhilfe 2012-01/2018-02"), jobs(profile));
    assertEquals(List.of(
        "Ausbildung zur Koch, Berufsschule Leipzig UPPER_SECONDARY null SERVICES 2006-08/2009-07",
        "Realschulabschluss LOWER_SECONDARY 2 GENERIC null/2006"), courses(profile));
    assertEquals(List.of("Gesundheitszeugnis 2018/null", "Ersthelfer null/2027-05"),
        certificates(profile));
    assertEquals(List.of("de NATIVE", "en A2"), languages(profile));
    Wishes wishes = profile.wishes();
    assertEquals(Set.of(Contract.PERMANENT), wishes.contracts());
    assertEquals(new Availability.AfterNotice(Period.ofMonths(3)), wishes.availability());
    assertEquals(30.0, wishes.maxDistanceKm());
    assertEquals(new Salary(2800, 2800, Currency.getInstance("EUR"), Salary.Period.MONTH),
        wishes.salary());
  }

  @Test
  void levels_of_a_language_are_told_by_dimension() {
    LanguageSkill named = profile("de").languages().get(1);
    Map<LanguageDimension, CefrLevel> expected = new EnumMap<>(Map.of(
        LanguageDimension.LISTENING, CefrLevel.B2, LanguageDimension.READING, CefrLevel.B2,
        LanguageDimension.SPOKEN_INTERACTION, CefrLevel.B1, LanguageDimension.SPOKEN_PRODUCTION,
        CefrLevel.B1, LanguageDimension.WRITING, CefrLevel.A2));
    assertEquals(expected, named.dimensions());
    LanguageSkill inARow = profile("en").languages().get(1);
    assertEquals(expected, inARow.dimensions());
  }

  @Test
  void a_french_cv_is_read_whole() {
    CompetenceProfile profile = profile("fr");
    assertEquals(List.of("Comptable 2019-09/now", "Aide-comptable 2012-02/2019-08"), jobs(profile));
    assertEquals(List.of("BTS Comptabilité et gestion, Lycée du Parc, Lyon SHORT_TERTIARY null"
        + " BUSINESS_AND_LAW 2009/2011", "Baccalauréat STG UPPER_SECONDARY null null null/2009"),
        courses(profile));
    assertEquals(List.of("SST (sauveteur secouriste du travail) 2022/null"),
        certificates(profile));
    assertEquals(List.of("en C1", "es A2"), languages(profile));
    assertEquals(new Availability.AtOnce(), profile.wishes().availability());
    assertEquals(new Salary(32_000, 32_000, Currency.getInstance("EUR"), Salary.Period.YEAR),
        profile.wishes().salary());
    assertEquals(40.0, profile.wishes().maxDistanceKm());
  }

  @Test
  void a_dutch_cv_with_titles_two_lines_above_their_periods_is_read_whole() {
    CompetenceProfile profile = profile("nl");
    assertEquals(List.of("Verpleegkundige 2016-03/now", "Verzorgende 2010-05/2016-02"),
        jobs(profile));
    assertEquals(List.of("HBO Verpleegkunde, Hogeschool Utrecht BACHELOR 6 HEALTH_AND_WELFARE"
        + " 2012/2016",
        "MBO Verzorgende IG niveau 3, ROC Midden UPPER_SECONDARY null"
            + " HEALTH_AND_WELFARE null/2010"),
        courses(profile));
    assertEquals(List.of("BHV 2023/null", "Reanimatie en AED 2021/null"), certificates(profile));
    assertEquals("Rode Kruis", profile.certificates().get(1).issuer());
    assertEquals(new WeeklyHours(24, 32), profile.wishes().hours());
  }

  @Test
  void a_polish_cv_with_periods_before_titles_is_read_whole() {
    CompetenceProfile profile = profile("pl");
    assertEquals(List.of("Magazynier 2015-03/now", "Kierowca kat. C 2010-01/2015-02"),
        jobs(profile));
    assertEquals(List.of("Technikum Mechaniczne, kierunek: mechanik pojazdów UPPER_SECONDARY 4"
        + " ENGINEERING_AND_CONSTRUCTION 2004/2008"), courses(profile));
    assertEquals(List.of("Uprawnienia UDT na wózki widłowe null/2027",
        "Kurs pierwszej pomocy 2020/null"), certificates(profile));
    assertEquals(List.of("en B1", "ru A2"), languages(profile));
    assertEquals(new Availability.AtOnce(), profile.wishes().availability());
  }

  @Test
  void an_english_cv_with_employers_above_titles_is_read_whole() {
    CompetenceProfile profile = profile("en");
    assertEquals(List.of("2018-01/now", "2012-05/2017-12"),
        profile.occupations().stream().limit(2).map(job -> written(job.period())).toList());
    assertEquals(List.of("First Aid at Work null/2027-06", "PMP 2019/null",
        "Prince2 Practitioner 2020/null"), certificates(profile));
    assertEquals(RemoteWork.HYBRID, profile.wishes().remote());
    assertEquals(20 * 1.609344, profile.wishes().maxDistanceKm());
    assertEquals(new Salary(32_000, 36_000, Currency.getInstance("GBP"),
        Salary.Period.YEAR), profile.wishes().salary());
  }

  @Test
  void a_job_goes_on_below_achievements_of_the_one_before() throws IOException {
    CompetenceProfile profile = profileOf("""
        Experience
        Cook, 2018 - 2020
        Awards
        Best menu of the year
        Waiter, 2010 - 2014
        Hobbies
        chess 2015 - 2016
        """);
    assertEquals(List.of("Cook 2018/2020", "Waiter 2010/2014"), jobs(profile));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Company Name City , State Cook 01/2015 to 03/2018 | Cook 2015-01/2018-03",
    "Cook 01/2015 to 03/2018 Company Name City , State Prepared meals for a large number of guests in a hotel | Cook 2015-01/2018-03",
    "01/2015 to 03/2018^Cook Company Name - City , State | Cook 2015-01/2018-03",
    "Nom de l'entreprise, Ville, Pays Cook 2015 - 2018 | Cook 2015/2018",
    "March 2015^to^May 2016^Cook, Harbour Foods Inc | Cook 2015-03/2016-05",
    "Cook^Harbour Foods Inc^March 2015 - May 2016 | Cook 2015-03/2016-05",
    "Full-time | "})
  void a_job_is_found_in_whatever_order_its_parts_stand(String lines, String expected)
      throws IOException {
    CompetenceProfile profile = profileOf("Experience\n" + lines.replace('^', '\n')
        + "\nPrepared meals for guests and kept the kitchen clean at all times.\n");
    assertEquals(expected == null ? List.of() : List.of(expected), jobs(profile));
  }

  @Test
  void a_skill_was_used_in_the_periods_of_the_jobs_that_speak_of_it() throws IOException {
    CompetenceProfile profile = profileOf("""
        Experience
        Cook, 2018 - 2020
        - bake bread
        Waiter, 2010 - 2014
        - plan menus
        Skills
        welding
        """);
    Map<String, List<String>> used = new TreeMap<>();
    for (Competence skill : profile.competences()) {
      used.put(skill.uri(), skill.periods().stream().map(StructureTest::written).toList());
    }
    assertEquals(List.of("2018/2020"), used.get("skill:bake"));
    assertEquals(List.of("2010/2014"), used.get("skill:menus"));
    assertEquals(List.of(), used.get("skill:welding"));
    assertEquals(List.of("2018/2020"), used.get("skill:hygiene"), "implied by the cook");
  }

  @Test
  void a_label_among_courses_covers_its_own_line_alone() throws IOException {
    CompetenceProfile profile = profileOf("""
        Education
        High School Diploma, Northside School, 2010
        Certifications: First Aid
        Bachelor of Arts, Pinewood College, 2014
        """);
    assertEquals(List.of("First Aid -"), certificates(profile));
    assertEquals(2, profile.education().size());
  }

  @Test
  void certificates_in_one_line_are_parted_at_their_years() throws IOException {
    assertEquals(
        List.of("Certified Pastry Instructor 2013/null",
            "Certified Bread and Pizza Baker 2012/null",
            "Guild of Master Bakers -Level 2002/null"),
        certificates(profileOf(
            """
                Certifications
                2013 Certified Pastry Instructor, 2012 Certified Bread and Pizza Baker, 2002 Guild of Master Bakers -Level
                One Certification
                """)));
  }

  @Test
  void a_word_of_a_job_title_claims_no_skill() throws IOException {
    CompetenceProfile profile = profileOf("""
        Work experience
        Welding Instructor, 2018 - 2020
        Taught apprentices
        """);
    assertEquals(1, profile.occupations().size());
    assertTrue(profile.competences()
        .stream()
        .noneMatch(c -> c.uri().equals("skill:welding")
            && c.origin() == Competence.Origin.STATED),
        profile.competences().toString());
  }

  @Test
  void nothing_is_wished_for_that_is_not_said() throws IOException {
    Wishes wishes = profileOf("""
        Experience
        Cook, 2018 - 2020
        Salary: 30,000 euros a year, 40 hours a week, immediately available, permanent
        Objective
        Cook
        Salary expectation: 30,000
        """).wishes();
    assertTrue(wishes.contracts().isEmpty());
    assertEquals(null, wishes.salary(), "neither currency nor period is guessed");
    assertEquals(null, wishes.hours());
    assertEquals(null, wishes.availability());
  }
}
