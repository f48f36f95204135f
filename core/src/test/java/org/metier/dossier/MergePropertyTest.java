package org.metier.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.metier.json.Json;
import org.metier.match.RandomMarket;
import org.metier.profile.Certificate;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.qualification.DrivingLicence;
import org.metier.taxonomy.Taxonomy;

/// What holds of every merge, on documents made at random; the repetition is the seed.
class MergePropertyTest {
  private static final Taxonomy TAXONOMY = Taxonomy.sample();
  private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

  private static List<ReadDocument> documents(Random random, RandomMarket market) {
    List<ReadDocument> documents = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      documents.add(new ReadDocument(market.profile(), DAY.minusDays(random.nextInt(3000))));
    }
    return documents;
  }

  private static Dossier dossier(List<ReadDocument> documents) {
    Dossier dossier = Dossier.of("person");
    for (ReadDocument document : documents) {
      dossier = dossier.with(document);
    }
    return dossier;
  }

  @RepeatedTest(200)
  void the_order_of_adding_changes_nothing(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    List<ReadDocument> documents = documents(random, new RandomMarket(random));
    MergedProfile merged = dossier(documents).merged(TAXONOMY);
    Collections.shuffle(documents, random);
    assertEquals(Json.write(merged), Json.write(dossier(documents).merged(TAXONOMY)));
  }

  @RepeatedTest(200)
  void merging_what_was_merged_changes_nothing(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    CompetenceProfile merged = dossier(documents(random, new RandomMarket(random)))
        .merged(TAXONOMY)
        .profile();
    MergedProfile again = Dossier.of("person").with(new ReadDocument(merged, DAY)).merged(TAXONOMY);
    assertEquals(Json.write(merged), Json.write(again.profile()));
  }

  @RepeatedTest(200)
  void a_document_handed_in_twice_says_nothing_new(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    List<ReadDocument> documents = documents(random, new RandomMarket(random));
    ReadDocument one = documents.get(random.nextInt(documents.size()));
    CompetenceProfile copy = Json.read(
        Json.write(one.profile()).replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"copy\""),
        CompetenceProfile.class);
    CompetenceProfile once = dossier(documents).merged(TAXONOMY).profile();
    documents.add(new ReadDocument(copy, one.date()));
    CompetenceProfile twice = dossier(documents).merged(TAXONOMY).profile();
    assertEquals(Json.write(once), Json.write(twice));
  }

  @RepeatedTest(200)
  void what_was_rejected_never_returns_and_what_was_confirmed_stays(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var market = new RandomMarket(random);
    Dossier dossier = dossier(documents(random, market));
    CompetenceProfile first = dossier.merged(TAXONOMY).profile();
    List<String> confirmed = new ArrayList<>();
    for (Competence skill : first.competences()) {
      boolean isTrue = random.nextBoolean();
      dossier = dossier.with(isTrue
          ? new Correction.SkillConfirmed(skill.uri(), DAY)
          : new Correction.SkillRejected(skill.uri(), DAY));
      if (isTrue) {
        confirmed.add(skill.uri());
      }
    }
    for (HeldOccupation job : first.occupations()) {
      dossier = dossier.with(new Correction.JobRejected(job, DAY));
    }
    for (Education course : first.education()) {
      dossier = dossier.with(new Correction.EducationRejected(course, DAY));
    }
    for (Certificate certificate : first.certificates()) {
      dossier = dossier.with(new Correction.CertificateRejected(certificate, DAY));
    }
    for (LanguageSkill language : first.languages()) {
      dossier = dossier.with(new Correction.LanguageRejected(language.language(), DAY));
    }
    for (DrivingLicence licence : first.drivingLicences()) {
      dossier = dossier.with(new Correction.LicenceRejected(licence, DAY));
    }
    // The same claims come again in a new document, with more.
    CompetenceProfile more = market.profile();
    List<Competence> skills = new ArrayList<>(first.competences());
    more.competences()
        .stream()
        .filter(c -> first.competences().stream().noneMatch(f -> f.uri().equals(c.uri())))
        .forEach(skills::add);
    CompetenceProfile last = dossier.with(new ReadDocument(first.toBuilder()
        .competences(skills)
        .build(), DAY)).with(new ReadDocument(more, DAY)).merged(TAXONOMY).profile();
    List<String> kept = last.competences()
        .stream()
        .filter(c -> c.origin() == Competence.Origin.CONFIRMED)
        .map(Competence::uri)
        .toList();
    assertTrue(kept.containsAll(confirmed));
    for (Competence skill : first.competences()) {
      assertTrue(confirmed.contains(skill.uri())
          || last.competences().stream().noneMatch(c -> c.uri().equals(skill.uri())));
    }
    for (HeldOccupation job : first.occupations()) {
      assertTrue(last.occupations().stream().noneMatch(o -> SameClaim.jobs(o, job) > 0));
    }
    for (Education course : first.education()) {
      assertTrue(last.education().stream().noneMatch(o -> SameClaim.courses(o, course) > 0));
    }
    assertFalse(last.certificates().stream().anyMatch(first.certificates()::contains));
    assertFalse(last.languages()
        .stream()
        .anyMatch(
            l -> first.languages().stream().anyMatch(f -> f.language().equals(l.language()))));
    assertFalse(last.drivingLicences().stream().anyMatch(first.drivingLicences()::contains));
  }

  @RepeatedTest(100)
  void a_dossier_and_its_merge_read_back_equal(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    Dossier dossier = dossier(documents(random, new RandomMarket(random)));
    assertEquals(dossier, Json.read(Json.write(dossier), Dossier.class));
    MergedProfile merged = dossier.merged(TAXONOMY);
    assertEquals(merged, Json.read(Json.write(merged), MergedProfile.class));
  }
}
