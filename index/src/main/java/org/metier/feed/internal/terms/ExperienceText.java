package org.metier.feed.internal.terms;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.text.Span;
import org.metier.text.internal.GatedPattern;

/// Reads the least experience asked for, in months, from what people write in five languages. Stateless;
/// linear in the length of the text.
public final class ExperienceText {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  /// More is a firm's own past, not what is asked of an applicant.
  private static final int MOST_YEARS = 10;
  private static final Map<String, Integer> WORDS = words();
  private static final String NUMBER = "(\\d{1,2}|" + String.join("|",
      WORDS.keySet()
          .stream()
          .sorted(
              Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
          .toList())
      + ")";
  private static final String YEARS = "(?:years?|ans?|années?|jaar|jaren|lata|lat|roku?|letni\\p{L}{0,4}|jahre?n?|jährige?\\p{L}?)";
  private static final String MONTHS = "(?:months?|mois|maand(?:en)?|miesi\\p{L}{1,5}|monate?n?)";
  /// "2 lata", "2-letnie", "1-3 years", "trois ans", "dwuletnie".
  private static final String DURATION = "(?<![\\p{L}\\p{N}.,])" + NUMBER
      + "(?: ?(?:-|–|/|à|to|tot|do|bis|lub|ou|or|of) ?(?:\\d{1,2}))?(?:\\+| ?\\([^)]{1,12}\\))?[ -]{0,2}(?:("
      + YEARS + ")|("
      + MONTHS + "))(?:\\(s\\))?(?!\\p{L})";
  private static final Pattern FIELD = Pattern.compile(DURATION, FLAGS);
  private static final Pattern SINGLE = Pattern.compile(
      "(?<!\\p{L})(?:(pół roku|halbes jahr|half jaar|half a year|six mois)|(półtora roku|półtoraroczn\\p{L}+|anderthalb jahre|anderhalf jaar)"
          + "|(roczn\\p{L}{1,3}|rok|roku))(?!\\p{L})",
      FLAGS);
  private static final Pattern NONE = Pattern.compile(
      "(?<!\\p{L})(?:no (?:prior |previous )?experience (?:is )?(?:needed|required|necessary)|without experience"
          + "|débutants? (?:est |sont )?accepté\\p{L}*|débutant\\(?e?\\)? accepté\\p{L}*|sans expérience|aucune expérience"
          + "|geen ervaring (?:nodig|vereist|noodzakelijk)|ervaring (?:is )?niet (?:vereist|nodig|noodzakelijk)|zonder ervaring"
          + "|doświadczenie (?:nie jest |nie )(?:wymagane|konieczne)|brak wymagań dotyczących doświadczenia"
          + "|(?:osób|osoby|także|również) bez doświadczenia|nie wymagamy doświadczenia|bez doświadczenia"
          + "|keine (?:berufs)?erfahrung|(?:berufs)?erfahrung (?:ist )?nicht (?:erforderlich|notwendig|nötig)"
          + "|ohne (?:berufs)?erfahrung|quereinsteiger willkommen)",
      FLAGS);
  /// In running text only what asks for nothing in so many words.
  private static final GatedPattern NONE_IN_TEXT = GatedPattern.of(Pattern.compile(
      "(?<!\\p{L})(?:no (?:prior |previous )?experience (?:is )?(?:needed|required|necessary)|débutants? (?:est |sont )?accepté\\p{L}*"
          + "|débutant\\(?e?\\)? accepté\\p{L}*|sans expérience (?:acceptée?|exigée?|requise)|geen ervaring (?:nodig|vereist|noodzakelijk)"
          + "|ervaring (?:is )?niet (?:vereist|nodig|noodzakelijk)|doświadczenie (?:zawodowe )?(?:nie jest |nie )(?:wymagane|konieczne)"
          + "|nie wymagamy doświadczenia|keine (?:berufs)?erfahrung (?:erforderlich|notwendig|nötig)"
          + "|(?:berufs)?erfahrung (?:ist )?nicht (?:erforderlich|notwendig|nötig)|quereinsteiger willkommen)",
      FLAGS));
  private static final String EXPERIENCE = "(?:experience|expérience|(?:werk|beroeps|praktijk)?ervaring|doświadczeni\\p{L}+|(?:berufs)?erfahrung)";
  private static final GatedPattern WORD = GatedPattern.of(Pattern.compile(
      "expérience|experience|ervaring|doświadcz|erfahrung",
      Pattern.CASE_INSENSITIVE));
  /// How far from the word for experience a duration may stand, before and behind.
  private static final int BEFORE = 90;
  private static final int BEHIND = 150;
  /// Words of one clause: a capital begins another.
  private static final String FEW_WORDS = "(?-iu:[\\p{Ll}'’/,()-]+ ){0,4}";
  private static final GatedPattern TEXT = GatedPattern.of(Pattern.compile(
      DURATION + " ?(?:of |d['’]|de |an )?" + FEW_WORDS + EXPERIENCE + "(?!\\p{L})", FLAGS));
  private static final GatedPattern TEXT_BEHIND = GatedPattern.of(Pattern.compile(
      "(?<!\\p{L})" + EXPERIENCE
          + ":? (?:[\\p{L}'’/,()-]+ ){0,6}?(?:min\\.? ?|minimum |minimaal |minstens |co najmniej |przynajmniej"
          + " |mindestens |at least |au moins |d['’]au moins |de |d['’]|van |von |: ?|\\(min\\. ?)"
          + DURATION,
      FLAGS));
  private static final Pattern STAFF = Pattern.compile(
      "(?<!\\p{L})(?:lata|rok): (\\d{1,2})(?!\\d)", FLAGS);
  private static final GatedPattern REQUIRED_YEARS = GatedPattern.of(Pattern.compile(
      "(?<!\\p{L})wymagany staż pracy:? (?:lata|rok): ?(\\d{1,2})(?!\\d)", FLAGS));
  private static final Pattern UP_TO = Pattern.compile(
      "(?<!\\p{L})(?:up to|max\\.?|maximaal|jusqu['’]à|tot|do|bis zu|less than|moins de|minder dan|mniej niż|weniger als) ?$",
      FLAGS);
  /// "1 year and 6 months": the months alone are less than what is asked for.
  private static final Pattern AND_MONTHS = Pattern.compile(
      "(?<!\\p{L})" + YEARS + " (?:i|et|en|und|and) $", FLAGS);
  /// Whose experience it is when it is not the applicant's.
  private static final Pattern FIRMS_OWN = Pattern.compile(
      "(?<!\\p{L})(?:we have|our|we are|nous avons|notre|fort de|wij hebben|onze|ons bedrijf|met meer dan|firm\\p{L}+|spółk\\p{L}+"
          + "|posiadamy|nasz\\p{L}*|z ponad|dzięki|wir haben|unser\\p{L}*|seit|od ponad|jesteśmy)(?!\\p{L})[^.;\\n]{0,60}$",
      FLAGS);

  private ExperienceText() {}

  /// What a field for experience says, in months; 0 when beginners are welcome.
  public static Reading<Integer> stated(String text) {
    Matcher none = NONE.matcher(text);
    if (none.find()) {
      return new Reading.Found<>(0, new Span(none.start(), none.end()));
    }
    Matcher found = FIELD.matcher(text);
    if (found.find()) {
      return isUpTo(text, found.start())
          ? new Reading.Absent<>()
          : new Reading.Found<>(months(found), new Span(found.start(), found.end()));
    }
    Matcher single = SINGLE.matcher(text);
    if (single.find()) {
      return new Reading.Found<>(ofSingle(single), new Span(single.start(), single.end()));
    }
    Matcher labelled = STAFF.matcher(text);
    if (labelled.find()) {
      return new Reading.Found<>(12 * Integer.parseInt(labelled.group(1)),
          new Span(labelled.start(), labelled.end()));
    }
    return text.chars().anyMatch(Character::isDigit)
        ? new Reading.Unclear<>(ProblemCode.UNKNOWN_VALUE, "a duration such as \"2 years\"")
        : new Reading.Absent<>();
  }

  /// The experience that a running text asks for, unless it asks for several.
  ///
  /// @param isAsked whether the words at a span ask for something rather than wish for it
  /// @return null when there is none
  public static Reading.@Nullable Found<Integer> in(String text, Predicate<Span> isAsked) {
    Map<Integer, Span> all = new LinkedHashMap<>();
    GatedPattern.Search word = WORD.in(text);
    while (word.next()) {
      int start = Math.max(0, word.match().start() - BEFORE);
      int end = Math.min(text.length(), word.match().end() + BEHIND);
      for (GatedPattern pattern : List.of(TEXT, TEXT_BEHIND)) {
        GatedPattern.Search search = pattern.in(text, start, end);
        while (search.next()) {
          MatchResult found = search.match();
          Span span = new Span(found.start(), found.end());
          if (isDemand(text, found) && isAsked.test(span)) {
            all.putIfAbsent(months(found), span);
          }
        }
      }
    }
    GatedPattern.Search labelled = REQUIRED_YEARS.in(text);
    while (labelled.next()) {
      MatchResult found = labelled.match();
      all.putIfAbsent(12 * Integer.parseInt(found.group(1)), new Span(found.start(), found.end()));
    }
    GatedPattern.Search none = NONE_IN_TEXT.in(text);
    if (none.next()) {
      all.putIfAbsent(0, new Span(none.match().start(), none.match().end()));
    }
    if (all.size() != 1) {
      return null;
    }
    var only = all.entrySet().iterator().next();
    return new Reading.Found<>(only.getKey(), only.getValue());
  }

  private static boolean isDemand(String text, MatchResult found) {
    int months = months(found);
    String before = text.substring(Math.max(0, found.start() - 80), found.start());
    return months > 0 && months <= 12 * MOST_YEARS && !isUpTo(text, found.start(1))
        && !FIRMS_OWN.matcher(before).find() && !AND_MONTHS.matcher(before).find();
  }

  private static boolean isUpTo(String text, int at) {
    return UP_TO.matcher(text.substring(Math.max(0, at - 16), at)).find();
  }

  private static int months(MatchResult found) {
    String written = found.group(1).toLowerCase(Locale.ROOT);
    Integer word = WORDS.get(written);
    int number = word == null ? Integer.parseInt(written) : word;
    return found.group(2) == null ? number : 12 * number;
  }

  private static int ofSingle(Matcher found) {
    return found.group(1) != null ? 6 : found.group(2) != null ? 18 : 12;
  }

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new LinkedHashMap<>();
    String[][] byNumber = {{"one", "un", "une", "één", "een", "jeden", "ein", "eine", "einem"},
      {"two", "deux", "twee", "dwa", "dwu", "dwóch", "zwei"},
      {"three", "trois", "drie", "trzy", "trzech", "drei"},
      {"four", "quatre", "vier", "cztery", "czterech", "cztero"},
      {"five", "cinq", "vijf", "pięć", "pięciu", "pięcio", "fünf"},
      {"six", "zes", "sześć", "sześciu", "sechs"}, {"seven", "sept", "zeven", "siedem", "sieben"},
      {"eight", "huit", "acht", "osiem"}, {"nine", "neuf", "negen", "dziewięć", "neun"},
      {"ten", "dix", "tien", "dziesięć", "zehn"}};
    for (int i = 0; i < byNumber.length; i++) {
      for (String word : byNumber[i]) {
        words.put(word, i + 1);
      }
    }
    return words;
  }
}
