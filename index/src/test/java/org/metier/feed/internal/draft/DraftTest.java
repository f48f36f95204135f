package org.metier.feed.internal.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.feed.FeedItem;
import org.metier.feed.ProblemCode;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyFlag;
import org.metier.work.Contract;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class DraftTest {
  private final Draft draft = new Draft("test", "line 1");

  DraftTest() {
    draft.key("id", "1");
    draft.title("title", "Baker");
    draft.description("We bake bread and cake in our old town.");
  }

  private FeedItem.Accepted finished() {
    return (FeedItem.Accepted) draft.finish();
  }

  private Vacancy vacancy() {
    return finished().draft().vacancy();
  }

  @Test
  void terms_written_as_text_are_understood_and_kept_as_written() {
    draft.salaryText("pay", "2.900,50 € brut par mois sur 13 mois");
    draft.hoursText("time", "temps partiel - 19H30");
    draft.contractText("type", "Contrat à durée indéterminée");
    draft.experienceText("experience", "3 ans");
    Vacancy vacancy = vacancy();
    // 2,900.50 thirteen times a year
    assertEquals(new Salary(37_706.5, 37_706.5, Currency.getInstance("EUR"), Salary.Period.YEAR),
        vacancy.salary());
    assertEquals(new WeeklyHours(19.5, 19.5), vacancy.hours());
    assertEquals(Contract.PERMANENT, vacancy.contract());
    assertEquals(36, vacancy.experienceMonths());
    assertEquals("2.900,50 € brut par mois sur 13 mois", vacancy.raw().get("pay"));
    assertEquals(Set.of("pay", "time", "type", "experience"), vacancy.raw().keySet());
  }

  @Test
  void the_country_of_the_place_tells_the_currency_whenever_it_is_stated() {
    draft.salaryText("pay", "od 2 800 brutto miesięcznie");
    draft.place("place", "Łódź", null, null, "PL", null, null);
    assertEquals("PLN", String.valueOf(Objects.requireNonNull(vacancy().salary()).currency()));
  }

  @Test
  void two_countries_tell_no_currency_and_none_is_guessed() {
    draft.salaryText("pay", "od 2 800 brutto miesięcznie");
    draft.place("place", "Łódź", null, null, "PL", null, null);
    draft.place("place", "Gent", null, null, "BE", null, null);
    FeedItem.Accepted item = finished();
    assertNull(item.draft().vacancy().salary());
    assertEquals(List.of(ProblemCode.BAD_SALARY),
        item.remarks().stream().map(p -> p.code()).toList());
  }

  @Test
  void words_without_a_number_are_absent_without_a_complaint() {
    draft.salaryText("pay", "Selon profil");
    draft.hoursText("time", "Vollzeit");
    draft.contractText("type", "umowa zlecenie");
    draft.experienceText("experience", "Expérience exigée");
    FeedItem.Accepted item = finished();
    assertEquals(List.of(), item.remarks());
    assertNull(item.draft().vacancy().salary());
    assertNull(item.draft().vacancy().hours());
    assertNull(item.draft().vacancy().contract());
    assertNull(item.draft().vacancy().experienceMonths());
    assertEquals("Selon profil", item.draft().vacancy().raw().get("pay"));
  }

  @Test
  void what_is_stated_as_a_number_goes_before_what_is_written() {
    draft.hours("hours", 38.0, null);
    draft.hoursText("time", "20 hours per week");
    draft.salary("pay", 2_000.0, null, Currency.getInstance("EUR"), Salary.Period.MONTH);
    draft.salaryText("pay", "3000 EUR per month");
    assertEquals(new WeeklyHours(38, 38), vacancy().hours());
    assertEquals(2_000, Objects.requireNonNull(vacancy().salary()).min());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "https://jobs.example/zażółć?q=é#ü|https://jobs.example/za%C5%BC%C3%B3%C5%82%C4%87?q=%C3%A9#%C3%BC",
    "http://jobs.example/a\u00a0b|http://jobs.example/a%C2%A0b",
    "https://büro.example/x|https://xn--bro-hoa.example/x",
    "https://jobs.example/<U+041E><U+043F>|https://jobs.example/%D0%9E%D0%BF",
    "https://jobs.example/a%20b|https://jobs.example/a%20b",
    "https://[2001:db8::1]:8080/x|https://[2001:db8::1]:8080/x"})
  void an_address_in_letters_of_any_script_becomes_one_that_every_program_takes(String received,
      String address) {
    draft.url("url", received);
    FeedItem.Accepted item = finished();
    assertEquals(address, item.draft().vacancy().url());
    assertEquals(List.of(), item.remarks());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs.example/1", "javascript:alert(1)", "https://", "https:///x",
    "https://jobs.example/a b", "https://jobs.example/<U+0020>", "https://jobs.example/\"x",
    "https://jobs\u3002\u3002example/1"})
  void what_is_no_address_is_left_out_and_reported(String received) {
    draft.url("url", received);
    FeedItem.Accepted item = finished();
    assertNull(item.draft().vacancy().url());
    assertEquals(List.of(ProblemCode.BAD_URL),
        item.remarks().stream().map(p -> p.code()).toList());
  }

  @Test
  void contacts_reach_no_part_of_the_vacancy() {
    draft.title("title", "Baker, call 600 100 200");
    draft.description("Ask Anna Nowak, tel. 600 100 200, or anna@jobs.example.pl");
    draft.employer("Bakery, anna@jobs.example.pl");
    draft.place("place", "Łódź, tel. 600 100 200", null, null, "PL", null, null);
    draft.raw("other", "Telegram: @annajobs");
    draft.salaryText("pay", "ask anna@jobs.example.pl");
    draft.url("url", "https://jobs.example.pl/apply?to=1");
    String all = vacancy().toString().toLowerCase(Locale.ROOT);
    assertTrue(!all.contains("anna") && !all.contains("600") && !all.contains("nowak"), all);
    assertEquals("https://jobs.example.pl/apply?to=1", vacancy().url());
  }

  @Test
  void flags_tell_what_was_hidden_or_asked_for() {
    draft.description("<p>Bake. Write us on Telegram: @jobs</p><p style='display:none'>nurse</p>");
    assertEquals(Set.of(VacancyFlag.HIDDEN_TEXT, VacancyFlag.SUSPICIOUS_CONTACT),
        vacancy().flags());
    assertEquals("Bake. Write us on Telegram[…]", vacancy().description());
  }
}
