package org.metier.link;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Rids job titles of what advertisements add to them. Stateless.
public final class JobTitle {
  /// Letters that stand for a gender in the languages of Metier.
  private static final String GENDER = "(?:[mwfdhvkxi]|gn|div)";
  private static final Pattern GENDER_MARK = Pattern.compile(
      "(?<![\\p{L}\\p{N}])(?:" + GENDER + "(?:\\s?[/|,*:]\\s?" + GENDER + "){1,3}"
          + "|(?<=\\()(?:mwd|mwx|all genders|alle geschlechter|tous genres)(?=\\)))(?![\\p{L}\\p{N}])",
      Pattern.CASE_INSENSITIVE);
  /// Female endings glued to a male form, as in `Entwickler/in`, `Verkäufer*in`, `agent(e)`.
  private static final Pattern ENDING = Pattern.compile(
      "(?<=\\p{L}{3})(?:[/:*_·•.]-?(?:innen|in|e|ne|euse|trice|rice|ère|ière|se|ka|czyni)(?!\\p{L})"
          + "|\\((?:innen|in|e|ne|euse|trice|rice|ère|ière|se|ka|czyni|st)\\)|(?<=\\p{Ll})In(?:nen)?\\b)");
  private static final Pattern TERMS = Pattern.compile(
      "(?<![\\p{L}\\p{N}])(?:cdi|cdd|intérim|temps (?:plein|partiel)|full[- ]?time|part[- ]?time"
          + "|vollzeit|teilzeit|voltijds?|deeltijds?|pełny etat|umowa o pracę|réf|ref|referentie|nr ref"
          + "|remote|hybrid|home ?office|télétravail|thuiswerk|praca zdalna|zdalnie|urgente?|dringend"
          + "|pilne|asap|gesucht|gezocht|we are hiring|nous recrutons|zatrudnimy)"
          + "(?![\\p{L}\\p{N}])\\.?",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\(\\s*[/,|]?\\s*\\)|\\[\\s*\\]");
  /// Numbers of references, departments and postcodes, not those of a class or level.
  private static final Pattern NUMBER = Pattern
      .compile("\\(\\d{2,}\\)|(?<![\\p{L}\\p{N}])#?\\d{4,}\\b");
  private static final Pattern SYMBOL = Pattern.compile("[\\p{So}\\p{Sk}\\p{Cs}\\p{Cf}\\p{Cc}!?]+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern DANGLING = Pattern.compile("^[\\s\\-–—|,:;/*.]+|[\\s\\-–—|,:;/*]+$");
  private static final Pattern SLASH = Pattern.compile("\\s*/\\s*");

  private JobTitle() {}

  /// A title without gender marks, emoji, conditions of employment and reference numbers, and not
  /// shouted: `VERKÄUFER (m/w/d) *** Vollzeit` becomes `verkäufer`.
  ///
  /// @return the title as it was, without space around it, when nothing would be left
  public static String plain(String title) {
    String text = Normalizer.normalize(title, Normalizer.Form.NFC);
    text = SYMBOL.matcher(text).replaceAll(" ");
    text = GENDER_MARK.matcher(text).replaceAll(" ");
    text = ENDING.matcher(text).replaceAll("");
    text = TERMS.matcher(text).replaceAll(" ");
    text = NUMBER.matcher(text).replaceAll(" ");
    text = EMPTY_BRACKETS.matcher(text).replaceAll(" ");
    text = SPACE.matcher(text).replaceAll(" ");
    text = DANGLING.matcher(text).replaceAll("");
    if (text.isEmpty()) {
      return title.strip();
    }
    return isShouted(text) ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static boolean isShouted(String text) {
    return text.length() > 4 && text.codePoints().noneMatch(Character::isLowerCase);
  }

  /// The readings of a title that names two genders or two jobs, the likeliest first: `vendeur /
  /// vendeuse en boulangerie` reads `vendeur en boulangerie` and `vendeuse en boulangerie`.
  ///
  /// @param title one that [#plain(String)] returned, or a label
  /// @return at least one
  static List<String> readings(String title) {
    String[] parts = SLASH.split(title);
    if (parts.length < 2 || parts.length > 4) {
      return List.of(title);
    }
    Set<String> readings = new LinkedHashSet<>();
    if (parts.length == 2) {
      genders(words(parts[0]), words(parts[1]), readings);
    }
    if (readings.isEmpty()) {
      readings.add(String.join(" ", parts));
      for (String part : parts) {
        if (part.length() >= 4) {
          readings.add(part);
        }
      }
    }
    return List.copyOf(readings);
  }

  /// Finds the word on the left whose other gender opens the right side, and completes each side with
  /// what only the other one has.
  private static void genders(List<String> left, List<String> right, Set<String> readings) {
    for (int p = left.size() - 1; p >= 0 && !right.isEmpty(); p--) {
      if (isSameWord(left.get(p), right.getFirst())) {
        int shared = Math.min(left.size() - p, right.size());
        List<String> first = new ArrayList<>(left);
        first.addAll(right.subList(shared, right.size()));
        List<String> second = new ArrayList<>(left.subList(0, p));
        second.addAll(right);
        readings.add(String.join(" ", first));
        readings.add(String.join(" ", second));
        return;
      }
    }
  }

  private static List<String> words(String text) {
    return List.of(SPACE.split(text.strip()));
  }

  /// Whether two words are forms of one: at least three letters and half of the shorter one open both.
  private static boolean isSameWord(String a, String b) {
    String x = Folding.fold(a);
    String y = Folding.fold(b);
    int shorter = Math.min(x.length(), y.length());
    int shared = 0;
    while (shared < shorter && x.charAt(shared) == y.charAt(shared)) {
      shared++;
    }
    return shared >= 3 && 2 * shared >= shorter;
  }
}
