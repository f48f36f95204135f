package org.metier.match.feature;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.metier.match.reason.Reason;
import org.metier.match.reason.Side;

/// What the ranker looks at, in the order of a feature vector. NaN means unknown, never 0; but where a feature is
/// what speaks for a pair, as it says, nothing known is nothing that speaks for it, and 0.
///
/// None is or stands for a person's sex, age, origin, religion, health or family: a profile does not hold
/// them, and what would give one away, such as the length of a whole working life, is left out.
///
/// Skills: "weight" is importance times rarity in the taxonomy, see [Demands] on what counts as essential,
/// optional and asked. Flags are 1 for yes and 0 for no. Occupations are compared in ISCO-08.
public enum Feature {
  /// Share of the essential skills' weight that the profile shows, 0 to 1; NaN when the vacancy has no
  /// essential skills or the profile no skills.
  ESSENTIAL_SKILLS_WEIGHTED_SHARE(Group.ESSENTIAL_SKILLS, c -> c.essential().weightedShare()),
  /// The same, counting only skills that the person confirmed or a document states.
  ESSENTIAL_SKILLS_STATED_SHARE(Group.ESSENTIAL_SKILLS, c -> c.essential().statedShare()),
  /// The weighted share smoothed: of the weight of the essential skills and of four usual ones more, which
  /// count as not shown, 0 to 1; 0 when the vacancy has no essential skills or the profile no skills, for nothing
  /// speaks for it. What one stray skill makes of a short text says little.
  ESSENTIAL_SKILLS_SMOOTHED_SHARE(Group.ESSENTIAL_SKILLS, c -> c.essential().smoothedShare()),
  /// The same, counting only skills that the person confirmed or a document states.
  ESSENTIAL_SKILLS_SMOOTHED_STATED_SHARE(Group.ESSENTIAL_SKILLS,
      c -> c.essential().smoothedStatedShare()),
  /// Share of the essential skills asked for that the profile shows, each counting the same, 0 to 1; NaN
  /// as above.
  ESSENTIAL_SKILLS_SHARE(Group.ESSENTIAL_SKILLS, c -> c.essential().askedShare()),
  /// Number of essential skills asked for that the profile does not show, 0 to 20 (20 and more); NaN as
  /// above.
  ESSENTIAL_SKILLS_MISSING(Group.ESSENTIAL_SKILLS, c -> c.essential().missingCount()),
  /// Number of essential skills that the profile shows, 0 to 20 (20 and more); NaN as above.
  ESSENTIAL_SKILLS_SHARED(Group.ESSENTIAL_SKILLS, c -> c.essential().sharedCount()),
  /// Whether the vacancy's text names a skill; otherwise its occupation's skills stand in.
  VACANCY_SKILLS_STATED(Group.ESSENTIAL_SKILLS, c -> flag(c.areSkillsStated())),
  /// Whether the profile has any skill.
  PROFILE_SKILLS_KNOWN(Group.ESSENTIAL_SKILLS, c -> flag(c.hasSkills())),

  /// Share of the optional skills' weight that the profile shows, 0 to 1; NaN when the vacancy has no
  /// optional skills or the profile no skills.
  OPTIONAL_SKILLS_WEIGHTED_SHARE(Group.OPTIONAL_SKILLS, c -> c.optional().weightedShare()),
  /// The same, smoothed as that of the essential skills.
  OPTIONAL_SKILLS_SMOOTHED_SHARE(Group.OPTIONAL_SKILLS, c -> c.optional().smoothedShare()),
  /// Number of optional skills that the profile shows, 0 to 20 (20 and more); NaN as above.
  OPTIONAL_SKILLS_SHARED(Group.OPTIONAL_SKILLS, c -> c.optional().sharedCount()),

  /// Distance from the vacancy's occupation to the nearest one held: 0 the same, 1 the same unit group, 2
  /// minor group, 3 sub-major group, 4 major group, 5 none; NaN when one side has none.
  HELD_OCCUPATION_DISTANCE(Group.HELD_OCCUPATION,
      c -> OccupationFit.distance(c.occupation().held())),
  /// Distance to the nearest occupation wanted, 0 to 5 as above; NaN when none is wanted or the vacancy has
  /// none.
  WANTED_OCCUPATION_DISTANCE(Group.WANTED_OCCUPATION,
      c -> OccupationFit.distance(c.occupation().wanted())),
  /// How near the vacancy's occupation is to one held, as far as both codes are sure: the most of 1, 0.7, 0.4,
  /// 0.2, 0.1 and 0 for the distances and of the skills' overlap, times how sure both are, 0 to 1; 0 when one is
  /// unknown, for nothing speaks for it.
  HELD_OCCUPATION_NEARNESS(Group.HELD_OCCUPATION,
      c -> c.occupation().heldNearness()),
  /// The same for occupations wanted.
  WANTED_OCCUPATION_NEARNESS(Group.WANTED_OCCUPATION,
      c -> c.occupation().wantedNearness()),
  /// The largest overlap, by weighted Jaccard index, of the skills of an occupation held with those of the
  /// vacancy's, 0 to 1; NaN when unknown on one side.
  HELD_OCCUPATION_SKILL_OVERLAP(Group.HELD_OCCUPATION,
      c -> OccupationFit.skillOverlap(c.occupation().held())),
  /// The same for occupations wanted.
  WANTED_OCCUPATION_SKILL_OVERLAP(Group.WANTED_OCCUPATION,
      c -> OccupationFit.skillOverlap(c.occupation().wanted())),
  /// How sure the nearest held occupation's code is, 0 to 1; NaN without one.
  HELD_OCCUPATION_CONFIDENCE(Group.HELD_OCCUPATION, c -> c.occupation().heldConfidence()),
  /// How sure the vacancy's code is, 0 to 1; NaN without one.
  VACANCY_OCCUPATION_CONFIDENCE(Group.HELD_OCCUPATION, c -> c.occupation().codeConfidence()),
  /// Whether both the vacancy's occupation and one held are known.
  HELD_OCCUPATION_KNOWN(Group.HELD_OCCUPATION, c -> known(c.occupation().held())),
  /// Whether both the vacancy's occupation and one wanted are known.
  WANTED_OCCUPATION_KNOWN(Group.WANTED_OCCUPATION, c -> known(c.occupation().wanted())),

  /// Cosine of the vacancy's title with the nearest title of a job held, words
  /// weighted by how few labels of the taxonomy have them, 0 to 1; NaN when the two are in different or
  /// unknown languages, or the profile has no job title.
  TITLE_SIMILARITY(Group.COMMON_WORDS, c -> c.words().titleSimilarity()),
  /// The same over all words of both, 0 to 1; NaN as above, or when the profile has no words.
  TEXT_SIMILARITY(Group.COMMON_WORDS, c -> c.words().textSimilarity()),
  /// Whether the words of both could be compared.
  WORDS_COMPARABLE(Group.COMMON_WORDS, c -> flag(c.words().isComparable())),

  /// How close the five competences closest in meaning are to the vacancy, each by how sure it is, whatever the
  /// languages of the two: 0 as close as competences drawn by lot, 1 as an occupation's own skills, at most 2;
  /// NaN when unknown on one side, or the taxonomy has no encoder.
  MEANING_SIMILARITY(Group.KIND_OF_WORK, c -> c.meaning().similarity()),

  /// How close the job held that is closest in meaning is to the vacancy, whatever the languages of the two: 0 as
  /// occupations drawn by lot are or farther, 1 as an occupation's own name is, at most 2; NaN when the profile
  /// has no job, or as above.
  HELD_WORK_SIMILARITY(Group.KIND_OF_WORK, c -> c.meaning().heldSimilarity()),
  /// The same for occupations wanted; NaN when none is wanted, or as above.
  WANTED_WORK_SIMILARITY(Group.WANTED_OCCUPATION, c -> c.meaning().wantedSimilarity()),

  /// Months of work, each job's by how close it is in meaning to the vacancy, 0 to 240; NaN when no period of
  /// the profile is known, or as above.
  RELATED_MONTHS(Group.EXPERIENCE, c -> Math.min(240, c.meaning().relatedMonths())),
  /// Months of work in the vacancy's occupation or its unit group, 0 to 240 (20 years and more); NaN when
  /// no period of the profile or no occupation of the vacancy is known.
  SAME_OCCUPATION_MONTHS(Group.EXPERIENCE, c -> months(c.experience().sameMonths())),
  /// Months of work in its minor group, 0 to 240; NaN as above.
  NEAR_OCCUPATION_MONTHS(Group.EXPERIENCE, c -> months(c.experience().nearMonths())),
  /// Months since the last work in its minor group, 0 to 240; NaN as above, or when there was none.
  NEAR_OCCUPATION_MONTHS_SINCE(Group.EXPERIENCE, c -> months(c.experience().monthsSince())),
  /// Months in its minor group beyond those asked for, -120 to 120; NaN as above, or when none are asked.
  EXPERIENCE_GAP_MONTHS(Group.EXPERIENCE, c -> c.experience().gapMonths()),
  /// Whether the vacancy says how much experience it asks for.
  EXPERIENCE_ASKED(Group.EXPERIENCE, c -> known(c.experience().askedMonths())),
  /// Whether the profile has a job with a known period.
  EXPERIENCE_KNOWN(Group.EXPERIENCE, c -> flag(c.experience().isKnown())),

  /// Highest level of education less the level asked for, in ISCED levels, -8 to 8; NaN when one is
  /// unknown.
  EDUCATION_DIFFERENCE(Group.EDUCATION, Comparison::educationDifference),
  /// Whether the vacancy asks for a level of education.
  EDUCATION_ASKED(Group.EDUCATION, c -> known(c.educationAsked())),
  /// Whether the profile has a level of education.
  EDUCATION_KNOWN(Group.EDUCATION, c -> known(c.educationHad())),

  /// Share of the languages asked for that the person knows well enough, 0 to 1; NaN when none is asked or
  /// the profile names none. A level that one side does not say counts as enough.
  LANGUAGES_MET_SHARE(Group.LANGUAGES, c -> c.languages().metShare()),
  /// The most CEFR levels that the person is short of in one language, -6 (all far exceeded) to 7; NaN as
  /// above, or when no levels can be compared.
  LANGUAGE_WORST_GAP(Group.LANGUAGES, c -> c.languages().worstGap()),
  /// Number of languages that the vacancy asks for.
  LANGUAGES_ASKED(Group.LANGUAGES, c -> c.languages().languages().size()),
  /// Whether the profile names any language.
  LANGUAGES_KNOWN(Group.LANGUAGES, c -> flag(c.languages().isProfileKnown())),

  /// Share of the driving licences asked for that the person's licences cover, 0 to 1; NaN when none is
  /// asked or the profile names none.
  LICENCES_MET_SHARE(Group.LICENCES, c -> c.licences().metShare()),
  /// Whether the vacancy asks for a driving licence.
  LICENCES_ASKED(Group.LICENCES, c -> flag(!c.licences().asked().isEmpty())),
  /// Whether the profile names any driving licence.
  LICENCES_KNOWN(Group.LICENCES, c -> flag(c.licences().isProfileKnown())),

  /// Great-circle distance from home to the nearest workplace, 0 to 2,000 km (and more); NaN when the
  /// coordinates of one side are unknown.
  DISTANCE_KM(Group.DISTANCE, c -> c.distance().km()),
  /// `ln(1 + km)` of the same, 0 to 7.6: what a kilometre means less and less; NaN as above.
  DISTANCE_LOG_KM(Group.DISTANCE, c -> StrictMath.log1p(c.distance().km())),
  /// The distance as a share of the most that the person would travel, 0 to 10; NaN when one of the two is
  /// unknown.
  DISTANCE_SHARE_OF_MAX(Group.DISTANCE, c -> c.distance().shareOfMax()),
  /// How far the names of the places agree: 3 the same town or postcode, 2 region, 1 country, 0 another
  /// country; NaN when they cannot be compared.
  PLACE_AGREEMENT(Group.DISTANCE, c -> c.distance().agreement()),
  /// Whether the distance is known.
  DISTANCE_KNOWN(Group.DISTANCE, c -> known(c.distance().distanceKm())),
  /// How much of the work can be done from elsewhere: 0 nothing, 1 a part, 2 all; NaN when the vacancy does
  /// not say.
  REMOTE_WORK(Group.DISTANCE, c -> c.distance().remoteShare()),
  /// Whether that is what the person wants: 1 yes, 0.5 half so, 0 no; NaN when one side does not say.
  REMOTE_WORK_FIT(Group.DISTANCE, c -> c.distance().remoteFit()),

  /// Whether the person wants that kind of contract; NaN when one side does not say.
  CONTRACT_WANTED(Group.TERMS, c -> c.terms().contractWanted()),
  /// Hours a week between what is offered and what is wanted, 0 (the ranges overlap) to 100; NaN when one
  /// side does not say.
  HOURS_GAP(Group.TERMS, c -> c.terms().hoursGap()),
  /// The most that the vacancy pays as a share of the least that would do, 0 to 3; NaN when one side does
  /// not say, or in another currency.
  SALARY_RATIO(Group.TERMS, c -> c.terms().salaryRatio()),
  /// How many of contract, hours and salary the vacancy names, 0 to 3.
  TERMS_OFFERED(Group.TERMS, c -> c.terms().offered()),
  /// How many of contract, hours and salary the person has wishes about, 0 to 3.
  TERMS_WISHED(Group.TERMS, c -> c.terms().wishes()),

  /// Days since the vacancy was posted, 0 to 365 (a year and more); NaN when unknown.
  AGE_DAYS(Group.FRESHNESS, c -> atMost(365, c.ageDays())),
  /// Whether it is known when the vacancy was posted.
  AGE_KNOWN(Group.FRESHNESS, c -> known(c.ageDays()));

  /// Features that one [Reason] speaks for, all of one side.
  public enum Group {
    /// Worded by [Reason.EssentialSkills].
    ESSENTIAL_SKILLS(Side.CAN_DO),
    /// Worded by [Reason.OptionalSkills].
    OPTIONAL_SKILLS(Side.CAN_DO),
    /// Worded by [Reason.HeldOccupation].
    HELD_OCCUPATION(Side.CAN_DO),
    /// Worded by [Reason.WantedOccupation].
    WANTED_OCCUPATION(Side.WANTS_TO),
    /// Worded by [Reason.CommonWords].
    COMMON_WORDS(Side.CAN_DO),
    /// Worded by [Reason.KindOfWork].
    KIND_OF_WORK(Side.CAN_DO),
    /// Worded by [Reason.Experience].
    EXPERIENCE(Side.CAN_DO),
    /// Worded by [Reason.EducationLevels].
    EDUCATION(Side.CAN_DO),
    /// Worded by [Reason.Languages].
    LANGUAGES(Side.CAN_DO),
    /// Worded by [Reason.Licences].
    LICENCES(Side.CAN_DO),
    /// Worded by [Reason.Distance].
    DISTANCE(Side.WANTS_TO),
    /// Worded by [Reason.Terms].
    TERMS(Side.WANTS_TO),
    /// Worded by [Reason.Freshness].
    FRESHNESS(Side.MARKET);

    private final Side side;

    Group(Side side) {
      this.side = side;
    }

    /// The side that all features of this group belong to.
    Side side() {
      return side;
    }
  }

  private final Group group;

  @SuppressWarnings("ImmutableEnumChecker") // functions of their argument alone
  private final ToDoubleFunction<Comparison> value;

  Feature(Group group, ToDoubleFunction<Comparison> value) {
    this.group = group;
    this.value = value;
  }

  /// The group of features whose reason this one counts in.
  public Group group() {
    return group;
  }

  /// The side that this one speaks for; each tree of a model trained by Metier tests features of one side.
  public Side side() {
    return group.side();
  }

  /// The names of all features, in their order: the schema of a model.
  public static List<String> names() {
    return Arrays.stream(values()).map(Feature::name).toList();
  }

  double of(Comparison comparison) {
    return value.applyAsDouble(comparison);
  }

  private static double flag(boolean isSo) {
    return isSo ? 1 : 0;
  }

  private static double known(@Nullable Object fact) {
    return flag(fact != null);
  }

  private static double months(@Nullable Integer months) {
    return atMost(240, months);
  }

  private static double atMost(double most, @Nullable Integer number) {
    return number == null ? Double.NaN : Math.min(most, number);
  }
}
