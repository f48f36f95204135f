package org.metier.profiling.privacy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds values behind labels such as `Nationality:`, in all languages at once: people mix them.
/// Immutable and thread-safe.
final class Labels {
  private static final int MAX_LABEL = 40;
  private static final int MAX_WORDS = 5;
  /// How far to look from a colon, so that a line without end costs no more than many lines.
  private static final int MAX_LINE = 400;
  /// A longer value outside a part about the person is a sentence about something else.
  private static final int MAX_VALUE = 80;
  private static final Pattern COLON = Pattern.compile("\\s?[:：]");
  private static final Pattern VALUE_END = Pattern
      .compile("[|•·●▪;\\t]|(?<=\\S)\\s{3,}|\\s[–—-]\\s|(?<=\\S),\\s(?=\\p{L}[^:,]{1,30}:)"
          + "|(?<=\\p{Ll}{4})\\.\\s+(?=\\p{Lu})");
  private static final Pattern SENTENCE = Pattern.compile("[.!?]\\s+(?=\\p{L})");
  private static final Pattern SEGMENT_START = Pattern.compile("[|•·●▪;,\\t(]|\\s{2,}|\\s[–—-]\\s");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\d][\\p{L}\\d ./-]{3,30}");
  private static final Pattern TELEPHONE = Pattern.compile("\\+?[\\d(][\\d ()./+-]{4,24}");
  private static final Pattern ADDRESS_ON_THE_WEB = Pattern.compile("\\S+[./@:]\\S+|@\\S+");
  /// Labels whose value must look like one wherever it stands.
  private static final Set<PersonalKind> SHAPED = EnumSet.of(PersonalKind.E_MAIL,
      PersonalKind.TELEPHONE, PersonalKind.WEB_PROFILE, PersonalKind.IDENTITY_NUMBER);

  private final Map<String, Label> labels = new HashMap<>();
  private final Set<String> people = new HashSet<>();
  private final Set<String> kept = new HashSet<>();

  /// @param isOwn whether it counts only in parts about the person
  record Label(PersonalKind kind, boolean isOwn) {}

  Labels() {
    for (Tables.Row row : Tables.rows("labels.txt")) {
      for (String phrase : row.entries()) {
        String key = Tables.key(phrase);
        switch (row.head()) {
          case "PEOPLE" -> people.add(key);
          case "KEPT" -> kept.add(key);
          default -> labels.putIfAbsent(key, new Label(
              PersonalKind.valueOf(row.head().replace("~", "")), row.head().startsWith("~")));
        }
      }
    }
  }

  @Nullable
  Label of(String words) {
    return labels.get(Tables.key(words));
  }

  /// Whether words label a qualification or a wish.
  boolean isKept(String words) {
    return kept.contains(Tables.key(words));
  }

  void find(Marked marked, OwnParts own, Names names) {
    String text = marked.text();
    Matcher colon = COLON.matcher(text);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      colon.region(start, end);
      while (colon.find()) {
        labelled(marked, own, names, Math.max(start, colon.start() - MAX_LINE), colon,
            Math.min(end, colon.end() + MAX_LINE));
      }
      start = end + 1;
    }
  }

  private void labelled(Marked marked, OwnParts own, Names names, int lineStart, Matcher colon,
      int lineEnd) {
    int start = labelStart(marked.text(), lineStart, colon.start(), own);
    if (start >= 0) {
      value(marked, own, names, start, colon, lineEnd);
    } else {
      people(marked, names, sentenceStart(marked.text(), lineStart, colon.start()), colon,
          lineEnd);
    }
  }

  /// Where the label before a colon begins; -1 when the words there are none.
  private int labelStart(String text, int lineStart, int colon, OwnParts own) {
    int segment = segmentStart(text, lineStart, colon);
    if (segment < colon && colon - segment <= MAX_LABEL
        && of(text.substring(segment, colon)) != null) {
      return segment;
    }
    Matcher sentence = SENTENCE.matcher(text).region(segment, Math.max(segment, colon));
    while (sentence.find()) {
      if (of(text.substring(sentence.end(), colon)) != null) {
        return sentence.end();
      }
    }
    int start = colon;
    for (int word = 0; word < MAX_WORDS && start > lineStart; word++) {
      start--;
      while (start > lineStart && text.charAt(start - 1) != ' ') {
        start--;
      }
      Label label = of(text.substring(start, colon));
      if (label != null && (own.holds(start) || SHAPED.contains(label.kind))) {
        return start;
      }
    }
    return -1;
  }

  private static int sentenceStart(String text, int lineStart, int colon) {
    int start = segmentStart(text, lineStart, colon);
    Matcher sentence = SENTENCE.matcher(text).region(start, colon);
    while (sentence.find()) {
      start = sentence.end();
    }
    return start;
  }

  private static int segmentStart(String text, int lineStart, int colon) {
    Matcher cut = SEGMENT_START.matcher(text).region(lineStart, colon);
    int start = lineStart;
    while (cut.find()) {
      start = cut.end();
    }
    while (start < colon && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private void value(Marked marked, OwnParts own, Names names, int start, Matcher colon,
      int lineEnd) {
    String text = marked.text();
    Label label = of(text.substring(start, colon.start()));
    if (label == null) {
      return;
    }
    boolean isOwn = own.holds(start) || own.holds(colon.end() - 1);
    int end = valueEnd(text, colon.end(), lineEnd);
    String value = text.substring(colon.end(), end);
    if (SHAPED.contains(label.kind) && (isOwn || !label.isOwn)) {
      end = shaped(label.kind, value, colon.end());
      if (end > 0) {
        marked.add(label.kind, start, end);
      }
      return;
    }
    boolean isName = label.kind == PersonalKind.NAME && names.isName(value.strip());
    if (value.isBlank() || SHAPED.contains(label.kind)
        || !(isOwn || isName || (!label.isOwn && value.length() <= MAX_VALUE))) {
      return;
    }
    if (label.kind == PersonalKind.NAME) {
      names.add(value);
    }
    marked.add(label.kind, start, end);
  }

  private static int valueEnd(String text, int from, int lineEnd) {
    int value = from;
    while (value < lineEnd && text.charAt(value) <= ' ') {
      value++;
    }
    Matcher end = VALUE_END.matcher(text).region(value, lineEnd);
    return end.find() ? end.start() : lineEnd;
  }

  /// Where a value of the right shape ends; -1 when it has another.
  private static int shaped(PersonalKind kind, String value, int from) {
    Pattern pattern = switch (kind) {
      case E_MAIL -> Contacts.E_MAIL;
      case TELEPHONE -> TELEPHONE;
      case WEB_PROFILE -> ADDRESS_ON_THE_WEB;
      case IDENTITY_NUMBER -> NUMBER;
      case NAME, ADDRESS, BIRTH, GENDER, NATIONALITY, MARITAL_STATUS, FAMILY, PHOTO, HEALTH, RELIGION, UNION, OTHER ->
        throw new IllegalArgumentException(kind + " has no shape");
    };
    Matcher found = pattern.matcher(value);
    boolean isNumber = kind == PersonalKind.TELEPHONE || kind == PersonalKind.IDENTITY_NUMBER;
    if (found.find() && value.substring(0, found.start()).isBlank()
        && (!isNumber || DIGIT.matcher(found.group()).results().count() >= 4)) {
      return from + found.group().stripTrailing().length() + found.start();
    }
    return -1;
  }

  /// The name of another person behind a label such as `Supervisor:`.
  private void people(Marked marked, Names names, int start, Matcher colon, int lineEnd) {
    String text = marked.text();
    if (start >= colon.start() || !people.contains(Tables.key(text.substring(start,
        colon.start())))) {
      return;
    }
    for (String part : List.of(text.substring(colon.end(), lineEnd).split("[,;|(]", 2))) {
      if (names.isName(part.strip())) {
        int at = text.indexOf(part.strip(), colon.end());
        marked.add(PersonalKind.NAME, at, at + part.strip().length());
      }
      return;
    }
  }
}
