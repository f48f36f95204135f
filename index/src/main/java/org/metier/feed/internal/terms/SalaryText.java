package org.metier.feed.internal.terms;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.terms.Money.Range;
import org.metier.text.Span;
import org.metier.text.internal.GatedPattern;
import org.metier.work.Salary;
import org.metier.work.Salary.Period;

/// Reads gross pay from what people write in five languages. Net pay, "up to" and what depends on the
/// person are no gross range and so absent. Stateless; linear in the length of the text.
public final class SalaryText {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  /// How far around an amount the words are looked for that tell what it is.
  private static final int AROUND = 60;
  private static final int MOST_PAYMENTS = 16;

  /// A digit with a currency not far behind or right before it.
  private static final GatedPattern SIGN = GatedPattern.of(Pattern.compile(
      "\\d[ .,k-]{0,3}(?:€|£|\\$|eur|zł|zl|pln|gbp|usd|chf|sek|nok|dkk|czk|tys|ke)|(?:€|£|\\$|eur|pln|chf) ?\\d",
      Pattern.CASE_INSENSITIVE));
  private static final Pattern PAYMENTS = Pattern.compile(
      "(?<!\\p{L})(?:sur|x|×|over) ?(\\d{1,2}(?:[.,]\\d)?) ?(?:mois|months|maanden|monate)(?!\\p{L})",
      FLAGS);
  private static final Pattern NET = Pattern.compile(
      "(?<!\\p{L})(?:netto(?!-)|nett?s?(?!\\p{L})|na rękę|do ręki)"
          + "|\\+ ?(?:vat|btw|tva|mwst)(?!\\p{L})",
      FLAGS);
  private static final Pattern GROSS = Pattern.compile(
      "(?<!\\p{L})(?:brutto\\p{L}*|bruto\\p{L}*|brut(?:e|s|es)?(?!\\p{L})|gross(?!\\p{L}))", FLAGS);
  private static final Pattern PAY_WORD = Pattern.compile(
      "(?<!\\p{L})(?:salar(?:y|ies)|wages?|pay(?: rate)?|remuneration|compensation|salaire|rémunération|traitement"
          + "|taux horaire|salaris\\p{L}*|(?:bruto|uur|maand|jaar|start)?(?:loon|lonen|verloning|vergoeding)"
          + "|brutosalaris|wedde|verdien\\p{L}*|wynagrodzeni\\p{L}+|stawk\\p{L}+|zarobk\\p{L}+|pensj\\p{L}+"
          + "|zarabia\\p{L}+|uposażeni\\p{L}+|gehalt|(?:stunden|monats|brutto)?lohn|vergütung|bezahlung|verdienst)"
          + "(?!\\p{L})",
      FLAGS);
  /// Money that is not the pay itself.
  private static final Pattern EXTRA = Pattern.compile(
      "(?<!\\p{L})(?:bonus\\p{L}*|premi\\p{L}+|primes?|dodat\\p{L}+|panier|transport|indemnit\\p{L}+|repas|ticket\\p{L}*"
          + "|maaltijdcheque\\p{L}*|ecocheque\\p{L}*|cheque\\p{L}*|toeslag\\p{L}*|onkosten\\p{L}*|eindejaars\\p{L}*"
          + "|zulage\\p{L}*|zuschlag|prämie\\p{L}*|allowance|voucher\\p{L}*|budget|kara|kaucj\\p{L}+|zakwaterowani\\p{L}*"
          + "|dofinansowan\\p{L}+|zwrot\\p{L}*|obrót|chiffre d'affaires|omzet|umsatz|turnover|diet\\p{L}*|segur"
          + "|wpisow\\p{L}+|ubezpieczeni\\p{L}*|polecen\\p{L}+|do kwoty|pakiet\\p{L}*|mutuelle|\\+)",
      FLAGS);
  private static final Pattern SENTENCE = Pattern
      .compile("[!?;\\n•]|(?<=[\\p{Ll})]{3})\\. (?=\\p{Lu})");

  private SalaryText() {}

  /// What a field for pay says.
  ///
  /// @param ofCountry the currency of the country that the source states, null when it states none: it
  ///     counts when the text names none, or only crowns
  public static Reading<Salary> stated(String text, @Nullable Currency ofCountry) {
    Double payments = payments(text);
    String plain = withoutPayments(text);
    List<Money> all = Money.in(plain);
    if (all.stream().anyMatch(m -> m.currency() != null || m.isCrown())) {
      all = all.stream().filter(m -> m.currency() != null || m.isCrown()).toList();
    }
    boolean isPlaceholder = !all.isEmpty()
        && all.stream().allMatch(m -> m.readings().getLast().max() <= 1);
    if (isPlaceholder || plain.chars().noneMatch(Character::isDigit)) {
      return new Reading.Absent<>();
    }
    if (all.isEmpty()) {
      return new Reading.Unclear<>(ProblemCode.BAD_SALARY, Pay.expected());
    }
    for (int i = 0; i < all.size(); i++) {
      Money money = all.get(i);
      Context context = Context.of(plain, all, i);
      if (!money.isUpTo() && !context.isNet()) {
        return read(money, context.period(), ofCountry, payments);
      }
    }
    return new Reading.Absent<>();
  }

  private static Reading<Salary> read(Money money, @Nullable Period named,
      @Nullable Currency ofCountry, @Nullable Double payments) {
    Currency currency = money.currency() == null ? ofCountry : money.currency();
    if (currency == null) {
      return new Reading.Unclear<>(ProblemCode.BAD_SALARY, Pay.expected());
    }
    for (Range range : money.readings()) {
      Period period = named == null ? Pay.onlyPeriod(range.min(), range.max(), currency) : named;
      if (period != null && range.min() > 0
          && Pay.isPlausible(range.min(), range.max(), currency, period)) {
        boolean isMore = payments != null && period == Period.MONTH && payments > 12
            && payments <= MOST_PAYMENTS;
        return new Reading.Found<>(isMore && payments != null
            ? Pay.yearly(range.min(), range.max(), currency, payments)
            : new Salary(range.min(), range.max(), currency, period), money.span());
      }
    }
    return named == null
        ? new Reading.Unclear<>(ProblemCode.BAD_SALARY, Pay.expected())
        : new Reading.Unclear<>(ProblemCode.IMPLAUSIBLE_SALARY,
            "what somebody can earn in that period");
  }

  /// The pay that a running text names with currency, period and a word for pay or gross, unless it names
  /// several: whose they are only a person can tell.
  ///
  /// @return null when there is none
  public static Reading.@Nullable Found<Salary> in(String text) {
    if (!SIGN.isIn(text)) {
      return null;
    }
    List<Money> all = Money.in(text);
    Map<Salary, Span> found = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Money money = all.get(i);
      if (money.currency() == null || money.isUpTo()) {
        continue;
      }
      Context context = Context.of(text, all, i);
      Period period = context.period();
      if (period != null && context.isPay() && !context.isNet()) {
        for (Range range : money.readings()) {
          if (Pay.isUsual(range.min(), range.max(), money.currency(), period)) {
            found.putIfAbsent(new Salary(range.min(), range.max(), money.currency(), period),
                context.whole());
            break;
          }
        }
      }
    }
    if (found.size() != 1) {
      return null;
    }
    var only = found.entrySet().iterator().next();
    return new Reading.Found<>(only.getKey(), only.getValue());
  }

  private static @Nullable Double payments(String text) {
    Matcher found = PAYMENTS.matcher(text);
    return found.find() ? Double.valueOf(found.group(1).replace(',', '.')) : null;
  }

  /// Blanks in their place, so that what stays keeps its offsets.
  private static String withoutPayments(String text) {
    return PAYMENTS.matcher(text).replaceAll(m -> " ".repeat(m.group().length()));
  }

  /// The words around an amount, up to the next amount, number or end of the sentence.
  private record Context(String before, String after, Span whole) {
    static Context of(String text, List<Money> all, int index) {
      Span span = all.get(index).span();
      int start = Math.max(span.start() - AROUND,
          index == 0 ? 0 : all.get(index - 1).span().end());
      int end = Math.min(Math.min(span.end() + AROUND, text.length()),
          index + 1 == all.size() ? text.length() : all.get(index + 1).span().start());
      Matcher ends = SENTENCE.matcher(text).region(start, span.start());
      while (ends.find()) {
        start = ends.end();
      }
      if (ends.region(span.end(), end).find()) {
        end = ends.start();
      }
      for (int at = span.end(); at < end; at++) {
        char before = text.charAt(at - 1);
        if (Character.isDigit(text.charAt(at)) && before != '/' && !Character.isLetter(before)) {
          end = at;
        }
      }
      return new Context(text.substring(start, span.start()), text.substring(span.end(), end),
          new Span(start, end));
    }

    @Nullable
    Period period() {
      Period behind = PayPeriods.first(after);
      return behind == null ? PayPeriods.only(before) : behind;
    }

    /// Gross or net goes by the nearer word, behind the amount first.
    boolean isNet() {
      int net = start(NET, after);
      int gross = start(GROSS, after);
      if (net >= 0 || gross >= 0) {
        return net >= 0 && (gross < 0 || net < gross);
      }
      return start(NET, before) >= 0 && start(GROSS, before) < 0;
    }

    boolean isPay() {
      boolean isNamed = PAY_WORD.matcher(before).find() || GROSS.matcher(before).find()
          || start(GROSS, after) >= 0;
      return isNamed && !EXTRA.matcher(before).find();
    }

    private static int start(Pattern pattern, String text) {
      Matcher found = pattern.matcher(text);
      return found.find() ? found.start() : -1;
    }
  }
}
