package org.metier.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metier.profile.LanguageSkill;
import org.metier.qualification.CefrLevel;
import org.metier.vacancy.LanguageDemand;
import org.metier.work.Importance;

/// Which of the languages asked for the person knows, and how well.
///
/// @param languages in the vacancy's order
/// @param metShare share of the languages known at the level asked or at an unknown one, desired ones
///     counting half, 0 to 1; NaN when none is asked or the profile names none
/// @param worstGap the most levels that the person is short of in a language, negative when all are
///     exceeded, -6 to 7; a language that is not known at all is a level below A1; NaN as above, or when
///     no two levels can be compared
/// @param isProfileKnown whether the profile names any language
record LanguageFit(List<Reason.LanguageMatch> languages, double metShare, double worstGap,
    boolean isProfileKnown) {
  /// The level that is taken as asked where the vacancy names none and the person has none.
  private static final CefrLevel USUAL_LEVEL = CefrLevel.B2;

  static LanguageFit of(ProfileView profile, VacancyView vacancy) {
    Map<String, LanguageSkill> known = new TreeMap<>();
    for (LanguageSkill skill : profile.profile().languages()) {
      known.merge(skill.language(), skill, LanguageFit::better);
    }
    List<Reason.LanguageMatch> languages = new ArrayList<>();
    double all = 0;
    double met = 0;
    double worstGap = Double.NaN;
    for (LanguageDemand demand : vacancy.vacancy().languages()) {
      LanguageSkill skill = known.get(demand.language());
      CefrLevel had = skill == null ? null : skill.overall();
      Reason.LanguageMatch match = new Reason.LanguageMatch(demand.language(), skill != null, had,
          demand.level(), skill == null ? List.of() : skill.evidence());
      double weight = demand.importance() == Importance.DESIRED ? 0.5 : 1;
      double gap = gap(match);
      languages.add(match);
      all += weight;
      met += match.isKnown() && !(gap > 0) ? weight : 0;
      worstGap = Double.isNaN(worstGap) || gap > worstGap ? gap : worstGap;
    }
    return languages.isEmpty() || known.isEmpty()
        ? new LanguageFit(languages, Double.NaN, Double.NaN, !known.isEmpty())
        : new LanguageFit(languages, met / all, worstGap, true);
  }

  private static LanguageSkill better(LanguageSkill a, LanguageSkill b) {
    CefrLevel levelA = a.overall();
    CefrLevel levelB = b.overall();
    return levelA == null || (levelB != null && levelB.compareTo(levelA) > 0) ? b : a;
  }

  private static double gap(Reason.LanguageMatch match) {
    CefrLevel asked = match.asked();
    CefrLevel had = match.had();
    if (!match.isKnown()) {
      return (asked == null ? USUAL_LEVEL : asked).ordinal() + 1;
    }
    return asked == null || had == null ? Double.NaN : asked.ordinal() - had.ordinal();
  }
}
