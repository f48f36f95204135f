package org.metier.text.internal;

import java.util.Arrays;
import java.util.List;

/// Several expressions that are looked for in one pass over a text: for many that are all rare, much
/// cheaper than a pass for each. Thread-safe; holds some 40 kB.
public final class GatedPatterns {
  private static final int MAX = Byte.SIZE;
  /// Latin letters of European languages; beyond them each expression is asked.
  private static final int TABLE = 0x180;

  private final List<GatedPattern> patterns;
  private final int all;
  /// By first and second character, those beyond the table as one: which expressions may match there, a bit
  /// for each.
  private final byte[][] pairs = new byte[TABLE + 1][];

  private GatedPatterns(List<GatedPattern> patterns) {
    this.patterns = List.copyOf(patterns);
    all = (1 << patterns.size()) - 1;
    byte[] none = new byte[TABLE + 1];
    for (char first = 0; first < TABLE; first++) {
      byte[] seconds = new byte[TABLE + 1];
      int any = 0;
      for (char second = 0; second < TABLE; second++) {
        seconds[second] = possible(first, second);
        any |= seconds[second];
      }
      seconds[TABLE] = (byte) all;
      // One row for all that open no match stays at hand.
      pairs[first] = any == 0 ? none : seconds;
    }
    pairs[TABLE] = new byte[TABLE + 1];
    Arrays.fill(pairs[TABLE], (byte) all);
  }

  private byte possible(char first, char second) {
    int bits = 0;
    for (int number = 0; number < patterns.size(); number++) {
      bits |= patterns.get(number).isPossible(first, second) ? 1 << number : 0;
    }
    return (byte) bits;
  }

  /// @param patterns 1 to 8
  public static GatedPatterns of(GatedPattern... patterns) {
    if (patterns.length == 0 || patterns.length > MAX) {
      throw new IllegalArgumentException(
          "patterns must be 1 to " + MAX + ", were " + patterns.length);
    }
    return new GatedPatterns(List.of(patterns));
  }

  /// Which of the expressions a text has matches of.
  public Found in(String text) {
    GatedPattern.Search[] searches = new GatedPattern.Search[patterns.size()];
    char[] chars = text.toCharArray();
    int missing = all;
    byte[] seconds = pairs[chars.length == 0 ? TABLE : Math.min(chars[0], TABLE)];
    for (int at = 0; at < chars.length && missing != 0; at++) {
      int next = at + 1 < chars.length ? Math.min(chars[at + 1], TABLE) : TABLE;
      int possible = seconds[next] & missing;
      seconds = pairs[next];
      while (possible != 0) {
        int number = Integer.numberOfTrailingZeros(possible);
        possible &= possible - 1;
        if (searches[number] == null) {
          searches[number] = patterns.get(number).in(text);
        }
        if (searches[number].isAt(at)) {
          missing &= ~(1 << number);
        }
      }
    }
    return new Found(this, all & ~missing);
  }

  /// Expressions that match somewhere in a text.
  public static final class Found {
    private final GatedPatterns sought;
    private final int bits;

    private Found(GatedPatterns sought, int bits) {
      this.sought = sought;
      this.bits = bits;
    }

    /// @param pattern one of those that were looked for
    public boolean has(GatedPattern pattern) {
      int number = sought.patterns.indexOf(pattern);
      if (number < 0) {
        throw new IllegalArgumentException("was not looked for: " + pattern.regex());
      }
      return (bits >>> number & 1) != 0;
    }
  }
}
