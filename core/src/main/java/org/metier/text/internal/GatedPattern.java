package org.metier.text.internal;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A regular expression that is tried only where its first two characters can stand: finds what
/// [Matcher#find] finds, many times as fast for lists of words that are rare in a text.
///
/// What can stand there is asked of the expression itself, once, by trying it on each character and pair:
/// if it neither matches nor runs out of text ([Matcher#hitEnd]), nothing that goes on so can match. The
/// same way it finds out whether a match may begin behind a letter. Characters beyond the Latin blocks are
/// always tried.
///
/// The expression must not match an empty text, and must not begin with a look behind that demands
/// something, an anchor, or the end of a word. Immutable and thread-safe; making one takes about a
/// millisecond.
public final class GatedPattern {
  /// The Latin blocks.
  private static final int TABLE = 0x250;

  private final Pattern pattern;
  /// By first character: whether each second one may follow; empty when it opens no match.
  private final boolean[][] seconds = new boolean[TABLE][0];
  /// Which characters may stand before a match.
  private final boolean[] before = new boolean[TABLE];

  private GatedPattern(Pattern pattern) {
    this.pattern = pattern;
    if (pattern.matcher("").lookingAt()) {
      throw new IllegalArgumentException("a pattern that matches an empty text has no first"
          + " characters: " + pattern);
    }
    Matcher matcher = pattern.matcher("");
    for (char first = 0; first < TABLE; first++) {
      if (isPossible(matcher.reset(String.valueOf(first)))) {
        seconds[first] = seconds(matcher, first);
      }
    }
    for (char c = 0; c < TABLE; c++) {
      before[c] = isPossibleBehind(c);
    }
  }

  public static GatedPattern compile(String regex, int flags) {
    return of(Pattern.compile(regex, flags));
  }

  public static GatedPattern of(Pattern pattern) {
    return new GatedPattern(pattern);
  }

  @SuppressWarnings("JdkObsolete") // what it is asked is just what it tells: whether more text could change the answer
  private static boolean isPossible(Matcher matcher) {
    return matcher.lookingAt() || matcher.hitEnd();
  }

  private static boolean[] seconds(Matcher matcher, char first) {
    boolean[] possible = new boolean[TABLE];
    for (char second = 0; second < TABLE; second++) {
      possible[second] = isPossible(matcher.reset("" + first + second));
    }
    return possible;
  }

  private boolean isPossibleBehind(char c) {
    Matcher matcher = pattern.matcher("").useTransparentBounds(true);
    for (char first = 0; first < TABLE; first++) {
      if (seconds[first].length > 0
          && isPossible(matcher.reset("" + c + first).region(1, 2))) {
        return true;
      }
    }
    return false;
  }

  /// Whether the text has a match.
  public boolean isIn(String text) {
    return in(text).next();
  }

  /// The text with something in place of each match.
  ///
  /// @param replacement taken as it is, groups are not looked up in it
  public String replaceAll(String text, Function<MatchResult, String> replacement) {
    Search search = in(text);
    if (!search.next()) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text.length());
    int kept = 0;
    do {
      replaced.append(text, kept, search.match().start())
          .append(replacement.apply(search.match()));
      kept = search.match().end();
    } while (search.next());
    return replaced.append(text, kept, text.length()).toString();
  }

  /// The matches of a text, from left to right.
  public Search in(String text) {
    return in(text, 0, text.length());
  }

  /// The matches within a part of a text. Looking behind and ahead goes beyond it.
  public Search in(String text, int start, int end) {
    return new Search(text, start, end);
  }

  /// Goes over the matches in one text. Not thread-safe.
  public final class Search {
    private final char[] text;
    private final Matcher matcher;
    private final int end;
    private int at;

    private Search(String text, int start, int end) {
      this.text = text.toCharArray();
      this.end = end;
      at = start;
      matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /// Moves to the next match.
    ///
    /// @return false after the last one
    public boolean next() {
      for (int start = at; start < end; start++) {
        if (isGateOpen(start) && matcher.region(start, end).lookingAt()) {
          at = matcher.end();
          return true;
        }
      }
      at = end;
      return false;
    }

    /// Lets the next match begin anywhere behind the beginning of this one.
    public void overlap() {
      at = matcher.start() + 1;
    }

    /// The present match, until the next one is looked for.
    public MatchResult match() {
      return matcher;
    }

    private boolean isGateOpen(int start) {
      char first = text[start];
      if (first < TABLE) {
        boolean[] second = seconds[first];
        if (second.length == 0 || (start + 1 < text.length && text[start + 1] < TABLE
            && !second[text[start + 1]])) {
          return false;
        }
      }
      return start == 0 || text[start - 1] >= TABLE || before[text[start - 1]];
    }
  }
}
