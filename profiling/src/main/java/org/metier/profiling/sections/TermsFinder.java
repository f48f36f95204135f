package org.metier.profiling.sections;

import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Availability;
import org.metier.profile.PartialDate;
import org.metier.profile.Wishes;
import org.metier.text.Span;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.WeeklyHours;

/// Reads what a person asks of work besides its title: when to begin, hours, contract, distance, working from
/// elsewhere and pay, in five languages at once. What is not said stays unsaid. Thread-safe.
final class TermsFinder {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
      | Pattern.UNICODE_CHARACTER_CLASS;
  private static final double KM_PER_MILE = 1.609344;

  private static final Pattern BEGIN = Pattern.compile(
      "\\b(?:availab\\w+|can start|start date|earliest start|disponib\\w+|beschikbaar\\w*|inzetbaar|verfügbar\\w*"
          + "|eintritt\\w*|arbeitsbeginn|dostępn\\w+|mogę zacząć|gotow\\w+ do podjęcia)\\b[^\\n]{0,40}",
      FLAGS);
  private static final Pattern AT_ONCE = Pattern.compile(
      "\\b(?:immediate(?:ly)?|at once|right away|now|immédiate(?:ment)?|(?:tout )?de suite|sans délai|per direct"
          + "|direct|onmiddellijk|meteen|sofort|umgehend|od zaraz|natychmiast(?:ow\\w+)?|zaraz)\\b",
      FLAGS);
  private static final Pattern NOTICE = Pattern.compile(
      "\\b(?:notice(?: period)?|préavis|opzegtermijn|opzeg|kündigungsfrist|okres(?:em)? wypowiedzenia)\\b"
          + "[ :]*(?:of |de |van |von |beträgt |is )?(\\p{L}+|\\d{1,2})[ -](\\p{L}+)"
          + "|\\b(\\p{L}+|\\d{1,2})[ -](\\p{L}+)['’]? (?:notice|de préavis|opzegtermijn|kündigungsfrist"
          + "|wypowiedzenia)\\b",
      FLAGS);
  private static final Pattern HOURS = Pattern.compile(
      "(?<![\\d,.])(\\d{1,2})(?:\\s*(?:[-–]|to|à|tot|bis|do)\\s*(\\d{1,2}))?\\s*(?:hours|hrs|h|heures|uur|uren|stunden|std\\.?"
          + "|godzin\\w*|godz\\.?)\\s*(?:a|per|/|par|pro|na|je|w|in der|p\\.?)?\\s*(?:week|semaine|woche|tydzień|tygodniu"
          + "|tygodniowo|sem\\.?|wk)\\b",
      FLAGS);
  private static final Pattern DISTANCE = Pattern.compile(
      "\\b(?:radius|commut\\w+|travel|relocat\\w+|rayon|mobilité|mobile|straal|afstand|pendel\\w*|umkreis|mobilität"
          + "|promieni\\w*|promień|dojazd\\w*|within)\\b[^\\n\\d]{0,30}(\\d{1,3})\\s*(km|kilom\\p{L}*|miles?|mi)\\b"
          + "|\\b(\\d{1,3})\\s*(km|kilom\\p{L}*|miles?)[- ](?:radius|umkreis)\\b",
      FLAGS);
  private static final Pattern REMOTE = Pattern.compile(
      "\\b(?:remote(?:ly)?|work(?:ing)? from home|télétravail|thuiswerk\\w*|homeoffice|home[- ]office|praca zdalna"
          + "|pracy zdalnej|zdalnie)\\b",
      FLAGS);
  private static final Pattern HYBRID = Pattern
      .compile("\\b(?:hybrid\\w*|hybryd\\w*)\\b", FLAGS);
  private static final Pattern ASKING = Pattern.compile(
      "\\b(?:(?:looking|searching) for|seeking|(?:want|wish|like) to (?:obtain|find)|je (?:re)?cherche|recherche|ik zoek|op zoek naar"
          + "|(?:ich )?suche|szukam|poszukuję)\\s+(?:(?:a|an|any|un|une|een|eine|einen|pracy?|new|full[- ]time|part[- ]time)\\s+)*"
          + "(?:(?:position|job|post|role|work|employment|poste|emploi|travail|baan|functie|werk|stelle|arbeit"
          + "|position|pracy?|stanowiska?)\\s+)?(?:as|de|d['’]|als|jako|in der)\\s+(?:(?:a|an|un|une|een|eine?)\\s+)?"
          + "([^\\n.,;()]{3,60}?)(?=\\s+(?:in|im|en|w|where|with|mit|met|z|bei|bij|chez|at|à temps)\\b|[.,;()]|$)",
      FLAGS);
  private static final Map<Contract, Pattern> CONTRACTS = contracts();
  private static final List<Set<String>> NUMBERS = List.of(
      Set.of("one", "un", "une", "een", "één", "ein", "eine", "einen", "einer", "jeden"),
      Set.of("two", "deux", "twee", "zwei", "dwa", "dwu"),
      Set.of("three", "trois", "drie", "drei", "trzy", "trzech"),
      Set.of("four", "quatre", "vier", "cztery"), Set.of("five", "cinq", "vijf", "fünf", "pięć"),
      Set.of("six", "zes", "sechs", "sześć"));

  private final PeriodFinder periods;

  TermsFinder(PeriodFinder periods) {
    this.periods = periods;
  }

  private static Map<Contract, Pattern> contracts() {
    Map<Contract, Pattern> contracts = new EnumMap<>(Contract.class);
    contracts.put(Contract.PERMANENT, Pattern.compile(
        "\\b(?:permanent|cdi|contrat à durée indéterminée|vast contract|vaste (?:baan|aanstelling)|onbepaalde duur"
            + "|unbefristet\\w*|festanstellung|czas nieokreślony)\\b",
        FLAGS));
    contracts.put(Contract.FIXED_TERM, Pattern.compile(
        "\\b(?:fixed[- ]term|temporary|cdd|contrat à durée déterminée|tijdelijk\\w*|bepaalde duur|befristet\\w*"
            + "|czas określony)\\b",
        FLAGS));
    contracts.put(Contract.AGENCY, Pattern
        .compile("\\b(?:agency work|intérim|uitzend\\w*|zeitarbeit|praca tymczasowa)\\b", FLAGS));
    contracts.put(Contract.SEASONAL, Pattern.compile(
        "\\b(?:seasonal|saisonni\\w+|seizoens\\w*|saisonarbeit|praca sezonowa|sezonow\\w+)\\b",
        FLAGS));
    contracts.put(Contract.SELF_EMPLOYED, Pattern.compile(
        "\\b(?:freelance|self[- ]employed|indépendant|zzp|zelfstandige|freiberuflich|b2b|samozatrudnienie)\\b",
        FLAGS));
    contracts.put(Contract.APPRENTICESHIP, Pattern.compile(
        "\\b(?:apprenticeship|apprentissage|alternance|leerwerkplek|ausbildungsplatz|ausbildung)\\b",
        FLAGS));
    contracts.put(Contract.INTERNSHIP, Pattern
        .compile("\\b(?:internship|stage|stageplaats|praktikum|staż|praktyki)\\b", FLAGS));
    return contracts;
  }

  /// Whether words say something about terms of work, and so are no title and no certificate.
  static boolean isTerm(String words) {
    return BEGIN.matcher(words).lookingAt() || NOTICE.matcher(words).find()
        || HOURS.matcher(words).find() || DISTANCE.matcher(words).find() || PayFinder.isAsked(words)
        || ASKING.matcher(words).find() || HeaderPart.isTerm(words.strip())
        || CONTRACTS.values().stream().anyMatch(contract -> contract.matcher(words).lookingAt());
  }

  /// Where words name the work that is looked for: "I am looking for a position as …".
  static List<Span> asked(Line line) {
    List<Span> asked = new ArrayList<>();
    Matcher asking = ASKING.matcher(line.text());
    while (asking.find()) {
      asked.add(new Span(line.start() + asking.start(1), line.start() + asking.end(1)));
    }
    return asked;
  }

  /// @param blocks of the CV; jobs, courses and referees are not asked
  Wishes find(List<Block> blocks) {
    StringBuilder all = new StringBuilder();
    StringBuilder wish = new StringBuilder();
    for (Block block : blocks) {
      StringBuilder to = switch (block.kind()) {
        case WISH, HEADLINE -> wish;
        case PERSONAL, SUMMARY, SKILLS, LANGUAGES, CERTIFICATES, OTHER -> all;
        case EXPERIENCE, EDUCATION, INTERESTS, REFERENCES -> null;
      };
      if (to != null) {
        block.lines().forEach(line -> to.append(line.text()).append('\n'));
      }
    }
    String words = wish + "\n" + all;
    return Wishes.builder()
        .availability(availability(words))
        .hours(hours(words))
        .maxDistanceKm(distanceKm(words))
        .salary(PayFinder.find(words))
        .contracts(contracts(wish.toString()))
        .remote(remote(wish.toString()))
        .build();
  }

  private @Nullable Availability availability(String words) {
    Matcher notice = NOTICE.matcher(words);
    while (notice.find()) {
      Period length = notice.group(1) == null
          ? length(notice.group(3), notice.group(4))
          : length(notice.group(1), notice.group(2));
      if (length != null) {
        return new Availability.AfterNotice(length);
      }
    }
    Matcher begin = BEGIN.matcher(words);
    while (begin.find()) {
      if (AT_ONCE.matcher(begin.group()).find()) {
        return new Availability.AtOnce();
      }
      for (var period : periods.find(begin.group())) {
        PartialDate date = period.range().start();
        if (date != null) {
          return new Availability.From(date);
        }
      }
    }
    return null;
  }

  private static @Nullable Period length(String number, String unit) {
    int count = number.matches("\\d+") ? Integer.parseInt(number) : 0;
    for (int i = 0; i < NUMBERS.size(); i++) {
      count = NUMBERS.get(i).contains(number.toLowerCase(Locale.ROOT)) ? i + 1 : count;
    }
    if (count == 0) {
      return null;
    }
    String plain = unit.toLowerCase(Locale.ROOT);
    if (plain.matches("weeks?|semaines?|weken|week|wochen?|tygod.*|tydzień")) {
      return Period.ofWeeks(count);
    }
    if (plain.matches("months?|mois|maand(en)?|monate?n?|miesi.*")) {
      return Period.ofMonths(count);
    }
    return plain.matches("days?|jours?|dag(en)?|tage?n?|dni|dzień") ? Period.ofDays(count) : null;
  }

  private static @Nullable WeeklyHours hours(String words) {
    Matcher hours = HOURS.matcher(words);
    if (!hours.find()) {
      return null;
    }
    int low = Integer.parseInt(hours.group(1));
    int high = hours.group(2) == null ? low : Integer.parseInt(hours.group(2));
    return low > 0 && high >= low ? new WeeklyHours(low, high) : null;
  }

  private static @Nullable Double distanceKm(String words) {
    Matcher distance = DISTANCE.matcher(words);
    if (!distance.find()) {
      return null;
    }
    boolean isBehind = distance.group(1) == null;
    int length = Integer.parseInt(distance.group(isBehind ? 3 : 1));
    String unit = distance.group(isBehind ? 4 : 2).toLowerCase(Locale.ROOT);
    return length == 0 ? null : unit.startsWith("mi") ? length * KM_PER_MILE : (double) length;
  }

  private static Set<Contract> contracts(String wish) {
    Set<Contract> found = EnumSet.noneOf(Contract.class);
    CONTRACTS.forEach((contract, words) -> {
      if (words.matcher(wish).find()) {
        found.add(contract);
      }
    });
    return found;
  }

  private static @Nullable RemoteWork remote(String wish) {
    if (HYBRID.matcher(wish).find()) {
      return RemoteWork.HYBRID;
    }
    return REMOTE.matcher(wish).find() ? RemoteWork.REMOTE : null;
  }
}
