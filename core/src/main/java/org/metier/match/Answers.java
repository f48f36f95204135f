package org.metier.match;

import static org.metier.match.feature.Feature.CONTRACT_WANTED;
import static org.metier.match.feature.Feature.DISTANCE_KM;
import static org.metier.match.feature.Feature.DISTANCE_KNOWN;
import static org.metier.match.feature.Feature.DISTANCE_LOG_KM;
import static org.metier.match.feature.Feature.DISTANCE_SHARE_OF_MAX;
import static org.metier.match.feature.Feature.EDUCATION_DIFFERENCE;
import static org.metier.match.feature.Feature.EDUCATION_KNOWN;
import static org.metier.match.feature.Feature.ESSENTIAL_SKILLS_MISSING;
import static org.metier.match.feature.Feature.ESSENTIAL_SKILLS_SHARE;
import static org.metier.match.feature.Feature.ESSENTIAL_SKILLS_SHARED;
import static org.metier.match.feature.Feature.ESSENTIAL_SKILLS_STATED_SHARE;
import static org.metier.match.feature.Feature.ESSENTIAL_SKILLS_WEIGHTED_SHARE;
import static org.metier.match.feature.Feature.EXPERIENCE_GAP_MONTHS;
import static org.metier.match.feature.Feature.EXPERIENCE_KNOWN;
import static org.metier.match.feature.Feature.HELD_OCCUPATION_CONFIDENCE;
import static org.metier.match.feature.Feature.HELD_OCCUPATION_DISTANCE;
import static org.metier.match.feature.Feature.HELD_OCCUPATION_KNOWN;
import static org.metier.match.feature.Feature.HELD_OCCUPATION_SKILL_OVERLAP;
import static org.metier.match.feature.Feature.HOURS_GAP;
import static org.metier.match.feature.Feature.LANGUAGES_KNOWN;
import static org.metier.match.feature.Feature.LANGUAGES_MET_SHARE;
import static org.metier.match.feature.Feature.LANGUAGE_WORST_GAP;
import static org.metier.match.feature.Feature.LICENCES_KNOWN;
import static org.metier.match.feature.Feature.LICENCES_MET_SHARE;
import static org.metier.match.feature.Feature.NEAR_OCCUPATION_MONTHS;
import static org.metier.match.feature.Feature.NEAR_OCCUPATION_MONTHS_SINCE;
import static org.metier.match.feature.Feature.OPTIONAL_SKILLS_SHARED;
import static org.metier.match.feature.Feature.OPTIONAL_SKILLS_WEIGHTED_SHARE;
import static org.metier.match.feature.Feature.PLACE_AGREEMENT;
import static org.metier.match.feature.Feature.PROFILE_SKILLS_KNOWN;
import static org.metier.match.feature.Feature.REMOTE_WORK_FIT;
import static org.metier.match.feature.Feature.SALARY_RATIO;
import static org.metier.match.feature.Feature.SAME_OCCUPATION_MONTHS;
import static org.metier.match.feature.Feature.WANTED_OCCUPATION_DISTANCE;
import static org.metier.match.feature.Feature.WANTED_OCCUPATION_KNOWN;
import static org.metier.match.feature.Feature.WANTED_OCCUPATION_SKILL_OVERLAP;

import java.util.Arrays;
import java.util.List;
import org.metier.match.feature.Feature;
import org.metier.match.reason.Topic;

/// What answers about a [Topic] would make of a pair's features.
final class Answers {
  private static final List<List<Answer>> OF_TOPICS = Arrays.stream(Topic.values())
      .map(Answers::about)
      .toList();

  private Answers() {}

  /// What a feature becomes by an answer.
  ///
  /// @param most by the most fitting one
  /// @param least by the least fitting one, within what is usual; NaN for unknown
  private record Answer(Feature feature, double most, double least) {}

  private static Answer of(Feature feature, double most, double least) {
    return new Answer(feature, most, least);
  }

  private static List<Answer> about(Topic topic) {
    return switch (topic) {
      case SKILLS -> List.of(of(ESSENTIAL_SKILLS_WEIGHTED_SHARE, 1, 0),
          of(ESSENTIAL_SKILLS_STATED_SHARE, 1, 0), of(ESSENTIAL_SKILLS_SHARE, 1, 0),
          of(ESSENTIAL_SKILLS_MISSING, 0, 6), of(ESSENTIAL_SKILLS_SHARED, 6, 0),
          of(OPTIONAL_SKILLS_WEIGHTED_SHARE, 0.5, 0), of(OPTIONAL_SKILLS_SHARED, 3, 0),
          of(PROFILE_SKILLS_KNOWN, 1, 1));
      case HELD_OCCUPATION -> List.of(of(HELD_OCCUPATION_DISTANCE, 0, 5),
          of(HELD_OCCUPATION_SKILL_OVERLAP, 1, 0), of(HELD_OCCUPATION_CONFIDENCE, 1, 1),
          of(HELD_OCCUPATION_KNOWN, 1, 1));
      case EXPERIENCE -> List.of(of(SAME_OCCUPATION_MONTHS, 60, 0),
          of(NEAR_OCCUPATION_MONTHS, 60, 0), of(NEAR_OCCUPATION_MONTHS_SINCE, 0, Double.NaN),
          of(EXPERIENCE_GAP_MONTHS, 24, -36), of(EXPERIENCE_KNOWN, 1, 1));
      case EDUCATION -> List.of(of(EDUCATION_DIFFERENCE, 0, -3), of(EDUCATION_KNOWN, 1, 1));
      case LANGUAGES -> List.of(of(LANGUAGES_MET_SHARE, 1, 0), of(LANGUAGE_WORST_GAP, 0, 5),
          of(LANGUAGES_KNOWN, 1, 1));
      case LICENCES -> List.of(of(LICENCES_MET_SHARE, 1, 0), of(LICENCES_KNOWN, 1, 1));
      case WANTED_OCCUPATION -> List.of(of(WANTED_OCCUPATION_DISTANCE, 0, 5),
          of(WANTED_OCCUPATION_SKILL_OVERLAP, 1, 0), of(WANTED_OCCUPATION_KNOWN, 1, 1));
      case PLACE -> List.of(of(DISTANCE_KM, 5, 100),
          of(DISTANCE_LOG_KM, StrictMath.log1p(5), StrictMath.log1p(100)),
          of(PLACE_AGREEMENT, 3, 1),
          of(DISTANCE_KNOWN, 1, 1));
      case MAX_DISTANCE -> List.of(of(DISTANCE_SHARE_OF_MAX, 0.2, 2));
      case REMOTE -> List.of(of(REMOTE_WORK_FIT, 1, 0));
      case CONTRACT -> List.of(of(CONTRACT_WANTED, 1, 0));
      case HOURS -> List.of(of(HOURS_GAP, 0, 20));
      case SALARY -> List.of(of(SALARY_RATIO, 1.2, 0.7));
    };
  }

  /// Writes a row of features as it would be with the most fitting answer.
  ///
  /// @param from where the row as it is begins
  /// @param at where in `answered` the other begins
  static void mostFitting(Topic topic, double[] rows, int from, double[] answered, int at) {
    System.arraycopy(rows, from, answered, at, Scoring.FEATURES);
    for (Answer answer : OF_TOPICS.get(topic.ordinal())) {
      if (isOpen(answer, rows, from)) {
        answered[at + answer.feature.ordinal()] = answer.most;
      }
    }
  }

  /// The same with the least fitting answer.
  static void leastFitting(Topic topic, double[] rows, int from, double[] answered, int at) {
    System.arraycopy(rows, from, answered, at, Scoring.FEATURES);
    for (Answer answer : OF_TOPICS.get(topic.ordinal())) {
      if (isOpen(answer, rows, from)) {
        answered[at + answer.feature.ordinal()] = answer.least;
      }
    }
  }

  /// Whether an answer could change that feature: without experience asked for, none is short of it.
  private static boolean isOpen(Answer answer, double[] rows, int from) {
    return answer.feature != EXPERIENCE_GAP_MONTHS
        || rows[from + Feature.EXPERIENCE_ASKED.ordinal()] == 1;
  }
}
