package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.text.Span;

/// A stretch of the lines that head a job: its title, the employer, the place or something about it.
///
/// @param sense how much it looks like a title, 0 to 1
/// @param isEmployer whether it says that it names an employer
/// @param isPlace whether it is the name of a place and no likely title
record HeaderPart(Span span, double sense, boolean isEmployer, boolean isPlace) {
  private static final int MAX_TITLE_WORDS = 12;
  /// Words that name a place are a title all the same from here on.
  private static final double TITLE_NOT_PLACE = 0.85;
  private static final Pattern EMPLOYER = Pattern.compile(
      "(?:^|.*[ .,])(?:Inc|Ltd|Limited|LLC|LLP|PLC|plc|Corp|Corporation|Co|Company|Companies|GmbH|AG|KG"
          + "|mbH|e\\.? ?V|SE|S\\.?A|SAS|SARL|S\\.A\\.S|S\\.A\\.R\\.L|Sp\\. ?z ?o\\.? ?o|S\\. ?A|B\\.?V|N\\.?V"
          + "|BVBA|VZW|University|College|School|Hospital|Universität|Université|Uniwersytet|Universiteit"
          + "|Institute|Group|Gruppe|Groupe|Grupa|Groep|Hotel|Restaurant|Bank)\\.?",
      Pattern.UNICODE_CASE);
  private static final Pattern EMPLOYER_FIRST = Pattern.compile(
      "(?i)(?:firma|przedsiębiorstwo|zakład|urząd|szkoła|szpital|hôpital|société|mairie|lycée|école|"
          + "université|ziekenhuis|gemeente|stichting|krankenhaus|stadt|landkreis|hochschule|university of|"
          + "department of|city of|state of|bank of)\\b.*",
      Pattern.UNICODE_CASE);
  private static final Pattern GENERIC = Pattern.compile(
      "(?i)(?:(?:senior|sr\\.?|associate|assistant|deputy|executive|junior) )?(?:director|manager|head|supervisor|coordinator|specialist"
          + "|officer|president|vice[- ]president|vp|lead|leader|representative|analyst|directeur|directrice"
          + "|responsable|chef|leiter(?:in)?|kierownik|dyrektor|specjalista|hoofd|directeur|coördinator)",
      Pattern.UNICODE_CASE);
  private static final Pattern TERMS = Pattern.compile(
      "(?i)(?:full|part)[- ]?time|contract(?:or)?|permanent|temporary|freelance|self[- ]employed|internship"
          + "|seasonal|remote|cdi|cdd|temps (?:plein|partiel)|stage|intérim|alternance|vollzeit|teilzeit"
          + "|befristet|unbefristet|voltijds|deeltijds|fulltime|parttime|pełny etat|pół etatu|umowa o pracę"
          + "|umowa zlecenie|\\d+\\s*(?:years?|yrs?|months?|ans?|mois|jaar|maanden|jahre?|monate?|lata?|lat"
          + "|rok|miesiąc\\p{L}*|miesięcy)(?:\\s+\\d+\\s+\\p{L}+)?",
      Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /// The same spans, but with a word such as "Director" and what follows it after a comma as one: alone it
  /// tells nothing.
  private static List<Span> joined(List<Span> spans, String text, int start) {
    List<Span> joined = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      Span next = i + 1 < spans.size() ? spans.get(i + 1) : null;
      boolean isGeneric = next != null
          && GENERIC.matcher(text.substring(span.start() - start, span.end() - start)).matches()
          && text.substring(span.end() - start, next.start() - start).equals(", ")
          && Character.isUpperCase(text.charAt(next.start() - start));
      joined.add(isGeneric && next != null ? new Span(span.start(), next.end()) : span);
    }
    return joined;
  }

  /// Whether words are the kind or the length of an employment.
  static boolean isTerm(String words) {
    return TERMS.matcher(words).matches();
  }

  /// The parts of a line without its period, in order.
  ///
  /// @param isPlace whether words are the name of a place
  static List<HeaderPart> of(Line line, @Nullable Period period, TitleSense sense,
      Predicate<String> isPlace) {
    String text = line.text();
    List<Span> spans = new ArrayList<>();
    if (period == null) {
      spans.addAll(Segments.of(text, line.start()));
    } else {
      int to = period.span().end();
      spans.addAll(Segments.of(text.substring(0, period.span().start()), line.start()));
      spans.addAll(Segments.of(text.substring(to), line.start() + to));
    }
    List<HeaderPart> parts = new ArrayList<>();
    for (Span span : joined(spans, text, line.start())) {
      String words = text.substring(span.start() - line.start(), span.end() - line.start());
      boolean isInside = Character.isLowerCase(words.charAt(0)) && Shape.words(words) > 2;
      if (!isInside && Shape.words(words) <= MAX_TITLE_WORDS && !Shape.isSentence(words)
          && !isTerm(words)) {
        double titleness = sense.of(words);
        parts.add(new HeaderPart(span, titleness,
            EMPLOYER.matcher(words).matches() || EMPLOYER_FIRST.matcher(words).matches(),
            titleness < TITLE_NOT_PLACE && isPlace.test(words)));
      }
    }
    return parts;
  }
}
