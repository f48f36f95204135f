package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;
import org.metier.profiling.document.StatedCertificate;
import org.metier.text.Span;

/// Finds the certificates of a section about them: one a line, or parted by semicolons and dots.
final class CertificateFinder {
  private static final int MAX_TITLE = 120;
  private static final int MAX_WORDS = 10;
  /// A longer item that ends in a full stop is a sentence.
  private static final int SHORT_WORDS = 4;
  /// A line so long was broken by the page, and so few words below it are its rest.
  private static final int FULL_LINE = 90;
  private static final int REST_WORDS = 3;
  private static final Pattern COMMA_BEFORE_YEAR = Pattern
      .compile(",\\s*(?=(?:19|20)\\d\\d\\s+\\p{L})");
  private static final Pattern ITEM = Pattern.compile("[^;•·●▪|]+");
  private static final Pattern UNTIL = Pattern.compile(
      "(?i)\\b(?:valid (?:until|to|through|thru)|expir\\w+:?|exp\\.?|valable jusqu['’]\\w+(?: en)?|geldig tot|ważn\\w+ do"
          + "|gültig bis)\\s*$",
      Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ISSUER = Pattern.compile(
      "(?i)\\s*[,(–-]?\\s*\\b(?:issued by|awarded by|délivrée? par|uitgereikt door|wydan[ye] przez|ausgestellt (?:von|durch))\\s+"
          + "([^,;()]+)",
      Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern EDGE = Pattern.compile(
      "^[^\\p{L}\\d\\[]+|[\\s,:(–—-]+$|(?i)[\\s,(]*\\b(?:valid (?:until|to|through)|expires?|exp|valable|geldig tot|ważny do|ważne do"
          + "|gültig bis|issued:?)\\s*$",
      Pattern.UNICODE_CASE);

  private final PeriodFinder periods;
  private final Predicate<String> isLicence;

  /// @param isLicence whether words are a driving licence, which is none
  CertificateFinder(PeriodFinder periods, Predicate<String> isLicence) {
    this.periods = periods;
    this.isLicence = isLicence;
  }

  List<StatedCertificate> find(List<Line> lines) {
    List<StatedCertificate> found = new ArrayList<>();
    int before = 0;
    for (Line line : lines) {
      boolean goesOn = !found.isEmpty() && (Character.isLowerCase(line.text().charAt(0))
          || (before >= FULL_LINE && Shape.words(line.text()) <= REST_WORDS));
      before = line.text().length();
      Matcher item = ITEM.matcher(line.text());
      while (!goesOn && item.find()) {
        int start = line.start() + item.start();
        for (Span part : parts(item.group())) {
          StatedCertificate certificate = certificate(part.of(item.group()), start + part.start());
          if (certificate != null) {
            found.add(certificate);
          }
        }
      }
    }
    return found;
  }

  /// A list of certificates, each with its year first, is parted at the commas before the years.
  private static List<Span> parts(String item) {
    List<Span> parts = new ArrayList<>();
    int from = 0;
    if (Shape.words(item) > MAX_WORDS) {
      Matcher comma = COMMA_BEFORE_YEAR.matcher(item);
      while (comma.find() && comma.start() > from) {
        parts.add(new Span(from, comma.start()));
        from = comma.end();
      }
    }
    parts.add(new Span(from, item.length()));
    return parts;
  }

  private @Nullable StatedCertificate certificate(String item, int start) {
    if (Shape.words(item) > MAX_WORDS
        || (item.strip().endsWith(".") && Shape.words(item) > SHORT_WORDS)
        || isLicence.test(item) || TermsFinder.isTerm(item)) {
      return null;
    }
    List<Period> dates = periods.find(item);
    Matcher issuer = ISSUER.matcher(item);
    boolean isIssued = issuer.find();
    int from = 0;
    int to = isIssued ? issuer.start() : item.length();
    if (!dates.isEmpty()) {
      Span date = dates.getFirst().span();
      boolean isFirst = item.substring(0, date.start()).chars().noneMatch(Character::isLetter);
      from = isFirst ? date.end() : 0;
      to = isFirst ? to : Math.min(to, date.start());
    }
    Span title = trimmed(item, from, Math.max(from, to));
    if (title == null || title.length() > MAX_TITLE
        || title.of(item).chars().filter(Character::isLetter).count() < 2) {
      return null;
    }
    return new StatedCertificate(shifted(title, start),
        isIssued ? shifted(new Span(issuer.start(1), issuer.end(1)), start) : null,
        dates.isEmpty() ? null : period(item, dates));
  }

  /// A lone date is that of the award, unless words before it say that validity ends then.
  private static DateRange period(String item, List<Period> dates) {
    Period first = dates.getFirst();
    PartialDate date = first.range().start();
    boolean isEnd = !first.isRange()
        && UNTIL.matcher(item.substring(0, first.span().start())).find();
    return isEnd && date != null ? new DateRange(null, date, false) : first.range();
  }

  /// @return null when only marks are there
  private static @Nullable Span trimmed(String item, int from, int to) {
    String words = item.substring(from, to);
    int start = 0;
    int end = words.length();
    Matcher edge = EDGE.matcher(words);
    while (edge.find()) {
      if (edge.start() == 0) {
        start = edge.end();
      } else if (edge.end() == words.length()) {
        end = Math.min(end, edge.start());
      }
    }
    return start < end ? new Span(from + start, from + end) : null;
  }

  private static Span shifted(Span span, int by) {
    return new Span(span.start() + by, span.end() + by);
  }
}
