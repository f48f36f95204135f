package org.metier.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.json.Json;
import org.metier.profile.HeldOccupation;
import org.metier.profile.Wishes;
import org.metier.profiling.extraction.MadeFiles;

/// Formats with fields name what is personal: none of it may reach the profile as it is stored, the text
/// or a message. All values are invented.
class PersonalFieldsTest {
  private static final Profiler PROFILER = Profiler.builder(SmallTaxonomy.build()).build();

  /// What the files below say of the person, and of the people they name.
  private static final List<String> PERSONAL = List.of("Zdenka", "ZDENKA", "Quellmark", "QUELLMARK",
      "@mail.example", "555", "Quartz", "1987", "Atlantis", "Vondracek", "skypezq", "UEhPVE8",
      "87050412344", "Female", "Married", "linkedin", "epilepsy", "Solidarity");

  private static final String OLD_EUROPASS = """
      <SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="en">
        <LearnerInfo><Identification>
          <PersonName><Title><Code>mrs</Code></Title><FirstName>Zdenka</FirstName>
            <Surname>Quellmark</Surname></PersonName>
          <ContactInfo><Address><Contact><AddressLine>12 Quartz Street</AddressLine></Contact></Address>
            <Email><Contact>zq@mail.example</Contact></Email>
            <TelephoneList><Telephone><Contact>+44 161 555 0187</Contact></Telephone></TelephoneList>
            <WebsiteList><Website><Contact>linkedin.com/in/zq</Contact></Website></WebsiteList>
            <InstantMessagingList><InstantMessaging><Contact>skypezq</Contact></InstantMessaging>
            </InstantMessagingList></ContactInfo>
          <Demographics><Birthdate year="1987" month="--05" day="---04"/>
            <Gender><Code>F</Code><Label>Female</Label></Gender>
            <NationalityList><Nationality><Code>AT</Code><Label>Atlantisian</Label></Nationality>
            </NationalityList></Demographics>
          <Photo><Data>UEhPVE8</Data></Photo></Identification>
        <WorkExperienceList><WorkExperience><Period><From year="2015"/><To year="2018"/></Period>
          <Position><Label>Waitress</Label></Position>
          <Activities>&lt;p&gt;Mrs Zdenka QUELLMARK baked.&lt;/p&gt;&lt;p&gt;PESEL: 87050412344&lt;/p&gt;</Activities>
          </WorkExperience></WorkExperienceList>
        <AchievementList><Achievement><Title><Code>references</Code></Title>
          <Description>Orsolya Vondracek, +44 161 555 0777</Description></Achievement>
          <Achievement><Title><Code>memberships</Code></Title>
          <Description>Member of the Solidarity Union</Description></Achievement></AchievementList>
        </LearnerInfo></SkillsPassport>""";

  private static final String NEW_EUROPASS = """
      <Candidate xmlns="http://www.europass.eu/1.0"><CandidatePerson>
        <PersonName><GivenName>Zdenka</GivenName><FamilyName>Quellmark</FamilyName></PersonName>
        <Communication><ChannelCode>Email</ChannelCode><URI>zq@mail.example</URI></Communication>
        <Communication><ChannelCode>Telephone</ChannelCode><DialNumber>1615550187</DialNumber></Communication>
        <Communication><Address><AddressLine>12 Quartz Street</AddressLine></Address></Communication>
        <BirthDate>1987-05-04</BirthDate><GenderCode>Female</GenderCode>
        <MaritalStatusCode>Married</MaritalStatusCode><NationalityCode>Atlantisian</NationalityCode>
        </CandidatePerson><CandidateProfile>
        <ExecutiveSummary>Zdenka likes to bake bread. I have epilepsy. Nationality: Atlantisian</ExecutiveSummary>
        <EmploymentHistory><EmployerHistory><PositionHistory><PositionTitle>Waitress</PositionTitle>
        <Description>Ask Mr Vondracek, 0161 555 0777</Description></PositionHistory></EmployerHistory>
        </EmploymentHistory></CandidateProfile></Candidate>""";

  private static final String JSON_RESUME = """
      {"basics": {"name": "Zdenka Quellmark", "label": "Waitress", "email": "zq@mail.example",
        "phone": "+44 161 555 0187", "image": "https://x.example/UEhPVE8.png",
        "url": "https://linkedin.com/in/zq", "summary": "Born on 4 May 1987 in Atlantis. Zdenka bakes.",
        "location": {"address": "12 Quartz Street"},
        "profiles": [{"network": "Skype", "username": "skypezq"}]},
       "work": [{"position": "Waitress", "startDate": "2015-03", "endDate": "2018-01",
        "summary": "QUELLMARK plans menus. Member of the Solidarity Union."}],
       "references": [{"name": "Orsolya Vondracek", "reference": "She is good."}]}""";

  @AfterAll
  static void close() {
    PROFILER.close();
  }

  private static ProfiledCv read(String cv) {
    return read(cv.getBytes(StandardCharsets.UTF_8));
  }

  private static ProfiledCv read(byte[] cv) {
    try {
      return PROFILER.read(new ByteArrayInputStream(cv), "p1", Wishes.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OLD_EUROPASS, NEW_EUROPASS, JSON_RESUME})
  void no_personal_field_reaches_profile_or_text(String cv) {
    ProfiledCv read = read(cv);
    assertEquals(List.of("occupation:waiter"),
        read.profile().occupations().stream().map(HeldOccupation::uri).distinct().toList());
    assertTrue(read.text().contains("[name]"), read.text());
    String kept = Json.write(read.profile()).replaceAll("\"confidence\":[0-9.]+", "");
    for (String personal : PERSONAL) {
      assertFalse(kept.contains(personal), personal + " in " + kept);
      assertFalse(read.text().contains(personal), personal + " in " + read.text());
      assertFalse(read.warnings().toString().contains(personal), personal);
    }
    assertFalse(kept.contains("Waitress"), kept);
  }

  @Test
  void hidden_text_is_shown_without_what_is_personal_in_it() {
    byte[] file = MadeFiles.docx(MadeFiles.paragraph("Work experience")
        + MadeFiles.paragraph("Waitress, 2015 - 2019") + "<w:p><w:r><w:rPr><w:vanish/></w:rPr>"
        + "<w:t>baker, zq@mail.example, Nationality: Atlantisian</w:t></w:r></w:p>");
    assertEquals(List.of("baker, [e-mail], [nationality]"), read(file).hidden());
  }

  @ParameterizedTest
  @ValueSource(strings = {OLD_EUROPASS, NEW_EUROPASS, JSON_RESUME})
  void no_message_quotes_a_damaged_file(String cv) {
    for (int cut = 200; cut < cv.length(); cut += 97) {
      String damaged = cv.substring(0, cut);
      ProfilingException refusal = assertThrows(ProfilingException.class, () -> read(damaged));
      for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
        for (String personal : PERSONAL) {
          assertFalse(String.valueOf(cause.getMessage()).contains(personal),
              cause.getMessage() + " quotes " + personal);
        }
      }
    }
  }
}
