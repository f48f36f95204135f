package org.metier.match.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metier.match.internal.Meaning;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.HeldOccupation;
import org.metier.profile.PartialDate;
import org.metier.taxonomy.Taxonomy;

class ProfileMeaningTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final Taxonomy TAXONOMY = Taxonomy.sample().withEncoderOfLabels();
  private static final Meaning MEANING = Meaning.of(TAXONOMY).orElseThrow();

  /// A cook in 2020 and 2021, a waiter in 2021: 24 months in all, of which the 12 of 2021 are shared.
  @Test
  void months_with_two_jobs_are_shared_by_them() {
    CompetenceProfile profile = CompetenceProfile.builder("p")
        .occupations(List.of(job("cook", 2020, 2021), job("waiter", 2021, 2021),
            new HeldOccupation("baker", null, 0, null, List.of())))
        .build();
    ProfileMeaning meaning = ProfileMeaning.of(profile, List.of(), NOW, TAXONOMY, MEANING);
    assertNotNull(meaning);
    assertEquals(List.of(18.0, 6.0),
        meaning.jobs().stream().map(ProfileMeaning.Job::months).toList());
  }

  @Test
  void without_an_encoder_nothing_is_known() {
    assertNull(ProfileMeaning.of(CompetenceProfile.builder("p").build(), List.of(), NOW, TAXONOMY,
        null));
  }

  private static HeldOccupation job(String title, int from, int to) {
    return new HeldOccupation(title, null, 0,
        new DateRange(new PartialDate(from, 1, null), new PartialDate(to, 12, null), false),
        List.of());
  }
}
