package org.metier.feed.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.feed.FeedException;
import org.metier.feed.FeedProblem;
import org.metier.feed.ProblemCode;
import org.metier.feed.Read;
import org.metier.feed.SkillText;
import org.metier.feed.VacancyDraft;
import org.metier.place.Place;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class MappedFormatsTest {
  private static final Mapping MAPPING = Mapping.parse(
      """
          {"separator": ";", "decimal": ",", "language": "pl", "zone": "Europe/Warsaw",
           "dateFormats": ["dd.MM.yyyy"], "absent": ["n/d"], "raw": ["pay"],
           "fields": {
             "key": "id", "title": "job",
             "description": [{"column": "tasks", "heading": "Zadania"}, "profile"],
             "employer": {"column": "firm", "until": " (więcej"},
             "city": {"column": "town", "pattern": "^([^,]+)", "absent": ["zagranica"]},
             "country": {"constant": "PL"},
             "contract": [{"column": "kind", "values": {"na czas określony": "FIXED_TERM", "umowa": null}},
               {"constant": "PERMANENT"}],
             "salaryMin": {"column": "pay", "pattern": "od ([\\\\d ,]+)"},
             "salaryCurrency": {"constant": "PLN"}, "salaryPeriod": {"constant": "MONTH"},
             "education": {"column": "school", "values": {"wyższe": "BACHELOR"}},
             "drivingLicences": {"column": "licences", "split": "[ ,]+"},
             "skills": {"column": "skills", "split": "\\\\|", "importance": "REQUIRED"},
             "postedAt": "posted", "url": "link"
           }}""",
      "mapping.json");

  private static final String HEADER = "id;job;tasks;profile;firm;town;kind;pay;school;licences;skills;posted;link\n";
  private static final String ROW = "7;Piekarz;\"Pieczenie; sprzedaż\";Sumienność;Piec (więcej);Kraków, małopolskie;na czas określony;"
      + "od 4 800,50 zł;wyższe;B, CE;pieczenie|obsługa klienta;31.01.2026;https://piec.example/7\n";

  @Test
  void columns_become_fields_as_the_mapping_says() {
    Read read = Read.of(HEADER + ROW, "csv", MAPPING);
    Vacancy vacancy = read.vacancy();
    assertEquals("test:7", vacancy.id().toString());
    assertEquals("Piekarz", vacancy.title());
    assertEquals("Zadania\nPieczenie; sprzedaż\n\nSumienność", vacancy.description());
    assertEquals(Language.PL, vacancy.language());
    assertEquals("Piec", vacancy.employer());
    assertEquals(List.of(new Place("Kraków", null, null, "PL", null, null)), vacancy.workplaces());
    assertEquals(Contract.FIXED_TERM, vacancy.contract());
    assertEquals(new Salary(4800.5, 4800.5, Currency.getInstance("PLN"), Salary.Period.MONTH),
        vacancy.salary());
    assertEquals(EducationLevel.BACHELOR, vacancy.education());
    assertEquals(Set.of(DrivingLicence.B, DrivingLicence.CE), vacancy.drivingLicences());
    assertEquals(Instant.parse("2026-01-30T23:00:00Z"), vacancy.postedAt());
    assertEquals("od 4 800,50 zł", vacancy.raw().get("pay"));
    assertEquals(List.of(new SkillText("skills", "pieczenie", Importance.REQUIRED),
        new SkillText("skills", "obsługa klienta", Importance.REQUIRED)),
        read.drafts().getFirst().skillTexts());
    assertEquals(List.of(), read.remarks());
  }

  @Test
  void absent_values_are_absent_and_the_next_rule_is_asked() {
    Vacancy vacancy = Read
        .of(HEADER + "7;Piekarz;Chleb;;n/d;zagranica;umowa;;N/D;;;;\n", null, MAPPING)
        .vacancy();
    assertNull(vacancy.employer());
    assertEquals(List.of(new Place(null, null, null, "PL", null, null)), vacancy.workplaces());
    assertEquals(Contract.PERMANENT, vacancy.contract());
    assertNull(vacancy.education());
    assertNull(vacancy.postedAt());
  }

  @Test
  void values_that_the_mapping_does_not_list_are_reported_with_their_place() {
    Read read = Read.of(
        HEADER + ROW.replace("wyższe", "średnie").replace("31.01.2026", "2026-01-31"),
        null, MAPPING);
    assertEquals(List.of("line 2 (7): \"posted\" is \"2026-01-31\"; expected a date as dd.MM.yyyy,"
        + " such as 31.03.2026 [BAD_DATE]",
        "line 2 (7): \"school\" is \"średnie\"; expected a value that"
            + " the mapping lists [UNKNOWN_VALUE]"),
        read.remarks().stream().map(FeedProblem::toString).toList());
  }

  @Test
  void a_row_of_another_width_is_rejected_and_the_next_is_read() {
    Read read = Read.of(HEADER + "1;2;3\n" + ROW + "1;2;3;4;5;6;7;8;9;10;11;12;13;14\n" + ROW, null,
        MAPPING);
    assertEquals(2, read.drafts().size());
    assertEquals(List.of("line 2", "line 4"),
        read.rejections().stream().map(FeedProblem::place).toList());
    assertEquals("3 cells", read.rejections().getFirst().found());
  }

  @Test
  void lines_are_counted_over_cells_with_line_breaks() {
    Read read = Read.of(HEADER + ROW.replace("Sumienność", "\"a\nb\nc\"") + ";Piekarz;x;;;;;;;;;;\n"
        + ROW, null, MAPPING);
    assertEquals("line 5", read.rejections().getFirst().place());
  }

  @Test
  void a_table_cut_off_in_a_row_or_a_cell_is_refused() {
    var row = assertThrows(FeedException.class,
        () -> Read.of(HEADER + ROW + "8;Piekarz;Chl", null, MAPPING));
    assertTrue(Read.message(row).contains("line 3") && Read.message(row).contains("cut off"),
        Read.message(row));
    var cell = assertThrows(FeedException.class,
        () -> Read.of(HEADER + ROW + "8;Piekarz;\"Chl", null, MAPPING));
    assertTrue(Read.message(cell).contains("not closed"), Read.message(cell));
  }

  @Test
  void a_header_without_a_mapped_column_is_refused_with_both_lists() {
    var e = assertThrows(FeedException.class,
        () -> Read.of(HEADER.replace(";job;", ";titel;") + ROW, null, MAPPING));
    assertTrue(Read.message(e).contains("lacks \"job\"") && Read.message(e).contains("\"titel\""),
        Read.message(e));
    var separator = assertThrows(FeedException.class,
        () -> Read.of(HEADER.replace(';', '\t') + ROW, null, MAPPING));
    assertTrue(Read.message(separator).contains("separator"), Read.message(separator));
  }

  @Test
  void a_charset_is_declared_never_guessed() {
    byte[] cp1250 = (HEADER + ROW).getBytes(Charset.forName("windows-1250"));
    var e = assertThrows(FeedException.class,
        () -> Read.of(Read.feed(cp1250).mapping(MAPPING).build()));
    assertTrue(Read.message(e).contains("windows-1250"), Read.message(e));

    byte[] utf16 = ("\ufeff" + HEADER + ROW).getBytes(StandardCharsets.UTF_16LE);
    assertEquals("Piekarz", Read.of(Read.feed(utf16).mapping(MAPPING).build()).vacancy().title());
    byte[] marked = ("\ufeff" + HEADER + ROW).getBytes(StandardCharsets.UTF_8);
    assertEquals("Piekarz", Read.of(Read.feed(marked).mapping(MAPPING).build()).vacancy().title());
  }

  @Test
  void flat_json_objects_are_read_by_the_same_mapping() {
    Mapping mapping = Mapping.parse("""
        {"records": "jobs", "fields": {"key": "id", "title": "name", "description": "text.body",
         "skills": {"column": "tags", "split": "\\n"}, "url": "link"}}""", "m");
    String objects = """
        [{"id": 12, "name": "Baker", "text": {"body": "Bread"}, "tags": ["baking", "sales"], "link": null},
         {"id": 13}]""";
    for (String json : List.of(objects, "{\"count\": 2, \"jobs\": " + objects + "}")) {
      Read read = Read.of(json, null, mapping);
      assertEquals("json", read.end().format());
      assertEquals("test:12", read.vacancy().id().toString());
      assertEquals("Bread", read.vacancy().description());
      assertEquals(2, read.drafts().getFirst().skillTexts().size());
      assertEquals(ProblemCode.MISSING_TITLE, read.rejections().getFirst().code());
    }
  }

  @Test
  void texts_as_people_write_them_have_fields_of_their_own() {
    Mapping mapping = Mapping.parse(
        """
            {"fields": {"key": "id", "title": "name", "salaryText": "pay",
             "hoursText": ["time", "shift"], "contractText": ["kind", "form"], "experienceText": "years",
             "contract": {"column": "kind", "pattern": "^fixed$", "values": {"fixed": "FIXED_TERM"}},
             "applyUrl": "apply", "positions": "openings", "startsOn": "start", "employerId": "vat",
             "isAgency": {"column": "via", "values": {"agency": "true", "direct": "false", "?": "maybe"}},
             "partnerKey": [{"column": "ref", "scheme": "board"}, "other"]}}""",
        "m");
    Read read = Read.of(
        """
            [{"id": "1", "name": "Baker", "pay": "£30k per annum", "time": "full time",
              "shift": "37.5 hours a week", "kind": "umowa zlecenie?", "form": "CDI", "years": "min. 2 Jahre",
              "apply": "https://oven.example/apply", "openings": 3, "start": "2026-05-01",
              "vat": "BE0123456789", "via": "agency", "ref": "R-7", "other": "x9"},
             {"id": "2", "name": "Baker", "kind": "fixed", "form": "CDI", "via": "?", "pay": "30 apples"}]""",
        null, mapping);
    VacancyDraft draft = read.drafts().getFirst();
    Vacancy vacancy = draft.vacancy();
    assertEquals(new Salary(30_000, 30_000, Currency.getInstance("GBP"), Salary.Period.YEAR),
        vacancy.salary());
    assertEquals(new WeeklyHours(37.5, 37.5), vacancy.hours());
    assertEquals(Contract.PERMANENT, vacancy.contract());
    assertEquals(24, vacancy.experienceMonths());
    assertEquals("https://oven.example/apply", vacancy.applyUrl());
    assertEquals(3, vacancy.positions());
    assertEquals(LocalDate.of(2026, 5, 1), vacancy.startsOn());
    assertEquals("BE0123456789", draft.employerId());
    assertEquals(true, draft.isAgency());
    assertEquals(Set.of("board:R-7", "other:x9"), draft.partnerKeys());
    assertEquals("£30k per annum", vacancy.raw().get("pay"));
    assertEquals(Contract.FIXED_TERM, read.drafts().get(1).vacancy().contract());
    assertEquals(List.of("via UNKNOWN_VALUE", " THIN", "pay BAD_SALARY"),
        read.remarks()
            .stream()
            .filter(p -> "2".equals(p.key()))
            .map(p -> p.field() + " " + p.code())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{\"feelds\": {}}|\"feelds\" is not known; known here: charset",
    "{\"fields\": {\"key\": \"a\", \"titel\": \"b\"}}|\"fields.titel\" is not known; known here: key, title",
    "{\"fields\": {\"key\": \"a\"}}|\"fields.title\" is missing",
    "{\"fields\": {\"key\": \"a\", \"title\": {\"colum\": \"b\"}}}|\"fields.title.colum\" is not known",
    "{\"fields\": {\"key\": \"a\", \"title\": {\"until\": \"b\"}}}|needs either \"column\" or \"constant\"",
    "{\"fields\": {\"key\": \"a\", \"title\": {\"column\": \"b\", \"pattern\": \"(\"}}}|is no regular expression",
    "{\"zone\": \"Warsaw\", \"fields\": {\"key\": \"a\", \"title\": \"b\"}}|is no time zone",
    "{\"charset\": \"utf9\", \"fields\": {\"key\": \"a\", \"title\": \"b\"}}|\"charset\" is not known here",
    "{\"dateFormats\": [\"bb\"], \"fields\": {\"key\": \"a\", \"title\": \"b\"}}|\"dateFormats\" has a pattern",
    "{\"separator\": \";;\", \"fields\": {\"key\": \"a\", \"title\": \"b\"}}|must be one character",
    "[1]|is not a JSON object", "{\"fields\"|is not a JSON object"})
  void a_mapping_with_a_mistake_says_which_and_what_is_known(String json, String message) {
    var e = assertThrows(FeedException.class, () -> Mapping.parse(json, "m.json"));
    assertTrue(Read.message(e).startsWith("mapping m.json") && Read.message(e).contains(message),
        Read.message(e));
  }
}
