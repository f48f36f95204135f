package org.metier.duplicate;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.text.internal.GatedPattern;
import org.metier.vacancy.Vacancy;
import org.metier.work.Salary;

/// Advertisements so short that runs of words cannot tell them: public services publish a title, a town, the
/// pay and the schooling, often without the employer, and each board words the little there is its own way.
/// What such a text states in figures tells more than how it is worded.
final class BriefText {
  /// Towns under which a brief text is looked for.
  static final int MOST_TOWNS = 3;
  /// Longer texts are known by their words.
  private static final int MOST_SHINGLES = 120;
  /// A title of one word, such as that of a shop assistant, is that of many jobs in any town.
  private static final int LEAST_WORDS = 2;
  /// An amount with its currency behind it; thousands may be parted.
  private static final GatedPattern AMOUNT = GatedPattern.of(Pattern.compile(
      "(?<![\\p{L}\\d.,/-])(\\d{1,3}(?:[ .\\u00A0]\\d{3})+(?![\\d])|\\d{2,6})(?:[.,](\\d{1,2}))?"
          + "\\s?(?:-\\s?[\\d .,\\u00A0]{2,9})?(?:zł|pln|eur|euro|€|sek|nok|kr|chf|gbp)(?!\\p{L})",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));

  private BriefText() {}

  /// @return the first amount of money in the text, else the least pay of the field, in its shortest form:
  ///     `2800`, `18.3`
  static @Nullable String figure(Vacancy vacancy, Signature signature) {
    if (signature.size() > MOST_SHINGLES) {
      return null;
    }
    GatedPattern.Search amounts = AMOUNT.in(vacancy.description());
    if (amounts.next()) {
      String cents = amounts.match().group(2);
      String whole = amounts.match().group(1).replaceAll("\\D", "");
      return shortest(new BigDecimal(cents == null ? whole : whole + "." + cents));
    }
    Salary salary = vacancy.salary();
    return salary == null ? null : shortest(BigDecimal.valueOf(salary.min()));
  }

  private static String shortest(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  /// Whether a title says enough to tell jobs of one town apart.
  ///
  /// @param title as [TitleForm] has it
  static boolean isTelling(String title) {
    return new TitleForm(title).words().size() >= LEAST_WORDS;
  }

  /// Whether two brief texts state the same pay to the figure under a telling title. A board shows a vacancy
  /// once: two brief texts of one board are two vacancies.
  static Agreement compare(Advert a, Advert b) {
    boolean isSame = a.figure() != null && a.figure().equals(b.figure())
        && !a.publisher().equals(b.publisher()) && isTelling(a.title()) && isTelling(b.title());
    return isSame ? Agreement.AGREES : Agreement.UNKNOWN;
  }
}
