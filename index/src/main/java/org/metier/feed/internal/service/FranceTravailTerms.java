package org.metier.feed.internal.service;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.draft.Draft;
import org.metier.qualification.EducationLevel;
import org.metier.work.Contract;

/// The codes of the French service.
public final class FranceTravailTerms {
  private FranceTravailTerms() {}

  /// @param type such as CDI
  /// @param nature such as "Contrat apprentissage"; it goes before the type
  ///
  /// @return null for a code that is not known
  public static @Nullable Contract contract(@Nullable String type, @Nullable String nature) {
    String kind = nature == null ? "" : nature.toLowerCase(Locale.FRENCH);
    if (kind.contains("apprentissage") || kind.contains("professionnalisation")) {
      return Contract.APPRENTICESHIP;
    }
    if (type == null) {
      return null;
    }
    return switch (type.strip()) {
      case "CDI" -> Contract.PERMANENT;
      case "CDD", "DDI", "CDS" -> Contract.FIXED_TERM;
      case "MIS", "TTI", "DIN" -> Contract.AGENCY;
      case "SAI" -> Contract.SEASONAL;
      case "LIB", "FRA", "REP" -> Contract.SELF_EMPLOYED;
      default -> null;
    };
  }

  /// The levels of the French framework in ISCED 2011 (UNESCO's mapping for France).
  public static @Nullable EducationLevel education(String label, Draft draft) {
    String plain = label.strip().toLowerCase(Locale.FRENCH).replaceAll("\\s+", "");
    if (plain.startsWith("aucune")) {
      return EducationLevel.LESS_THAN_PRIMARY;
    }
    if (plain.startsWith("primaire") || plain.startsWith("4èmeachevée")
        || plain.startsWith("3èmeachevée") || plain.startsWith("brevet")) {
      return EducationLevel.LOWER_SECONDARY;
    }
    if (plain.startsWith("cap") || plain.startsWith("2nd") || plain.startsWith("bacou")
        || plain.equals("bac")) {
      return EducationLevel.UPPER_SECONDARY;
    }
    if (plain.startsWith("bac+2")) {
      return EducationLevel.SHORT_TERTIARY;
    }
    if (plain.startsWith("bac+3") || plain.startsWith("bac+4")) {
      return EducationLevel.BACHELOR;
    }
    if (plain.startsWith("bac+5")) {
      return EducationLevel.MASTER;
    }
    if (plain.startsWith("bac+8") || plain.startsWith("doctorat")) {
      return EducationLevel.DOCTORATE;
    }
    draft.problem(ProblemCode.UNKNOWN_VALUE, "formations.niveauLibelle", label,
        "a level such as \"Bac+2 ou équivalents\"");
    return null;
  }
}
