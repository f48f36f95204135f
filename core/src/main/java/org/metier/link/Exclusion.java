package org.metier.link;

import java.util.regex.Pattern;

/// Takes out of titles what they say they are not, as entries of classifications do: `Teachers, Except Special
/// Education` are no teachers of special education, yet share words with them. Stateless.
final class Exclusion {
  /// To the end, or to that of the bracket: what is listed before a comma may go on behind it. German
  /// `außer` counts behind a comma or bracket alone, for `Verkäufer außer Haus`.
  private static final Pattern CLAUSE = Pattern.compile(
      "(?:(?<![\\p{L}\\p{N}])(?:except(?:ing)?|excluding|other than|sauf|excepté|hormis"
          + "|à l['’]exception|à l['’]exclusion|non compris|behalve|uitgezonderd|met uitzondering van"
          + "|z wyjątkiem|oprócz|z wyłączeniem|ausgenommen|mit ausnahme)"
          + "|(?<=[,(] ?)außer)(?![\\p{L}\\p{N}])[^()\\[\\];]*",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LEFT_BEHIND = Pattern
      .compile("\\s*(?:\\(\\s*\\)|\\[\\s*\\]|,\\s*(?=$|[()\\[\\];]))");

  private Exclusion() {}

  /// @return the title as it was when nothing would be left
  static String without(String title) {
    String cut = CLAUSE.matcher(title).replaceAll("");
    if (cut.equals(title)) {
      return title;
    }
    String rest = LEFT_BEHIND.matcher(cut).replaceAll("").strip();
    return rest.isEmpty() ? title : rest;
  }
}
