package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.metier.profiling.document.PersonalData;
import org.metier.text.Span;

/// The lines above the first heading: name, contact, and often a title and a summary. All that is
/// neither title nor summary is taken for personal and blanked.
final class Head {
  /// From so many words on a line is a sentence of a summary.
  private static final int SENTENCE_WORDS = 9;
  /// A title is one from here on.
  private static final double TITLE = 0.6;
  /// Below this, a few capitalised words may be a name.
  private static final double NO_TITLE = 0.45;
  private static final Pattern NAME_WORD = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*");
  private static final Pattern COVER = Pattern
      .compile("(?:curriculum vitae|cv|resume|résumé|lebenslauf|"
          + "życiorys|bewerbung|europass)\\W*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final TitleSense sense;
  private final Predicate<String> startsBody;

  final List<String> names = new ArrayList<>();
  final List<String> places = new ArrayList<>();
  final List<Span> titles = new ArrayList<>();
  final List<Line> summary = new ArrayList<>();

  /// @param startsBody whether a line, such as one with a period, shows that the head is over
  Head(TitleSense sense, Predicate<String> startsBody) {
    this.sense = sense;
    this.startsBody = startsBody;
  }

  void read(List<Line> lines, StringBuilder text) {
    boolean inSummary = false;
    for (Line line : lines) {
      if (inSummary || isSentence(line.text()) || startsBody.test(line.text())) {
        inSummary = true;
        summary.add(line);
        continue;
      }
      List<Span> keep = titlesOf(line, lines.indexOf(line));
      titles.addAll(keep);
      blankAllBut(keep, line, text);
    }
  }

  private static boolean isSentence(String line) {
    String[] words = line.split("\\s+");
    long small = List.of(words).stream().filter(w -> Character.isLowerCase(w.charAt(0))).count();
    return words.length >= SENTENCE_WORDS && small * 2 > words.length && line.indexOf('@') < 0;
  }

  private List<Span> titlesOf(Line line, int number) {
    if (line.text().length() <= 80 && !hasDigit(line.text()) && sense.of(line.text()) >= TITLE) {
      return List.of(line.span());
    }
    List<Span> found = new ArrayList<>();
    for (Span part : Segments.of(line.text(), line.start())) {
      String words = line.text().substring(part.start() - line.start(), part.end() - line.start());
      double titleness = hasDigit(words) ? 0 : sense.of(words);
      if (titleness >= TITLE) {
        found.add(part);
      } else if (number < 4 && titleness < NO_TITLE && isName(words) && names.isEmpty()) {
        names.add(words);
      } else if (words.length() < 60) {
        places.add(words);
      }
    }
    return found;
  }

  private static boolean isName(String words) {
    String[] parts = words.split("\\s+");
    if (parts.length < 2 || parts.length > 4 || COVER.matcher(words).matches()) {
      return false;
    }
    for (String part : parts) {
      boolean isParticle = List.of("de", "van", "der", "den", "von", "di", "la", "le")
          .contains(part.toLowerCase(Locale.ROOT));
      if (!isParticle && !NAME_WORD.matcher(part).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasDigit(String words) {
    return words.chars().anyMatch(Character::isDigit);
  }

  private static void blankAllBut(List<Span> keep, Line line, StringBuilder text) {
    int from = line.start();
    for (Span part : keep) {
      PersonalData.blank(text, from, part.start());
      from = part.end();
    }
    PersonalData.blank(text, from, line.end());
  }
}
