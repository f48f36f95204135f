package org.metier.profiling.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds e-mail addresses, telephone numbers and addresses on the web by their shapes. Stateless.
final class Contacts {
  static final Pattern E_MAIL = Pattern.compile(
      "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+\\s?(?:@|\\(at\\)|\\[at\\])\\s?"
          + "[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,5}\\.\\p{L}{2,}");
  /// Seven to fifteen digits in groups; a date or a range of years is none.
  static final Pattern DIGITS = Pattern.compile(
      "(?<![\\p{L}\\p{N}.,/€$£-])(?!(?:19|20)\\d\\d\\s*[-–/]\\s*(?:19|20)\\d\\d(?!\\d))"
          + "(?!\\d{1,2}[./-]\\d{1,2}[./-](?:(?:19|20)\\d\\d|\\d\\d(?![./-]?\\d)))(?!(?:0?[1-9]|1[0-2])[./-](?:19|20)\\d\\d)"
          + "(?!(?:19|20)\\d\\d[./-](?:0?[1-9]|1[0-2])(?!\\d))"
          + "(?:\\+\\s?)?\\(?\\d(?:[ ./()-]{0,2}\\d){6,14}(?![\\p{L}\\p{N}]|[.,]\\d)");
  /// Outside parts about the person a number must look like a telephone's: with a plus sign, a leading
  /// zero, or in the groups of North America or Poland.
  private static final Pattern TELEPHONE = Pattern.compile(
      "(?:\\+|00)[1-9 (].*|\\(?0[1-9].*|\\(?[2-9]\\d{2}\\)?[ .-]{0,2}[2-9]\\d{2}[ .-]\\d{4}"
          + "|1[ .-]\\(?[2-9]\\d{2}\\)?[ .-]\\d{3}[ .-]\\d{4}"
          + "|\\d{3}[ -]\\d{3}[ -]\\d{3}|\\d{2} \\d{3} \\d{2} \\d{2}");
  private static final Pattern DATES = Pattern.compile(
      "(?:(?:19|20)\\d\\d[ ./-]*)+|\\(?\\d{1,2}[/.]\\d\\d(?:\\d\\d)?[ -]{1,3}\\d{1,2}[/.]\\d\\d(?:\\d\\d)?");
  private static final Pattern WEB = Pattern.compile("(?:https?://|www\\.)[^\\s|,;)]+",
      Pattern.CASE_INSENSITIVE);
  /// Places on the web where an address is a person.
  private static final Pattern PROFILE = Pattern.compile(
      "(?<![\\p{L}\\p{N}@.])(?:https?://)?(?:\\p{L}{2,3}\\.)?"
          + "(?:linkedin\\.com/(?:in|pub)/|(?:facebook|instagram|twitter|x|xing|github|gitlab|bitbucket|viadeo"
          + "|pinterest|tiktok|behance|dribbble|codepen|kaggle|soundcloud|flickr|goldenline|about)"
          + "\\.(?:com|net|me|io|org|pl)/|medium\\.com/@|youtube\\.com/(?:@|user/|channel/)"
          + "|stackoverflow\\.com/users/|orcid\\.org/|researchgate\\.net/profile/"
          + "|scholar\\.google\\.[a-z.]+/citations|t\\.me/|wa\\.me/)[^\\s|,;)]+|(?:linkedin|facebook"
          + "|xing|instagram)\\.com(?!/(?:company|groups|jobs))[^\\s|,;)]*",
      Pattern.CASE_INSENSITIVE);

  private Contacts() {}

  static void find(Marked marked, OwnParts own) {
    String text = marked.text();
    if (text.indexOf('@') >= 0 || text.contains("(at)") || text.contains("[at]")) {
      mark(PersonalKind.E_MAIL, E_MAIL, marked);
    }
    mark(PersonalKind.WEB_PROFILE, PROFILE, marked);
    Matcher web = WEB.matcher(text);
    while (web.find()) {
      if (own.holds(web.start())) {
        marked.add(PersonalKind.WEB_PROFILE, web.start(), web.end());
      }
    }
    Matcher digits = DIGITS.matcher(text);
    while (digits.find()) {
      boolean isTelephone = own.holds(digits.start()) || isTelephone(digits.group(), text,
          digits.start());
      if (isTelephone && !DATES.matcher(digits.group()).matches()) {
        marked.add(PersonalKind.TELEPHONE, digits.start(), digits.end());
      }
    }
  }

  private static boolean isTelephone(String number, String text, int start) {
    String before = text.substring(Math.max(0, start - 6), start);
    return TELEPHONE.matcher(number).matches() && !before.matches("(?i).*(?:ISBN|ISSN|ISO)[ :-]*");
  }

  private static void mark(PersonalKind kind, Pattern pattern, Marked marked) {
    Matcher found = pattern.matcher(marked.text());
    while (found.find()) {
      marked.add(kind, found.start(), found.end());
    }
  }
}
