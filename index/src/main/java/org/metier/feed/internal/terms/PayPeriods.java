package org.metier.feed.internal.terms;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.work.Salary.Period;

/// The words that say what an amount is paid for. Stateless.
final class PayPeriods {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String PER = "(?:/ ?|(?<!\\p{L})(?:(?:per|par|pro|an?|na|za|each|every|im|in der|w|po|je) (?:1 )?"
      + "|p/|de l['’]|à l['’]|l['’]))";
  private static final Map<Period, Pattern> WORDS = words();

  private PayPeriods() {}

  private static Map<Period, Pattern> words() {
    Map<Period, Pattern> words = new EnumMap<>(Period.class);
    words.put(Period.HOUR, pattern("h|hr|hour|heure|uur|u|stunde|std|godz\\p{L}*",
        "(?<=(?:bruto|euro) )uur|godz\\.|hourly|horaire|taux horaire|stündlich|uurloon|stundenlohn|godzinow\\p{L}+"));
    words.put(Period.DAY, pattern("day|jour|journée|dag|tag|dzień|dniówk\\p{L}+",
        "daily|journali[eè]re?|täglich|dziennie|dagloon|tagessatz"));
    words.put(Period.WEEK, pattern("week|semaine|woche|tydz\\p{L}*",
        "weekly|hebdo\\p{L}*|wöchentlich|tygodniow\\p{L}+|tyg\\.|weekloon"));
    words.put(Period.MONTH, pattern("month|mois|maand|monat|mies\\p{L}*|mnd",
        "mies\\.|monthly|mensuel\\p{L}*|monatlich|miesięczn\\p{L}+|maandelijks|maandloon|maandsalaris"
            + "|brutomaandloon|monatsgehalt|monatslohn|bruttomonats\\p{L}*"));
    words.put(Period.YEAR, pattern("year|annum|an|année|jaar|jahr|rok",
        "yearly|annual\\p{L}*|annuel\\p{L}*|p\\. ?a\\.|jährlich|jahresgehalt|rocznie|jaarlijks|jaarsalaris"));
    return words;
  }

  private static Pattern pattern(String behindPer, String alone) {
    return Pattern.compile(
        "(?:" + PER + "(?:" + behindPer + ")|(?<!\\p{L})(?:" + alone + "))(?!\\p{L})",
        FLAGS);
  }

  /// The period that is named first.
  static @Nullable Period first(CharSequence text) {
    Period first = null;
    int start = Integer.MAX_VALUE;
    for (var entry : WORDS.entrySet()) {
      Matcher found = entry.getValue().matcher(text);
      if (found.find() && found.start() < start) {
        first = entry.getKey();
        start = found.start();
      }
    }
    return first;
  }

  /// The period that a text names, if it names no other.
  static @Nullable Period only(CharSequence text) {
    Set<Period> named = EnumSet.noneOf(Period.class);
    WORDS.forEach((period, words) -> {
      if (words.matcher(text).find()) {
        named.add(period);
      }
    });
    return named.size() == 1 ? named.iterator().next() : null;
  }
}
