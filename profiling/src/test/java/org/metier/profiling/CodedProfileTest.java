package org.metier.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.HeldOccupation;
import org.metier.profile.PartialDate;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.CvWriter;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.LanguageDimension;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;

/// What fields, codes and times of a file become in the profile.
class CodedProfileTest {
  private static final Profiler PROFILER = Profiler.builder(SmallTaxonomy.build())
      .clock(Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC))
      .build();

  @AfterAll
  static void close() {
    PROFILER.close();
  }

  private static CompetenceProfile profile(String cv) {
    try {
      return PROFILER.profile(
          new ByteArrayInputStream(cv.getBytes(StandardCharsets.UTF_8)), "cv-7");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Competence skill(CompetenceProfile profile, String uri) {
    return profile.competences()
        .stream()
        .filter(c -> c.uri().equals(uri))
        .findFirst()
        .orElseThrow(() -> new AssertionError(uri + " is not in " + profile.competences()));
  }

  private static final String CANDIDATE = """
      <Candidate xmlns="http://www.hr-xml.org/3"><CandidateProfile languageCode="en">
        <EmploymentHistory><EmployerHistory>
          <PositionHistory><PositionTitle>Kjøkkenhjelp</PositionTitle>
            <JobCategoryCode>occupation:waiter</JobCategoryCode>
            <EmploymentPeriod><StartDate><FormattedDateTime>2010-01</FormattedDateTime></StartDate>
              <EndDate><FormattedDateTime>2010-06</FormattedDateTime></EndDate></EmploymentPeriod>
            <Description>plan menus</Description></PositionHistory>
          <PositionHistory><PositionTitle>Cook</PositionTitle>
            <EmploymentPeriod><StartDate><FormattedDateTime>2010-04</FormattedDateTime></StartDate>
              <EndDate><FormattedDateTime>2011-03</FormattedDateTime></EndDate></EmploymentPeriod>
            <Description>bake bread</Description></PositionHistory>
          </EmployerHistory></EmploymentHistory>
        <Licenses><License><LicenseTypeCode>C</LicenseTypeCode></License></Licenses>
        <PersonQualifications>
          <PersonCompetency><CompetencyName>kitchen hygiene rules</CompetencyName></PersonCompetency>
          <PersonCompetency><CompetencyID>skill:welding</CompetencyID><TaxonomyID>other</TaxonomyID>
            </PersonCompetency>
          <PersonCompetency><CompetencyID>skill:unheard-of</CompetencyID><TaxonomyID>other</TaxonomyID>
            </PersonCompetency>
          <PersonCompetency><CompetencyID>grc</CompetencyID><TaxonomyID>language</TaxonomyID>
            <CompetencyDimension><CompetencyDimensionTypeCode>CEF-Understanding-Reading</CompetencyDimensionTypeCode>
              <Score><ScoreText>B1</ScoreText></Score></CompetencyDimension></PersonCompetency>
        </PersonQualifications></CandidateProfile>
        <CandidatePositionPreferences><JobCategory>
          <JobCategoryCode>occupation:cook</JobCategoryCode></JobCategory></CandidatePositionPreferences>
      </Candidate>""";

  @Test
  void codes_of_the_taxonomy_go_before_words_and_unknown_ones_say_nothing() {
    CompetenceProfile profile = profile(CANDIDATE);
    HeldOccupation job = profile.occupations()
        .stream()
        .filter(o -> o.title().equals("Kjøkkenhjelp"))
        .findFirst()
        .orElseThrow();
    assertEquals("occupation:waiter", job.uri());
    assertEquals(1, job.confidence());
    assertEquals(Competence.Origin.STATED, skill(profile, "skill:welding").origin());
    assertFalse(profile.competences().stream().anyMatch(c -> c.uri().equals("skill:unheard-of")));
    assertEquals(Set.of("occupation:cook"), profile.wishes().occupations());
  }

  @Test
  void a_skill_was_used_in_the_job_that_names_it_and_in_those_that_need_it() {
    CompetenceProfile profile = profile(CANDIDATE);
    DateRange cook = new DateRange(PartialDate.parse("2010-04"), PartialDate.parse("2011-03"),
        false);
    assertEquals(List.of(cook), skill(profile, "skill:bake").periods());
    LocalDate today = LocalDate.of(2012, 3, 1);
    assertEquals(12, skill(profile, "skill:bake").monthsOfUse(today));
    assertEquals(12, skill(profile, "skill:bake").monthsSinceUse(today));
    DateRange waiter = new DateRange(PartialDate.parse("2010-01"), PartialDate.parse("2010-06"),
        false);
    assertEquals(List.of(waiter), skill(profile, "skill:menus").periods());
    assertEquals(Competence.Origin.STATED, skill(profile, "skill:hygiene").origin());
    assertEquals(List.of(cook), skill(profile, "skill:hygiene").periods(), "cooks need it");
    assertEquals(List.of(), skill(profile, "skill:welding").periods(), "only in a list");
    assertEquals(Map.of("occupation:cook", 12, "occupation:waiter", 6),
        profile.monthsByOccupation(today));
  }

  @Test
  void a_licence_is_read_with_its_place_and_is_no_skill() {
    CompetenceProfile profile = profile(CANDIDATE);
    assertEquals(Set.of(DrivingLicence.C), profile.licenceEvidence().keySet());
    Evidence evidence = profile.licenceEvidence()
        .getOrDefault(DrivingLicence.C, List.of())
        .getFirst();
    assertEquals("cv-7", evidence.document());
    assertTrue(evidence.quote().endsWith("C"));
  }

  @Test
  void an_old_language_is_not_taken_for_its_daughter() {
    CompetenceProfile profile = profile(CANDIDATE);
    assertEquals(List.of("grc"), profile.languages().stream().map(l -> l.language()).toList());
    assertEquals(Map.of(LanguageDimension.READING, CefrLevel.B1),
        profile.languages().getFirst().dimensions());
  }

  @Test
  void words_beside_a_language_in_a_field_give_it_a_level() {
    CompetenceProfile profile = profile(
        """
            {"basics": {"summary": "A cook who likes to plan menus and to bake bread with all the others"},
             "languages": [{"language": "Spanish", "fluency": "Native speaker"},
              {"language": "Igbo", "fluency": "Conversational"}]}""");
    assertEquals(List.of("es", "ig"),
        profile.languages().stream().map(l -> l.language()).toList());
    assertEquals(CefrLevel.NATIVE, profile.languages().getFirst().overall());
  }

  @Test
  void the_title_of_a_job_is_all_of_its_field_though_a_part_tells_the_occupation() {
    CvWriter out = new CvWriter(List.of());
    out.job("Martian Ship Cook", null);
    CvDocument fields = out.toDocument();
    CvDocument text = CvDocument.builder(fields.text()).jobs(fields.jobs()).build();
    Quotes quotes = new Quotes(fields, "cv-7");
    HeldOccupation part = new HeldOccupation("Ship Cook", "occupation:cook", 0.5, null,
        List.of(quotes.of(new Span(8, 17))));
    CodedConcepts coded = new CodedConcepts(SmallTaxonomy.build());
    HeldOccupation whole = coded.held(List.of(part), fields, quotes).getFirst();
    assertEquals("Martian Ship Cook", whole.title());
    assertEquals("Martian Ship Cook", whole.evidence().getFirst().quote());
    assertEquals("occupation:cook", whole.uri());
    assertEquals(part, coded.held(List.of(part), text, quotes).getFirst());
  }

  @Test
  void skills_and_occupations_are_found_by_their_names() {
    assertEquals(List.of("skill:bake"),
        PROFILER.skillsNamed(" bake bread ", Language.EN));
    assertEquals(List.of(),
        PROFILER.skillsNamed("bake bread with friends", Language.EN));
    assertEquals("occupation:cook",
        PROFILER.occupationsNamed("Cook", Language.EN, 3).getFirst());
  }
}
