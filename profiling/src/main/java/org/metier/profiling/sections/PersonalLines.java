package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.profiling.document.PersonalData;

/// Finds lines such as `Nationality: Polish` or `né le 12/03/1980`, wherever they stand.
final class PersonalLines {
  private static final int MAX_LABEL = 40;
  private static final Pattern BORN = Pattern.compile(
      "(?:\\bborn(?: on)?|\\bn[ée]{1,2}\\(?e?\\)? le|\\bgeb(?:oren)?\\.?(?: am| op)?|\\bur(?:odzon[ya])?\\.?)"
          + "\\s*:?\\s*\\d{1,2}[./ -].{2,14}?(?:19|20)\\d\\d[^|;\\n]*",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LABELLED = Pattern
      .compile("([^:|]{2," + MAX_LABEL + "}):([^|\\n]*)");

  private final Map<String, String> labels = Words.kindsByKey("personal-labels.txt");

  /// What the lines gave away.
  ///
  /// @param names of the person
  /// @param places where the person may live
  record Found(List<String> names, List<String> places) {}

  /// Blanks the labelled values of a text.
  Found blank(List<Line> lines, StringBuilder text) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    for (Line line : lines) {
      Matcher labelled = LABELLED.matcher(line.text());
      while (labelled.find()) {
        String kind = labels.get(Words.key(labelled.group(1)));
        if (kind == null) {
          continue;
        }
        if (kind.equals("name")) {
          found.names.add(labelled.group(2).strip());
        } else if (kind.equals("place")) {
          found.places.add(labelled.group(2).strip());
        }
        PersonalData.blank(text, line.start() + labelled.start(), line.start() + labelled.end());
      }
      Matcher born = BORN.matcher(line.text());
      while (born.find()) {
        PersonalData.blank(text, line.start() + born.start(), line.start() + born.end());
      }
    }
    return found;
  }
}
