package org.metier.coding;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.terms.ContractText;
import org.metier.feed.internal.terms.ExperienceText;
import org.metier.feed.internal.terms.HoursText;
import org.metier.feed.internal.terms.Reading;
import org.metier.feed.internal.terms.SalaryText;
import org.metier.text.Span;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Finds pay, weekly hours, contract and experience in a description, where the source states none. The
/// words that say it are kept among the raw values, as `text:salary` and so on. Rather nothing than
/// something wrong: a text that names several is left alone. Stateless.
final class TermFinder {
  static final String SALARY = "text:salary";
  static final String HOURS = "text:hours";
  static final String CONTRACT = "text:contract";
  static final String EXPERIENCE = "text:experience";

  private static final int MAX_SNIPPET = 120;

  private TermFinder() {}

  /// @param stated what the source says; its own terms stay as they are
  /// @param cues of its description, null when its language is unknown: then nobody can tell whether
  ///     experience is asked for or only wished for
  static void complete(Vacancy.Builder vacancy, Vacancy stated, @Nullable Cues cues) {
    String text = stated.description();
    Map<String, String> raw = new TreeMap<>(stated.raw());
    if (stated.salary() == null) {
      Reading.Found<Salary> found = SalaryText.in(text);
      if (found != null) {
        vacancy.salary(found.value());
        raw.put(SALARY, snippet(text, found.span()));
      }
    }
    if (stated.hours() == null) {
      Reading.Found<WeeklyHours> found = HoursText.in(text);
      if (found != null) {
        vacancy.hours(found.value());
        raw.put(HOURS, snippet(text, found.span()));
      }
    }
    if (stated.contract() == null) {
      Reading.Found<Contract> found = ContractText.in(text);
      if (found != null) {
        vacancy.contract(found.value());
        raw.put(CONTRACT, snippet(text, found.span()));
      }
    }
    if (stated.experienceMonths() == null && cues != null) {
      Reading.Found<Integer> found = ExperienceText.in(text,
          span -> cues.importance(span) != Importance.DESIRED);
      if (found != null) {
        vacancy.experienceMonths(found.value());
        raw.put(EXPERIENCE, snippet(text, found.span()));
      }
    }
    vacancy.raw(raw);
  }

  private static String snippet(String text, Span span) {
    String words = span.of(text).strip().replace('\n', ' ');
    return words.length() <= MAX_SNIPPET ? words : words.substring(0, MAX_SNIPPET - 1) + "…";
  }
}
