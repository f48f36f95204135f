package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.metier.profiling.privacy.NameSense;
import org.metier.text.Span;

/// The lines above the first heading: name, contact, and often a title and a summary. All that is
/// neither title nor summary is about the person.
final class Head {
  /// From so many words on a line is a sentence of a summary.
  private static final int SENTENCE_WORDS = 9;
  /// A title is one from here on.
  private static final double TITLE = 0.6;
  /// A title of words that are all part of titles is one from here on.
  private static final double LIKELY_TITLE = 0.3;

  private final TitleSense sense;
  private final NameSense nameSense;
  private final Predicate<String> startsBody;

  /// Stretches about the person.
  final List<Span> own = new ArrayList<>();
  final List<Span> titles = new ArrayList<>();
  final List<Line> summary = new ArrayList<>();

  /// @param startsBody whether a line, such as one with a period, shows that the head is over
  Head(TitleSense sense, NameSense nameSense, Predicate<String> startsBody) {
    this.sense = sense;
    this.nameSense = nameSense;
    this.startsBody = startsBody;
  }

  void read(List<Line> lines) {
    boolean inSummary = false;
    for (Line line : lines) {
      if (inSummary || isSentence(line.text()) || startsBody.test(line.text())) {
        inSummary = true;
        summary.add(line);
        continue;
      }
      List<Span> keep = titlesOf(line);
      titles.addAll(keep);
      addOwn(keep, line);
    }
  }

  private static boolean isSentence(String line) {
    String[] words = line.split("\\s+");
    long small = List.of(words).stream().filter(w -> Character.isLowerCase(w.charAt(0))).count();
    return words.length >= SENTENCE_WORDS && small * 2 > words.length && line.indexOf('@') < 0;
  }

  private List<Span> titlesOf(Line line) {
    if (line.text().length() <= 80 && isTitle(line.text())) {
      return List.of(line.span());
    }
    List<Span> found = new ArrayList<>();
    for (Span part : Segments.of(line.text(), line.start())) {
      String words = line.text().substring(part.start() - line.start(), part.end() - line.start());
      if (isTitle(words)) {
        found.add(part);
      }
    }
    return found;
  }

  private boolean isTitle(String words) {
    if (hasDigit(words) || nameSense.isInMail(words)) {
      return false;
    }
    double titleness = sense.of(words);
    return titleness >= TITLE
        || (titleness >= LIKELY_TITLE && nameSense.isAllTitleWords(words));
  }

  private static boolean hasDigit(String words) {
    return words.chars().anyMatch(Character::isDigit);
  }

  private void addOwn(List<Span> titles, Line line) {
    int from = line.start();
    for (Span title : titles) {
      addOwn(from, title.start());
      from = title.end();
    }
    addOwn(from, line.end());
  }

  private void addOwn(int start, int end) {
    if (start < end) {
      own.add(new Span(start, end));
    }
  }
}
