package org.metier.match.feature;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.metier.qualification.EducationLevel;

/// All that was found out about one profile and one vacancy, in numbers. The features are read off it, and
/// so are the reasons ([PairFacts]): there is no second way of looking at the pair.
///
/// @param areSkillsStated whether the vacancy's text names a skill
/// @param hasSkills whether the profile has a competence that the taxonomy knows
/// @param educationHad the highest level; null when unknown
/// @param ageDays days since the vacancy was posted, at least 0; null when unknown
record Comparison(SkillFit essential, SkillFit optional, boolean areSkillsStated,
    boolean hasSkills, OccupationFit occupation, WordFit words, MeaningFit meaning,
    ExperienceFit experience,
    @Nullable EducationLevel educationHad, @Nullable EducationLevel educationAsked,
    LanguageFit languages, LicenceFit licences, DistanceFit distance, TermsFit terms,
    @Nullable Integer ageDays) {

  static @Nullable Integer ageDays(@Nullable Instant postedAt, Instant now) {
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
}
