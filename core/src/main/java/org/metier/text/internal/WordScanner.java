package org.metier.text.internal;

import org.metier.text.Language;

/// Walks over the words of one text. Not thread-safe; costs a copy of the text and nothing per word.
///
/// A word is a run of letters and digits, and what belongs to it: `C++`, `C#`, `.NET`, `node.js`,
/// `R&D`, `B.Sc` as two words but `M.B.A` as one, `3.5`, `driver's`. Hyphens and slashes part words.
/// French elided articles (`l'`, `qu'`) are passed over. A suffix that only adds another gender or
/// number (`Entwickler:in`, `motivé(e)`, `chargé·e·s`) lies under the span, but not in the word.
public final class WordScanner {
  /// The longest bracketed suffix that is passed over, in letters: `(trice)`.
  private static final int MAX_SUFFIX = 5;

  private final char[] text;
  private final boolean elides;
  private final boolean german;
  private int position;
  private int start;
  private int wordEnd;
  private int end;
  private int hash;

  public WordScanner(Language language, String text) {
    this.text = text.toCharArray();
    elides = language == Language.FR;
    german = language == Language.DE;
  }

  /// Moves to the next word.
  ///
  /// @return false after the last one
  public boolean next() {
    int at = position;
    int length = text.length;
    while (at < length && !startsWord(at)) {
      at++;
    }
    if (at == length) {
      position = at;
      return false;
    }
    start = at;
    at = endOfPlainRun(at);
    int plainEnd = at;
    if (at < length && text[at] > ' ') {
      at = endOfWord(at);
    }
    wordEnd = at;
    if (at != plainEnd) {
      hash = WordMemo.hash(text, start, at);
    }
    end = at < length && text[at] > ' ' ? afterSuffix(at) : at;
    position = end;
    return true;
  }

  /// The common case, hashed on the way: letters and digits up to anything else.
  private int endOfPlainRun(int from) {
    char[] chars = text;
    int at = from;
    int code = 0;
    while (at < chars.length && Letters.isPlain(chars[at])) {
      code = code * WordMemo.HASH_FACTOR + chars[at++];
    }
    hash = code;
    return at;
  }

  private int endOfWord(int from) {
    int at = endOfRun(from == start ? from + 1 : from);
    int longer;
    while (at < text.length && (longer = joined(at)) != at) {
      at = longer;
    }
    return at;
  }

  /// What [WordMemo] finds the word by.
  int hash() {
    return hash;
  }

  char[] text() {
    return text;
  }

  /// Where the word begins.
  public int start() {
    return start;
  }

  /// One past the word, without a passed-over suffix: with [#start], what to look up.
  public int wordEnd() {
    return wordEnd;
  }

  /// One past the word and its passed-over suffix: with [#start], what to show.
  public int end() {
    return end;
  }

  private boolean startsWord(int at) {
    char c = text[at];
    return Letters.isPlain(c) || (c > ' ' && startsRareWord(at));
  }

  private boolean startsRareWord(int at) {
    char c = text[at];
    return Letters.isWord(c)
        || (Character.isHighSurrogate(c) && Letters.isWordPair(text, at))
        || (c == '.' && isSuffix(at, "net"));
  }

  private int endOfRun(int from) {
    int at = from;
    int length = text.length;
    while (at < length) {
      char c = text[at];
      if (!Letters.isInside(c) && !(Character.isSurrogate(c) && Letters.isWordPair(text, at))) {
        break;
      }
      at++;
    }
    return at;
  }

  /// The end of the word when the mark at `at` joins it to what follows, else `at`.
  private int joined(int at) {
    char mark = text[at];
    return switch (mark) {
      case '\'', '\u2019', '\u02bc' -> afterApostrophe(at);
      case '.' -> afterDot(at);
      case ',' -> isDigit(at - 1) && isDigit(at + 1) ? endOfRun(at + 1) : at;
      case '+' -> isLetter(at - 1) && charAt(at + 1) == '+' ? at + 2 : at;
      case '#' -> isLetter(at - 1) && !isWord(at + 1) ? at + 1 : at;
      case '&' -> at - start <= 2 && isLetter(at + 1) ? endOfRun(at + 1) : at;
      default -> at;
    };
  }

  private int afterApostrophe(int at) {
    if (!isLetter(at + 1)) {
      return at;
    }
    if (elides && Letters.isElided(text, start, at)) {
      start = at + 1;
    }
    return endOfRun(at + 1);
  }

  private int afterDot(int at) {
    if (isDigit(at - 1) && isDigit(at + 1)) {
      return endOfRun(at + 1);
    }
    boolean initials = at - 1 == start || charAt(at - 2) == '.';
    if (initials && isLetter(at - 1) && isLetter(at + 1) && !isWord(at + 2)) {
      return at + 2;
    }
    if (isSuffix(at, "js")) {
      return at + 3;
    }
    return isSuffix(at, "net") ? at + 4 : at;
  }

  /// Whether the word after the mark at `dot` is this one, in any case.
  private boolean isSuffix(int dot, String suffix) {
    for (int at = 0; at < suffix.length(); at++) {
      if (Character.toLowerCase(charAt(dot + 1 + at)) != suffix.charAt(at)) {
        return false;
      }
    }
    return !isWord(dot + 1 + suffix.length());
  }

  private int afterSuffix(int at) {
    char mark = text[at];
    if (!isLetter(at - 1)) {
      return at;
    }
    return switch (mark) {
      case '(' -> {
        int close = at + 1;
        while (close - at <= MAX_SUFFIX && Character.isLowerCase(charAt(close))) {
          close++;
        }
        yield close > at + 1 && charAt(close) == ')' && !isWord(close + 1) ? close + 1 : at;
      }
      case ':', '*', '_' -> {
        int after = endOfRun(at + 1);
        yield german && (isSuffix(at, "in") || isSuffix(at, "innen")) ? after : at;
      }
      case '\u00b7', '\u2022' -> {
        int after = at;
        while (isMiddleDot(after) && isLetter(after + 1)) {
          after = endOfRun(after + 1);
        }
        yield elides ? after : at;
      }
      default -> at;
    };
  }

  private boolean isMiddleDot(int at) {
    return charAt(at) == '\u00b7' || charAt(at) == '\u2022';
  }

  private char charAt(int at) {
    return at >= 0 && at < text.length ? text[at] : ' ';
  }

  private boolean isWord(int at) {
    return Letters.isWord(charAt(at));
  }

  private boolean isLetter(int at) {
    return Character.isLetter(charAt(at));
  }

  private boolean isDigit(int at) {
    return Character.isDigit(charAt(at));
  }
}
