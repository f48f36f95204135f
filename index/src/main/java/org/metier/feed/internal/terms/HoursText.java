package org.metier.feed.internal.terms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.text.Span;
import org.metier.text.internal.GatedPattern;
import org.metier.work.WeeklyHours;

/// Reads weekly hours from what people write in five languages. "Full time", fractions and percentages of
/// a full time that nobody names say no hours. Stateless; linear in the length of the text.
public final class HoursText {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final double MOST = 60;
  private static final String NUMBER = "(\\d{1,2}(?:[.,]\\d{1,2})?)";
  private static final String TO = "(?: ?(?:-|–|—|/|à|a|to|tot|do|bis|en|and|und) ?" + NUMBER
      + ")?";
  private static final String UNIT = "(?:h(?!\\p{L})|hrs?(?!\\p{L})|hours?|heures?|u(?!\\p{L})|uur|uren|urige"
      + "|std\\.?|stunden|godz(?:in\\p{L}*|\\.)?)";
  private static final GatedPattern CLOCK = GatedPattern.of(Pattern.compile(
      "(?<!\\d)\\d{1,2}(?:[:hu.]\\d{2}|[hu])? ?(?:-|–|à|tot|to|do|bis) ?\\d{1,2}(?:[:hu]\\d{2}|[hu](?!/)(?=\\s))",
      FLAGS));
  private static final GatedPattern HOURS = GatedPattern
      .of(Pattern.compile("(?<![\\p{N}.,:/])(?:(max\\.?|maximaal|maximum|up to"
          + "|jusqu['’]à|tot|do|bis zu|bis|min\\.?|minimum|minimaal|at least|ab|od|vanaf|minstens) )?"
          + NUMBER + TO
          + "[ -]?" + UNIT + "(?: ?([0-5]\\d)(?!\\d))?", FLAGS));
  private static final Pattern BARE = Pattern.compile("\\s*" + NUMBER + TO + "\\s*", FLAGS);
  /// Parts of a full time.
  private static final Pattern PART = Pattern.compile(
      "\\d ?%|\\d ?/ ?\\d|(?<!\\d)[01][.,]\\d{1,2}(?!\\d)|(?<!\\p{L})(?:fte|vte|etp|etat\\p{L}*|vzä)(?!\\p{L})",
      FLAGS);
  private static final Pattern OTHER_PERIOD = Pattern.compile(
      "^[ ]?(?:/|per|par|pro|a|an|na|w|am|op)? ?(?:day|daily|jour\\p{L}*|dag|tag|täglich|dziennie|dzień|dobę|month|mois"
          + "|maand|monat|mies\\p{L}*|year|an(?!\\p{L})|jaar|jahr|rok)",
      FLAGS);
  /// Without one of these no hours in a running text are weekly ones.
  private static final GatedPattern WEEKLY = GatedPattern.of(Pattern.compile(
      "week|hebdo|semaine|/ ?sem|woche|wochen|tygodni|tydz|tyg\\.|voltijds|deeltijds|temps (?:plein|complet|partiel)",
      Pattern.CASE_INSENSITIVE));
  private static final Pattern MONTHLY = Pattern.compile("\\d{3} ?" + UNIT + " ?/? ?\\p{L}", FLAGS);
  private static final Pattern WEEK_BEHIND = Pattern.compile(
      "^[- ]?(?:\\([^)]{0,12}\\) ?)?(?:/ ?|a |per |par |pro |die |in der |na |w |op |de travail )?"
          + "(?:week(?!\\p{L}|end)|weekly|semaine|hebdo\\p{L}*|sem(?!\\p{L})|woche|wk(?!\\p{L})|werkweek|tydz\\p{L}*|tygodni\\p{L}+|tyg\\.)",
      FLAGS);
  private static final Pattern WEEK_BEFORE = Pattern.compile(
      "(?<!\\p{L})(?:weekly hours|hours (?:per|a) week|(?:durée|horaire) hebdomadaire(?: de travail)?|temps (?:plein|complet|partiel)"
          + "|werkweek van|uren per week|aantal uren|voltijdse?|deeltijdse?|liczba godzin w tygodniu|wochenarbeitszeit"
          + "|wochenstunden)[ :(–-]{0,3}(?:(?:of|de|van|von)(?: ca\\.)? )?$",
      FLAGS);
  private static final Pattern PART_TIME_TOO = Pattern.compile(
      "^\\)? ?(?:of|ou|or|oder|lub) (?:deeltijd|à temps partiel|temps partiel|part|teilzeit|(?:na )?część)",
      FLAGS);
  private static final GatedPattern LABELLED = GatedPattern.of(Pattern.compile(
      "(?<!\\p{L})(?:weekly hours|hours per week|liczba godzin w tygodniu|uren per week|wochenstunden|wochenarbeitszeit"
          + "|durée hebdomadaire) ?: ?" + NUMBER + "(?![\\d:/])",
      FLAGS));

  private HoursText() {}

  /// What a field for working time says.
  public static Reading<WeeklyHours> stated(String text) {
    Matcher bare = BARE.matcher(text);
    if (bare.matches() && !PART.matcher(text).find()) {
      return read(bare.group(1), bare.group(2), null, new Span(0, text.length()));
    }
    String plain = withoutClock(text);
    GatedPattern.Search search = HOURS.in(plain);
    while (search.next()) {
      MatchResult found = search.match();
      String rest = plain.substring(found.end());
      if (found.group(1) == null && !OTHER_PERIOD.matcher(rest).find()) {
        return read(found.group(2), found.group(3), found.group(4),
            new Span(found.start(), found.end()));
      }
    }
    boolean isUnclear = plain.chars().anyMatch(Character::isDigit) && !PART.matcher(plain).find()
        && !HOURS.isIn(plain) && !MONTHLY.matcher(plain).find();
    return isUnclear ? unclear() : new Reading.Absent<>();
  }

  /// The weekly hours that a running text names as such, unless it names several.
  ///
  /// @return null when there are none
  public static Reading.@Nullable Found<WeeklyHours> in(String text) {
    if (!WEEKLY.isIn(text)) {
      return null;
    }
    String plain = withoutClock(text);
    Map<WeeklyHours, Span> all = new LinkedHashMap<>();
    GatedPattern.Search search = HOURS.in(plain);
    while (search.next()) {
      MatchResult found = search.match();
      String before = plain.substring(Math.max(0, found.start() - 40), found.start());
      String rest = plain.substring(found.end(), Math.min(plain.length(), found.end() + 30));
      boolean isWeekly = WEEK_BEHIND.matcher(rest).find()
          || (WEEK_BEFORE.matcher(before).find() && !OTHER_PERIOD.matcher(rest).find());
      if (found.group(1) == null && isWeekly && !PART_TIME_TOO.matcher(rest).find()) {
        add(all, read(found.group(2), found.group(3), found.group(4),
            new Span(found.start(), Math.min(plain.length(), found.end() + 15))));
      } else if (isWeekly || PART_TIME_TOO.matcher(rest).find()) {
        return null; // "at least 20 hours a week" leaves the most open
      }
    }
    GatedPattern.Search labels = LABELLED.in(plain);
    while (labels.next()) {
      MatchResult labelled = labels.match();
      add(all, read(labelled.group(1), null, null, new Span(labelled.start(), labelled.end())));
    }
    if (all.size() != 1) {
      return null;
    }
    var only = all.entrySet().iterator().next();
    return new Reading.Found<>(only.getKey(), only.getValue());
  }

  private static void add(Map<WeeklyHours, Span> all, Reading<WeeklyHours> reading) {
    if (reading instanceof Reading.Found<WeeklyHours>(var hours, var span)) {
      all.putIfAbsent(hours, span);
    }
  }

  private static Reading<WeeklyHours> read(String low, @Nullable String high,
      @Nullable String minutes, Span span) {
    double min = number(low);
    double max = high == null ? min : number(high);
    if (minutes != null) {
      max += Integer.parseInt(minutes) / 60.0;
      min = high == null ? max : min;
    }
    return min > 0 && max >= min && max <= MOST
        ? new Reading.Found<>(new WeeklyHours(min, max), span)
        : max == 0 ? new Reading.Absent<>() : unclear();
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  private static Reading<WeeklyHours> unclear() {
    return new Reading.Unclear<>(ProblemCode.UNKNOWN_VALUE, "hours a week, such as \"38 h\"");
  }

  private static String withoutClock(String text) {
    return CLOCK.replaceAll(text, m -> " ".repeat(m.group().length()));
  }
}
