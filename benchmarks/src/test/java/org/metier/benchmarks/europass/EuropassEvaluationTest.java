package org.metier.benchmarks.europass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.benchmarks.europass.EuropassReport.OtherFile;
import org.metier.benchmarks.europass.EuropassReport.StructuredFile;
import org.metier.home.Home;

class EuropassEvaluationTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"),
      ZoneOffset.UTC);

  private static final String PASSPORT = """
      <SkillsPassport locale="en"><LearnerInfo>
        <Identification><PersonName><FirstName>Ulla</FirstName><Surname>Quist</Surname></PersonName>
          <ContactInfo><Address><Contact><Municipality>Odense</Municipality><Country><Code>DK</Code></Country>
            </Contact></Address></ContactInfo></Identification>
        <Headline><Type><Code>job_applied_for</Code></Type>
          <Description><Label>Ulla Quist welder</Label></Description></Headline>
        <WorkExperienceList><WorkExperience><Period><From year="2015" month="--03"/><To year="2018"/></Period>
          <Position><Label>Welder</Label></Position></WorkExperience>
          <WorkExperience><Period><From year="2019"/><Current>true</Current></Period>
          <Position><Label>Fitter</Label></Position></WorkExperience></WorkExperienceList>
        <EducationList><Education><Period><From year="2006"/></Period><Title>Metal work</Title>
          <Level><Code>4</Code><Label>EQF 4</Label></Level><Field><Code>52</Code></Field></Education></EducationList>
        <Skills><Linguistic>
          <MotherTongueList><MotherTongue><Description><Code>da</Code><Label>Danish</Label></Description>
            </MotherTongue><MotherTongue><Description><Label>Klingonian</Label></Description></MotherTongue>
            </MotherTongueList>
          <ForeignLanguageList><ForeignLanguage><Description><Code>de</Code></Description><ProficiencyLevel>
            <Listening>B2</Listening><Writing>A2</Writing></ProficiencyLevel>
            <VerifiedBy><Certificate><Title>Zertifikat</Title></Certificate></VerifiedBy></ForeignLanguage>
            </ForeignLanguageList></Linguistic>
          <Computer><Description>drawing programs</Description></Computer>
          <Driving><Description><Licence>B</Licence></Description></Driving></Skills>
      </LearnerInfo></SkillsPassport>""";

  @TempDir
  private Path folder = Path.of("");

  @Test
  void a_walk_over_the_elements_counts_what_the_file_states() {
    StatedFields stated = StatedFields.of(Leaves.of(PASSPORT.getBytes(StandardCharsets.UTF_8)));
    assertEquals(Map.ofEntries(Map.entry(FieldKind.JOBS, 2),
        Map.entry(FieldKind.JOB_TITLES, 2), Map.entry(FieldKind.JOB_DATES, 4),
        Map.entry(FieldKind.EDUCATION, 1), Map.entry(FieldKind.EDUCATION_LEVELS, 1),
        Map.entry(FieldKind.EDUCATION_FIELDS, 1), Map.entry(FieldKind.EDUCATION_DATES, 1),
        Map.entry(FieldKind.LANGUAGES, 2), Map.entry(FieldKind.INVENTED_LANGUAGES, 1),
        Map.entry(FieldKind.LANGUAGE_LEVELS, 2), Map.entry(FieldKind.LICENCES, 1),
        Map.entry(FieldKind.CERTIFICATES, 1), Map.entry(FieldKind.SKILL_TEXTS, 1),
        Map.entry(FieldKind.HEADLINES, 1), Map.entry(FieldKind.PLACE, 1)), stated.counts());
    assertEquals(List.of("drawing programs"), stated.texts());
    assertEquals("welder", stated.headlines().getFirst().strip(),
        "a name in a headline is left out on purpose");
  }

  @Test
  void json_is_walked_like_xml() {
    List<Leaf> leaves = Leaves.of("""
        {"SkillsPassport": {"LearnerInfo": {"WorkExperience": [
          {"Position": {"Label": "Cook"}, "Period": {"From": {"Year": 2001}, "Current": null}},
          {"Position": {"Label": "Waiter"}}]}}}""".getBytes(StandardCharsets.UTF_8));
    StatedFields stated = StatedFields.of(leaves);
    assertEquals(2, stated.counts().get(FieldKind.JOBS));
    assertEquals(1, stated.counts().get(FieldKind.JOB_DATES));
  }

  @Test
  void a_profile_is_held_against_its_file_and_other_files_are_answered() throws IOException {
    Path cvs = Files.createDirectory(folder.resolve("cvs"));
    Files.writeString(cvs.resolve("a.xml"), PASSPORT);
    Files.writeString(cvs.resolve("b.xml"), PASSPORT.replace("</LearnerInfo>", ""));
    Files.writeString(cvs.resolve("c.pdf"), "");
    EuropassReport report = EuropassEvaluation.run(Home.open(folder.resolve("home")), cvs, CLOCK);
    StructuredFile passport = report.files().getFirst();
    for (FieldKind kind : FieldKind.values()) {
      int expected = kind == FieldKind.INVENTED_LANGUAGES ? 0 : passport.stated(kind);
      assertEquals(expected, passport.profiled(kind), kind.label());
    }
    assertEquals(0, report.found(FieldKind.INVENTED_LANGUAGES));
    assertEquals(2, report.found(FieldKind.JOBS));
    StructuredFile damaged = report.files().get(1);
    assertTrue(damaged.refusal().contains("damaged"), damaged.refusal());
    OtherFile empty = report.others().getFirst();
    assertTrue(empty.answer().startsWith("refused: it "), empty.answer());
    assertFalse(empty.answer().contains(folder.toString()), empty.answer());
  }

  @Test
  void a_folder_without_files_is_refused() throws IOException {
    Path none = Files.createDirectory(folder.resolve("none"));
    Home home = Home.open(folder.resolve("home"));
    assertThrows(IllegalArgumentException.class,
        () -> EuropassEvaluation.run(home, none, CLOCK));
  }
}
