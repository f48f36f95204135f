package org.metier.profiling.extraction;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the body of an RTF file (Rich Text Format specification 1.9.1): words, links and tables. Kept apart
/// is what nobody sees: hidden letters (`\v`), those below [Look#SMALLEST_POINTS], and white ones in a
/// document without any coloured ground. Deleted text, pictures, objects and all that a reader may ignore
/// (`\*`) is left out. Time and memory grow with the file; groups nest to [#DEEPEST].
final class RtfFile {
  private static final int DEEPEST = 500;
  private static final int LONGEST_WORD = 32;
  private static final int LONGEST_NUMBER = 9;

  /// Groups that hold no words of the body.
  private static final Set<String> OTHER_TEXT = Set.of("fonttbl", "colortbl", "stylesheet", "info",
      "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
      "footerf", "fldinst", "themedata", "datastore", "xe", "tc", "rxe", "bkmkstart", "bkmkend",
      "nonshppict", "listtable", "listoverridetable", "revtbl", "atnid", "atnauthor", "annotation",
      "filetbl", "objdata", "ftnsep", "generator", "listtext");
  private static final Pattern GROUND = Pattern
      .compile("\\\\(?:(?:cb|cbpat|clcbpat|chcbpat|trcbpat|highlight)[1-9]|shp)");

  private final byte[] file;
  private final FlowText text = new FlowText();
  private final Map<Integer, Charset> fonts = new HashMap<>();
  private final List<Boolean> whites = new ArrayList<>();
  private final Deque<State> groups = new ArrayDeque<>();
  private final StringBuilder color = new StringBuilder();
  private final boolean hasGround;
  private Charset page = Charset.forName("windows-1252");
  private State state = new State();
  private int at;
  private int fallbacks;
  private int font;
  private char high;
  private int lead = -1;

  /// What holds within a group.
  private static final class State {
    private Destination destination = Destination.BODY;
    private boolean isHidden;
    private boolean isDeleted;
    private boolean isInTable;
    private int color;
    private int font = -1;
    private int halfPoints = 24;
    private int fallbackLetters = 1;

    State copy() {
      State copy = new State();
      copy.destination = destination;
      copy.isHidden = isHidden;
      copy.isDeleted = isDeleted;
      copy.isInTable = isInTable;
      copy.color = color;
      copy.font = font;
      copy.halfPoints = halfPoints;
      copy.fallbackLetters = fallbackLetters;
      return copy;
    }

    void plain() {
      isHidden = false;
      isDeleted = false;
      color = 0;
      halfPoints = 24;
    }
  }

  private enum Destination {
    BODY, FONTS, COLORS, NONE
  }

  private RtfFile(byte[] file) {
    this.file = file;
    this.hasGround = GROUND.matcher(new String(file, StandardCharsets.ISO_8859_1)).find();
  }

  static Extraction read(byte[] file) throws TooComplexException {
    RtfFile rtf = new RtfFile(file);
    rtf.read();
    return rtf.text.extracted();
  }

  private void read() throws TooComplexException {
    while (at < file.length && !text.isFull()) {
      byte b = file[at++];
      switch (b) {
        case '{' -> open();
        case '}' -> close();
        case '\\' -> control();
        case '\r', '\n', 0 -> {
          // breaks lines of the file, not of the text
        }
        default -> {
          if (fallbacks > 0) {
            fallbacks--;
          } else {
            letter(b & 0xff);
          }
        }
      }
    }
  }

  private void open() throws TooComplexException {
    if (groups.size() >= DEEPEST) {
      throw new TooComplexException();
    }
    fallbacks = 0;
    groups.push(state);
    state = state.copy();
  }

  private void close() {
    fallbacks = 0;
    if (!groups.isEmpty()) {
      state = groups.pop();
    }
  }

  private void control() {
    if (at >= file.length) {
      return;
    }
    char first = (char) (file[at] & 0xff);
    if (isLetter(first)) {
      word();
      return;
    }
    at++;
    switch (first) {
      case '\'' -> hexadecimal();
      case '*' -> state.destination = Destination.NONE;
      case '~' -> fallbackOr(" ");
      case '_' -> fallbackOr("-");
      case '\\', '{', '}' -> fallbackOr(String.valueOf(first));
      case '\n', '\r' -> endLine();
      default -> {
      }
    }
  }

  private static boolean isLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  private void word() {
    int from = at;
    while (at < file.length && at - from < LONGEST_WORD && isLetter((char) (file[at] & 0xff))) {
      at++;
    }
    String word = new String(file, from, at - from, StandardCharsets.US_ASCII);
    int start = at;
    if (at < file.length && file[at] == '-') {
      at++;
    }
    while (at < file.length && at - start < LONGEST_NUMBER && file[at] >= '0' && file[at] <= '9') {
      at++;
    }
    String digits = new String(file, start, at - start, StandardCharsets.US_ASCII);
    boolean hasNumber = !digits.isEmpty() && !digits.equals("-");
    int number = hasNumber ? Integer.parseInt(digits) : 1;
    if (at < file.length && file[at] == ' ') {
      at++;
    }
    if (word.equals("bin")) {
      at = (int) Math.min(file.length, (long) at + Math.max(0, hasNumber ? number : 0));
    } else if (OTHER_TEXT.contains(word)) {
      state.destination = switch (word) {
        case "fonttbl" -> Destination.FONTS;
        case "colortbl" -> Destination.COLORS;
        default -> Destination.NONE;
      };
    } else {
      apply(word, number, hasNumber);
    }
  }

  private void apply(String word, int number, boolean hasNumber) {
    boolean isOn = !hasNumber || number != 0;
    switch (word) {
      case "par", "line", "sect", "page" -> endLine();
      case "tab" -> add("\t");
      case "emdash" -> add("—");
      case "endash" -> add("–");
      case "bullet" -> add("•");
      case "lquote", "rquote" -> add("'");
      case "ldblquote", "rdblquote" -> add("\"");
      case "emspace", "enspace", "qmspace" -> add(" ");
      case "u" -> unicode((char) number);
      case "uc" -> state.fallbackLetters = Math.clamp(number, 0, 10);
      case "v" -> state.isHidden = isOn;
      case "deleted" -> state.isDeleted = isOn;
      case "plain" -> state.plain();
      case "pard" -> state.isInTable = false;
      case "intbl" -> state.isInTable = true;
      case "cell", "nestcell" -> endCell();
      case "row", "nestrow" -> endRow();
      case "fs" -> state.halfPoints = number;
      case "cf" -> state.color = hasNumber ? number : 0;
      case "ansicpg" -> page = charset("windows-" + number, page);
      case "mac" -> page = charset("x-MacRoman", page);
      case "f" -> font(number);
      case "fcharset" -> fonts.put(font, charsetOf(number));
      case "red", "green", "blue" -> color.append(number < 245 ? 'd' : 'w');
      default -> {
      }
    }
  }

  private void font(int number) {
    if (state.destination == Destination.FONTS) {
      font = number;
    } else {
      state.font = number;
    }
  }

  private static Charset charset(String name, Charset otherwise) {
    return Charset.isSupported(name) ? Charset.forName(name) : otherwise;
  }

  /// The code pages of Windows for what `\fcharset` says.
  private Charset charsetOf(int number) {
    String name = switch (number) {
      case 77 -> "x-MacRoman";
      case 128 -> "windows-31j";
      case 161 -> "windows-1253";
      case 162 -> "windows-1254";
      case 163 -> "windows-1258";
      case 177 -> "windows-1255";
      case 178 -> "windows-1256";
      case 186 -> "windows-1257";
      case 204 -> "windows-1251";
      case 238 -> "windows-1250";
      default -> page.name();
    };
    return charset(name, page);
  }

  private void unicode(char letter) {
    fallbacks = 0;
    if (Character.isHighSurrogate(letter)) {
      high = letter;
    } else if (Character.isLowSurrogate(letter)) {
      add(high == 0 ? "" : new String(new char[]{high, letter}));
      high = 0;
    } else {
      add(String.valueOf(letter));
    }
    fallbacks = state.fallbackLetters;
  }

  private void hexadecimal() {
    if (at + 2 > file.length) {
      at = file.length;
      return;
    }
    int value = Character.digit(file[at], 16) * 16 + Character.digit(file[at + 1], 16);
    at += 2;
    if (fallbacks > 0) {
      fallbacks--;
    } else if (value >= 0) {
      letter(value);
    }
  }

  private void fallbackOr(String words) {
    if (fallbacks > 0) {
      fallbacks--;
    } else {
      add(words);
    }
  }

  /// A byte in the font's code page, of which few have letters of two bytes.
  private void letter(int value) {
    if (state.destination == Destination.COLORS) {
      if (value == ';') {
        whites.add(color.toString().equals("www"));
        color.setLength(0);
      }
      return;
    }
    if (state.destination != Destination.BODY) {
      return;
    }
    Charset charset = fonts.getOrDefault(state.font, page);
    byte[] bytes = lead < 0
        ? new byte[]{(byte) value}
        : new byte[]{(byte) lead, (byte) value};
    boolean isLead = lead < 0 && value >= 0x81 && charset.name().equals("windows-31j");
    lead = isLead ? value : -1;
    if (!isLead) {
      add(new String(bytes, charset));
    }
  }

  private void add(String words) {
    if (state.destination != Destination.BODY || state.isDeleted) {
      return;
    }
    if (state.isHidden || state.halfPoints < 2 * Look.SMALLEST_POINTS || isWhite()) {
      text.addHidden(words);
      return;
    }
    if (state.isInTable && !text.isInRow()) {
      text.startRow();
    } else if (!state.isInTable && text.isInRow()) {
      text.endRow();
    }
    text.add(words);
  }

  private boolean isWhite() {
    return !hasGround && state.color > 0 && state.color < whites.size()
        && whites.get(state.color);
  }

  private void endLine() {
    if (state.destination == Destination.BODY) {
      text.endLine();
    }
  }

  private void endCell() {
    if (state.destination == Destination.BODY) {
      if (!text.isInRow()) {
        text.startRow();
      }
      text.endCell();
    }
  }

  private void endRow() {
    if (state.destination == Destination.BODY) {
      text.endRow();
    }
  }
}
