package org.metier.feed.internal.service;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.StatedCode;
import org.metier.feed.internal.draft.Draft;
import org.metier.qualification.EducationLevel;
import org.metier.work.Contract;

/// The code lists of EURES.
final class EuresCodes {
  private static final Pattern ISCO_URI = Pattern
      .compile("https?://data\\.europa\\.eu/esco/isco/[cC](\\d{1,4})");
  private static final Pattern ISCO = Pattern.compile("\\d{1,4}");

  /// Groups of the Norwegian classification that ISCO-08 lacks, and where their people are in ISCO-08; the
  /// service's own export sends them as they are (navikt/pam-eures-stilling-eksport).
  private static final Map<String, String> STYRK_ONLY = Map.of("2223", "2221", "2224", "3412",
      "3439", "3435");

  /// Known, and too wide to say which contract it is: who is hired directly may be hired for a month.
  private static final Set<String> WIDE = Set.of("directhire", "contract", "contracttohire",
      "temporarytohire", "oncall", "recruitmentreserve", "other");

  private EuresCodes() {}

  /// @param list `ISCO2008`, `ESCO_Occupations`, or the name of a national classification
  static void occupation(@Nullable String list, @Nullable String received, Draft draft) {
    if (received == null) {
      return;
    }
    String code = received.strip();
    String scheme = list == null ? "" : list.strip().toLowerCase(Locale.ROOT);
    Matcher uri = ISCO_URI.matcher(code);
    if (uri.matches() || (scheme.startsWith("isco") && ISCO.matcher(code).matches())) {
      String digits = uri.matches() ? uri.group(1) : code;
      draft.occupationCode(StatedCode.ISCO_08, null, STYRK_ONLY.getOrDefault(digits, digits));
    } else if (code.startsWith("http://data.europa.eu/esco/occupation/")) {
      draft.occupationCode(StatedCode.ESCO, null, code);
    } else if (!scheme.startsWith("isco") && !scheme.startsWith("esco")
        && scheme.matches("[a-z0-9][a-z0-9.-]{0,39}")) {
      draft.occupationCode(scheme, null, code);
    } else {
      draft.problem(ProblemCode.UNKNOWN_VALUE, "JobCategoryCode", code,
          "1 to 4 digits of ISCO2008, or a URI of ESCO_Occupations");
    }
  }

  /// A code of the list; else what the words say, and a problem when that is nothing.
  static void contract(@Nullable String code, Draft draft) {
    if (code == null) {
      return;
    }
    String plain = code.strip().toLowerCase(Locale.ROOT);
    draft.contract(switch (plain) {
      case "temporary" -> Contract.FIXED_TERM;
      case "seasonal" -> Contract.SEASONAL;
      case "apprenticeship" -> Contract.APPRENTICESHIP;
      case "internship" -> Contract.INTERNSHIP;
      case "volunteer" -> Contract.VOLUNTARY;
      case "selfemployed" -> Contract.SELF_EMPLOYED;
      default -> null;
    });
    boolean isKnown = draft.contractText("PositionOfferingTypeCode", code);
    if (!isKnown && !WIDE.contains(plain)) {
      draft.problem(ProblemCode.UNKNOWN_VALUE, "PositionOfferingTypeCode", code,
          "a code such as DirectHire, Temporary or Seasonal");
    }
  }

  /// @param code of `EURES_ISCEDEducationLevel`, 0 to 8
  static @Nullable EducationLevel education(String code, Draft draft) {
    if (code.strip().matches("[0-8]")) {
      return EducationLevel.ofIsced(Integer.parseInt(code.strip()));
    }
    draft.problem(ProblemCode.UNKNOWN_VALUE, "EducationLevelCode", code,
        "a level of ISCED 2011, 0 to 8");
    return null;
  }

  /// The country of a NUTS code, whose Greece and United Kingdom are called otherwise.
  static @Nullable String countryOfNuts(@Nullable String nuts) {
    if (nuts == null || !nuts.strip().matches("[A-Za-z]{2}[A-Za-z0-9]{0,3}")) {
      return null;
    }
    String country = nuts.strip().substring(0, 2).toUpperCase(Locale.ROOT);
    return switch (country) {
      case "EL" -> "GR";
      case "UK" -> "GB";
      default -> country;
    };
  }

  /// Whether an employer's identifier has the form of a person's own number, as that of a sole trader has.
  ///
  /// @param country of the employer or the workplace; null when not known
  static boolean isPersonal(String id, @Nullable String country) {
    String plain = id.replaceAll("[\\s-]", "");
    return switch (country == null ? "" : country) {
      // An organisation's third digit is at least 2; a person's third and fourth are a month.
      case "SE" -> plain.matches("(?:\\d{2})?\\d{2}[01]\\d{7}");
      case "NO", "PL", "BE", "EE", "LT" -> plain.matches("\\d{11}");
      case "DK" -> plain.matches("\\d{10}");
      case "FI" -> id.strip().matches("\\d{6}[-+A-Fa-fU-Yu-y]\\d{3}\\w");
      default -> false;
    };
  }
}
