package org.metier.match;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Education;
import org.metier.qualification.EducationLevel;
import org.metier.text.Evidence;

/// All that was found out about one profile and one vacancy. The features are read off it, and so are the
/// reasons: there is no second way of looking at the pair.
///
/// @param areSkillsStated whether the vacancy's text names a skill
/// @param hasSkills whether the profile has a competence that the taxonomy knows
/// @param educationHad the highest level; null when unknown
/// @param ageDays days since the vacancy was posted, at least 0; null when unknown
record Comparison(SkillFit essential, SkillFit optional, boolean areSkillsStated,
    boolean hasSkills, OccupationFit occupation, WordFit words, ExperienceFit experience,
    @Nullable EducationLevel educationHad, @Nullable EducationLevel educationAsked,
    List<Evidence> educationEvidence, LanguageFit languages, LicenceFit licences, DistanceFit distance, TermsFit terms,
    @Nullable Integer ageDays) {

  static @Nullable EducationLevel highest(ProfileView profile) {
    return profile.profile()
        .education()
        .stream()
        .map(Education::level)
        .filter(level -> level != null)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /// Where the highest level was read.
  static List<Evidence> evidence(ProfileView profile, @Nullable EducationLevel highest) {
    return profile.profile()
        .education()
        .stream()
        .filter(course -> highest != null && course.level() == highest)
        .flatMap(course -> course.evidence().stream())
        .toList();
  }

  static @Nullable Integer ageDays(VacancyView vacancy, Instant now) {
    Instant postedAt = vacancy.vacancy().postedAt();
    return postedAt == null
        ? null
        : Math.clamp(ChronoUnit.DAYS.between(postedAt, now), 0, 36_500);
  }

  /// @return -8 to 8 levels of ISCED; NaN when one side is unknown
  double educationDifference() {
    return educationHad == null || educationAsked == null
        ? Double.NaN
        : educationHad.isced() - educationAsked.isced();
  }

  /// The reason that words a group of features.
  Reason reason(Feature.Group group, double contribution) {
    return switch (group) {
      case ESSENTIAL_SKILLS ->
        new Reason.EssentialSkills(essential.shared(), essential.missing(), contribution);
      case OPTIONAL_SKILLS ->
        new Reason.OptionalSkills(optional.shared(), optional.missing(), contribution);
      case HELD_OCCUPATION -> occupation.heldReason(contribution);
      case WANTED_OCCUPATION -> occupation.wantedReason(contribution);
      case COMMON_WORDS -> new Reason.CommonWords(words.common(), contribution);
      case EXPERIENCE -> experience.reason(contribution);
      case EDUCATION -> new Reason.EducationLevels(educationHad, educationAsked,
          educationEvidence, contribution);
      case LANGUAGES -> new Reason.Languages(languages.languages(), contribution);
      case LICENCES -> licences.reason(contribution);
      case DISTANCE -> distance.reason(contribution);
      case TERMS -> terms.reason(contribution);
      case FRESHNESS -> new Reason.Freshness(ageDays, contribution);
    };
  }
}
