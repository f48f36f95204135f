package org.metier.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.metier.match.feature.Feature;
import org.metier.match.reason.Coverage;
import org.metier.match.reason.Question;
import org.metier.match.reason.Side;
import org.metier.match.reason.Topic;
import org.metier.place.Place;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.vacancy.Vacancy;
import org.metier.work.RemoteWork;

/// What is known of a pair, topic by topic, and what an answer could change.
final class Knowledge {
  /// Of the same reach by topic.
  static final Comparator<Question> MOST_FIRST = Comparator.comparingDouble(Question::reach)
      .reversed()
      .thenComparing(Question::topic);

  private final CompetenceProfile profile;
  private final Vacancy vacancy;
  private final double[] features;
  private final Sides sides;
  private final int pair;

  /// @param features of the pair, kept, not copied
  /// @param pair its number among those of `sides`
  Knowledge(CompetenceProfile profile, Vacancy vacancy, double[] features, Sides sides, int pair) {
    this.profile = profile;
    this.vacancy = vacancy;
    this.features = features;
    this.sides = sides;
    this.pair = pair;
  }

  Coverage coverage(Side side) {
    Set<Topic> known = EnumSet.noneOf(Topic.class);
    Set<Topic> ofPerson = EnumSet.noneOf(Topic.class);
    Set<Topic> ofVacancy = EnumSet.noneOf(Topic.class);
    double all = 0;
    double covered = 0;
    for (Topic topic : Topic.values()) {
      if (topic.side() != side || !isAsked(topic)) {
        continue;
      }
      double reach = reach(topic);
      all += reach;
      if (!isKnownOfPerson(topic)) {
        ofPerson.add(topic);
      }
      if (!isKnownOfVacancy(topic)) {
        ofVacancy.add(topic);
      }
      if (isKnownOfPerson(topic) && isKnownOfVacancy(topic)) {
        known.add(topic);
        covered += reach;
      }
    }
    return new Coverage(all == 0 ? 0 : Math.min(1, covered / all), known, ofPerson, ofVacancy);
  }

  /// What to ask, the answer that could matter most first. Only one whose other side is known is asked,
  /// for without it the answer could not be used.
  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      boolean isKnownOfPerson = isKnownOfPerson(topic);
      double reach = isAsked(topic) && isKnownOfPerson != isKnownOfVacancy(topic)
          ? reach(topic)
          : 0;
      if (reach > 0) {
        questions.add(new Question(topic,
            isKnownOfPerson ? Question.Party.EMPLOYER : Question.Party.PERSON, reach));
      }
    }
    questions.sort(MOST_FIRST);
    return questions;
  }

  private double reach(Topic topic) {
    return sides.reach(topic, pair);
  }

  /// Whether the topic matters for this vacancy.
  private boolean isAsked(Topic topic) {
    return switch (topic) {
      case EDUCATION -> vacancy.education() != null;
      case LANGUAGES -> !vacancy.languages().isEmpty();
      case LICENCES -> !vacancy.drivingLicences().isEmpty();
      case PLACE, MAX_DISTANCE -> vacancy.remote() != RemoteWork.REMOTE;
      case SKILLS, HELD_OCCUPATION, EXPERIENCE, WANTED_OCCUPATION, REMOTE, CONTRACT, HOURS, SALARY ->
        true;
    };
  }

  private boolean isKnownOfPerson(Topic topic) {
    Wishes wishes = profile.wishes();
    return switch (topic) {
      case SKILLS -> is(Feature.PROFILE_SKILLS_KNOWN);
      case HELD_OCCUPATION -> profile.occupations().stream().anyMatch(job -> job.uri() != null);
      case EXPERIENCE -> is(Feature.EXPERIENCE_KNOWN);
      case EDUCATION -> is(Feature.EDUCATION_KNOWN);
      case LANGUAGES -> is(Feature.LANGUAGES_KNOWN);
      case LICENCES -> is(Feature.LICENCES_KNOWN);
      case WANTED_OCCUPATION -> !wishes.occupations().isEmpty();
      case PLACE -> profile.place() != null;
      case MAX_DISTANCE -> wishes.maxDistanceKm() != null;
      case REMOTE -> wishes.remote() != null;
      case CONTRACT -> !wishes.contracts().isEmpty();
      case HOURS -> wishes.hours() != null;
      case SALARY -> wishes.salary() != null;
    };
  }

  private boolean isKnownOfVacancy(Topic topic) {
    boolean isCoded = !Double.isNaN(value(Feature.VACANCY_OCCUPATION_CONFIDENCE));
    return switch (topic) {
      case SKILLS -> isCoded || is(Feature.VACANCY_SKILLS_STATED);
      case HELD_OCCUPATION, WANTED_OCCUPATION, EXPERIENCE -> isCoded;
      case EDUCATION, LANGUAGES, LICENCES -> true;
      case PLACE -> !vacancy.workplaces().isEmpty();
      case MAX_DISTANCE -> vacancy.workplaces()
          .stream()
          .map(Place::distancePoint)
          .anyMatch(point -> point != null);
      case REMOTE -> vacancy.remote() != null;
      case CONTRACT -> vacancy.contract() != null;
      case HOURS -> vacancy.hours() != null;
      case SALARY -> vacancy.salary() != null;
    };
  }

  private boolean is(Feature flag) {
    return value(flag) == 1;
  }

  private double value(Feature feature) {
    return features[feature.ordinal()];
  }
}
