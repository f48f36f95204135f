package org.metier.feed.internal.terms;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.text.Span;
import org.metier.text.internal.GatedPattern;

/// An amount or a range of amounts as somebody wrote it.
///
/// @param readings what it may mean: `18.191` is a number of thousands or of thousandths, the more usual
///     reading first
/// @param currency as written, null when it is not; `kr` is the crown of whatever country, see [#isCrown]
/// @param isUpTo whether it names only the most
record Money(List<Range> readings, @Nullable Currency currency, boolean isCrown, boolean isUpTo,
    Span span) {
  /// @param max at least `min`
  record Range(double min, double max) {}

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String NUMBER = "(?:\\d{1,3}(?:[ \\u00a0\\u202f.,'’]\\d{3})+(?:[.,]\\d{1,2})?(?![\\d])|\\d{1,7}(?:[.,]\\d{1,3})?(?!\\d))";
  private static final String THOUSAND = "(?: ?(?:k(?!\\p{L}|r|ę)|k(?=€|e(?!\\p{L})|eur)|tys\\.?|tsd\\.?))?";
  private static final String SIGN_BEFORE = "(?:(€|£|\\$|eur|euro|gbp|usd|pln|chf|sek|nok|dkk) ?)?";
  private static final String SIGN_AFTER = "(?: ?(€|£|\\$|euros?(?!\\p{L})|eur(?!\\p{L})|zł(?:ot\\p{L}+)?|zl(?!\\p{L})|pln|gbp|usd|chf|sek|nok|dkk|czk|kč"
      + "|kr(?!\\p{L})\\.?|e(?!\\p{L})(?<=k ?e)))?";
  private static final String AMOUNT = SIGN_BEFORE + "(" + NUMBER + ")(" + THOUSAND + ")"
      + SIGN_AFTER;
  private static final GatedPattern RANGE = GatedPattern.of(Pattern.compile(
      "(?<![\\p{N}.,:%])(?:(up to|do|nawet|tot|bis zu|bis|jusqu['’]à|maximum|max\\.?) )?" + AMOUNT
          + "(?:(?: ?[-–—] ?|/| (?:do|to|tot|bis|à|a|en|et|und|and|oraz) )(?:max\\.? ?)?" + AMOUNT
          + ")?",
      FLAGS));
  /// What makes a number one of something else.
  private static final Pattern OTHER_UNIT = Pattern.compile(
      "^ ?(?:%|°|\\d?x\\d|[-– ]?(?:h(?!\\p{L})|hours?|heures?|uur|uren|std|stunden|godz|lat(?!\\p{L})|ans?(?!\\p{L})"
          + "|years?|jaar|jahre?|mois|months?|maanden|monate|miesi|dni(?!\\p{L})|days?|jours?|dagen|tage))",
      FLAGS);

  /// All amounts of a text in order, those of other things than money left out. Linear in its length.
  static List<Money> in(String text) {
    List<Money> all = new ArrayList<>();
    GatedPattern.Search search = RANGE.in(text);
    while (search.next()) {
      MatchResult found = search.match();
      Money money = of(found);
      String rest = text.substring(found.end(), Math.min(text.length(), found.end() + 12));
      boolean isSigned = money != null && (money.currency != null || money.isCrown);
      if (money != null && (isSigned || !OTHER_UNIT.matcher(rest).find())) {
        all.add(money);
      }
    }
    return all;
  }

  private static @Nullable Money of(MatchResult found) {
    String low = found.group(3);
    String high = found.group(7);
    String highUnit = found.group(8);
    boolean isThousands = !found.group(4).isBlank();
    boolean isHighThousands = high != null && !highUnit.isBlank();
    String sign = first(found.group(2), found.group(5), found.group(6), found.group(9));
    List<Range> readings = new ArrayList<>();
    for (double min : numbers(low)) {
      for (double max : numbers(high == null ? low : high)) {
        double most = isHighThousands || (high == null && isThousands) ? max * 1_000 : max;
        // "30 - 35k"
        double least = isThousands || (isHighThousands && min < most / 100) ? min * 1_000 : min;
        if (most >= least && (high != null || min == max)) {
          readings.add(new Range(least, most));
        }
      }
    }
    if (readings.isEmpty()) {
      return null;
    }
    return new Money(List.copyOf(readings), currency(sign), isCrown(sign), found.group(1) != null
        && high == null, new Span(found.start(), found.end()));
  }

  private static @Nullable String first(@Nullable String... signs) {
    for (String sign : signs) {
      if (sign != null) {
        return sign;
      }
    }
    return null;
  }

  /// The readings of a number: the last sign parts decimals when one or two digits follow it; before
  /// three it may do either.
  private static List<Double> numbers(String written) {
    String plain = written.replaceAll("[ \\u00a0\\u202f'’]", "");
    int last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
    if (last < 0) {
      return List.of(Double.parseDouble(plain));
    }
    int decimals = plain.length() - last - 1;
    String whole = plain.substring(0, last).replaceAll("[.,]", "");
    double split = Double.parseDouble(whole + "." + plain.substring(last + 1));
    double joined = Double.parseDouble(whole + plain.substring(last + 1));
    boolean hasOneSign = plain.replaceAll("\\d", "").length() == 1
        && plain.length() == written.length();
    if (decimals < 3) {
      return List.of(split);
    }
    return hasOneSign && last <= 3 ? List.of(joined, split) : List.of(joined);
  }

  private static boolean isCrown(@Nullable String sign) {
    return sign != null && sign.toLowerCase(Locale.ROOT).startsWith("kr");
  }

  private static @Nullable Currency currency(@Nullable String sign) {
    if (sign == null || isCrown(sign)) {
      return null;
    }
    String plain = sign.toLowerCase(Locale.ROOT);
    String code = switch (plain) {
      case "€", "e", "euro", "euros" -> "EUR";
      case "£" -> "GBP";
      case "$" -> "USD";
      case "kč" -> "CZK";
      default -> plain.startsWith("z") ? "PLN" : plain.toUpperCase(Locale.ROOT);
    };
    return Currency.getInstance(code);
  }
}
