package org.metier.link;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.metier.text.internal.GatedPattern;
import org.metier.text.internal.WordMemo;

/// Rids job titles of what advertisements add to them: the one form of a title for linking it to occupations
/// and for telling whether two vacancies are one. Never shown to people. Stateless.
public final class JobTitle {
  /// Letters that stand for a gender in the languages of Metier.
  private static final String GENDER = "(?:[mwfdhvkxi]|gn|div)";
  private static final Pattern GENDER_MARK = Pattern.compile(
      "(?<![\\p{L}\\p{N}])(?:" + GENDER + "(?:\\s?[/|,*:]\\s?" + GENDER + "){1,3}"
          + "|(?<=\\()(?:mwd|mwx|all genders|alle geschlechter|tous genres)(?=\\)))(?![\\p{L}\\p{N}])",
      Pattern.CASE_INSENSITIVE);
  /// Female endings glued to a male form, as in `Entwickler/in`, `Verkäufer*in`, `agent(e)`.
  private static final Pattern ENDING = Pattern.compile(
      "(?<=\\p{Ll}y)/-?a(?!\\p{L})|(?<=\\p{L}{3})(?:[/:*_·•.]-?(?:innen|in|e|ne|euse|trice|rice|ère|ière|se|ve|ka|czyni)(?!\\p{L})"
          + "|\\((?:innen|in|e|ne|euse|trice|rice|ère|ière|se|ve|ka|czyni|st)\\)|(?<=\\p{Ll})In(?:nen)?\\b)");
  private static final GatedPattern TERMS = GatedPattern.compile(
      "(?<![\\p{L}\\p{N}])(?:cdi|cdd|intérim|temps (?:plein|partiel)|full[- ]?time|part[- ]?time"
          + "|vollzeit|teilzeit|voltijds?|deeltijds?|pełny etat|umowa o pracę|réf|ref|referentie|nr ref"
          + "|remote|hybrid|home ?office|télétravail|thuiswerk|praca zdalna|zdalnie|urgente?|dringend"
          + "|pilne|pilnie|asap|gesucht|gezocht|we are hiring|nous recrutons|zatrudnimy|zatrudnię"
          + "|(?:top|super)[- ]?(?:job|jobs|oferta|offre|offer|angebot)|(?:praca |start )?od zaraz"
          + "|(?:ab )?sofort|per direct|dès que possible|start immédiat|immediate start|oferta pracy"
          + "|\\(?rekrutacja online\\)?|\\b100\\s?%)"
          + "(?![\\p{L}\\p{N}])\\.?",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final String AMOUNT = "\\d{1,3}(?:[ .,]?\\d{3})?(?:[.,]\\d{1,2})?\\s?[kK]?";
  /// What is paid, with or without for how long: "3500 - 4000 zł/mies.", "€18 per uur".
  private static final Pattern PAY = Pattern.compile(
      "(?<![\\p{L}\\p{N}])(?:(?:wynagrodzenie|stawka|salaire|salary|gehalt|loon) ?:? )?"
          + "(?:(?:od|do|ab|bis|from|up to|vanaf|tot|à partir de|jusqu'à) )?"
          + "(?:(?:€|£|\\$) ?" + AMOUNT + "(?: ?[-–/] ?(?:€|£|\\$)? ?" + AMOUNT + ")?"
          + "|" + AMOUNT + "(?: ?[-–/] ?" + AMOUNT
          + ")? ?(?:€|£|zł|pln|eur|euro|euros|chf)(?!\\p{L}))"
          + "(?: ?(?:brutto|netto|bruto|brut|net|gross|na rękę)(?!\\p{L}))?"
          + "(?: ?(?:/|na|za|per|par|pro|an?|l') ?(?:h|godz|godzinę|heure|uur|hour|std|stunde|mies|miesiąc"
          + "|month|mois|maand|monat|rok|an|year|jaar|jahr)(?!\\p{L})\\.?| h(?!\\p{L}))?"
          + "(?: ?(?:brutto|netto|bruto|brut|net|gross|na rękę)(?!\\p{L}))?",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  /// A number that is announced as one, or a code of several numbers: "(NR 2937)", "OFPR/21/1435".
  private static final Pattern REFERENCE = Pattern.compile(
      "(?<![\\p{L}\\p{N}])(?:(?:nr ref|réf|ref|référence|reference|referentie|kennziffer|vacaturenummer"
          + "|nr|numer|job id|id)\\.? ?[:#]? ?\\p{L}{0,5}[-/]?\\d[\\p{L}\\p{N}/.-]*"
          + "|(?=(?:[^\\s\\d]*\\d){4})\\p{L}{0,6}\\d{0,6}(?:[/-]\\p{L}{0,5}\\d{1,6}\\p{L}{0,3}){1,4}(?:/\\p{L}{1,5})?)"
          + "(?![\\p{L}\\p{N}])|^\\d{1,4} ?[-–.] (?=\\p{L})",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final String DIGITS = "0123456789";
  private static final Pattern EMPTY_BRACKETS = Pattern
      .compile("\\(\\s*[/,|+–-]?\\s*\\)|\\[\\s*(?:…|\\.{3})?\\s*\\]");
  private static final Pattern EMPTY_PART = Pattern.compile("([,|–-] )(?: ?[,|] ?)+");
  /// Numbers of references, departments and postcodes, not those of a class or level.
  private static final Pattern NUMBER = Pattern
      .compile("\\(\\d{2,}\\)|(?<![\\p{L}\\p{N}])#?\\d{4,}\\b");
  private static final Pattern SYMBOL = Pattern.compile("[\\p{So}\\p{Sk}\\p{Cs}\\p{Cf}\\p{Cc}!?]+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern DANGLING = Pattern.compile("^[\\s\\-–—|,:;/*.]+|[\\s\\-–—|,:;/*]+$");

  /// Taking something out may lay something else bare; more than this nobody has piled up.
  private static final int MAX_PASSES = 6;
  /// Shorter names of places are words of some other language.
  private static final int MIN_PLACE = 3;

  /// A title is asked for by several parts, and many advertisements have the same.
  private static final WordMemo<String> PLAIN = new WordMemo<>(12);

  private JobTitle() {}

  /// A title without gender marks, emoji, conditions of employment and reference numbers, and not
  /// shouted: `VERKÄUFER (m/w/d) *** Vollzeit` becomes `Verkäufer`.
  ///
  /// @return the title as it was, without space around it, when nothing would be left
  public static String plain(String title) {
    String known = PLAIN.find(title);
    return known == null ? PLAIN.put(title, plain(title, List.of())) : known;
  }

  /// The same without the places of work, where they stand apart from the job: `Kok - Gent` becomes `Kok`.
  /// The plain form of a plain form is itself.
  ///
  /// @param places names of towns, regions and countries in any case
  public static String plain(String title, Collection<String> places) {
    String text = SPACE.matcher(Normalizer.normalize(title, Normalizer.Form.NFKC))
        .replaceAll(" ");
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      String before = text;
      text = withoutPlaces(withoutNoise(text), places);
      if (text.equals(before)) {
        break;
      }
    }
    return text.isEmpty() ? title.strip() : text;
  }

  private static String withoutNoise(String title) {
    String text = without(GENDER_MARK, "/|,*:(", title);
    text = Shouting.calmed(text);
    text = hasAny(text, "/:*_·•.(") || text.contains("In")
        ? ENDING.matcher(text).replaceAll("")
        : text;
    text = without(PAY, DIGITS, text);
    text = hasSymbol(text) ? SYMBOL.matcher(text).replaceAll(" ") : text;
    text = without(REFERENCE, DIGITS, text);
    text = TERMS.replaceAll(text, m -> " ");
    text = without(NUMBER, DIGITS, text);
    text = without(EMPTY_BRACKETS, "([", text);
    text = SPACE.matcher(text).replaceAll(" ");
    text = EMPTY_PART.matcher(text).replaceAll("$1");
    return DANGLING.matcher(text).replaceAll("");
  }

  /// A text with blanks in place of what matches.
  ///
  /// @param signs of which each match has one: to look for them costs less
  private static String without(Pattern noise, String signs, String text) {
    return hasAny(text, signs) ? noise.matcher(text).replaceAll(" ") : text;
  }

  private static boolean hasAny(String text, String signs) {
    for (int i = 0; i < text.length(); i++) {
      if (signs.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether a text may have what [#SYMBOL] is for.
  private static boolean hasSymbol(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80 ? c < ' ' || "!?^`\u007F".indexOf(c) >= 0 : !Character.isLetter(c)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutPlaces(String title, Collection<String> places) {
    String text = title;
    String lower = places.isEmpty() ? "" : title.toLowerCase(Locale.ROOT);
    for (String place : places) {
      if (place.length() >= MIN_PLACE && text.length() > place.length()
          && lower.contains(place.strip().toLowerCase(Locale.ROOT))) {
        text = Pattern.compile(
            "(?:(?<=[-–—|,/(])|(?<=\\s)|^)\\s?(?:(?:w|we|à|in|te|en|m|k|regio|region|région)\\.? )?"
                + Pattern.quote(place.strip()) + "(?=\\s*(?:$|[-–—|,/):]))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text).replaceAll(" ");
      }
    }
    text = without(EMPTY_BRACKETS, "([", text);
    return DANGLING.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("");
  }
}
