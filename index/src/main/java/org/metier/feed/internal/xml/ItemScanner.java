package org.metier.feed.internal.xml;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts the items out of an XML feed, without parsing what is in them, so that a broken one harms no other.
/// Holds one item and 64 KB at a time; linear time. Not thread-safe.
final class ItemScanner {
  private static final int BUFFER = 1 << 16;
  /// How far is looked ahead: names and the blanks between two items.
  private static final int MAX_AHEAD = 4096;
  /// What an interface answers instead of a feed.
  private static final Set<String> FAILURES = Set.of("error", "errors", "fault", "exception");
  private static final String CDATA = "<![CDATA[";
  private static final String COMMENT = "<!--";

  /// What was come upon.
  enum Kind {
    /// A whole item.
    ITEM,
    /// An item whose end tag is missing, or whose character data, comment or attribute does not end.
    UNCLOSED,
    /// An item beyond the limit; it was passed over.
    TOO_LARGE,
    /// The end tag of an item that did not begin.
    STRAY_END,
    /// The end tag of the root.
    END,
    /// The bytes end where the root does not.
    CUT_OFF
  }

  /// @param text of an item; empty for the other kinds
  /// @param line where it starts, from 1
  record Piece(Kind kind, String text, long line) {}

  private enum Region {
    CLOSED, ITEM_ENDS, CUT_OFF
  }

  private final XmlText text;
  private final Set<String> names;
  private final int maxLength;
  private final char[] buffer = new char[BUFFER];
  private int at;
  private int end;
  private boolean isEnded;
  private long line = 1;
  private int counted;
  private @Nullable String root;
  private @Nullable String item;
  private boolean isRootItem;
  private boolean isTooLarge;
  private boolean holdsFailure;
  private final StringBuilder collected = new StringBuilder();

  /// @param names of items, local and in lower case
  /// @param maxLength of an item in characters
  ItemScanner(XmlText text, Set<String> names, int maxLength) {
    this.text = text;
    this.names = names;
    this.maxLength = maxLength;
  }

  /// The next item, or how the feed ended; nothing may be asked for after the end.
  Piece next() throws IOException {
    while (seek()) {
      String name = peek(1) == '/' ? name(2) : name(1);
      if (starts(COMMENT)) {
        region("-->", COMMENT.length());
      } else if (starts(CDATA)) {
        region("]]>", CDATA.length());
      } else if (peek(1) == '?') {
        region("?>", 2);
      } else if (peek(1) == '!') {
        declaration();
      } else if (name.isEmpty()) {
        at++;
      } else if (peek(1) == '/') {
        Piece piece = endTag(name);
        if (piece != null) {
          return piece;
        }
      } else {
        Piece piece = startTag(name);
        if (piece != null) {
          return piece;
        }
      }
    }
    return piece(Kind.CUT_OFF);
  }

  /// Whether anything but blanks and comments follows the end.
  boolean goesOn() throws IOException {
    while (peek(0) >= 0) {
      if (starts(COMMENT)) {
        region("-->", COMMENT.length());
      } else if (peek(0) > ' ') {
        return true;
      } else {
        at++;
      }
    }
    return false;
  }

  long line() {
    while (counted < at) {
      if (buffer[counted++] == '\n') {
        line++;
      }
    }
    return line;
  }

  private Piece piece(Kind kind) {
    return new Piece(kind, "", line());
  }

  private @Nullable Piece endTag(String name) throws IOException {
    Piece found = name.equals(root)
        ? piece(Kind.END)
        : names.contains(XmlTrees.localName(name)) ? piece(Kind.STRAY_END) : null;
    tag();
    return found;
  }

  private @Nullable Piece startTag(String name) throws IOException {
    boolean isItem = names.contains(XmlTrees.localName(name));
    if (root == null) {
      root = name;
      isRootItem = isItem;
    }
    if (isItem) {
      return item(name);
    }
    holdsFailure |= FAILURES.contains(XmlTrees.localName(name));
    boolean isRoot = name.equals(root);
    return tag() == Tag.EMPTY && isRoot ? piece(Kind.END) : null;
  }

  private Piece item(String name) throws IOException {
    long start = line();
    item = name;
    collected.setLength(0);
    isTooLarge = false;
    Kind kind = collect();
    item = null;
    if (kind == Kind.ITEM && isTooLarge) {
      kind = Kind.TOO_LARGE;
    }
    return new Piece(kind, kind == Kind.ITEM ? collected.toString() : "", start);
  }

  /// Whether the one item was the root, and with it the feed is at its end.
  boolean isRootItem() {
    return isRootItem;
  }

  /// Whether an element outside the items tells of an error.
  boolean holdsFailure() {
    return holdsFailure;
  }

  private Kind collect() throws IOException {
    Tag tag = tag();
    while (tag != Tag.EMPTY) {
      if (tag == Tag.ITEM_ENDS) {
        return Kind.UNCLOSED;
      }
      if (!seek()) {
        return Kind.CUT_OFF;
      }
      boolean isEnd = peek(1) == '/';
      String name = name(isEnd ? 2 : 1);
      if (isEnd && name.equals(item)) {
        return tag() == Tag.CUT_OFF ? Kind.CUT_OFF : Kind.ITEM;
      }
      if (name.equals(isEnd ? root : item)) {
        return Kind.UNCLOSED; // left standing for the next call
      }
      tag = content(name);
      if (tag == Tag.CUT_OFF) {
        return Kind.CUT_OFF;
      }
    }
    return Kind.ITEM;
  }

  private Tag content(String name) throws IOException {
    if (starts(CDATA)) {
      return tagOf(region("]]>", CDATA.length()));
    }
    if (starts(COMMENT)) {
      return tagOf(region("-->", COMMENT.length()));
    }
    if (peek(1) == '?') {
      return tagOf(region("?>", 2));
    }
    if (!name.isEmpty()) {
      Tag tag = tag();
      return tag == Tag.EMPTY ? Tag.OPEN : tag; // only the item's own emptiness ends it
    }
    at++; // a bare "<" that starts nothing, as in "< 3 years"
    append("&lt;");
    return Tag.OPEN;
  }

  private static Tag tagOf(Region region) {
    return switch (region) {
      case CLOSED -> Tag.OPEN;
      case ITEM_ENDS -> Tag.ITEM_ENDS;
      case CUT_OFF -> Tag.CUT_OFF;
    };
  }

  private enum Tag {
    OPEN, EMPTY, ITEM_ENDS, CUT_OFF
  }

  /// Passes over a tag, minding that an attribute may hold a `>`.
  private Tag tag() throws IOException {
    take(1);
    for (int c = peek(0); c >= 0; c = peek(0)) {
      if (c == '>') {
        boolean isEmpty = at > 0 && buffer[at - 1] == '/';
        take(1);
        return isEmpty ? Tag.EMPTY : Tag.OPEN;
      }
      if (c == '<') {
        return Tag.OPEN; // this tag is not closed; the parser will say so
      }
      if (c == '"' || c == '\'') {
        Region value = region(String.valueOf((char) c), 1);
        if (value != Region.CLOSED) {
          return tagOf(value);
        }
      } else {
        take(1);
      }
    }
    return Tag.CUT_OFF;
  }

  /// Passes over what is no markup up to an end mark. If the end mark was forgotten, an item's end tag that
  /// is followed by the next item or the root's end tells.
  private Region region(String mark, int opening) throws IOException {
    take(opening);
    char first = mark.charAt(0);
    while (true) {
      int from = at;
      while (at < end && buffer[at] != first && buffer[at] != '<') {
        at++;
      }
      append(from, at);
      if (peek(0) < 0) {
        return Region.CUT_OFF;
      }
      if (buffer[at] == first && starts(mark)) {
        take(mark.length());
        return Region.CLOSED;
      }
      if (item != null && buffer[at] == '<' && isItemEnd()) {
        tag();
        return Region.ITEM_ENDS;
      }
      take(1);
    }
  }

  private boolean isItemEnd() throws IOException {
    String name = item;
    if (name == null || peek(1) != '/' || !name(2).equals(name)) {
      return false;
    }
    int ahead = blanks(2 + name.length());
    if (peek(ahead) != '>') {
      return false;
    }
    ahead = blanks(ahead + 1);
    return peek(ahead) == '<' && (name(ahead + 1).equals(name)
        || (peek(ahead + 1) == '/' && name(ahead + 2).equals(root)));
  }

  private int blanks(int ahead) throws IOException {
    int after = ahead;
    while (after < MAX_AHEAD && peek(after) >= 0 && peek(after) <= ' ') {
      after++;
    }
    return after;
  }

  /// A document type is passed over, with whatever it declares.
  private void declaration() throws IOException {
    int depth = 0;
    while (peek(0) >= 0) {
      int c = peek(0);
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (c == '>' && depth <= 0) {
        at++;
        return;
      } else if (c == '"' || c == '\'') {
        region(String.valueOf((char) c), 1);
        continue;
      }
      at++;
    }
  }

  /// Goes to the next `<`.
  private boolean seek() throws IOException {
    do {
      int from = at;
      while (at < end && buffer[at] != '<') {
        at++;
      }
      append(from, at);
    } while (at == end && more(1));
    return at < end;
  }

  /// The name that starts so many characters ahead, empty when none does.
  private String name(int ahead) throws IOException {
    int after = ahead;
    while (after < ahead + 256 && isNamePart(peek(after), after == ahead)) {
      after++;
    }
    return new String(buffer, at + ahead, after - ahead).toLowerCase(Locale.ROOT);
  }

  private static boolean isNamePart(int c, boolean isFirst) {
    return c >= 0 && (Character.isLetter(c) || c == '_'
        || (!isFirst && (c == ':' || c == '-' || c == '.' || Character.isDigit(c))));
  }

  private boolean starts(String mark) throws IOException {
    for (int i = 0; i < mark.length(); i++) {
      if (peek(i) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int peek(int ahead) throws IOException {
    return at + ahead < end || more(ahead + 1) ? buffer[at + ahead] : -1;
  }

  private void take(int count) throws IOException {
    if (at + count <= end || more(count)) {
      append(at, at + count);
      at += count;
    }
  }

  private void append(int from, int to) {
    if (item != null && !isTooLarge) {
      isTooLarge = collected.length() + to - from > maxLength;
      if (isTooLarge) {
        collected.setLength(0);
      } else {
        collected.append(buffer, from, to - from);
      }
    }
  }

  private void append(String characters) {
    if (item != null && !isTooLarge) {
      collected.append(characters);
    }
  }

  /// Makes so many characters available from here.
  private boolean more(int wanted) throws IOException {
    if (at > 0) {
      line();
      System.arraycopy(buffer, at, buffer, 0, end - at);
      end -= at;
      counted = 0;
      at = 0;
    }
    while (end < wanted && !isEnded) {
      int got = text.read(buffer, end, BUFFER - end);
      if (got < 0) {
        isEnded = true;
      } else {
        end += got;
      }
    }
    return end >= wanted;
  }
}
