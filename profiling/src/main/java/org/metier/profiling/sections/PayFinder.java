package org.metier.profiling.sections;

import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.work.Salary;

/// Reads the pay that a person asks for, where words say that it is asked for. Without a currency or a period
/// there is none: neither is ever guessed. Stateless.
final class PayFinder {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
      | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String AMOUNT = "(\\d{1,3}(?:[ .,']\\d{3})+|\\d+)(?:[.,](\\d{2}))?(?:\\s?(k)\\b)?";
  private static final String CURRENCY = "€|eur(?:os?)?|£|gbp|\\$|usd|zł|zl|pln|chf";
  private static final Pattern ASKED = Pattern.compile(
      "\\b(?:(?:salary|pay|wage)s? (?:expect\\w+|require\\w+|wish\\w*|expectation)|(?:desired|expected|minimum) (?:salary|pay|wage)"
          + "|prétentions?(?: salariales?)?|salaire (?:souhaité|désiré|minimum)|rémunération souhaitée|salariswens"
          + "|(?:gewenst|verwacht) (?:salaris|loon)|loon(?:verwachting|wens)|salarisindicatie|gehalts(?:vorstellung|wunsch)\\w*"
          + "|wunschgehalt|oczekiwania (?:finansowe|płacowe)|oczekiwane wynagrodzenie)\\b[^\\n\\d€£$]{0,25}"
          + "(" + CURRENCY + ")?\\s?" + AMOUNT + "(?:\\s?(?:-|–|to|à|tot|bis|do)\\s?(?:" + CURRENCY
          + ")?\\s?" + AMOUNT
          + ")?\\s?(" + CURRENCY + ")?([^\\n]{0,30})",
      FLAGS);

  private PayFinder() {}

  static boolean isAsked(String words) {
    return ASKED.matcher(words).find();
  }

  /// @return null when none is asked for, or too little is said of it
  static @Nullable Salary find(String words) {
    Matcher asked = ASKED.matcher(words);
    while (asked.find()) {
      String sign = asked.group(1) == null ? asked.group(8) : asked.group(1);
      Salary.Period period = period(asked.group(9));
      if (sign != null && period != null) {
        double low = amount(asked.group(2), asked.group(3), asked.group(4));
        double high = asked.group(5) == null
            ? low
            : amount(asked.group(5), asked.group(6), asked.group(7));
        if (low > 0 && high >= low) {
          return new Salary(low, high, currency(sign), period);
        }
      }
    }
    return null;
  }

  private static double amount(String whole, @Nullable String cents, @Nullable String thousands) {
    double amount = Double.parseDouble(whole.replaceAll("[^\\d]", ""))
        + (cents == null ? 0 : Integer.parseInt(cents) / 100.0);
    return thousands == null ? amount : 1_000 * amount;
  }

  private static Currency currency(String sign) {
    return Currency.getInstance(switch (sign.toLowerCase(Locale.ROOT)) {
      case "£", "gbp" -> "GBP";
      case "$", "usd" -> "USD";
      case "zł", "zl", "pln" -> "PLN";
      case "chf" -> "CHF";
      default -> "EUR";
    });
  }

  private static Salary.@Nullable Period period(String after) {
    String plain = after.toLowerCase(Locale.ROOT);
    if (plain.matches("(?U).*\\b(hour|hr|heure|h|uur|stunde|std|godz\\p{L}*)\\b.*")) {
      return Salary.Period.HOUR;
    }
    if (plain.matches(
        "(?U).*\\b(month|monthly|mois|mensuel\\p{L}*|maand|monat|monatlich|mies\\p{L}*|mc)\\b.*")) {
      return Salary.Period.MONTH;
    }
    if (plain.matches(
        "(?U).*\\b(year|yearly|annum|annual\\p{L}*|pa|an|annuel\\p{L}*|jaar|jahr|jährlich|rok|rocznie)\\b.*")) {
      return Salary.Period.YEAR;
    }
    if (plain.matches("(?U).*\\b(day|jour|dag|tag|dzień)\\b.*")) {
      return Salary.Period.DAY;
    }
    return plain.matches("(?U).*\\b(week|semaine|woche|tydzień)\\b.*") ? Salary.Period.WEEK : null;
  }
}
