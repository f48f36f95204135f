package org.metier.text.internal;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A regular expression that is tried only where its first three characters can stand: finds what
/// [Matcher#find] finds, many times as fast for lists of words that are rare in a text.
///
/// What can stand there is asked of the expression itself, once, by trying it on each character, pair and
/// triple: if it neither matches nor runs out of text ([Matcher#hitEnd]), nothing that goes on so can match.
/// The same way it finds out whether a match may begin behind a letter. Triples are asked for when a text
/// first has them, and the answers remembered. Characters beyond the Latin blocks are always tried.
///
/// The expression must not match an empty text, and must not begin with a look behind that demands
/// something, an anchor, or the end of a word. Thread-safe; making one takes about a millisecond, and it
/// holds some 40 kB.
public final class GatedPattern {
  /// The Latin blocks.
  private static final int TABLE = 0x250;
  private static final int TABLE_BITS = 10;
  private static final int REMEMBERED_BITS = 12;
  /// 2^32 / golden ratio, odd (Knuth, "The Art of Computer Programming" 3, 6.4).
  private static final int SPREAD = 0x9E3779B9;

  private final Pattern pattern;
  /// By first character: whether each second one may follow; empty when it opens no match.
  private final boolean[][] seconds = new boolean[TABLE][0];
  /// Which characters may stand before a match.
  private final boolean[] before = new boolean[TABLE];
  /// A triple and, in the lowest bit, whether it may open a match; zero for none. Whoever overwrites
  /// another's answer costs it being asked once more.
  private final int[] triples = new int[1 << REMEMBERED_BITS];

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

  @SuppressWarnings("JdkObsolete") // whether more text could make it match is just what is asked
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

  String regex() {
    return pattern.pattern();
  }

  /// Whether a match may begin with two characters; unknown beyond the Latin blocks, and then true.
  boolean isPossible(char first, char second) {
    return first >= TABLE || (seconds[first].length > 0
        && (second >= TABLE || seconds[first][second]));
  }

  /// Whether a match may begin with three characters of the Latin blocks.
  private boolean isPossible(char first, char second, char third) {
    int triple = ((first << TABLE_BITS | second) << TABLE_BITS | third) << 1;
    int slot = (triple * SPREAD) >>> (Integer.SIZE - REMEMBERED_BITS);
    int known = triples[slot];
    if ((known & ~1) == triple && triple != 0) {
      return (known & 1) != 0;
    }
    boolean isPossible = isPossible(pattern.matcher("" + first + second + third));
    triples[slot] = isPossible ? triple | 1 : triple;
    return isPossible;
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
        if (isAt(start)) {
          at = matcher.end();
          return true;
        }
      }
      at = end;
      return false;
    }

    /// Whether a match begins at a place, before the end of the part.
    boolean isAt(int start) {
      return isGateOpen(start) && matcher.region(start, end).lookingAt();
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
      boolean isPairKnown = false;
      if (first < TABLE) {
        boolean[] second = seconds[first];
        isPairKnown = start + 1 < text.length && text[start + 1] < TABLE;
        if (second.length == 0 || (isPairKnown && !second[text[start + 1]])) {
          return false;
        }
      }
      if (start > 0 && text[start - 1] < TABLE && !before[text[start - 1]]) {
        return false;
      }
      return !isPairKnown || start + 2 >= text.length || text[start + 2] >= TABLE
          || isPossible(first, text[start + 1], text[start + 2]);
    }
  }
}
