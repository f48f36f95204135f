package org.metier.feed.internal.service;

import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.Numerals;
import org.metier.qualification.EducationLevel;
import org.metier.work.Contract;
import org.metier.work.Salary;

/// What the French service writes as text or code where others have numbers.
public final class FranceTravailTerms {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Pattern PAY = Pattern.compile(
      "(Annuel|Mensuel|Horaire|Hebdomadaire|Journalier|Quotidien) de ([\\d., ]{1,20}?) Euros?"
          + "(?: (?:à|a) ([\\d., ]{1,20}?) Euros?)?(?: sur ([\\d.,]{1,6}) mois)?",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern HOURS = Pattern
      .compile("(?<!\\d)(\\d{1,2}) ?[Hh] ?(\\d{2})?(?!\\d)");
  private static final Pattern EXPERIENCE = Pattern.compile("(\\d{1,3}) (Mois|An)",
      Pattern.CASE_INSENSITIVE);

  private FranceTravailTerms() {}

  /// @param type such as CDI
  /// @param nature such as "Contrat apprentissage"; it goes before the type
  public static @Nullable Contract contract(@Nullable String type, @Nullable String nature,
      Draft draft) {
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
      default -> {
        draft.problem(ProblemCode.UNKNOWN_VALUE, "typeContrat", type,
            "a code such as CDI, CDD or MIS");
        yield null;
      }
    };
  }

  /// "35H Travail en journée", "temps partiel - 19H30 Autre": hours and minutes a week.
  public static @Nullable Double weeklyHours(@Nullable String label) {
    if (label == null) {
      return null;
    }
    Matcher found = HOURS.matcher(label);
    if (!found.find()) {
      return null;
    }
    String minutes = found.group(2);
    double hours = Integer.parseInt(found.group(1))
        + (minutes == null ? 0 : Integer.parseInt(minutes) / 60.0);
    return hours > 0 ? hours : null;
  }

  /// "Annuel de 31000.0 Euros sur 12.0 mois", "Mensuel de 1900.0 Euros à 2000.0 Euros"; other texts,
  /// such as "Selon profil", name no amount. A month's pay that comes more than twelve times is a year's.
  public static void salary(String label, Draft draft) {
    Matcher pay = PAY.matcher(label);
    if (!pay.find()) {
      return;
    }
    Salary.Period period = switch (pay.group(1).toLowerCase(Locale.FRENCH)) {
      case "annuel" -> Salary.Period.YEAR;
      case "mensuel" -> Salary.Period.MONTH;
      case "hebdomadaire" -> Salary.Period.WEEK;
      case "horaire" -> Salary.Period.HOUR;
      default -> Salary.Period.DAY;
    };
    Double min = Numerals.number(pay.group(2));
    Double max = pay.group(3) == null ? min : Numerals.number(pay.group(3));
    Double months = pay.group(4) == null ? null : Numerals.number(pay.group(4));
    if (min != null && max != null && period == Salary.Period.MONTH && months != null && months > 12
        && months <= 16) {
      draft.salary("salaire.libelle", min * months, max * months, EURO, Salary.Period.YEAR);
    } else {
      draft.salary("salaire.libelle", min, max, EURO, period);
    }
  }

  /// D is for beginners; otherwise "3 Mois" or "2 An(s)" counts, if it is there.
  public static @Nullable Integer experienceMonths(@Nullable String demand,
      @Nullable String label) {
    if ("D".equals(demand)) {
      return 0;
    }
    Matcher found = label == null ? null : EXPERIENCE.matcher(label);
    if (found == null || !found.find() || "S".equals(demand)) {
      return null;
    }
    int number = Integer.parseInt(found.group(1));
    return found.group(2).equalsIgnoreCase("An") ? number * 12 : number;
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
