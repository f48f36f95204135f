package org.metier.profiling.privacy;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.text.Span;

/// Sorts what stands in the parts of a CV that are about the person and that neither shape nor label gave
/// away. Sentences, qualifications, wishes and words that any CV has are left alone. Not thread-safe.
final class OwnParts {
  private static final int SENTENCE_WORDS = 9;
  private static final int LABEL_WORDS = 4;
  private static final Pattern CUT = Pattern.compile("[|•·●▪;\\t]|\\s{3,}|,\\s|\\s[–—-]\\s");
  private static final Pattern DATE = Pattern.compile(
      "(?:\\p{L}{0,4}\\.? )?(?:\\d{1,2}[./ -]\\d{1,2}[./ -](?:19|20)?\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d"
          + "|\\d{1,2}(?:er|st|nd|rd|th|\\.)? \\p{L}{3,12} (?:19|20)\\d\\d|(?:19|20)\\d\\d)\\W*");
  private static final Pattern ADDRESS = Pattern.compile(
      "\\p{Lu}[\\p{L} .'-]+, ?\\p{Lu}{2}(?: \\d{5}(?:-\\d{4})?)?|.*\\b\\p{Lu}{2} \\d{5}\\b.*"
          + "|.*\\b(?:\\d{5}|\\d{4}|\\d\\d-\\d{3}|\\d{4} ?[A-Z]{2}) \\p{Lu}\\p{Ll}+.*"
          + "|.*\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b.*"
          + "|.*\\b\\d+\\p{L}?,? (?:\\p{Lu}[\\p{L}.'-]+ ){1,4}(?:St|Street|Rd|Road|Ave|Avenue|Lane|Ln|Dr|Drive|Blvd|Boulevard|Court|Ct|Way|Place|Square|Terrace|Close|Crescent|Parkway|Gardens)\\b.*"
          + "|(?i:.*\\b\\d+ ?(?:bis|ter)?,? ?(?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|route|cours) .*)"
          + "|(?i:.*\\p{L}(?:straat|laan|weg|plein|kade|gracht|singel|dreef|steenweg|straße|strasse|str\\.|allee|platz|gasse|ring|damm|ufer) ?\\d+.*)"
          + "|(?i:(?:.*\\W)?(?:ul|al|os|pl)\\. ?\\p{L}.*\\d+.*)|(?i:.*\\bp\\.? ?o\\.? box .*|(?:flat|apt|apartment|unit) .*\\d.*)");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}'’.-]*");
  /// Before the name in `CV of Anna Nowak`.
  private static final Pattern COVER = Pattern.compile(
      "(?i:curriculum vitae|cv|resume|résumé|lebenslauf|życiorys)(?i: of| de| von| van| for)?[ :]+(?=\\p{Lu})");
  private static final Pattern ACRONYM = Pattern.compile("[\\p{Lu}\\d&/. -]{1,4}");
  private static final Pattern LIST = Pattern.compile("[,;]");
  private static final int MIN_LIST = 3;
  private static final int MAX_ADDRESS = 200;
  private static final int MAX_NAME = 3;

  private final List<Span> stretches;
  private final Predicate<String> isPlace;
  private final BitSet held = new BitSet();

  OwnParts(List<Span> stretches, Predicate<String> isPlace) {
    this.stretches = stretches.stream().sorted(Comparator.comparingInt(Span::start)).toList();
    this.isPlace = isPlace;
    stretches.forEach(s -> held.set(s.start(), s.end()));
  }

  boolean holds(int offset) {
    return held.get(offset);
  }

  void find(Marked marked, Labels labels, BareWords bare, Names names) {
    Labels.@Nullable Label pending = null;
    for (Span stretch : stretches) {
      String words = stretch.of(marked.text());
      boolean isList = LIST.matcher(words).results().count() >= MIN_LIST
          && !Contacts.DIGITS.matcher(words).find();
      if (isList || isSentence(words)) {
        continue;
      }
      if (pending != null) {
        marked.free(stretch.start(), stretch.end())
            .forEach(piece -> addAs(PersonalKind.OTHER, marked, piece, bare, names));
      }
      pending = stretch(stretch, marked, labels, bare, names, pending);
    }
  }

  /// @return the label that ends the stretch, whose value is on the next line; null when none
  private Labels.@Nullable Label stretch(Span stretch, Marked marked, Labels labels, BareWords bare,
      Names names, Labels.@Nullable Label before) {
    if (before != null) {
      return null;
    }
    for (Span free : marked.free(stretch.start(), stretch.end())) {
      int from = free.start();
      for (String part : CUT.splitWithDelimiters(free.of(marked.text()), 0)) {
        Span piece = part.isBlank()
            ? null
            : Marked.trimmed(marked.text(), from, from + part.length());
        from += part.length();
        if (piece == null || CUT.matcher(part).matches()) {
          continue;
        }
        Labels.Label label = labels.of(piece.of(marked.text()));
        if (label != null) {
          return label;
        }
        sort(piece, marked, labels, bare, names);
      }
    }
    return null;
  }

  private void sort(Span piece, Marked marked, Labels labels, BareWords bare, Names names) {
    String words = piece.of(marked.text());
    Matcher cover = COVER.matcher(words);
    if (cover.lookingAt()) {
      addAs(null, marked, new Span(piece.start() + cover.end(), piece.end()), bare, names);
      return;
    }
    int end = -1;
    for (int word = 0; word < LABEL_WORDS; word++) {
      end = words.indexOf(' ', end + 1);
      if (end < 0) {
        break;
      }
      String start = words.substring(0, end);
      if (labels.isKept(start.replace(":", ""))) {
        return;
      }
      Labels.Label label = labels.of(start);
      if (label != null && !label.isOwn()) {
        marked.add(label.kind(), piece.start(), piece.end());
        return;
      }
    }
    if (!labels.isKept(words) && !NameSense.isCover(words)) {
      addAs(null, marked, piece, bare, names);
    }
  }

  private void addAs(@Nullable PersonalKind fallback, Marked marked, Span piece, BareWords bare,
      Names names) {
    String words = piece.of(marked.text());
    PersonalKind kind = bare.kind(words);
    if (kind == null && DATE.matcher(words).matches()) {
      kind = PersonalKind.BIRTH;
    }
    if (kind == null && names.isOwnName(words)) {
      kind = PersonalKind.NAME;
      names.add(words);
    }
    if (kind == null && words.length() <= MAX_ADDRESS
        && (ADDRESS.matcher(words).matches() || isPlace.test(words))) {
      kind = PersonalKind.ADDRESS;
    }
    kind = kind == null ? fallback : kind;
    if (kind != null) {
      marked.add(kind, piece.start(), piece.end());
    } else {
      Span rest = Marked.trimmed(marked.text(), addName(marked, piece, names), piece.end());
      if (rest != null && isRare(rest.of(marked.text()), names)) {
        marked.add(PersonalKind.OTHER, rest.start(), rest.end());
      }
    }
  }

  /// Marks two or three words at the beginning that can be nothing but a name.
  ///
  /// @return where it ends; where the stretch begins, if there is none
  private static int addName(Marked marked, Span piece, Names names) {
    Matcher word = LETTERS.matcher(marked.text()).region(piece.start(), piece.end());
    int end = piece.start();
    int count = 0;
    while (count < MAX_NAME && word.find() && names.isOnlyName(word.group())
        && marked.text().substring(end, word.start()).isBlank()) {
      count++;
      end = word.end();
    }
    if (count < 2) {
      return piece.start();
    }
    names.add(marked.text().substring(piece.start(), end));
    marked.add(PersonalKind.NAME, piece.start(), end);
    return end;
  }

  /// Whether most words stand nowhere else and in no job title: better hidden than read.
  private static boolean isRare(String words, Names names) {
    return !ACRONYM.matcher(words).matches() && !names.isMostlyCommon(words);
  }

  private static boolean isSentence(String line) {
    String[] words = line.strip().split("\\s+");
    long small = List.of(words)
        .stream()
        .filter(w -> !w.isEmpty() && Character.isLowerCase(w.charAt(0)))
        .count();
    return words.length >= SENTENCE_WORDS && small * 2 > words.length && line.indexOf('@') < 0;
  }
}
