package org.metier.match.feature;

import java.util.ArrayList;
import java.util.List;
import org.metier.match.internal.IntTable;
import org.metier.match.internal.VacancyRow;
import org.metier.match.reason.Reason;
import org.metier.qualification.CefrLevel;
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

  private static final CefrLevel[] LEVELS = CefrLevel.values();

  static LanguageFit of(ProfileView profile, VacancyRow vacancy) {
    boolean isProfileKnown = !profile.languages().isEmpty();
    if (vacancy.languageCount() == 0) {
      return new LanguageFit(List.of(), Double.NaN, Double.NaN, isProfileKnown);
    }
    List<Reason.LanguageMatch> languages = new ArrayList<>(vacancy.languageCount());
    double all = 0;
    double met = 0;
    double worstGap = Double.NaN;
    for (int i = 0; i < vacancy.languageCount(); i++) {
      Reason.LanguageMatch match = match(profile, vacancy, i);
      double weight = vacancy.languageImportance(i) == Importance.DESIRED ? 0.5 : 1;
      double gap = gap(match);
      languages.add(match);
      all += weight;
      met += match.isKnown() && !(gap > 0) ? weight : 0;
      worstGap = Double.isNaN(worstGap) || gap > worstGap ? gap : worstGap;
    }
    return isProfileKnown
        ? new LanguageFit(languages, met / all, worstGap, true)
        : new LanguageFit(languages, Double.NaN, Double.NaN, false);
  }

  private static Reason.LanguageMatch match(ProfileView profile, VacancyRow vacancy, int i) {
    int known = profile.languages().of(vacancy.language(i));
    int asked = vacancy.languageLevel(i);
    return new Reason.LanguageMatch(code(vacancy.language(i)), known != IntTable.ABSENT,
        known > 0 ? LEVELS[known - 1] : null, asked < 0 ? null : LEVELS[asked]);
  }

  /// The two letters of a packed code.
  private static String code(int packed) {
    return new String(new char[]{(char) ('a' - 1 + (packed >> 5)),
      (char) ('a' - 1 + (packed & 31))});
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
