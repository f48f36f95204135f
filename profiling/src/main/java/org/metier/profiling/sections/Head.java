package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.metier.profiling.document.PersonalData;
import org.metier.text.Span;

/// The lines above the first heading: name, contact, and often a title and a summary. All that is
/// neither title nor summary is taken for personal and blanked.
final class Head {
  /// From so many words on a line is a sentence of a summary.
  private static final int SENTENCE_WORDS = 9;
  /// A title is one from here on.
  private static final double TITLE = 0.6;
  /// A title of words that are all part of titles is one from here on.
  private static final double LIKELY_TITLE = 0.3;
  /// A name stands in one of the first lines.
  private static final int MAX_NAME_LINE = 4;

  private final TitleSense sense;
  private final NameSense nameSense;
  private final Predicate<String> startsBody;

  final List<String> names = new ArrayList<>();
  final List<String> places = new ArrayList<>();
  final List<Span> titles = new ArrayList<>();
  final List<Line> summary = new ArrayList<>();

  /// @param startsBody whether a line, such as one with a period, shows that the head is over
  Head(TitleSense sense, NameSense nameSense, Predicate<String> startsBody) {
    this.sense = sense;
    this.nameSense = nameSense;
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
    if (line.text().length() <= 80 && isTitle(line.text())) {
      return List.of(line.span());
    }
    List<Span> found = new ArrayList<>();
    for (Span part : Segments.of(line.text(), line.start())) {
      String words = line.text().substring(part.start() - line.start(), part.end() - line.start());
      if (isTitle(words)) {
        found.add(part);
      } else if (number < MAX_NAME_LINE && names.isEmpty() && nameSense.isName(words)) {
        names.add(words);
      } else if (words.length() < 60) {
        places.add(words);
      }
    }
    return found;
  }

  private boolean isTitle(String words) {
    if (hasDigit(words)) {
      return false;
    }
    double titleness = sense.of(words);
    return titleness >= TITLE
        || (titleness >= LIKELY_TITLE && nameSense.isAllTitleWords(words));
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
