package org.metier.profiling.structured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.StatedEducation;
import org.metier.profiling.document.StatedJob;
import org.metier.profiling.document.StatedLanguage;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.qualification.LanguageDimension;
import org.metier.section.SectionKind;
import org.metier.text.Language;
import org.metier.text.Span;

class StructuredCvTest {
  private static final String PASSPORT = """
      <SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="pl">
        <DocumentInfo><XSDVersion>V3.4</XSDVersion></DocumentInfo>
        <LearnerInfo>
          <Identification>
            <PersonName><FirstName>Zofia</FirstName><Surname>Wrona</Surname></PersonName>
            <ContactInfo><Address><Contact><AddressLine>ul. Kwiatowa 7</AddressLine>
              <PostalCode>30-001</PostalCode><Municipality>Kraków</Municipality>
              <Country><Code>PL</Code></Country></Contact></Address>
              <Email><Contact>zofia@wrona.example</Contact></Email></ContactInfo>
            <Demographics><Birthdate year="1990"/><Gender><Code>F</Code></Gender></Demographics>
            <Photo><Data>AAAA</Data></Photo>
          </Identification>
          <Headline><Type><Code>job_applied_for</Code></Type>
            <Description><Label>Kucharz</Label></Description></Headline>
          <WorkExperienceList><WorkExperience>
            <Period><From year="2015" month="--03"/><To year="2018"/></Period>
            <Position><Label>Pomoc kuchenna</Label></Position>
            <Activities>&lt;p&gt;Gotowanie&lt;/p&gt;&lt;p&gt;Pani Zofia Wrona zmywała.&lt;/p&gt;</Activities>
            <Employer><Name>Bar Mleczny</Name></Employer>
          </WorkExperience></WorkExperienceList>
          <EducationList><Education><Period><From year="2006"/><Current>true</Current></Period>
            <Title>Technikum</Title><Level><Code>4</Code></Level></Education></EducationList>
          <Skills><Linguistic>
            <MotherTongueList><MotherTongue><Description><Code>pl</Code><Label>polski</Label>
              </Description></MotherTongue></MotherTongueList>
            <ForeignLanguageList><ForeignLanguage><Description><Code>de</Code><Label>niemiecki</Label>
              </Description><ProficiencyLevel><Listening>B2</Listening><Writing>A2</Writing>
              </ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic>
            <Computer><Description>obsługa kasy</Description></Computer>
            <Driving><Description><Licence>B</Licence><Licence>BE</Licence></Description></Driving>
          </Skills>
        </LearnerInfo>
        <AttachmentList><Attachment><Data>AAAA</Data></Attachment></AttachmentList>
      </SkillsPassport>""";

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

  private static String title(CvDocument cv, StatedJob job) {
    return job.titles().getFirst().of(cv.text());
  }

  @Test
  void a_passport_of_version_3_gives_work_education_languages_and_licences() {
    CvDocument cv = xml(PASSPORT);
    assertEquals(Language.PL, cv.language());
    StatedJob job = cv.jobs().getFirst();
    assertEquals("Pomoc kuchenna", title(cv, job));
    assertEquals(new DateRange(PartialDate.parse("2015-03"), PartialDate.parse("2018"), false),
        job.period());
    StatedEducation education = cv.education().getFirst();
    assertEquals(EducationLevel.UPPER_SECONDARY, education.level());
    assertEquals(new DateRange(PartialDate.parse("2006"), null, true), education.period());
    assertEquals(CefrLevel.NATIVE, cv.languages().getFirst().level());
    assertEquals(
        Map.of(LanguageDimension.LISTENING, CefrLevel.B2, LanguageDimension.WRITING, CefrLevel.A2),
        cv.languages().get(1).dimensions());
    assertEquals(Set.of(DrivingLicence.B, DrivingLicence.BE), cv.licences().keySet());
    assertEquals("Kucharz", cv.wanted().getFirst().of(cv.text()));
    assertNotNull(cv.place());
    assertEquals("Kraków", cv.place().city());
    assertTrue(cv.text().contains("Gotowanie\n"));
    assertTrue(cv.sections()
        .stream()
        .anyMatch(s -> s.kind() == SectionKind.SKILLS
            && s.span().of(cv.text()).contains("obsługa kasy")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zofia", "Wrona", "Kwiatowa", "wrona.example", "1990", "AAAA",
    "Bar Mleczny"})
  void what_tells_who_the_person_is_never_leaves_the_reader(String personal) {
    assertTrue(PASSPORT.contains(personal));
    assertFalse(xml(PASSPORT).toString().contains(personal), personal);
  }

  @Test
  void a_cv_of_version_1_is_read() {
    CvDocument cv = xml("""
        <europass:learnerinfo xmlns:europass="http://europass.cedefop.europa.eu/Europass/V1.0"
            locale="it_IT">
          <identification><firstname>Ugo</firstname></identification>
          <application>Cuoco</application>
          <workexperiencelist><workexperience><period><from><year>2005</year><month>--11</month>
            <day>---04</day></from></period><position>Cameriere</position>
            <activities>Servizio ai tavoli</activities></workexperience></workexperiencelist>
          <languagelist><language type="mother"><name>Italiano</name></language>
            <language type="foreign"><name>Francese</name><level><reading>c1</reading>
            <writing>b1</writing></level></language></languagelist>
          <skilllist><skill type="driving">B</skill></skilllist>
        </europass:learnerinfo>""");
    assertEquals("Cameriere", title(cv, cv.jobs().getFirst()));
    assertEquals(new DateRange(PartialDate.parse("2005-11-04"), null, false),
        cv.jobs().getFirst().period());
    assertEquals(List.of("it", "fr"), cv.languages().stream().map(StatedLanguage::code).toList());
    assertEquals(
        Map.of(LanguageDimension.READING, CefrLevel.C1, LanguageDimension.WRITING, CefrLevel.B1),
        cv.languages().get(1).dimensions());
    assertEquals("Cuoco", cv.wanted().getFirst().of(cv.text()));
    assertNull(cv.language());
  }

  @Test
  void a_candidate_of_the_second_generation_is_read() {
    CvDocument cv = xml(
        """
            <Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3"
                xmlns:oa="http://www.openapplications.org/oagis/9"
                xmlns:eures="http://www.europass_eures.eu/1.0">
              <CandidatePerson><PersonName><oa:GivenName>Ines</oa:GivenName>
                <hr:FamilyName>Morel</hr:FamilyName></PersonName>
                <Communication><UseCode>home</UseCode><Address><oa:AddressLine>3 rue Basse</oa:AddressLine>
                  <oa:CityName>Lyon</oa:CityName><CountryCode>fr</CountryCode>
                  <oa:PostalCode>69003</oa:PostalCode></Address></Communication>
                <NationalityCode>fr</NationalityCode><hr:BirthDate>1985-01-02</hr:BirthDate>
                <PrimaryLanguageCode>fre</PrimaryLanguageCode></CandidatePerson>
              <CandidateProfile languageCode="fr">
                <hr:ExecutiveSummary>Je m'appelle Ines MOREL.</hr:ExecutiveSummary>
                <EmploymentHistory><EmployerHistory><hr:OrganizationName>Hôtel</hr:OrganizationName>
                  <PositionHistory><PositionTitle>Réceptionniste</PositionTitle>
                    <eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2019-03</hr:FormattedDateTime>
                    </eures:StartDate><hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
                    <oa:Description>&lt;ul&gt;&lt;li&gt;accueil&lt;/li&gt;&lt;li&gt;caisse&lt;/li&gt;&lt;/ul&gt;</oa:Description>
                  </PositionHistory></EmployerHistory></EmploymentHistory>
                <EducationHistory><EducationOrganizationAttendance>
                  <EducationLevelCode>5</EducationLevelCode>
                  <AttendancePeriod><StartDate><hr:FormattedDateTime>2003</hr:FormattedDateTime></StartDate>
                    <EndDate><hr:FormattedDateTime>2005</hr:FormattedDateTime></EndDate></AttendancePeriod>
                  <EducationDegree><hr:DegreeName>BTS Tourisme</hr:DegreeName></EducationDegree>
                </EducationOrganizationAttendance></EducationHistory>
                <eures:Licenses><eures:License><hr:LicenseTypeCode>B</hr:LicenseTypeCode></eures:License>
                </eures:Licenses>
                <PersonQualifications><PersonCompetency><CompetencyID>eng</CompetencyID>
                  <hr:TaxonomyID>language</hr:TaxonomyID>
                  <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode>
                    <eures:Score><hr:ScoreText>C1</hr:ScoreText></eures:Score></eures:CompetencyDimension>
                  <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing-Interaction</hr:CompetencyDimensionTypeCode>
                    <eures:Score><hr:ScoreText>B2</hr:ScoreText></eures:Score></eures:CompetencyDimension>
                  <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing-Production</hr:CompetencyDimensionTypeCode>
                    <eures:Score><hr:ScoreText>C2</hr:ScoreText></eures:Score></eures:CompetencyDimension>
                </PersonCompetency></PersonQualifications>
                <eures:Attachment><oa:EmbeddedData>AAAA</oa:EmbeddedData></eures:Attachment>
              </CandidateProfile></Candidate>""");
    assertEquals(Language.FR, cv.language());
    assertEquals("Réceptionniste", title(cv, cv.jobs().getFirst()));
    assertEquals(new DateRange(PartialDate.parse("2019-03"), null, true),
        cv.jobs().getFirst().period());
    assertTrue(cv.text().contains("accueil\ncaisse\n"));
    assertEquals(EducationLevel.SHORT_TERTIARY, cv.education().getFirst().level());
    assertEquals(List.of("fr", "en"), cv.languages().stream().map(StatedLanguage::code).toList());
    assertEquals(
        Map.of(LanguageDimension.LISTENING, CefrLevel.C1, LanguageDimension.WRITING, CefrLevel.B2),
        cv.languages().get(1).dimensions());
    assertEquals(Set.of(DrivingLicence.B), cv.licences().keySet());
    for (String personal : List.of("Ines", "MOREL", "Morel", "rue Basse", "1985", "AAAA",
        "Hôtel")) {
      assertFalse(cv.toString().contains(personal), personal);
    }
  }

  @Test
  void a_passport_in_json_gives_the_same_as_in_xml() {
    CvDocument cv = json("""
        {"SkillsPassport": {"Locale": "en", "LearnerInfo": {
          "Identification": {"PersonName": {"FirstName": "Zoe", "Surname": "Crow"},
            "ContactInfo": {"Address": {"Contact": {"Municipality": "Leeds",
              "Country": {"Code": "UK"}}}}},
          "Headline": {"Type": {"Code": "position"}, "Description": {"Label": "Cook"}},
          "WorkExperience": [{"Period": {"From": {"Year": 2002, "Month": 8}, "Current": true},
            "Position": {"Label": "Kitchen help"}, "Activities": "soup<br/>bread"}],
          "Skills": {"Linguistic": {"ForeignLanguage": [{"Description": {"Code": "de"},
            "ProficiencyLevel": {"Reading": "A2", "Writing": "A1"}}]}}}}}""");
    assertEquals(List.of("Cook", "Kitchen help"),
        cv.jobs().stream().map(j -> title(cv, j)).toList());
    assertEquals(new DateRange(PartialDate.parse("2002-08"), null, true),
        cv.jobs().get(1).period());
    assertTrue(cv.text().contains("soup\nbread"));
    assertEquals(
        Map.of(LanguageDimension.READING, CefrLevel.A2, LanguageDimension.WRITING, CefrLevel.A1),
        cv.languages().getFirst().dimensions());
    assertNotNull(cv.place());
    assertEquals("GB", cv.place().country());
  }

  @Test
  void a_json_resume_is_read() {
    CvDocument cv = json("""
        {"basics": {"name": "Max Stark", "label": "Gardener", "email": "max@stark.example",
           "summary": "Max Stark plants trees. Call 0171 1234567.",
           "location": {"city": "Bonn", "countryCode": "DE", "address": "Am Ring 3"}},
         "work": [{"name": "Park GmbH", "position": "Gardener", "startDate": "2016-05",
           "highlights": ["lawn mowing"]},
           {"position": "Trainee", "startDate": "2014", "endDate": "2016-04-30"}],
         "education": [{"area": "Gardening", "studyType": "Apprenticeship", "endDate": "2014"}],
         "skills": [{"name": "Plants", "keywords": ["roses", "hedges"]}],
         "languages": [{"language": "German", "fluency": "Native speaker"}],
         "references": [{"name": "Eva Boss", "reference": "great"}],
         "x-unknown": {"deep": [1, 2, {"a": null}]}}""");
    assertEquals(List.of("Gardener", "Gardener", "Trainee"),
        cv.jobs().stream().map(j -> title(cv, j)).toList());
    assertEquals(new DateRange(PartialDate.parse("2016-05"), null, true),
        cv.jobs().get(1).period());
    assertEquals("Apprenticeship Gardening",
        cv.education().getFirst().title().of(cv.text()));
    assertTrue(cv.text().contains("roses\nhedges"));
    assertTrue(cv.text().contains("German Native speaker"));
    for (String personal : List.of("Max", "Stark", "1234567", "stark.example", "Am Ring", "Eva")) {
      assertFalse(cv.toString().contains(personal), personal);
    }
  }

  @Test
  void a_language_passport_without_work_is_read_as_far_as_it_goes() {
    CvDocument cv = json("""
        {"SkillsPassport": {"LearnerInfo": {"Skills": {"Linguistic": {"MotherTongue": [
          {"Description": {"Code": "el", "Label": "Greek"}}]}}}}}""");
    assertEquals(List.of(new StatedLanguage("el", CefrLevel.NATIVE, Map.of(), new Span(0, 12))),
        cv.languages());
    assertEquals(List.of(), cv.jobs());
  }

  private static void assertRefused(String expected, String xml) {
    UnreadableCvException refusal = assertThrows(UnreadableCvException.class,
        () -> StructuredCv.readXml(xml.getBytes(StandardCharsets.UTF_8)));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(expected), message);
    assertFalse(message.contains("Zofia"), message);
  }

  @Test
  void an_external_entity_is_refused() {
    assertRefused("DOCTYPE in line 1",
        "<!DOCTYPE SkillsPassport [<!ENTITY z SYSTEM \"file:///etc/passwd\">]>"
            + PASSPORT.replace("Pomoc kuchenna", "&z;"));
  }

  @Test
  void damaged_xml_is_refused_by_its_place_and_without_its_words() {
    assertRefused("line 5", PASSPORT.replace("<Surname>Wrona", "<Surname>Zofia Wrona<"));
    assertRefused("damaged", PASSPORT.substring(0, PASSPORT.length() - 20));
    assertRefused("damaged", PASSPORT.replace("<SkillsPassport ", "<Zofia:a "));
  }

  @Test
  void too_deep_xml_is_refused() {
    assertRefused("too large",
        "<Candidate>" + "<a>".repeat(1000) + "</a>".repeat(1000) + "</Candidate>");
  }

  @Test
  void an_unknown_root_and_an_impossible_version_are_refused() {
    assertRefused("neither Europass", "<html><body>Zofia</body></html>");
    assertRefused("XSDVersion", PASSPORT.replace("V3.4", "Zofia"));
  }

  @Test
  void hostile_json_is_refused() {
    String deep = "{\"basics\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    for (String bad : List.of(deep, "{\"basics\": ", "{}", "[1, 2]", "{\"title\": \"Cook\"}")) {
      assertThrows(UnreadableCvException.class,
          () -> StructuredCv.readJson(bad.getBytes(StandardCharsets.UTF_8)), bad);
    }
  }
}
