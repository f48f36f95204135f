package org.metier.match.feature;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.Direction;
import org.metier.match.internal.Meaning;
import org.metier.match.internal.MeaningSum;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.taxonomy.Taxonomy;

/// What a profile's work is about. Immutable.
///
/// @param skills of the competences that the taxonomy knows
/// @param held of the jobs whose titles mean something to the encoder
/// @param wanted of the occupations wanted that the taxonomy knows
/// @param jobs those with a known period
record ProfileMeaning(Meaning meaning, List<Skill> skills, List<Direction> held,
    List<Direction> wanted, List<Job> jobs) {
  /// Months that are looked back on.
  private static final int MAX_MONTHS = 720;

  /// @param confidence how sure the competence is, 0 to 1
  record Skill(Direction direction, double confidence) {}

  /// @param months of it; a month with several jobs is shared by them
  record Job(Direction direction, double months) {}

  /// @param competences each skill once, the surest
  /// @param meaning null for a taxonomy without an encoder
  static @Nullable ProfileMeaning of(CompetenceProfile profile, List<Competence> competences,
      Instant now, Taxonomy taxonomy,
      @Nullable Meaning meaning) {
    if (meaning == null) {
      return null;
    }
    List<Span> spans = new ArrayList<>();
    List<Direction> held = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (HeldOccupation job : profile.occupations()) {
      Direction direction = direction(job, taxonomy, meaning);
      if (direction.isKnown()) {
        held.add(direction);
      }
      Span span = Span.of(direction, job, today);
      if (span != null) {
        spans.add(span);
      }
    }
    List<Skill> skills = new ArrayList<>();
    for (Competence competence : competences) {
      taxonomy.find(competence.uri())
          .ifPresent(skill -> skills
              .add(new Skill(meaning.ofConcept(skill), competence.confidence())));
    }
    List<Direction> wanted = new ArrayList<>();
    for (String uri : profile.wishes().occupations()) {
      taxonomy.find(uri).ifPresent(occupation -> wanted.add(meaning.ofConcept(occupation)));
    }
    return new ProfileMeaning(meaning, skills, held, wanted, shared(spans));
  }

  /// Half of the title as it is written, half of the occupation that it is linked to.
  private static Direction direction(HeldOccupation job, Taxonomy taxonomy, Meaning meaning) {
    String uri = job.uri();
    MeaningSum sum = new MeaningSum();
    sum.add(meaning.ofText(job.title()), 1);
    if (uri != null) {
      taxonomy.find(uri).ifPresent(o -> sum.add(meaning.ofConcept(o), 1));
    }
    return sum.direction();
  }

  /// A job with its place in time, in months counted back from today.
  private record Span(Direction direction, int from, int to) {
    static @Nullable Span of(Direction direction, HeldOccupation job, LocalDate today) {
      Integer months = job.period() == null ? null : job.period().months(today);
      Integer ago = job.period() == null ? null : job.period().monthsSince(today);
      return months == null || ago == null
          ? null
          : new Span(direction, Math.min(ago, MAX_MONTHS), Math.min(ago + months, MAX_MONTHS));
    }
  }

  private static List<Job> shared(List<Span> spans) {
    int[] jobs = new int[MAX_MONTHS];
    for (Span span : spans) {
      for (int month = span.from; month < span.to; month++) {
        jobs[month]++;
      }
    }
    List<Job> shared = new ArrayList<>();
    for (Span span : spans) {
      double months = 0;
      for (int month = span.from; month < span.to; month++) {
        months += 1.0 / jobs[month];
      }
      shared.add(new Job(span.direction, months));
    }
    return shared;
  }
}
