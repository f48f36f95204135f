package org.metier.feed.internal.service;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.Numerals;
import org.metier.qualification.EducationLevel;
import org.metier.work.Contract;

/// What the Swedish service says in the labels of its taxonomy.
final class JobTechTerms {
  private static final Pattern YEARS = Pattern.compile("(\\d{1,2})(?: ?- ?\\d{1,2})? års?\\b",
      Pattern.UNICODE_CHARACTER_CLASS);

  private JobTechTerms() {}

  /// @param type such as "Vanlig anställning", which says nothing of the contract's length
  /// @param duration such as "Tills vidare" or "6 månader eller längre"
  static @Nullable Contract contract(@Nullable String type, @Nullable String duration) {
    String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
    String length = duration == null ? "" : duration.toLowerCase(Locale.ROOT).replace(" ", "");
    if (kind.contains("sommar") || kind.contains("feriejobb") || kind.contains("säsong")) {
      return Contract.SEASONAL;
    }
    if (kind.contains("praktik")) {
      return Contract.INTERNSHIP;
    }
    if (kind.contains("tidsbegränsad") || kind.contains("vikariat")
        || kind.contains("visstid")) {
      return Contract.FIXED_TERM;
    }
    if (length.contains("tillsvidare") || kind.contains("tillsvidare")) {
      return Contract.PERMANENT;
    }
    boolean isLimited = length.contains("månad") || length.contains("dagar")
        || length.contains("vecko");
    return isLimited ? Contract.FIXED_TERM : null;
  }

  /// The levels of the Swedish taxonomy: none, less than a year, 1 to 2 years, 2 to 4 years, 5 years or more.
  ///
  /// @return null for "less than a year", which may be none
  static @Nullable Integer experienceMonths(String level, Draft draft) {
    String plain = level.strip().toLowerCase(Locale.ROOT);
    if (plain.startsWith("ingen")) {
      return 0;
    }
    if (plain.startsWith("mindre än")) {
      return null;
    }
    Matcher years = YEARS.matcher(plain);
    if (years.lookingAt()) {
      return 12 * Integer.parseInt(years.group(1));
    }
    draft.problem(ProblemCode.UNKNOWN_VALUE, "erfarenhetsniva", level,
        "a level such as 2-4 års erfarenhet");
    return null;
  }

  /// The range in percent of full time as text. The importer makes up 100 to 100 and 0 to 100 where the ad
  /// says nothing, so neither is believed.
  static @Nullable String scope(@Nullable String min, @Nullable String max) {
    Double low = min == null ? null : Numerals.number(min);
    Double high = max == null ? null : Numerals.number(max);
    boolean isMadeUp = low == null || high == null || (high == 100 && (low == 100 || low == 0));
    return isMadeUp ? null : min + " - " + max + " %";
  }

  /// A legal person's number, else null: that of a sole trader is a personal identity number. It has a
  /// month in its third and fourth digit, so its third is below 2, and that of a legal person is not.
  static @Nullable String companyNumber(@Nullable String received) {
    String digits = received == null ? "" : received.replaceAll("[\\s-]", "");
    String ten = digits.length() == 12 && digits.startsWith("16") ? digits.substring(2) : digits;
    return ten.matches("\\d{2}[2-9]\\d{7}") ? ten : null;
  }

  /// The levels of the Swedish taxonomy in ISCED 2011.
  static @Nullable EducationLevel education(String label, Draft draft) {
    String plain = label.strip().toLowerCase(Locale.ROOT);
    if (plain.startsWith("saknar")) {
      return EducationLevel.LESS_THAN_PRIMARY;
    }
    if (plain.startsWith("förgymnasial") || plain.startsWith("grundskol")) {
      return EducationLevel.LOWER_SECONDARY;
    }
    if (plain.startsWith("gymnasial")) {
      return EducationLevel.UPPER_SECONDARY;
    }
    if (plain.startsWith("eftergymnasial")) {
      return plain.contains("kortare")
          ? EducationLevel.POST_SECONDARY
          : EducationLevel.SHORT_TERTIARY;
    }
    if (plain.startsWith("forskarutbildning")) {
      return EducationLevel.DOCTORATE;
    }
    draft.problem(ProblemCode.UNKNOWN_VALUE, "education_level", label,
        "a level such as Gymnasial utbildning");
    return null;
  }
}
