package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.text.Span;

/// Cuts a line where title, employer, place and date are put side by side. Words that a template left
/// standing where an employer or a place belongs ("Company Name", "Nom de l'entreprise") cut as well, and
/// are no part of anything.
final class Segments {
  private static final String COMPANY = "company name|employer name|name of (?:the )?(?:company|employer)"
      + "|nom de (?:l['’])?(?:entreprise|employeur|la société)|bedrijfsnaam|naam (?:van het )?bedrijf"
      + "|naam (?:van de )?werkgever|nazwa firmy|nazwa pracodawcy|firmenname|name (?:der|des) "
      + "(?:firma|arbeitgebers|unternehmens)";
  private static final String TOWN = "city|town|ville|stad|plaats|miasto|miejscowość|ort|stadt";
  private static final String REGION = "state|country|pays|land|kraj|region|région";
  private static final Pattern CUT = Pattern.compile(
      "\\s*[|•·●▪;\\t]\\s*|\\s+[-–—−]+\\s*|\\s*[–—−]\\s+|\\s{2,}|,\\s+|\\s*@\\s*|:\\s+|\\s*[()]\\s*"
          + "|\\s+(?:at|bei|chez|bij|w firmie|dla|voor|für)\\s+(?=\\p{Lu})"
          + "|\\s*\\b(?i:" + COMPANY + ")\\b(?:\\s*[-–]?\\s*(?i:" + TOWN + ")\\b)?(?:\\s*,?\\s*(?i:"
          + REGION + ")\\b)?\\s*"
          + "|\\s*\\b(?i:" + TOWN + ")\\s*,\\s*(?i:" + REGION + ")\\b\\s*",
      Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern LEFT_STANDING = Pattern.compile(
      COMPANY + "|company|employer|firma|bedrijf|werkgever|entreprise|employeur|pracodawca"
          + "|arbeitgeber|" + TOWN + "|" + REGION,
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Segments() {}

  /// The parts between cuts that hold a letter, in order.
  ///
  /// @param start where in the text `line` begins
  static List<Span> of(String line, int start) {
    List<Span> parts = new ArrayList<>();
    Matcher cut = CUT.matcher(line);
    int from = 0;
    while (cut.find()) {
      add(parts, line, from, cut.start(), start);
      from = cut.end();
    }
    add(parts, line, from, line.length(), start);
    return parts;
  }

  private static void add(List<Span> parts, String line, int from, int to, int start) {
    while (from < to && !Character.isLetterOrDigit(line.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(line.charAt(to - 1))
        && "+#)".indexOf(line.charAt(to - 1)) < 0) {
      to--;
    }
    String words = line.substring(from, to);
    if (words.chars().anyMatch(Character::isLetter) && !LEFT_STANDING.matcher(words).matches()) {
      parts.add(new Span(start + from, start + to));
    }
  }
}
