package org.metier.examples.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.metier.examples.portal.Browser.field;
import static org.metier.examples.portal.Browser.inputs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditLog;
import org.metier.audit.Replay;
import org.metier.audit.Replayed;
import org.metier.home.Home;
import org.metier.index.VacancyIndex;
import org.metier.match.Ranker;
import org.metier.rights.PersonRights;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// What a portal shows to somebody who signed in at the proxy in front is recorded, and what it shows to others is not.
class SignedInTest {
  private static final String USER = "X-Signed-In";
  private static final String CV = "Work experience\n2015-2020 Nurse, City Hospital\n";

  @TempDir
  private Path folder = Path.of("");

  private Home home() {
    return Home.open(folder.resolve("home"));
  }

  private AuditLog log() {
    return AuditLog.open(home(), Clock.systemUTC());
  }

  private void ingest() {
    List<Vacancy> vacancies = Stream.of("1", "2", "3")
        .map(key -> Vacancy.builder(new VacancyId("one", key), "Nurse")
            .description("You nurse patients on ward " + key)
            .language(Language.EN)
            .build())
        .toList();
    try (VacancyIndex index = VacancyIndex.open(home())) {
      index.put(vacancies);
    }
  }

  @Test
  void what_is_shown_to_who_signed_in_is_told_recorded_replayed_and_erased() throws Exception {
    ingest();
    log();
    try (Portal portal = Portal.start(home(), 0, USER);
        Browser browser = new Browser(portal.address())) {
      String page = browser.send("/match", List.of(field("text", CV)), USER, "user-4711").body();
      assertTrue(page.contains("we write down what you are shown"), page);
      assertFalse(page.contains("user-4711"));
      String dossier = inputs(page, "dossier").getFirst();
      String other = browser.send("/rematch",
          List.of(field("dossier", dossier)), USER, "user-12").body();
      assertTrue(other.contains("we write down what you are shown"), other);
      assertFalse(browser.send("/match", List.of(field("text", CV)))
          .body()
          .contains("we write down"));
      assertFalse(browser.send("/match", List.of(field("text", CV)), USER, " ")
          .body()
          .contains("we write down"));
    }
    assertEquals(1, log().of("user-4711").size());
    assertEquals(1, log().of("user-12").size());
    AuditEvent.Ranked shown = (AuditEvent.Ranked) log().of("user-4711").getFirst().event();
    assertEquals(3, shown.shown().size());
    assertEquals(3, log().verify(null).last());
    Taxonomy taxonomy = Taxonomy.of(home());
    List<Replayed> replayed = Replay
        .of(log(), model -> Ranker.of(model, taxonomy, TextAnalyzer.create()))
        .newest(9)
        .all();
    assertEquals(List.of(new Replayed.Identical(2), new Replayed.Identical(3)), replayed);
    PersonRights.of(home()).erase("user-4711");
    assertEquals(List.of(), log().of("user-4711"));
    assertNobody();
  }

  private void assertNobody() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("user-"),
            file.toString());
      }
    }
  }

  @Test
  void without_a_header_nobody_is_recorded_whoever_claims_to_be_somebody() throws Exception {
    ingest();
    log();
    try (Portal portal = Portal.start(home(), 0);
        Browser browser = new Browser(portal.address())) {
      browser.send("/match", List.of(field("text", CV)), USER, "user-4711");
    }
    assertEquals(1, log().verify(null).last());
  }

  @Test
  void a_header_without_an_audit_log_is_refused_with_what_to_do() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> Portal.start(home(), 0, USER));
    assertTrue(String.valueOf(e.getMessage()).contains("metier audit begin"), e.getMessage());
  }
}
