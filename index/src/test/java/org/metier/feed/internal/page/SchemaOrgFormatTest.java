package org.metier.feed.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.feed.DateOrder;
import org.metier.feed.FeedException;
import org.metier.feed.FeedProblem;
import org.metier.feed.Fixture;
import org.metier.feed.ProblemCode;
import org.metier.feed.Read;
import org.metier.feed.SkillText;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.qualification.EducationLevel;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class SchemaOrgFormatTest {
  private static final String POSTING = """
      {"@context": "https://schema.org/", "@type": "JobPosting", "title": "Baker",
       "identifier": {"@type": "PropertyValue", "name": "Oven Ltd", "value": 77},
       "description": "&lt;p&gt;Bake bread.&lt;/p&gt;&lt;p&gt;Sell it.&lt;/p&gt;",
       "datePosted": "2026-03-01", "validThrough": "2026-03-31T12:00:00+02:00",
       "employmentType": ["FULL_TIME", "TEMPORARY"],
       "hiringOrganization": {"@type": "Organization", "name": "Oven Ltd"},
       "jobLocation": [{"@type": "Place", "address": {"addressLocality": "Gent",
           "postalCode": "9000", "addressCountry": {"name": "Belgium"}},
           "geo": {"latitude": "51.05", "longitude": "3.72"}},
         {"@type": "Place", "address": {"addressCountry": "BE"}}],
       "baseSalary": {"@type": "MonetaryAmount", "currency": "EUR",
         "value": {"@type": "QuantitativeValue", "minValue": 2400, "maxValue": "2800.50", "unitText": "MONTH"}},
       "skills": "kneading, baking; food safety",
       "educationRequirements": {"credentialCategory": "bachelor degree"},
       "experienceRequirements": {"monthsOfExperience": 24},
       "occupationalCategory": "7512", "url": "https://oven.example/77"}""";

  private static Vacancy at(String locations) {
    return Read.of("{\"@type\": \"JobPosting\", \"title\": \"Baker\", \"identifier\": \"1\","
        + " \"description\": \"Bake.\", \"jobLocation\": " + locations + "}").vacancy();
  }

  @Test
  void words_where_a_town_is_expected_are_no_town() {
    Vacancy several = at("\"53 Locations\"");
    assertEquals(List.of(), several.workplaces());
    assertTrue(several.raw().containsValue("53 Locations"));
    assertNull(several.remote());
    Vacancy remote = at("[\"Remote\", {\"address\": {\"addressLocality\": \"Multiple locations\","
        + " \"addressCountry\": \"BE\"}}]");
    assertEquals(List.of(new Place(null, null, null, "BE", null, null)), remote.workplaces());
    assertEquals(RemoteWork.REMOTE, remote.remote());
  }

  @Test
  void a_country_alone_is_dropped_beside_a_place_in_it_and_kept_beside_one_elsewhere() {
    String gent = "{\"address\": {\"addressLocality\": \"Gent\", \"addressCountry\": \"BE\"}}";
    String france = "{\"address\": {\"addressCountry\": \"FR\"}}";
    String belgium = "{\"address\": {\"addressCountry\": \"BE\"}}";
    Place town = new Place("Gent", null, null, "BE", null, null);
    Place country = new Place(null, null, null, "FR", null, null);
    assertEquals(List.of(town, country),
        at("[" + gent + "," + france + "," + belgium + "]").workplaces());
  }

  @Test
  void every_property_of_a_posting_is_understood() {
    Vacancy vacancy = Read.of(POSTING).vacancy();
    assertEquals("test:77", vacancy.id().toString());
    assertEquals("Bake bread.\nSell it.", vacancy.description());
    assertEquals(Instant.parse("2026-03-01T00:00:00Z"), vacancy.postedAt());
    assertEquals(Instant.parse("2026-03-31T10:00:00Z"), vacancy.validThrough());
    assertEquals(Contract.FIXED_TERM, vacancy.contract());
    assertEquals("Oven Ltd", vacancy.employer());
    assertEquals(
        List.of(new Place("Gent", "9000", null, "BE", new GeoPoint(51.05, 3.72),
            PlacePrecision.ADDRESS)),
        vacancy.workplaces());
    assertEquals(new Salary(2400, 2800.5, Currency.getInstance("EUR"), Salary.Period.MONTH),
        vacancy.salary());
    assertEquals(EducationLevel.BACHELOR, vacancy.education());
    assertEquals(24, vacancy.experienceMonths());
    VacancyDraft draft = Read.of(POSTING).drafts().getFirst();
    assertEquals(List.of("kneading", "baking", "food safety"),
        draft.skillTexts().stream().map(SkillText::text).toList());
    assertEquals(List.of(new StatedCode(StatedCode.ISCO_08, null, "7512")),
        draft.occupationCodes());
  }

  @Test
  void a_posting_is_found_in_a_page_a_graph_an_array_and_lines() {
    String page = "<!DOCTYPE html><html><head><script type=\"application/ld+json\">{broken</script>"
        + "<script type='application/ld+json; charset=utf-8'>[{\"@type\": \"Organization\"}, "
        + POSTING
        + "]</script></head><body>Jobs</body></html>";
    Read read = Read.of(page);
    assertEquals("test:77", read.vacancy().id().toString());
    assertEquals("script 1", read.rejections().getFirst().place());

    assertEquals("test:77", Read.of("{\"@context\": \"https://schema.org\", \"@graph\": ["
        + "{\"@type\": \"WebPage\"}, " + POSTING + "]}").vacancy().id().toString());
    assertEquals("test:77", Read.of("[" + POSTING + "]").vacancy().id().toString());
    assertEquals("test:77", Read.of("{\"@type\": \"WebPage\", \"@context\": \"https://schema.org\","
        + "\"mainEntity\": "
        + POSTING.replace("\"JobPosting\"", "[\"Thing\", \"schema:JobPosting\"]") + "}")
        .vacancy()
        .id()
        .toString());

    String line = POSTING.replace('\n', ' ');
    Read lines = Read
        .of(line + "\n" + line.replace("77", "78") + "\n{broken\n\n" + line.replace("77", "79"));
    assertEquals(3, lines.drafts().size());
    assertEquals("line 3", lines.rejections().getFirst().place());
  }

  @Test
  void trailing_commas_in_a_page_are_let_pass() {
    String lenient = POSTING.replace("oven.example/77\"}", "oven.example/77\",}")
        .replace("Bake bread.", "Bake\nbread.");
    assertEquals("test:77", Read.of("<html><script type=\"application/ld+json\">" + lenient
        + "</script></html>").vacancy().id().toString());
  }

  @Test
  void lines_that_end_in_the_middle_are_a_feed_cut_off() {
    String line = POSTING.replace('\n', ' ');
    var e = assertThrows(FeedException.class,
        () -> Read.of(line + "\n" + line.substring(0, 300)));
    assertTrue(Read.message(e).contains("line 2") && Read.message(e).contains("cut off"),
        Read.message(e));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{\"currency\": \"EUR\", \"value\": {\"value\": 15, \"unitText\": \"HOUR\"}}|15|15|HOUR",
    "{\"currency\": \"EUR\", \"value\": \"30000\", \"unitText\": \"YEAR\"}|30000|30000|YEAR",
    "{\"currency\": \"EUR\", \"value\": 2500, \"unitText\": \"month\"}|2500|2500|MONTH",
    "{\"@type\": \"PriceSpecification\", \"priceCurrency\": \"EUR\", \"minPrice\": 2000, \"maxPrice\": 2200, \"unitText\": \"MONTH\"}|2000|2200|MONTH",
    "{\"minValue\": 90, \"maxValue\": 120, \"unitText\": \"DAY\", \"currency\": \"EUR\"}|90|120|DAY"})
  void pay_is_read_in_all_its_shapes(String json, double min, double max, Salary.Period period) {
    assertEquals(new Salary(min, max, Currency.getInstance("EUR"), period),
        Read.of(posting("\"baseSalary\": " + json)).vacancy().salary());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"2500|BAD_SALARY", "\"2500 points\"|BAD_SALARY",
    "{\"currency\": \"EUR\", \"value\": {\"value\": 0, \"unitText\": \"HOUR\"}}|BAD_SALARY",
    "{\"currency\": \"EUR\", \"value\": {\"value\": 1, \"unitText\": \"YEAR\"}}|IMPLAUSIBLE_SALARY"})
  void pay_that_cannot_be_understood_is_left_out_and_reported(String json, ProblemCode code) {
    Read read = Read.of(posting("\"baseSalary\": " + json));
    assertNull(read.vacancy().salary());
    assertEquals(code, read.remarks().getFirst().code());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"\"2 400 - 2 800 € brut par mois\"|2400|2800|EUR|MONTH",
    "{\"currency\": \"EUR\", \"value\": {\"minValue\": 2400, \"maxValue\": 2800}}|2400|2800|EUR|MONTH",
    "{\"value\": {\"value\": \"£30k\", \"unitText\": \"YEAR\"}}|30000|30000|GBP|YEAR"})
  void pay_that_lacks_a_part_is_read_as_a_text(String json, double min, double max,
      String currency, Salary.Period period) {
    Read read = Read.of(posting("\"baseSalary\": " + json));
    assertEquals(new Salary(min, max, Currency.getInstance(currency), period),
        read.vacancy().salary());
    assertEquals(List.of(), read.remarks());
  }

  @Test
  void words_about_pay_are_no_mistake() {
    Read read = Read.of(posting("\"baseSalary\": \"competitive\""));
    assertNull(read.vacancy().salary());
    assertEquals(List.of(), read.remarks());
  }

  @Test
  void contract_hours_and_experience_may_stand_in_words() {
    Read read = Read.of(posting("\"employmentType\": \"Vollzeit, unbefristet, 38,5 Std.\","
        + " \"workHours\": \"8am-5pm, 8 hours per day\","
        + " \"experienceRequirements\": \"Mindestens 2 Jahre Berufserfahrung\""));
    assertEquals(Contract.PERMANENT, read.vacancy().contract());
    assertEquals(new WeeklyHours(38.5, 38.5), read.vacancy().hours());
    assertEquals(24, read.vacancy().experienceMonths());
    assertEquals(List.of(), read.remarks());
  }

  @Test
  void plain_texts_serve_where_objects_are_usual() {
    Vacancy vacancy = Read.of(posting("\"hiringOrganization\": \"Oven Ltd\", \"jobLocation\":"
        + " {\"address\": \"Gent, Belgium\"}, \"jobLocationType\": \"TELECOMMUTE\","
        + " \"inLanguage\": \"nl-BE\"")).vacancy();
    assertEquals("Oven Ltd", vacancy.employer());
    assertEquals(List.of(new Place("Gent", null, null, "BE", null, null)), vacancy.workplaces());
    assertEquals(RemoteWork.REMOTE, vacancy.remote());
  }

  @Test
  void bad_dates_are_reported_and_a_deadline_before_the_posting_is_too() {
    Read bad = Read.of(posting("\"datePosted\": \"31/12/2025\", \"validThrough\": \"9999-12-31\""));
    assertNull(bad.vacancy().postedAt());
    assertNull(bad.vacancy().validThrough());
    assertEquals(List.of(ProblemCode.BAD_DATE, ProblemCode.BAD_DATE),
        bad.remarks().stream().map(FeedProblem::code).toList());

    Read late = Read
        .of(posting("\"datePosted\": \"2026-03-02\", \"validThrough\": \"2026-02-01\""));
    assertEquals(ProblemCode.DEADLINE_BEFORE_POSTING, late.remarks().getFirst().code());
  }

  @Test
  void a_page_without_postings_is_taken_for_an_error_page() {
    var e = assertThrows(FeedException.class,
        () -> Read.of("<html><body><h1>503 Service unavailable</h1></body></html>"));
    assertTrue(Read.message(e).contains("error page"), Read.message(e));
  }

  @Test
  void a_page_is_read_with_all_its_variants() {
    Read read = Fixture.read("schemaorg", "page.html");
    assertEquals(List.of("77", "78", "79", "80"),
        read.drafts().stream().map(d -> d.vacancy().id().key()).toList());
    assertEquals(List.of("script 1"),
        read.rejections().stream().map(FeedProblem::place).toList());
    VacancyDraft baker = read.drafts().getFirst();
    assertEquals(2, baker.vacancy().positions());
    assertEquals(LocalDate.of(2026, 5, 1), baker.vacancy().startsOn());
    assertEquals("BE0123456789", baker.employerId());
    assertEquals(true, baker.isAgency());
    assertEquals("Bake bread.\nSell it & smile.\n\nHygiene certificate",
        baker.vacancy().description());
    assertEquals(List.of(new StatedCode(StatedCode.ISCO_08, null, "7512"),
        new StatedCode("onet", null, "35-2012.00")), baker.occupationCodes());
    assertEquals(List.of("Bakers", "Cooks"), baker.occupationTitles());
  }

  @Test
  void remote_work_is_where_applicants_may_live() {
    Vacancy vacancy = Fixture.read("schemaorg", "page.html").drafts().get(1).vacancy();
    assertEquals(RemoteWork.REMOTE, vacancy.remote());
    assertEquals(List.of(new Place(null, null, null, "BE", null, null)), vacancy.workplaces());
  }

  @Test
  void a_locality_that_says_remote_is_no_town() {
    Vacancy vacancy = Read.of(posting("\"jobLocation\": {\"address\": {\"addressLocality\":"
        + " \"Remote\", \"addressCountry\": \"NL\"}}")).vacancy();
    assertEquals(RemoteWork.REMOTE, vacancy.remote());
    assertEquals(List.of(new Place(null, null, null, "NL", null, null)), vacancy.workplaces());
  }

  @Test
  void an_estimate_of_pay_is_not_the_employers_word() {
    Vacancy vacancy = Fixture.read("schemaorg", "page.html").drafts().get(1).vacancy();
    assertNull(vacancy.salary());
    assertEquals("3100 EUR P1M", vacancy.raw().get("estimatedSalary"));
  }

  @Test
  void what_is_no_town_does_not_become_one() {
    Read read = Fixture.read("schemaorg", "page.html");
    assertEquals(List.of(new Place("PARIS", null, "75", null, null, null)),
        read.drafts().get(2).vacancy().workplaces());
    assertEquals(List.of(), read.drafts().get(3).vacancy().workplaces());
    assertEquals("53 Locations", read.drafts().get(3).vacancy().raw().get("jobLocation"));
    assertEquals(RemoteWork.REMOTE,
        Fixture.read("schemaorg", "lines.jsonl").drafts().getFirst().vacancy().remote());
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"DAY_FIRST, 03/04/2026, 2026-04-03",
    "MONTH_FIRST, 03/04/2026, 2026-03-04",
    "-, 03/04/2026, -", "-, 31.03.2026, 2026-03-31", "MONTH_FIRST, 31.03.2026, 2026-03-31",
    "DAY_FIRST, 2026-03-31, 2026-03-31"})
  void the_source_says_which_number_is_the_day(DateOrder order, String date, LocalDate expected) {
    Instant posted = Read.of(Read
        .feed(posting("\"datePosted\": \"" + date + "\"").getBytes(StandardCharsets.UTF_8))
        .dateOrder(order)
        .build()).vacancy().postedAt();
    assertEquals(expected,
        posted == null ? null : posted.atZone(ZoneOffset.UTC).toLocalDate());
  }

  @Test
  void a_persons_tax_number_is_not_kept() {
    assertNull(Read.of(posting("\"hiringOrganization\": {\"@type\": \"Person\","
        + " \"name\": \"A. Test\", \"taxID\": \"850101\"}")).drafts().getFirst().employerId());
  }

  @Test
  void no_field_falls_silent() {
    assertEquals(Set.of("contract", "description", "education", "employer", "employerId",
        "experienceMonths", "hours", "isAgency", "language", "occupationCodes",
        "occupationTitles", "positions", "postedAt", "raw", "remote", "salary", "skillTexts",
        "startsOn", "url", "validThrough", "workplaces"),
        Fixture.filled(Fixture.read("schemaorg", "page.html").drafts()));
  }

  private static String posting(String more) {
    return "{\"@type\": \"JobPosting\", \"identifier\": \"1\", \"title\": \"Baker\","
        + " \"description\": \"Bread.\", " + more + "}";
  }
}
