package org.metier.link.internal;

import java.util.Arrays;
import java.util.Locale;

/// Whose labels have which initials: `JS` may stand for `JavaScript`, by its capitals, and for "job
/// sharing", by its words. Immutable; 8 bytes a label.
public final class Initials {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;
  private static final int LETTERS = 26;

  /// Code of the initials, then whether they are capitals within a word, then the owner; ascending.
  private final long[] entries;

  private Initials(long[] entries) {
    this.entries = entries;
  }

  /// Is shown who has initials.
  @FunctionalInterface
  public interface Owners {
    /// @param owner of the label
    /// @param isWithinWord whether they are capitals within one word
    void owner(int owner, boolean isWithinWord);
  }

  /// @param abbreviation two to five letters in capitals; nobody has others
  public void search(String abbreviation, Owners owners) {
    long code = abbreviation.equals(abbreviation.toUpperCase(Locale.ROOT))
        ? code(abbreviation)
        : -1;
    if (code < 0) {
      return;
    }
    int at = Arrays.binarySearch(entries, code << 33);
    long before = -1;
    for (int i = at < 0 ? -at - 1 : at; i < entries.length && entries[i] >>> 33 == code; i++) {
      if (entries[i] != before) {
        owners.owner((int) entries[i], (entries[i] >>> 32 & 1) == 1);
      }
      before = entries[i];
    }
  }

  /// @return -1 for what is no abbreviation
  private static long code(CharSequence letters) {
    if (letters.length() < SHORTEST || letters.length() > LONGEST) {
      return -1;
    }
    long code = 0;
    for (int i = 0; i < letters.length(); i++) {
      char c = Character.toUpperCase(letters.charAt(i));
      if (c < 'A' || c > 'Z') {
        return -1;
      }
      code = code * (LETTERS + 1) + c - 'A' + 1;
    }
    return code;
  }

  /// Collects labels. Not thread-safe.
  public static final class Builder {
    private long[] entries = new long[1 << 10];
    private int size;

    public void add(int owner, String label) {
      StringBuilder capitals = new StringBuilder();
      StringBuilder words = new StringBuilder();
      boolean hasSmall = false;
      for (int i = 0; i < label.length(); i++) {
        char c = label.charAt(i);
        boolean startsWord = Character.isLetter(c)
            && (i == 0 || !Character.isLetterOrDigit(label.charAt(i - 1)));
        if (startsWord) {
          words.append(c);
        }
        if (Character.isUpperCase(c)) {
          capitals.append(c);
        }
        hasSmall |= Character.isLowerCase(c);
      }
      boolean isOneWord = words.length() == 1;
      put(code(isOneWord && hasSmall ? capitals : words), isOneWord, owner);
    }

    private void put(long code, boolean isWithinWord, int owner) {
      if (code >= 0) {
        if (size == entries.length) {
          entries = Arrays.copyOf(entries, 2 * size);
        }
        entries[size++] = code << 33 | (isWithinWord ? 1L << 32 : 0) | owner;
      }
    }

    public Initials build() {
      long[] own = Arrays.copyOf(entries, size);
      Arrays.sort(own);
      return new Initials(own);
    }
  }
}
