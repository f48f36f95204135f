package org.metier.profiling.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what running text says about a person, such as `mother of two`, by the phrases of the five
/// languages. Immutable and thread-safe; costs one pass of the text for each phrase.
final class Phrases {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
      | Pattern.MULTILINE;
  /// Names the group of a phrase that is personal, where not all of it is.
  private static final String SAID = "said";
  private static final String MONTH = "\\p{L}{3,12}";
  private static final String DATE = "(?:\\d{1,2}[./ -]{1,2}\\d{1,2}[./ -]{1,2}(?:19|20)?\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d"
      + "|\\d{1,2}(?:er|st|nd|rd|th|\\.)? (?:of )?" + MONTH + "\\.?,? (?:19|20)\\d\\d|" + MONTH
      + "\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|(?:" + MONTH + " )?(?:19|20)\\d\\d)";
  private static final String PLACE = "(?-i:\\p{Lu}[\\p{L}'’-]+(?:[ -]\\p{Lu}[\\p{L}'’-]+){0,3})(?: ?\\([^)\\n]{2,30}\\))?";
  private static final String NUMBER = "(?:\\d{1,2}|an?|one|two|three|four|five|six|une?|deux|trois|quatre|cinq|een|één|twee|drie|vier"
      + "|vijf|eine?m?s?|zwei|drei|fünf|jedno|jednego|dwoje|dwojga|dwójki|dwóch|troje|trojga|trójki|trzech|czworga|czwórki|czworo)";
  private static final String AGE = "(?:1[5-9]|[2-7]\\d)";

  private final List<Phrase> phrases = new ArrayList<>();

  /// @param isOwn whether it counts only in parts about the person
  private record Phrase(PersonalKind kind, boolean isOwn, Pattern pattern) {}

  Phrases() {
    for (Tables.Row row : Tables.rows("phrases.txt")) {
      String regex = row.rest()
          .replace("{date}", DATE)
          .replace("{place}", PLACE)
          .replace("{n}", NUMBER)
          .replace("{age}", AGE);
      phrases.add(new Phrase(PersonalKind.valueOf(row.head().replace("~", "")),
          row.head().startsWith("~"),
          Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + regex + ")(?![\\p{L}\\p{N}])", FLAGS)));
    }
  }

  void find(Marked marked, OwnParts own) {
    for (Phrase phrase : phrases) {
      Matcher found = phrase.pattern.matcher(marked.text());
      while (found.find()) {
        if (found.end() > found.start() && (!phrase.isOwn || own.holds(found.start()))) {
          boolean isPart = found.namedGroups().containsKey(SAID);
          marked.add(phrase.kind, isPart ? found.start(SAID) : found.start(),
              isPart ? found.end(SAID) : found.end());
        }
      }
    }
  }
}
