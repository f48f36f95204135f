package org.metier.skill;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.internal.GatedPattern;

/// Tells of each place in one text what the text says about somebody's having the skill that it mentions there: by
/// cues in the mention's clause and sentence, and for vacancies by the last heading before it. Headings of
/// vacancies count anywhere, because many sources send their texts without line breaks.
///
/// The cues are those of `stance-cues.tsv` in this package. Not thread-safe; a sentence is looked at once, however
/// many mentions stand in it.
public final class Stances {
  /// How far from a mention its sentence is looked for, to either side.
  private static final int MAX_SENTENCE = 300;
  /// How far behind a mention its clause is looked at.
  private static final int BEHIND = 40;
  /// How many words may stand between "team of" and a mention.
  private static final int WORDS_BETWEEN = 4;

  private final TextKind kind;
  private final Language language;
  private final String text;
  private @Nullable NavigableMap<Integer, Heading> headings;
  private final Map<Span, Sentence> sentences = new HashMap<>();

  /// What a heading says about all that follows it.
  private enum Heading {
    ASKING, OTHER, EMPLOYER
  }

  /// What a sentence says about all that stands in it.
  private static final class Sentence {
    private final String text;
    private @Nullable Stance demand;
    private @Nullable Boolean isBoilerplate;

    Sentence(String text) {
      this.text = text;
    }
  }

  private Stances(TextKind kind, Language language, String text) {
    this.kind = kind;
    this.language = language;
    this.text = text;
  }

  /// @param language of the text
  public static Stances of(TextKind kind, Language language, String text) {
    return new Stances(kind, language, text);
  }

  /// What the text says about having the skill that it mentions at a place.
  public Stance at(Span mention) {
    return switch (kind) {
      case CV -> personal(mention);
      case VACANCY -> isBoilerplate(mention)
          ? Stance.BOILERPLATE
          : isNegated(mention) ? Stance.NEGATED : demand(mention);
    };
  }

  private Stance personal(Span mention) {
    if (isNegated(mention)) {
      return Stance.NEGATED;
    }
    if (isWished(mention)) {
      return Stance.WISHED;
    }
    if (isOthers(mention)) {
      return Stance.OTHERS;
    }
    return isBoilerplate(mention) ? Stance.BOILERPLATE : Stance.STATED;
  }

  /// How much an employer asks for what stands at a place: whether a requirement, a nice-to-have, or only
  /// mentioned. The cue in its sentence decides, else the last heading before it.
  ///
  /// @return [Stance#REQUIRED], [Stance#NICE_TO_HAVE] or [Stance#STATED]
  public Stance demand(Span place) {
    Sentence sentence = sentence(place);
    Stance known = sentence.demand;
    if (known == null) {
      known = Cue.NICE.in(language).isIn(sentence.text)
          ? Stance.NICE_TO_HAVE
          : Cue.REQUIRED.in(language).isIn(sentence.text) ? Stance.REQUIRED : Stance.STATED;
      sentence.demand = known;
    }
    return known == Stance.STATED && heading(place) == Heading.ASKING ? Stance.REQUIRED : known;
  }

  /// Whether a place is in a sentence on data protection or diversity, or in one in which the employer speaks of
  /// itself: such sentences ask for nobody's skills.
  public boolean isBoilerplate(Span place) {
    Sentence sentence = sentence(place);
    Boolean known = sentence.isBoilerplate;
    if (known == null) {
      known = Cue.BOILERPLATE.in(language).isIn(sentence.text);
      sentence.isBoilerplate = known;
    }
    return known || (kind == TextKind.VACANCY && heading(place) == Heading.EMPLOYER);
  }

  private boolean isNegated(Span mention) {
    return Cue.NEGATED.in(language).isIn(clauseBefore(mention))
        || Cue.NEGATED_AFTER.in(language).isIn(clauseBehind(mention));
  }

  private boolean isWished(Span mention) {
    String before = clauseBefore(mention);
    return Cue.WISHED.in(language).isIn(before)
        || (Cue.WISH_OPENS.isIn(language) && Cue.WISH_OPENS.in(language).isIn(before)
            && Cue.WISH_CLOSES.in(language).isIn(clauseBehind(mention)));
  }

  private boolean isOthers(Span mention) {
    String before = clauseBefore(mention);
    GatedPattern.Search cue = Cue.OTHERS.in(language).in(before);
    while (cue.next()) {
      String between = before.substring(cue.match().end()).strip();
      if (between.indexOf(',') < 0 && between.indexOf('(') < 0
          && between.split("\\s+").length <= WORDS_BETWEEN) {
        return true;
      }
    }
    return false;
  }

  /// From the beginning of the mention's clause to the mention.
  private String clauseBefore(Span mention) {
    Span sentence = bounds(mention);
    String before = text.substring(sentence.start(), mention.start());
    int from = 0;
    for (Cue cue : new Cue[]{Cue.TURN, Cue.FRESH}) {
      GatedPattern.Search turn = cue.in(language).in(text, sentence.start(), mention.end());
      while (turn.next()) {
        if (turn.match().start() < mention.start()) {
          from = Math.max(from,
              Math.min(turn.match().end(), mention.start()) - sentence.start());
        }
      }
    }
    return before.substring(from);
  }

  /// From the mention on, to the end of its clause or so.
  private String clauseBehind(Span mention) {
    int end = Math.min(bounds(mention).end(), mention.end() + BEHIND);
    String behind = text.substring(Math.min(mention.end(), end), end);
    GatedPattern.Search turn = Cue.TURN.in(language).in(behind);
    return turn.next() ? behind.substring(0, turn.match().start()) : behind;
  }

  private @Nullable Heading heading(Span place) {
    if (headings == null) {
      headings = new TreeMap<>();
      collect(Cue.ASKING_HEADING, Heading.ASKING, headings);
      collect(Cue.OTHER_HEADING, Heading.OTHER, headings);
      collect(Cue.EMPLOYER_HEADING, Heading.EMPLOYER, headings);
    }
    Map.Entry<Integer, Heading> before = headings.floorEntry(place.start());
    return before == null ? null : before.getValue();
  }

  private void collect(Cue cue, Heading heading, NavigableMap<Integer, Heading> into) {
    GatedPattern.Search found = cue.in(language).in(text);
    while (found.next()) {
      int start = found.match().start();
      boolean isAtLineStart = start == 0 || text.charAt(start - 1) == '\n';
      if (heading != Heading.EMPLOYER || isAtLineStart) {
        into.put(start, heading);
      }
    }
  }

  private Sentence sentence(Span place) {
    return sentences.computeIfAbsent(bounds(place), s -> new Sentence(s.of(text)));
  }

  private Span bounds(Span place) {
    int start = place.start();
    int first = Math.max(0, start - MAX_SENTENCE);
    while (start > first && !isEnd(start - 1)) {
      start--;
    }
    int end = place.end();
    int last = Math.min(text.length(), end + MAX_SENTENCE);
    while (end < last && !isEnd(end)) {
      end++;
    }
    return new Span(start, end);
  }

  /// Whether a sentence ends with the sign at a place: a line break or bullet anywhere, another one before
  /// space or more such signs.
  private boolean isEnd(int at) {
    char c = text.charAt(at);
    if (c == '\n' || c == '•' || c == '·') {
      return true;
    }
    int next = at;
    while (next < text.length() && ".!?;".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next > at && (next == text.length() || Character.isWhitespace(text.charAt(next))
        || text.charAt(next) == '•' || text.charAt(next) == '·');
  }
}
