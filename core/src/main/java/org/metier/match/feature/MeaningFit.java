package org.metier.match.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.Direction;
import org.metier.match.internal.Meaning;
import org.metier.match.internal.VacancyRow;
import org.metier.match.reason.Reason;

/// How near the person's work is in meaning to the vacancy's, in whatever languages the two are written.
///
/// @param similarity mean closeness to the vacancy ([Meaning#closenessOfSkill]) of the five competences that are
///     closest, each times how sure it is, 0 to 2: another competence never lowers it; NaN when nothing is known
///     on one side
/// @param heldSimilarity closeness ([Meaning#closenessOfJob]) of the job held that is closest, 0 to 2; NaN when
///     nothing is known on one side
/// @param wantedSimilarity the same of occupations wanted
/// @param relatedMonths of work, each job's times how close it is to the vacancy, 0 to 720; NaN when no period or
///     nothing of the vacancy is known
record MeaningFit(double similarity, double heldSimilarity, double wantedSimilarity,
    double relatedMonths) {
  /// From here on the work is of a kind that the person knows.
  private static final double NEAR = 0.5;
  private static final double RELATED = 0.25;
  private static final MeaningFit UNKNOWN = new MeaningFit(Double.NaN, Double.NaN,
      Double.NaN, Double.NaN);

  static MeaningFit of(@Nullable ProfileMeaning profile, VacancyRow vacancy) {
    return profile == null || !vacancy.hasDirection()
        ? UNKNOWN
        : new MeaningFit(similarity(profile, vacancy),
            nearest(profile, profile.held(), vacancy), nearest(profile, profile.wanted(), vacancy),
            months(profile, vacancy));
  }

  private static double similarity(ProfileMeaning profile, VacancyRow vacancy) {
    List<ProfileMeaning.Skill> skills = profile.skills();
    if (skills.isEmpty()) {
      return Double.NaN;
    }
    double[] closest = new double[Meaning.CLOSEST];
    for (int i = 0; i < skills.size(); i++) {
      ProfileMeaning.Skill skill = skills.get(i);
      if (skill.direction().isKnown()) {
        insert(closest, skill.confidence()
            * profile.meaning().closenessOfSkill(vacancy.cosine(skill.direction())));
      }
    }
    double sum = 0;
    for (double closeness : closest) {
      sum += closeness;
    }
    return Math.min(2, sum / Meaning.CLOSEST);
  }

  private static double nearest(ProfileMeaning profile, List<Direction> jobs,
      VacancyRow vacancy) {
    double nearest = Double.NaN;
    for (int i = 0; i < jobs.size(); i++) {
      double closeness = profile.meaning().closenessOfJob(vacancy.cosine(jobs.get(i)));
      nearest = Double.isNaN(nearest) ? closeness : Math.max(nearest, closeness);
    }
    return Math.clamp(nearest, 0, 2);
  }

  /// Keeps the largest, in descending order.
  private static void insert(double[] largest, double value) {
    int at = largest.length;
    while (at > 0 && largest[at - 1] < value) {
      at--;
      if (at + 1 < largest.length) {
        largest[at + 1] = largest[at];
      }
    }
    if (at < largest.length) {
      largest[at] = value;
    }
  }

  /// A job whose title means nothing to the encoder counts as far from everything.
  private static double months(ProfileMeaning profile, VacancyRow vacancy) {
    List<ProfileMeaning.Job> jobs = profile.jobs();
    double months = jobs.isEmpty() ? Double.NaN : 0;
    for (int i = 0; i < jobs.size(); i++) {
      ProfileMeaning.Job job = jobs.get(i);
      if (job.direction().isKnown()) {
        months += job.months() * Math.clamp(
            profile.meaning().closenessOfJob(vacancy.cosine(job.direction())), 0, 1);
      }
    }
    return months;
  }

  Reason reason(double contribution) {
    return new Reason.KindOfWork(Double.isNaN(similarity)
        ? Reason.Kinship.UNKNOWN
        : similarity >= NEAR
            ? Reason.Kinship.NEAR
            : similarity >= RELATED ? Reason.Kinship.RELATED : Reason.Kinship.FAR,
        contribution);
  }
}
