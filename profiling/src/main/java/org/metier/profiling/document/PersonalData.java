package org.metier.profiling.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blanks what tells who a person is: the names it was given, and whatever looks like an e-mail address,
/// a web address, a telephone number or an identity number. Every blanked character becomes a space, so
/// offsets stay true. Immutable and thread-safe.
public final class PersonalData {
  private static final String E_MAIL = "[\\p{L}\\p{N}._%+-]+\\s?@\\s?[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}";
  private static final String WEB = "(?:https?://|www\\.)\\S+|\\b(?:linkedin|facebook|instagram|xing|twitter|github)\\.com\\S*";
  /// A number of seven to fifteen digits in groups, with a plus sign, or in the shapes of telephone
  /// numbers; ranges of years such as `2015 - 2018` are none.
  private static final String TELEPHONE = "(?<![\\p{L}\\p{N}.,/€$£-])(?!(?:19|20)\\d\\d\\s*[-–/]\\s*(?:19|20)\\d\\d(?!\\d))"
      + "(?!\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)?\\d\\d)(?!(?:0?[1-9]|1[0-2])[./-](?:19|20)\\d\\d)"
      + "(?!(?:19|20)\\d\\d[./-](?:0?[1-9]|1[0-2])(?!\\d))"
      + "(?:\\+\\s?)?\\(?\\d(?:[ ./()-]{0,2}\\d){6,14}(?![\\p{L}\\p{N}]|[.,]\\d)";
  private static final Pattern CONTACT = Pattern.compile(E_MAIL + "|" + WEB + "|" + TELEPHONE);

  private final List<Pattern> names;

  private PersonalData(List<Pattern> names) {
    this.names = names;
  }

  /// @param names of the person, in any number of words; those of one letter are left alone. A name is
  ///     blanked where it is written as given, with a capital or in capitals, so that Mr Baker may still
  ///     have been a baker.
  public static PersonalData of(Collection<String> names) {
    List<Pattern> patterns = new ArrayList<>();
    for (String name : names) {
      for (String part : name.strip().split("[\\s,]+")) {
        if (part.replaceAll("[^\\p{L}]", "").length() > 1) {
          String upper = part.toUpperCase(Locale.ROOT);
          String title = upper.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT);
          patterns.add(Pattern.compile("(?<!\\p{L})(?:" + Pattern.quote(part) + "|"
              + Pattern.quote(upper) + "|" + Pattern.quote(title) + ")(?!\\p{L})"));
        }
      }
    }
    return new PersonalData(List.copyOf(patterns));
  }

  /// The same text, of the same length, with spaces for all that is personal.
  public String blank(String text) {
    StringBuilder plain = new StringBuilder(text);
    blankAll(CONTACT, text, plain);
    for (Pattern name : names) {
      blankAll(name, text, plain);
    }
    return plain.toString();
  }

  private static void blankAll(Pattern pattern, String text, StringBuilder plain) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      blank(plain, found.start(), found.end());
    }
  }

  /// Puts spaces over a stretch, leaving line breaks.
  public static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }
}
