package org.metier.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.json.Json;
import org.metier.profile.Competence;
import org.metier.profile.Competence.Origin;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.profile.PartialDate;
import org.metier.profile.Wishes;
import org.metier.profiling.extraction.MadeFiles;
import org.metier.text.Language;
import org.metier.text.Span;

class ProfilerTest {
  private static final Profiler PROFILER = Profiler.builder(SmallTaxonomy.build())
      .clock(Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC))
      .build();

  @TempDir
  Path folder;

  @AfterAll
  static void close() {
    PROFILER.close();
  }

  private static String cv(Language language) {
    try (var in = ProfilerTest.class.getResourceAsStream("cv-" + language.code() + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProfiledCv read(byte[] file) {
    try {
      return PROFILER.read(new ByteArrayInputStream(file), "p1", Wishes.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProfiledCv read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> skills(CompetenceProfile profile, Origin origin) {
    return profile.competences()
        .stream()
        .filter(c -> c.origin() == origin)
        .map(Competence::uri)
        .sorted()
        .toList();
  }

  /// What each of the five CVs says about the same invented person: everything that must not come out.
  private static final List<String> PERSONAL = List.of("Zdenka", "ZDENKA", "Quellmark", "QUELLMARK",
      "zdenka.quellmark", "@mail", "555", "Kwarcowa", "Quartz", "Kwartsstraat", "Quarzweg",
      "1987", "Atlantis", "atlant", "linkedin", "Vondracek");

  @ParameterizedTest
  @EnumSource
  void nothing_personal_reaches_the_profile(Language language) {
    String cv = cv(language);
    assertTrue(cv.contains("Quellmark") && cv.contains("1987") && cv.contains("555"));
    ProfiledCv read = read(cv);
    String json = Json.write(read.profile()).replaceAll("\"confidence\":[0-9.]+", "");
    for (String personal : PERSONAL) {
      assertFalse(json.contains(personal), personal + " in " + json);
    }
    for (String name : List.of("Zdenka", "Quellmark", "QUELLMARK", "@mail", "1987")) {
      assertFalse(read.text().contains(name), name);
    }
    assertEquals(new Span(0, cv.length()),
        read.blind().original(new Span(0, read.text().length())));
  }

  @ParameterizedTest
  @EnumSource
  void jobs_skills_education_languages_and_licence_are_read(Language language) {
    CompetenceProfile profile = read(cv(language)).profile();
    assertEquals(List.of("occupation:cook", "occupation:waiter"),
        profile.occupations().stream().map(HeldOccupation::uri).toList());
    HeldOccupation cook = profile.occupations().getFirst();
    assertNotNull(cook.period());
    assertEquals(PartialDate.parse("2016-03"), cook.period().start());
    assertTrue(cook.period().isOngoing());
    HeldOccupation waiter = profile.occupations().get(1);
    assertNotNull(waiter.period());
    assertEquals(PartialDate.parse("2012-05"), waiter.period().start());
    assertEquals(PartialDate.parse("2015-12"), waiter.period().end());
    List<String> stated = skills(profile, Origin.STATED);
    assertTrue(stated.containsAll(List.of("skill:bake", "skill:menus")), stated.toString());
    assertFalse(stated.contains("skill:welding"), "denied: " + stated);
    assertFalse(stated.contains("skill:chess"), "a hobby: " + stated);
    assertEquals(List.of("skill:hygiene"), skills(profile, Origin.IMPLIED));
    assertEquals(1, profile.education().size());
    assertTrue(profile.languages().stream().map(l -> l.language()).toList().contains("es"));
    assertEquals(Set.of(org.metier.qualification.DrivingLicence.B), profile.drivingLicences());
    assertNotNull(profile.place());
    assertNotNull(profile.place().city());
  }

  @ParameterizedTest
  @EnumSource
  void evidence_points_to_its_words_in_the_text(Language language) {
    ProfiledCv read = read(cv(language));
    for (Competence competence : read.profile().competences()) {
      competence.evidence()
          .forEach(e -> assertEquals(e.quote(),
              e.span().of(read.text()).replaceAll("\\s+", " ")));
    }
  }

  @Test
  void the_file_format_does_not_matter() throws IOException {
    List<String> lines = cv(Language.EN).lines().toList();
    CompetenceProfile plain = read(cv(Language.EN)).profile();
    for (byte[] file : List.of(MadeFiles.pdf(lines), MadeFiles.docx(lines))) {
      CompetenceProfile other = read(file).profile();
      assertEquals(plain.occupations().stream().map(HeldOccupation::period).toList(),
          other.occupations().stream().map(HeldOccupation::period).toList());
      assertEquals(skills(plain, Origin.STATED), skills(other, Origin.STATED));
    }
  }

  @Test
  void a_europass_attachment_speaks_for_its_pdf() throws IOException {
    byte[] xml = ("<Candidate><CandidateProfile><EmploymentHistory><EmployerHistory><PositionHistory>"
        + "<PositionTitle>Cook</PositionTitle></PositionHistory></EmployerHistory>"
        + "</EmploymentHistory></CandidateProfile></Candidate>").getBytes(StandardCharsets.UTF_8);
    CompetenceProfile profile = read(MadeFiles.pdfWithAttachment("a.xml", xml)).profile();
    assertEquals("occupation:cook", profile.occupations().getFirst().uri());
  }

  @Test
  void wishes_of_the_person_go_before_those_of_the_cv() throws IOException {
    String cv = "Objective\nWaiter\nWork experience\nCook, 2015 - 2019\n";
    assertEquals(Set.of("occupation:waiter"), read(cv).profile().wishes().occupations());
    Wishes declared = Wishes.builder()
        .occupations(Set.of("occupation:cook"))
        .maxDistanceKm(30.0)
        .build();
    assertEquals(declared, PROFILER.read(new ByteArrayInputStream(
        cv.getBytes(StandardCharsets.UTF_8)), "p1", declared).profile().wishes());
  }

  @Test
  void fifty_megabytes_of_noise_are_refused_unread() throws IOException {
    Path noise = folder.resolve("cv.pdf");
    try (RandomAccessFile file = new RandomAccessFile(noise.toFile(), "rw")) {
      file.setLength(50_000_000);
    }
    ProfilingException refusal = assertThrows(ProfilingException.class,
        () -> PROFILER.profile(noise, "p1"));
    assertMessage("larger than 10 MB", refusal);
  }

  @Test
  void what_cannot_be_read_is_refused_with_its_name_and_advice() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pdf"));
    for (Path bad : List.of(empty, folder, folder.resolve("missing.pdf"))) {
      ProfilingException refusal = assertThrows(ProfilingException.class,
          () -> PROFILER.profile(bad, "p1"));
      assertMessage(bad.toString(), refusal);
    }
    Path html = Files.writeString(folder.resolve("cv.xml"), "<!DOCTYPE html><html></html>");
    assertMessage("ask for one of these",
        assertThrows(ProfilingException.class, () -> PROFILER.profile(html, "p1")));
  }

  private static void assertMessage(String expected, ProfilingException refusal) {
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(expected), message);
  }
}
