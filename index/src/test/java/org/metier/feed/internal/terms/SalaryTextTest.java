package org.metier.feed.internal.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.feed.ProblemCode;
import org.metier.work.Salary;

class SalaryTextTest {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Currency ZLOTY = Currency.getInstance("PLN");

  private static String stated(String text, @Nullable Currency ofCountry) {
    return switch (SalaryText.stated(text, ofCountry)) {
      case Reading.Found<Salary>(var salary, var span) -> text(salary);
      case Reading.Absent<Salary> _ -> "absent";
      case Reading.Unclear<Salary>(var code, var expected) -> code.toString();
    };
  }

  private static String text(Salary salary) {
    return "%.2f-%.2f %s %s".formatted(salary.min(), salary.max(), salary.currency(),
        salary.period());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "30000 - 33000 EUR per year;30000.00-33000.00 EUR YEAR",
    "£30k per annum;30000.00-30000.00 GBP YEAR",
    "£30k;30000.00-30000.00 GBP YEAR", "30 - 35k €/an;30000.00-35000.00 EUR YEAR",
    "entre 50/70 K€ par an;50000.00-70000.00 EUR YEAR",
    "30-35 Ke annuel;30000.00-35000.00 EUR YEAR",
    "od 2 800 zł UoP brutto/mies.;2800.00-2800.00 PLN MONTH",
    "3 000 - 3 500 zł brutto / mies.;3000.00-3500.00 PLN MONTH",
    "4500.00 - 5000.00 PLN (za miesiąc brutto);4500.00-5000.00 PLN MONTH",
    "19,50-25 zł UZ brutto/h;19.50-25.00 PLN HOUR", "21 zł brutto/godz.;21.00-21.00 PLN HOUR",
    "2.900,50 € brut par mois sur 13 mois;37706.50-37706.50 EUR YEAR",
    "2000 € brut par mois sur 12 mois;2000.00-2000.00 EUR MONTH",
    "Mensuel de 1900.0 Euros à 2000.0 Euros sur 12.0 mois;1900.00-2000.00 EUR MONTH",
    "19,84 EUR/h;19.84-19.84 EUR HOUR", "Horaire de 11.88 Euros;11.88-11.88 EUR HOUR",
    "18,191 euro / uur;18.19-18.19 EUR HOUR", "€50 000 - €70 000/jaar;50000.00-70000.00 EUR YEAR",
    "min. 3542 - max. 4625 euro bruto per maand;3542.00-4625.00 EUR MONTH",
    "tussen €2.400 en €3.600 bruto;2400.00-3600.00 EUR MONTH",
    "3.200,00 Euro brutto im Monat;3200.00-3200.00 EUR MONTH",
    "14,50 € pro Stunde;14.50-14.50 EUR HOUR",
    "CHF 6'500 monatlich;6500.00-6500.00 CHF MONTH", "$25 an hour;25.00-25.00 USD HOUR",
    "umowa o pracę5 000-6 000 zł brutto / mies.kontrakt B2B7 000-9 000 zł netto (+ VAT) / mies.;5000.00-6000.00 PLN MONTH",
    "25-30 zł B2B netto/h 20-25 zł UZ brutto/h;20.00-25.00 PLN HOUR",
    "2000 € brut, 35 heures par semaine;2000.00-2000.00 EUR MONTH",
    "30 000 SEK i månaden;30000.00-30000.00 SEK MONTH"})
  void pay_is_read_as_people_write_it(String text, String expected) {
    assertEquals(expected, stated(text, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"25-30 zł netto/godz.", "6 000 - 10 000 PLN + vat (B2B) per month",
    "8 000 - 15 000 zł netto (+VAT)/mies.",
    "1 600 € nets par mois", "do 9 000 PLN", "up to £40k", "jusqu'à 30000 euros/an", "0", "1",
    "0 - 0 EUR",
    "Selon profil", "salaire à déterminer", "DOE", "marktconform", "3200 EUR na rękę"})
  void net_pay_upper_bounds_placeholders_and_mere_words_are_absent(String text) {
    assertEquals("absent", stated(text, EURO));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"30000 - 33000;BAD_SALARY", "10500 EUR;BAD_SALARY",
    "30000 EUR/h;IMPLAUSIBLE_SALARY", "290000 EUR per month;IMPLAUSIBLE_SALARY",
    "3000 kr per month;BAD_SALARY"})
  void what_cannot_be_understood_is_reported(String text, ProblemCode code) {
    assertEquals(code.toString(), stated(text, null));
  }

  @Test
  void the_country_tells_a_currency_only_where_the_text_does_not() {
    assertEquals("30000.00-33000.00 EUR YEAR", stated("30000 - 33000", EURO));
    assertEquals("3000.00-3000.00 PLN MONTH", stated("3000 brutto miesięcznie", ZLOTY));
    assertEquals("3000.00-3000.00 EUR MONTH", stated("3000 EUR miesięcznie", ZLOTY));
    assertEquals("31000.00-31000.00 SEK MONTH",
        stated("31 000 kr per month", Currency.getInstance("SEK")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "We bake. Salary: £28,000 to £31,000 per year. 25 days off.;28000.00-31000.00 GBP YEAR",
    "Rémunération : à partir de 1 859.47€ brut/mois + variables;1859.47-1859.47 EUR MONTH",
    "Salaire: 12 euros /heure - Rythme en 3X8;12.00-12.00 EUR HOUR",
    "Vergoeding: min. 3000 - max. 5000 euro bruto per maand Je komt bij ons;3000.00-5000.00 EUR MONTH",
    "Wynagrodzenie brutto:od 2 800 PLN System wynagrodzenia:Czasowy ze stawką miesięczną;2800.00-2800.00 PLN MONTH",
    "loon volgens het barema (min. 19,096 euro/uur). Je krijgt;19.10-19.10 EUR HOUR",
    "starten aan een loon van 18.191 euro bruto uur, aangevuld met alle andere voordelen;18.19-18.19 EUR HOUR",
    "Stundenlohn von 15,20 € pro Stunde;15.20-15.20 EUR HOUR"})
  void pay_in_running_text_counts_with_cue_currency_and_period(String text, String expected) {
    Reading.Found<Salary> found = SalaryText.in(text);
    assertEquals(expected, found == null ? "absent" : text(found.value()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Prime SEGUR 238 € brut par mois", "maaltijdcheques van 8 € per dag",
    "premia do 600 zł brutto miesięcznie", "obrót 3 000 000 zł rocznie", "wynagrodzenie 2500 zł",
    "Salaire de 1 600 € nets par mois", "25 zł netto za godz. pracy, wynagrodzenie",
    "Wynagrodzenie 3 000 zł brutto mies. (młodszy), 4 000 zł brutto mies. (starszy)",
    "a salary up to £40,000 per year", "dodatek 550 zł brutto/mies.", "We sell for 30 € per hour"})
  void anything_less_in_running_text_is_no_pay(String text) {
    assertNull(SalaryText.in(text));
  }

  @RepeatedTest(300)
  void whatever_is_written_pay_is_plausible_and_nothing_breaks(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    String[] parts = {"1", "0", "2 800", "3.500,50", "19,84", "999999999", "€", "zł", "k", "-",
      " à ", "/h",
      "brutto", "netto", " mies.", "sur 13 mois", "per year", "EUR", ",", ".", "'", " ", "do ",
      "kr", "%"};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    if (SalaryText.stated(text.toString(),
        EURO) instanceof Reading.Found<Salary>(var salary, var span)) {
      assertTrue(
          salary.period() == Salary.Period.YEAR || Pay.isPlausible(salary.min(), salary.max(),
              salary.currency(), salary.period()),
          text.toString());
      assertTrue(span.end() <= text.length());
    }
    Reading.Found<Salary> found = SalaryText.in(text.toString());
    if (found != null) {
      assertInstanceOf(Reading.Found.class, found);
      assertTrue(Pay.isUsual(found.value().min(), found.value().max(), found.value().currency(),
          found.value().period()), text.toString());
    }
  }

  @Test
  void an_amount_fits_one_period_at_most() {
    for (double amount = 1; amount < 400_000; amount *= 1.01) {
      int fits = 0;
      for (Salary.Period period : new Salary.Period[]{Salary.Period.HOUR, Salary.Period.MONTH,
        Salary.Period.YEAR}) {
        fits += Pay.isUsual(amount, amount, EURO, period) ? 1 : 0;
      }
      assertTrue(fits <= 1, "amount " + amount);
    }
  }
}
