package org.metier.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.metier.json.Json;
import org.metier.place.Place;
import org.metier.profile.Certificate;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.profile.PartialDate;
import org.metier.profile.Wishes;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.qualification.LanguageDimension;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Span;

class DossierTest {
  private static final Taxonomy TAXONOMY = Taxonomy.sample();
  private static final LocalDate OLD = LocalDate.of(2019, 5, 1);
  private static final LocalDate NEW = LocalDate.of(2024, 5, 1);
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

  private static DateRange range(String start, String end) {
    return new DateRange(start.isEmpty() ? null : PartialDate.parse(start),
        end.isEmpty() ? null : PartialDate.parse(end), end.isEmpty());
  }

  private static List<Evidence> read(String document) {
    return List.of(new Evidence(document, "experience", new Span(0, 4), "text"));
  }

  private static HeldOccupation job(String document, String title, @Nullable DateRange period) {
    return new HeldOccupation(title, null, 0, period, read(document));
  }

  private static ReadDocument document(String id, LocalDate date, HeldOccupation... jobs) {
    return new ReadDocument(
        CompetenceProfile.builder(id).occupations(List.of(jobs)).build(), date);
  }

  private static MergedProfile merge(ReadDocument... documents) {
    Dossier dossier = Dossier.of("p1");
    for (ReadDocument document : documents) {
      dossier = dossier.with(document);
    }
    return dossier.merged(TAXONOMY);
  }

  private static List<String> jobs(MergedProfile merged) {
    return merged.profile().occupations().stream().map(o -> o.title() + " " + o.period()).toList();
  }

  @Test
  void the_same_job_in_two_documents_is_one_job_with_the_evidence_of_both() {
    MergedProfile merged = merge(
        document("old", OLD, job("old", "Kitchen help", range("2015", "2018"))),
        document("new", NEW, job("new", "Kitchen helper", range("2015-03", "2018"))));
    assertEquals(1, merged.profile().occupations().size());
    HeldOccupation job = merged.profile().occupations().getFirst();
    assertEquals("Kitchen helper", job.title());
    assertEquals(range("2015-03", "2018"), job.period());
    assertEquals(List.of("new", "old"), job.evidence().stream().map(Evidence::document).toList());
    assertEquals(List.of(), merged.conflicts());
  }

  @Test
  void a_more_precise_date_of_an_older_document_is_no_conflict() {
    MergedProfile merged = merge(
        document("old", OLD, job("old", "Cook", range("2015-03-02", "2018-12"))),
        document("new", NEW, job("new", "Cook", range("2015-03", "2018"))));
    assertEquals(range("2015-03-02", "2018-12"),
        merged.profile().occupations().getFirst().period());
    assertEquals(List.of(), merged.conflicts());
  }

  @Test
  void two_stays_at_the_same_work_stay_two() {
    MergedProfile merged = merge(
        document("old", OLD, job("old", "Cook", range("2010", "2012")),
            job("old", "Cook", range("2015", "2018"))),
        document("new", NEW, job("new", "Cook", range("2015", "2018")),
            job("new", "Cook", range("2010", "2012"))));
    assertEquals(2, merged.profile().occupations().size());
    assertEquals(List.of(), merged.conflicts());
  }

  @Test
  void other_work_at_the_same_time_is_another_job() {
    MergedProfile merged = merge(document("old", OLD, job("old", "Waiter", range("2015", "2018"))),
        document("new", NEW, job("new", "Cook", range("2015", "2018"))));
    assertEquals(2, merged.profile().occupations().size());
  }

  @Test
  void titles_in_two_languages_are_one_job_by_their_occupation() {
    String cook = TAXONOMY.uri(TAXONOMY.concepts(ConceptKind.OCCUPATION)[0]);
    MergedProfile merged = merge(
        document("old", OLD,
            new HeldOccupation("Koch", cook, 0.9, range("2015", "2018"), read("old"))),
        document("new", NEW,
            new HeldOccupation("Cook", cook, 0.8, range("2015", "2018"), read("new"))));
    assertEquals(1, merged.profile().occupations().size());
    assertEquals("Cook", merged.profile().occupations().getFirst().title());
  }

  @Test
  void different_ends_are_shown_with_the_newer_one_in_use() {
    MergedProfile merged = merge(document("old", OLD, job("old", "Cook", range("2015", "2017-02"))),
        document("new", NEW, job("new", "Cook", range("2015", "2018-06"))));
    Conflict.JobPeriod conflict = (Conflict.JobPeriod) merged.conflicts().getFirst();
    assertEquals(List.of(
        new Side<>(range("2015", "2018-06"), new Source.Document("new", NEW)),
        new Side<>(range("2015", "2017-02"), new Source.Document("old", OLD))), conflict.sides());
    assertTrue(conflict.isOpen());
    assertEquals(List.of("Cook " + range("2015", "2018-06")), jobs(merged));
  }

  @Test
  void a_job_that_went_on_when_an_older_document_was_written_may_have_ended_since() {
    MergedProfile merged = merge(document("old", OLD, job("old", "Cook", range("2015", ""))),
        document("new", NEW, job("new", "Cook", range("2015", "2021"))));
    assertEquals(List.of(), merged.conflicts());
    assertEquals(List.of("Cook " + range("2015", "2021")), jobs(merged));
    // But not before it was written.
    MergedProfile torn = merge(document("old", OLD, job("old", "Cook", range("2015", ""))),
        document("new", NEW, job("new", "Cook", range("2015", "2018"))));
    assertEquals(1, torn.conflicts().size());
  }

  private static ReadDocument languages(String id, LocalDate date, LanguageSkill... skills) {
    return new ReadDocument(CompetenceProfile.builder(id).languages(List.of(skills)).build(), date);
  }

  @Test
  void levels_of_a_language_that_say_the_same_are_one_and_others_a_conflict() {
    LanguageSkill dimensions = new LanguageSkill("fr", null,
        Map.of(LanguageDimension.READING, CefrLevel.C1, LanguageDimension.WRITING, CefrLevel.B1),
        read("old"));
    MergedProfile agreed = merge(languages("old", OLD, dimensions),
        languages("new", NEW, LanguageSkill.of("fr", CefrLevel.B1, read("new"))));
    assertEquals(dimensions.dimensions(),
        agreed.profile().languages().getFirst().dimensions());
    assertEquals(2, agreed.profile().languages().getFirst().evidence().size());
    assertEquals(List.of(), agreed.conflicts());
    MergedProfile torn = merge(languages("old", OLD, dimensions),
        languages("new", NEW, LanguageSkill.of("fr", CefrLevel.B2, read("new"))));
    assertEquals(CefrLevel.B2, torn.profile().languages().getFirst().overall());
    assertEquals(2, torn.conflicts().getFirst().sides().size());
  }

  @Test
  void different_degrees_of_one_course_are_shown() {
    Education master = new Education("Civil engineering", EducationLevel.MASTER, 7, null,
        range("2004", "2009"), read("old"));
    Education bachelor = new Education("Civil engineering", EducationLevel.BACHELOR, null, null,
        range("2004", "2009"), read("new"));
    MergedProfile merged = merge(
        new ReadDocument(CompetenceProfile.builder("old").education(List.of(master)).build(), OLD),
        new ReadDocument(CompetenceProfile.builder("new").education(List.of(bachelor)).build(),
            NEW));
    Education used = merged.profile().education().getFirst();
    assertEquals(EducationLevel.BACHELOR, used.level());
    assertNull(used.eqf(), "the EQF level is of the other degree");
    assertTrue(merged.conflicts().getFirst() instanceof Conflict.Degree);
  }

  @Test
  void what_the_person_says_goes_before_all_documents_and_settles_the_conflict() {
    Dossier dossier = Dossier.of("p1")
        .with(languages("old", OLD, LanguageSkill.of("fr", CefrLevel.A2, read("old"))))
        .with(languages("new", NEW, LanguageSkill.of("fr", CefrLevel.B2, read("new"))))
        .with(new Correction.LanguageDeclared(LanguageSkill.of("fr", CefrLevel.B1, List.of()),
            TODAY));
    MergedProfile merged = dossier.merged(TAXONOMY);
    assertEquals(CefrLevel.B1, merged.profile().languages().getFirst().overall());
    assertEquals(3, merged.conflicts().getFirst().sides().size());
    assertEquals(List.of(), merged.openConflicts());
  }

  @Test
  void a_job_that_the_person_mended_stays_mended_in_later_documents() {
    HeldOccupation wrong = job("old", "Cook", range("2015", "2018"));
    HeldOccupation mended = new HeldOccupation("Stoker", "o:chef", 1, range("2020", "2021"),
        List.of());
    HeldOccupation again = new HeldOccupation("Stoker", "o:chef", 1, range("2020", "2022"),
        List.of());
    Dossier dossier = Dossier.of("p1")
        .with(document("old", OLD, wrong))
        .with(new Correction.JobDeclared(wrong, mended, TODAY));
    dossier = dossier.with(new Correction.JobDeclared(
        dossier.merged(TAXONOMY).profile().occupations().getFirst(), again, TODAY));
    assertEquals(1, dossier.corrections().all().size());
    MergedProfile merged = dossier
        .with(document("new", NEW, job("new", "Cook", range("2015", "2018"))))
        .merged(TAXONOMY);
    assertEquals(1, merged.profile().occupations().size());
    HeldOccupation job = merged.profile().occupations().getFirst();
    assertEquals("o:chef", job.uri());
    assertEquals(range("2020", "2022"), job.period());
    assertEquals(2, job.evidence().size());
    assertEquals(List.of(), merged.openConflicts());
  }

  @Test
  void a_rejected_job_takes_along_the_skills_that_it_implied_and_its_time_of_use() {
    int occupation = TAXONOMY.concepts(ConceptKind.OCCUPATION)[0];
    String stated = "s:stated";
    DateRange time = range("2015", "2018");
    HeldOccupation job = new HeldOccupation("Whatever", TAXONOMY.uri(occupation), 0.9, time,
        read("cv"));
    ReadDocument document = new ReadDocument(CompetenceProfile.builder("cv")
        .occupations(List.of(job))
        .competences(List.of(new Competence(stated, Competence.Origin.STATED, 0.8, read("cv"),
            List.of(time))))
        .build(), OLD);
    MergedProfile before = Dossier.of("p1").with(document).merged(TAXONOMY);
    assertTrue(TAXONOMY.essentialSkills(occupation).length > 0);
    assertEquals(1 + TAXONOMY.essentialSkills(occupation).length,
        before.profile().competences().size());
    MergedProfile after = Dossier.of("p1")
        .with(document)
        .with(new Correction.JobRejected(before.profile().occupations().getFirst(), TODAY))
        .merged(TAXONOMY);
    assertEquals(List.of(), after.profile().occupations());
    assertEquals(List.of(new Competence(stated, Competence.Origin.STATED, 0.8, read("cv"),
        List.of())), after.profile().competences());
  }

  @Test
  void a_skill_keeps_its_time_when_another_job_of_that_time_stays() {
    DateRange time = range("2015", "2018");
    HeldOccupation wrong = job("cv", "Cook", time);
    ReadDocument document = new ReadDocument(CompetenceProfile.builder("cv")
        .occupations(List.of(wrong, job("cv", "Waiter", time)))
        .competences(List.of(new Competence("s:a", Competence.Origin.STATED, 0.8, read("cv"),
            List.of(time))))
        .build(), OLD);
    CompetenceProfile profile = Dossier.of("p1")
        .with(document)
        .with(new Correction.JobRejected(wrong, TODAY))
        .merged(TAXONOMY)
        .profile();
    assertEquals(List.of(time), profile.competences().getFirst().periods());
  }

  @Test
  void corrections_of_everything_else_hold() {
    ReadDocument document = new ReadDocument(CompetenceProfile.builder("cv")
        .competences(List.of(
            Competence.of("s:a", Competence.Origin.STATED, 0.5, read("cv")),
            Competence.of("s:b", Competence.Origin.STATED, 0.5, read("cv"))))
        .certificates(List.of(new Certificate("First aid", null, null, read("cv"))))
        .languages(List.of(LanguageSkill.of("pl", null, read("cv"))))
        .drivingLicences(Set.of(DrivingLicence.C))
        .place(new Place("Gent", null, null, "BE", null, null))
        .wishes(Wishes.builder().maxDistanceKm(5.0).occupations(Set.of("o:x")).build())
        .build(), OLD);
    Dossier dossier = Dossier.of("p1");
    for (Correction correction : List.of(new Correction.SkillRejected("s:a", TODAY),
        new Correction.SkillConfirmed("s:b", TODAY), new Correction.SkillConfirmed("s:c", TODAY),
        new Correction.CertificateRejected(new Certificate("First Aid", null, null, List.of()),
            TODAY),
        new Correction.CertificateDeclared(new Certificate("Forklift", null, null, List.of()),
            TODAY),
        new Correction.LanguageRejected("pl", TODAY),
        new Correction.LicenceRejected(DrivingLicence.C, TODAY),
        new Correction.LicenceConfirmed(DrivingLicence.B, TODAY),
        new Correction.HomeDeclared(new Place("Brugge", null, null, "BE", null, null), TODAY),
        new Correction.WishesDeclared(Wishes.builder().maxDistanceKm(30.0).build(), TODAY))) {
      dossier = dossier.with(correction);
    }
    MergedProfile merged = dossier.with(document).merged(TAXONOMY);
    CompetenceProfile profile = merged.profile();
    assertEquals(
        List.of(Competence.of("s:b", Competence.Origin.CONFIRMED, 1, read("cv")),
            Competence.of("s:c", Competence.Origin.CONFIRMED, 1, List.of())),
        profile.competences());
    assertEquals(List.of("Forklift"),
        profile.certificates().stream().map(Certificate::title).toList());
    assertEquals(List.of(), profile.languages());
    assertEquals(Set.of(DrivingLicence.B), profile.drivingLicences());
    assertEquals(Map.of(), profile.licenceEvidence());
    assertEquals("Brugge", profile.place() == null ? "" : profile.place().city());
    assertEquals(
        Wishes.builder().maxDistanceKm(30.0).occupations(Set.of("o:x")).build(),
        profile.wishes());
    assertEquals(List.of(), merged.openConflicts());
    Dossier back = Json.read(Json.write(dossier), Dossier.class);
    assertEquals(dossier, back);
  }

  @Test
  void a_later_word_on_the_same_skill_takes_the_place_of_an_earlier_one() {
    Corrections corrections = Corrections.NONE.with(new Correction.SkillRejected("s:a", OLD))
        .with(new Correction.SkillConfirmed("s:a", TODAY));
    assertEquals(List.of(new Correction.SkillConfirmed("s:a", TODAY)), corrections.all());
    assertThrows(IllegalArgumentException.class,
        () -> new Corrections(List.of(new Correction.SkillRejected("s:a", OLD),
            new Correction.SkillConfirmed("s:a", TODAY))));
  }

  @Test
  void a_document_is_replaced_by_a_new_reading_of_it_and_can_be_taken_away() {
    Dossier dossier = Dossier.of("p1")
        .with(document("cv", OLD, job("cv", "Cook", range("2015", "2018"))))
        .with(document("cv", OLD, job("cv", "Waiter", range("2015", "2018"))));
    assertEquals(1, dossier.documents().size());
    assertFalse(jobs(dossier.merged(TAXONOMY)).toString().contains("Cook"));
    assertEquals(List.of(), jobs(dossier.without("cv").merged(TAXONOMY)));
  }
}
