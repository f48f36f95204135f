package org.metier.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Contract;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class TermFinderTest {
  private static final String TEXT = """
      We offer a permanent contract of 38 hours per week. Salary: 2,400 - 2,900 EUR per month.
      You have at least two years of experience. Five years of experience in the city are a plus.""";

  private static Vacancy.Builder vacancy(String text) {
    return Vacancy.builder(new VacancyId("test", "1"), "Baker").description(text);
  }

  private static Vacancy completed(Vacancy stated) {
    Vacancy.Builder builder = stated.toBuilder();
    TermFinder.complete(builder, stated, new Cues(Language.EN, stated.description()));
    return builder.build();
  }

  @Test
  void terms_that_the_source_leaves_to_the_text_are_found_with_their_words() {
    Vacancy found = completed(vacancy(TEXT).build());
    assertEquals(new Salary(2_400, 2_900, Currency.getInstance("EUR"), Salary.Period.MONTH),
        found.salary());
    assertEquals(new WeeklyHours(38, 38), found.hours());
    assertEquals(Contract.PERMANENT, found.contract());
    assertEquals(24, found.experienceMonths()); // the five years are only a plus
    assertEquals(Set.of("text:salary", "text:hours", "text:contract", "text:experience"),
        found.raw().keySet());
    found.raw().values().forEach(words -> assertTrue(TEXT.contains(words.strip()), words));
  }

  @Test
  void what_the_source_states_is_never_overruled() {
    Salary salary = new Salary(20, 22, Currency.getInstance("EUR"), Salary.Period.HOUR);
    Vacancy stated = vacancy(TEXT).salary(salary)
        .hours(new WeeklyHours(20, 20))
        .contract(Contract.AGENCY)
        .experienceMonths(0)
        .raw(Map.of("pay", "20 - 22"))
        .build();
    assertEquals(stated, completed(stated));
  }

  @Test
  void a_text_that_names_nothing_leaves_everything_absent() {
    Vacancy found = completed(
        vacancy("We bake bread from 4 to 12 o'clock for 2,000 customers.").build());
    assertEquals(Map.of(), found.raw());
    assertNull(found.salary());
    assertNull(found.hours());
    assertNull(found.contract());
    assertNull(found.experienceMonths());
  }
}
