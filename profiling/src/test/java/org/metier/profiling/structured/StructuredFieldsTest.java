package org.metier.profiling.structured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metier.profile.Availability;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.StatedCertificate;
import org.metier.profiling.document.StatedConcept;
import org.metier.profiling.document.StatedEducation;
import org.metier.profiling.document.StatedJob;
import org.metier.profiling.document.StatedLanguage;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationField;
import org.metier.qualification.EducationLevel;
import org.metier.qualification.LanguageDimension;
import org.metier.text.Span;
import org.metier.work.Contract;

/// Fields that say more than words: levels, fields of study, certificates, codes, terms of work.
class StructuredFieldsTest {
  private static CvDocument xml(String xml) {
    try {
      return StructuredCv.readXml(xml.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableCvException e) {
      throw new AssertionError(e);
    }
  }

  private static CvDocument json(String json) {
    try {
      return StructuredCv.readJson(json.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableCvException e) {
      throw new AssertionError(e);
    }
  }

  private static CvDocument passport(String learnerInfo) {
    return xml("<SkillsPassport locale=\"en\"><LearnerInfo>" + learnerInfo
        + "</LearnerInfo></SkillsPassport>");
  }

  private static CvDocument candidate(String profile) {
    return xml("<Candidate xmlns=\"http://www.hr-xml.org/3\"><CandidateProfile languageCode=\"en\">"
        + profile + "</CandidateProfile></Candidate>");
  }

  private static String words(CvDocument cv, Span span) {
    return span.of(cv.text());
  }

  private static List<String> jobs(CvDocument cv) {
    return cv.jobs().stream().map((StatedJob j) -> words(cv, j.titles().getFirst())).toList();
  }

  private static List<String> certificates(CvDocument cv) {
    return cv.certificates()
        .stream()
        .map(c -> words(cv, c.title()) + (c.issuer() == null ? "" : " by " + words(cv, c.issuer()))
            + (c.period() == null ? "" : " " + c.period().start() + " " + c.period().end()))
        .toList();
  }

  private static CvDocument education(String level, String label, String field) {
    return passport("<EducationList><Education><Title>Masonry</Title><Level><Code>" + level
        + "</Code><Label>" + label + "</Label></Level><Field><Code>" + field
        + "</Code></Field></Education></EducationList>");
  }

  @Test
  void a_level_of_the_eqf_is_kept_beside_its_isced_level() {
    StatedEducation course = education("4", "EQF level 4", "58").education().getFirst();
    assertEquals(4, course.eqf());
    assertEquals(EducationLevel.UPPER_SECONDARY, course.level());
    assertEquals(EducationField.ENGINEERING_AND_CONSTRUCTION, course.field());
  }

  @Test
  void a_level_of_isced_1997_is_no_level_of_the_eqf_and_its_fifth_is_open() {
    StatedEducation course = education("3", "ISCED 3", "34").education().getFirst();
    assertNull(course.eqf());
    assertEquals(EducationLevel.UPPER_SECONDARY, course.level());
    assertEquals(EducationField.BUSINESS_AND_LAW, course.field());
    assertNull(education("5", "ISCED 5", "99").education().getFirst().level());
    assertNull(education("5", "ISCED 5", "99").education().getFirst().field());
  }

  @Test
  void certificates_of_languages_and_computer_skills_carry_issuer_and_date() {
    CvDocument cv = passport(
        """
            <Skills><Linguistic><ForeignLanguageList><ForeignLanguage>
              <Description><Code>it</Code></Description>
              <ProficiencyLevel><Evaluation><Reading>B1</Reading></Evaluation></ProficiencyLevel>
              <AcquiredDuring><Experience><Description>A summer in Turin</Description></Experience>
              </AcquiredDuring>
              <VerifiedBy><Certificate><Title>CILS Uno</Title><AwardingBody>University of Siena</AwardingBody>
                <Date year="2011" month="--06"/></Certificate></VerifiedBy>
              </ForeignLanguage></ForeignLanguageList></Linguistic>
              <Computer><Description>spreadsheets</Description><VerifiedBy><Certificate>
                <Title>ECDL</Title></Certificate></VerifiedBy></Computer></Skills>
            <AchievementList><Achievement><Title><Code>courses</Code></Title>
              <Description>&lt;ul&gt;&lt;li&gt;First aid&lt;/li&gt;&lt;li&gt;Fire watch&lt;/li&gt;&lt;/ul&gt;</Description>
              </Achievement></AchievementList>""");
    assertEquals(List.of("CILS Uno by University of Siena 2011-06 null", "ECDL", "First aid",
        "Fire watch"), certificates(cv));
    assertEquals(Map.of(LanguageDimension.READING, CefrLevel.B1),
        cv.languages().getFirst().dimensions());
    assertTrue(cv.text().contains("A summer in Turin"));
  }

  @Test
  void a_stay_abroad_is_a_job_with_what_was_learnt() {
    CvDocument cv = passport("""
        <LearningExperienceList><Experience><Period><From year="2012" month="--01"/>
          <To year="2012" month="--06"/></Period>
          <Field><Role><Code>held_position</Code></Role>
          <Description><Label>Trainee carpenter</Label></Description></Field>
          <Activities>building stairs</Activities><Outcomes>reading plans</Outcomes>
        </Experience></LearningExperienceList>""");
    assertEquals(List.of("Trainee carpenter"), jobs(cv));
    assertTrue(cv.text().contains("building stairs\n"));
    assertTrue(cv.text().contains("reading plans\n"));
  }

  @Test
  void licences_of_json_are_read_in_each_of_their_forms() {
    for (String driving : List.of("[\"B\", \"C\"]", "[{\"Licence\": \"B\"}, {\"Licence\": \"C\"}]",
        "{\"Licence\": [\"B\", \"C\"]}")) {
      CvDocument cv = json("{\"SkillsPassport\": {\"LearnerInfo\": {\"Skills\": {\"Driving\":"
          + " {\"Description\": " + driving + "}}}}}");
      assertEquals(Set.of(DrivingLicence.B, DrivingLicence.C), cv.licences().keySet(), driving);
    }
  }

  @Test
  void a_candidate_gives_degrees_with_level_field_and_programme() {
    CvDocument cv = candidate(
        """
            <EducationHistory>
              <EducationOrganizationAttendance><EducationLevelCode>http://data.europa.eu/snb/eqf/6</EducationLevelCode>
                <AttendancePeriod><StartDate><FormattedDateTime>2001</FormattedDateTime></StartDate>
                  <Ongoing>true</Ongoing></AttendancePeriod>
                <EducationDegree><DegreeName>Bachelor</DegreeName><FieldOfStudy><MainFieldOfStudy>
                  <ProgramConcentration>http://data.europa.eu/snb/isced-f/0913</ProgramConcentration>
                  </MainFieldOfStudy></FieldOfStudy></EducationDegree></EducationOrganizationAttendance>
              <EducationOrganizationAttendance><ProgramName>Gas fitting</ProgramName>
                <EducationLevelCode listName="EURES_ISCEDEducationLevel">4</EducationLevelCode>
              </EducationOrganizationAttendance></EducationHistory>""");
    StatedEducation first = cv.education().getFirst();
    assertEquals(6, first.eqf());
    assertEquals(EducationLevel.BACHELOR, first.level());
    assertEquals(EducationField.HEALTH_AND_WELFARE, first.field());
    assertEquals(new DateRange(PartialDate.parse("2001"), null, true), first.period());
    StatedEducation second = cv.education().get(1);
    assertEquals("Gas fitting", words(cv, second.title()));
    assertNull(second.eqf());
    assertEquals(EducationLevel.POST_SECONDARY, second.level());
  }

  @Test
  void a_candidate_names_occupations_and_skills_by_code() {
    CvDocument cv = candidate(
        """
            <EmploymentHistory><EmployerHistory>
              <EmploymentPeriod><StartDate><FormattedDateTime>2010-02</FormattedDateTime></StartDate>
                <EndDate><FormattedDateTime>2012</FormattedDateTime></EndDate></EmploymentPeriod>
              <PositionHistory><PositionTitle>Kokk</PositionTitle>
                <JobCategoryCode name="cook">http://data.europa.eu/esco/occupation/x</JobCategoryCode>
              </PositionHistory></EmployerHistory></EmploymentHistory>
            <PersonQualifications><PersonCompetency>
              <CompetencyID>http://data.europa.eu/esco/skill/y</CompetencyID><TaxonomyID>other</TaxonomyID>
              </PersonCompetency><PersonCompetency>
              <CompetencyID>7</CompetencyID><CompetencyName>sharpen knives</CompetencyName>
              <TaxonomyID>Digital_Skill</TaxonomyID></PersonCompetency></PersonQualifications>""");
    assertEquals(List.of("http://data.europa.eu/esco/occupation/x",
        "http://data.europa.eu/esco/skill/y"),
        cv.concepts().stream().map(StatedConcept::uri).toList());
    assertEquals(cv.jobs().getFirst().titles().getFirst(), cv.concepts().getFirst().span());
    assertEquals(new DateRange(PartialDate.parse("2010-02"), PartialDate.parse("2012"), false),
        cv.jobs().getFirst().period());
    assertTrue(cv.text().contains("sharpen knives\n"));
  }

  @Test
  void what_a_candidate_wants_and_from_when_is_read() {
    CvDocument cv = xml("""
        <Candidate xmlns="http://www.hr-xml.org/3"><CandidateProfile/>
          <CandidatePositionPreferences>
            <JobCategory><JobCategoryCode name="barista">o:barista</JobCategoryCode></JobCategory>
            <PositionOfferingTypeCode>DirectHire</PositionOfferingTypeCode>
            <PositionOfferingTypeCode>Seasonal</PositionOfferingTypeCode>
            <PositionOfferingTypeCode>TemporaryToHire</PositionOfferingTypeCode>
          </CandidatePositionPreferences>
          <AvailabilityDate><FormattedDateTime>2026-09</FormattedDateTime></AvailabilityDate>
        </Candidate>""");
    assertEquals("barista", words(cv, cv.wanted().getFirst()));
    assertEquals("o:barista", cv.concepts().getFirst().uri());
    assertEquals(Set.of(Contract.PERMANENT, Contract.SEASONAL), cv.terms().contracts());
    assertEquals(new Availability.From(PartialDate.parse("2026-09")), cv.terms().availability());
  }

  @Test
  void certificates_licences_and_voluntary_work_of_a_candidate_are_read() {
    CvDocument cv = candidate(
        """
            <Licenses><License><LicenseTypeCode>CE</LicenseTypeCode><LicenseName>Lorry</LicenseName></License>
              <License><LicenseTypeCode>X9</LicenseTypeCode><LicenseName>Crane operator</LicenseName>
                <FreeFormPeriod><StartDate><FormattedDateTime>2018</FormattedDateTime></StartDate>
                </FreeFormPeriod></License></Licenses>
            <Certifications><Certification><CertificationName>Hot works</CertificationName>
              <IssuingAuthortity><Name>Fire Academy</Name></IssuingAuthortity>
              <FirstIssuedDate><FormattedDateTime>2019-05-02</FormattedDateTime></FirstIssuedDate>
              <FreeFormEffectivePeriod><EndDate><FormattedDateTime>2024-05</FormattedDateTime></EndDate>
              </FreeFormEffectivePeriod></Certification></Certifications>
            <VoluntaryWorks><VoluntaryWork><Title>Trainer</Title><Description>&lt;p&gt;coaching&lt;/p&gt;</Description>
              <Date><StartDate><FormattedDateTime>2015</FormattedDateTime></StartDate></Date>
            </VoluntaryWork></VoluntaryWorks>
            <Others><Title>Hobby</Title><Other><Title>Choir</Title><Description>singing</Description></Other></Others>
            <Skills><SkillsGroup><Title>Office</Title><PersonCompetency><TaxonomyID>Digital_Skill</TaxonomyID>
              <CompetencyName>mail merge</CompetencyName></PersonCompetency></SkillsGroup></Skills>""");
    assertEquals(Set.of(DrivingLicence.CE), cv.licences().keySet());
    assertEquals(List.of("Crane operator 2018 null",
        "Hot works by Fire Academy 2019-05-02 2024-05"), certificates(cv));
    assertEquals(List.of("Trainer"), jobs(cv));
    for (String text : List.of("coaching\n", "Choir\n", "singing\n", "mail merge\n")) {
      assertTrue(cv.text().contains(text), text);
    }
  }

  @Test
  void a_language_without_two_letters_is_kept_by_three_and_one_level_for_all_is_read() {
    CvDocument cv = candidate("""
        <PersonQualifications>
          <PersonCompetency><CompetencyID>fil</CompetencyID><TaxonomyID>language</TaxonomyID>
            <ProficiencyLevel><ScoreText>B2</ScoreText></ProficiencyLevel></PersonCompetency>
          <PersonCompetency><CompetencyID>qqq</CompetencyID><TaxonomyID>language</TaxonomyID>
          </PersonCompetency></PersonQualifications>""");
    assertEquals(List.of("fil"), cv.languages().stream().map(StatedLanguage::code).toList());
    assertEquals(CefrLevel.B2, cv.languages().getFirst().level());
  }

  @Test
  void a_resume_of_hr_xml_2_is_read() {
    CvDocument cv = xml(
        """
            <Resume xmlns="http://ns.hr-xml.org/2007-04-15" xml:lang="en"><StructuredXMLResume>
              <ContactInfo><PersonName><GivenName>Ottilie</GivenName><FamilyName>Brenner</FamilyName></PersonName>
                <ContactMethod><PostalAddress><CountryCode>DE</CountryCode><PostalCode>80331</PostalCode>
                  <Municipality>München</Municipality></PostalAddress></ContactMethod></ContactInfo>
              <Objective>Head baker</Objective>
              <EmploymentHistory><EmployerOrg><EmployerOrgName>Mill</EmployerOrgName>
                <PositionHistory currentEmployer="true"><Title>Baker</Title><Description>Ottilie bakes rye bread.</Description>
                  <StartDate><YearMonth>2014-03</YearMonth></StartDate></PositionHistory>
                <PositionHistory><Title>Apprentice</Title><StartDate><Year>2011</Year></StartDate>
                  <EndDate><AnyDate>2014-02-28</AnyDate></EndDate></PositionHistory></EmployerOrg></EmploymentHistory>
              <EducationHistory><SchoolOrInstitution><Degree degreeType="associates"><DegreeName>Diploma</DegreeName>
                <DegreeDate><Year>2011</Year></DegreeDate><DegreeMajor><Name>Baking</Name></DegreeMajor></Degree>
                </SchoolOrInstitution></EducationHistory>
              <LicensesAndCertifications><LicenseOrCertification><Name>Food hygiene</Name>
                <IssuingAuthority>Guild</IssuingAuthority><EffectiveDate><FirstIssuedDate><Year>2012</Year>
                </FirstIssuedDate></EffectiveDate></LicenseOrCertification></LicensesAndCertifications>
              <Qualifications><Competency name="sourdough"/></Qualifications>
              <Languages><Language><LanguageCode>DE</LanguageCode><Read>C1</Read><Speak>B2</Speak></Language></Languages>
            </StructuredXMLResume></Resume>""");
    assertEquals(List.of("Baker", "Apprentice"), jobs(cv));
    assertEquals(new DateRange(PartialDate.parse("2014-03"), null, true),
        cv.jobs().getFirst().period());
    assertEquals(
        new DateRange(PartialDate.parse("2011"), PartialDate.parse("2014-02-28"), false),
        cv.jobs().get(1).period());
    assertEquals("Head baker", words(cv, cv.wanted().getFirst()));
    StatedEducation course = cv.education().getFirst();
    assertEquals("Diploma Baking", words(cv, course.title()));
    assertEquals(EducationLevel.SHORT_TERTIARY, course.level());
    assertEquals(new DateRange(null, PartialDate.parse("2011"), false), course.period());
    assertEquals(List.of("Food hygiene by Guild 2012 null"), certificates(cv));
    assertEquals(Map.of(LanguageDimension.READING, CefrLevel.C1,
        LanguageDimension.SPOKEN_INTERACTION, CefrLevel.B2),
        cv.languages().getFirst().dimensions());
    assertTrue(cv.text().contains("sourdough\n"));
    assertEquals("München", cv.place() == null ? "" : cv.place().city());
    assertFalse(cv.toString().contains("Ottilie"));
    assertFalse(cv.toString().contains("Brenner"));
    assertFalse(cv.toString().contains("Mill\n"));
  }

  @Test
  void a_resume_without_a_structured_part_is_refused() {
    UnreadableCvException refusal = assertThrows(UnreadableCvException.class,
        () -> StructuredCv.readXml("<Resume><NonXMLResume>Ottilie</NonXMLResume></Resume>"
            .getBytes(StandardCharsets.UTF_8)));
    assertTrue(String.valueOf(refusal.getMessage()).contains("StructuredXMLResume"));
    assertFalse(String.valueOf(refusal.getMessage()).contains("Ottilie"));
  }

  @Test
  void certificates_and_levels_of_a_json_resume_are_read() {
    CvDocument cv = json(
        """
            {"basics": {}, "certificates": [{"name": "Scrum", "issuer": "Alliance", "date": "2020-02"}],
             "languages": [{"language": "French", "fluency": "B2"}, {"language": "Dutch", "fluency": "fluent"}],
             "work": [{"position": "Clerk", "startDate": "2019", "endDate": "2020"}],
             "projects": [{"description": "rebuilt an organ"}]}""");
    assertEquals(List.of("Scrum by Alliance 2020-02 null"), certificates(cv));
    assertEquals(new StatedLanguage("fr", CefrLevel.B2, Map.of(), cv.languages().getFirst().span()),
        cv.languages().getFirst());
    assertNull(cv.languages().get(1).level());
    assertEquals("Dutch fluent", words(cv, cv.languages().get(1).span()));
    assertTrue(cv.text().contains("rebuilt an organ\n"));
  }

  @Test
  void no_certificate_is_invented_of_an_empty_field() {
    assertEquals(List.<StatedCertificate>of(), candidate("""
        <Certifications><Certification><CertificationName> </CertificationName></Certification>
        </Certifications>""").certificates());
  }
}
