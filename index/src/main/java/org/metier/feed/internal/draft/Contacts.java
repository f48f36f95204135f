package org.metier.feed.internal.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.text.internal.GatedPattern;
import org.metier.text.internal.GatedPatterns;

/// Finds what reaches a person: e-mail addresses, also spelled out, telephone numbers, accounts of
/// messengers, and names behind words that announce a contact. Addresses of pages stay. Stateless.
final class Contacts {
  static final String GONE = "[…]";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern EMAIL = Pattern.compile(
      "[\\p{L}\\p{N}._%+-]{1,64}\\s?@\\s?(?:[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}"
          // cut off or misspelled
          + "|(?<=\\S@)[\\p{L}\\p{N}-]{6,63})");
  /// "name (at) domain.com", "name at domain dot com".
  private static final Pattern SPELLED_EMAIL = Pattern.compile(
      "[\\p{L}\\p{N}._%+-]{2,64}\\s?(?:[(\\[{]\\s?(?:at|a|@|ma[łl]pa|arobase|apenstaartje)\\s?[)\\]}]"
          + "\\s?[\\p{L}\\p{N}-]{2,63}(?:\\s?(?:\\.|[(\\[{]\\s?(?:dot|kropka|point|punt|punkt)\\s?[)\\]}]"
          + "|(?<=\\s)(?:dot|kropka|point|punt|punkt)\\s)\\s?[\\p{L}\\p{N}]{2,20}){1,3}"
          + "|\\s(?:at|ma[łl]pa|arobase|apenstaartje)\\s[\\p{L}\\p{N}-]{2,63}"
          + "(?:\\s(?:dot|kropka|point|punt|punkt)\\s[\\p{L}\\p{N}]{2,20}){1,3})",
      FLAGS);
  private static final GatedPattern SPELLED = GatedPattern.of(Pattern.compile(
      "[(\\[{]\\s?(?:at|a|@|ma[łl]pa|arobase|apenstaartje)\\s?[)\\]}]|ma[łl]pa|arobase|apenstaartje|\\sat\\s",
      FLAGS));
  /// The address of an account.
  private static final GatedPattern ACCOUNT = GatedPattern.of(Pattern.compile(
      "(?:https?://)?(?:www\\.)?(?:t\\.me|wa\\.me|m\\.me|signal\\.me|(?:chat|api)\\.whatsapp\\.com"
          + "|telegram\\.me)/[^\\s<>\"']{1,200}|(?:tg|viber|whatsapp|skype|tel|mailto):/{0,2}[^\\s<>\"']{3,200}",
      FLAGS));
  /// An account behind the name of its messenger: "Telegram @name", "Skype: live:name".
  private static final GatedPattern HANDLE = GatedPattern.of(Pattern.compile(
      "(?<!\\p{L})((?:whatsapp|telegram|signal|viber|skype|wechat|threema|messenger)"
          + "(?:\\s(?:id|nick|login|name))?\\s?)(?:[:=-]?\\s?@[\\p{L}\\p{N}._-]{3,40}"
          + "|[:=]\\s?(?:live:)?\\.?[\\p{L}\\p{N}._-]{3,40}(?![\\p{L}\\p{N}]))",
      FLAGS));

  private static final String NAME = "\\p{Lu}[\\p{L}'’-]+";
  private static final String NAMES = "(?:" + NAME
      + "|\\p{Lu}\\.)(?:\\s(?:(?:van|von|de|der|den|du|zu)\\s){0,2}"
      + "(?:" + NAME + "|\\p{Lu}\\.)){0,3}";
  private static final String FULL_NAME = NAME
      + "(?:\\s(?:(?:van|von|de|der|den|du|zu)\\s){0,2}" + NAME + "){1,2}(?![\\p{L}:])";
  private static final String TITLE = "(?:Mme|Mlle|M\\.|Mr\\.?|Mrs\\.?|Ms\\.?|Madame|Monsieur|Docteur"
      + "|Herrn?|Frau|[Dd]hr\\.?|[Mm]evr\\.?|[Mm]evrouw|[Mm]eneer|Pan(?:i|ią|em|a)?|p\\.)";
  /// A form of address with the name after it.
  private static final GatedPattern ADDRESSED = GatedPattern.of(Pattern.compile(
      "(?<![\\p{L}.])(?:(?:Mme|Mlle|M\\.|Mr\\.?|Mrs\\.?|Madame|Monsieur|Docteur|Herrn?|Frau|[Dd]hr\\.?"
          + "|[Mm]evr\\.?|[Mm]evrouw)\\s(?!L[ae]\\s|L['’]|Group)" + NAMES
          + "|(?:Pan|Pani|Panią|Panem|Pana)\\s" + FULL_NAME + ")"));
  /// A word that announces a person, with the name after it.
  private static final GatedPattern ANNOUNCED = GatedPattern.of(Pattern.compile(
      "(?<!\\p{L})((?i:osob[aęąy]\\s(?:do\\s)?kontaktu?\\p{L}{0,4}|osob[aęąy]\\sodpowiedzialn\\p{L}{1,3}\\sza\\srekrutację"
          + "|kontakt|contact|contactpersoon|contact\\sperson|your\\scontact|votre\\scontact"
          + "|votre\\sinterlocut(?:eur|rice)|personne\\sà\\scontacter|ansprechpartner(?:in)?"
          + "|ansprechperson|recruiter|recruteur|rekruter(?:ka)?|konsultant(?:ka)?)"
          + "\\s{0,2}[:–-]\\s{0,2}(?:" + TITLE + "\\s)?)" + FULL_NAME));

  /// Where a telephone number may stand: cheap to look for, and rare.
  private static final GatedPattern DIGITS = GatedPattern
      .of(Pattern.compile("[+(]?\\d(?:[ ./()-]{0,3}[\\dx]){5,14}"));
  private static final Pattern PHONE = Pattern.compile(
      // international: +48 600 100 200, 0033 (0)1 02 03 04 05
      "(?:\\+|00)[1-9]\\d{0,2}(?:[ ./()-]{0,3}\\d){7,12}"
          // national, with trunk zero: 01 02 03 04 05, 0470/12.34.56, 030-1234567
          + "|0[1-9]\\d{0,3}(?:[ ./-]{0,2}\\d){6,8}"
          // Polish: 600 100 200, (12) 345 67 89, 22 345-67-89, 32 34 56 789, 25 3456789
          + "|[1-9]\\d{2}[ -]\\d{3}[ -]\\d{3}|(?:\\(\\d{2}\\)|[1-9]\\d)[ -]?\\d{3}[ -]\\d{2}[ -]\\d{2}"
          + "|[1-9]\\d(?:[ -]\\d{2}){2}[ -]\\d{3}|[1-9]\\d [1-9]\\d{6}|[1-9]\\d [1-9]\\d{2} \\d{4}");
  /// A date, or from when till when.
  private static final Pattern DATE = Pattern.compile(
      "(?:[01]?\\d|2[0-4])[.:][0-5]\\d ?- ?(?:[01]?\\d|2[0-4])[.:][0-5]\\d(?!\\d)"
          + "|(?:0?[1-9]|[12]\\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)\\d{2}(?!\\d)");
  /// A name that stands right before something that was taken out.
  private static final GatedPattern NAMED = GatedPattern.of(Pattern.compile(
      "(?<![\\p{L}.])" + FULL_NAME + "[\\s,:;(–-]{1,4}"
          + "(?i:(?:nr\\s)?(?:tel|telefon|e-?mail|mail|kom|gsm)\\.?[\\s:]{1,3})?(?=\\[…\\])"));
  private static final Pattern CUE = Pattern.compile(
      "(?:tel|tél|phone|telefon|téléphone|gsm|mobil|mobile|kom|whatsapp|viber|signal|telegram|sms"
          + "|zadzwoń|dzwoń|bel ons op|call|appelez|fax|faks)\\p{L}{0,8}[ .:]{1,4}$",
      FLAGS);
  private static final Pattern CURRENCY = Pattern.compile("^\\s?(?:zł|PLN|EUR|€|USD|euro)");

  /// Most texts have few of them: none that is not in a text comes into it by taking others out.
  private static final GatedPatterns ANY = GatedPatterns.of(SPELLED, ACCOUNT, HANDLE, ANNOUNCED,
      ADDRESSED, DIGITS);

  private Contacts() {}

  /// The text with each of them replaced by an ellipsis in brackets. Linear in its length.
  static String without(String text) {
    String plain = withoutEmails(text);
    GatedPatterns.Found found = ANY.in(plain);
    if (found.has(SPELLED)) {
      plain = withoutSpelledEmails(plain);
    }
    if (found.has(ACCOUNT)) {
      plain = ACCOUNT.replaceAll(plain, m -> GONE);
    }
    if (found.has(HANDLE)) {
      plain = HANDLE.replaceAll(plain, m -> m.group(1) + GONE);
    }
    if (found.has(ANNOUNCED)) {
      plain = ANNOUNCED.replaceAll(plain, m -> m.group(1) + GONE);
    }
    if (found.has(ADDRESSED)) {
      plain = ADDRESSED.replaceAll(plain, m -> GONE);
    }
    return found.has(DIGITS) ? withoutPhones(plain) : plain;
  }

  private static String withoutPhones(String text) {
    return DIGITS.replaceAll(text, m -> {
      int end = endOfPhone(text, m.start(), m.end());
      return end < 0 ? m.group() : GONE + text.substring(end, m.end());
    });
  }

  private static String withoutEmails(String text) {
    if (text.indexOf('@') < 0) {
      return text;
    }
    Around around = new Around(EMAIL, text);
    for (int sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
      around.replace(sign);
    }
    return around.text();
  }

  private static String withoutSpelledEmails(String text) {
    GatedPattern.Search signs = SPELLED.in(text);
    if (!signs.next()) {
      return text;
    }
    Around around = new Around(SPELLED_EMAIL, text);
    do {
      around.replace(signs.match().start());
      signs.overlap();
    } while (signs.next());
    return around.text();
  }

  /// Replaces addresses, each of which has a sign in it with a name of bounded length before it: so that
  /// not every word of the text is tried as that name.
  private static final class Around {
    /// A name has 64 characters at most, of two units each; a blank or two may part it from the sign.
    private static final int MOST_NAME = 2 * 64;
    private static final int MOST_BLANKS = 2;

    private final String text;
    private final Matcher matcher;
    private final StringBuilder replaced = new StringBuilder();
    private int kept;

    Around(Pattern pattern, String text) {
      this.text = text;
      matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /// Replaces the first address that begins near before a sign, if it is not replaced already.
    void replace(int sign) {
      for (int start = begin(sign); start < sign; start++) {
        if (matcher.region(start, text.length()).lookingAt()) {
          replaced.append(text, kept, start).append(GONE);
          kept = matcher.end();
          return;
        }
      }
    }

    /// Where a name before a sign can begin at the earliest.
    private int begin(int sign) {
      int end = sign;
      while (end > kept && sign - end < MOST_BLANKS
          && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      int start = end;
      while (start > kept && end - start < MOST_NAME && isOfName(text.charAt(start - 1))) {
        start--;
      }
      return start;
    }

    private static boolean isOfName(char c) {
      return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0 || Character.isSurrogate(c)
          || Character.getType(c) == Character.LETTER_NUMBER
          || Character.getType(c) == Character.OTHER_NUMBER;
    }

    String text() {
      return kept == 0 ? text : replaced.append(text, kept, text.length()).toString();
    }
  }

  /// The same of running text, where a name beside an address or number is a person's.
  static String withoutPeople(String text) {
    String plain = without(text);
    return plain.contains(GONE) ? NAMED.replaceAll(plain, m -> GONE + " ") : plain;
  }

  /// Other digits may follow a number: "600 100 200 35h".
  ///
  /// @return -1 when there is none
  private static int endOfPhone(String text, int start, int end) {
    for (int at = end; at > start + 6; at--) {
      boolean isBoundary = at == end || !Character.isLetterOrDigit(text.charAt(at));
      if (isBoundary && Character.isLetterOrDigit(text.charAt(at - 1))
          && isPhone(text, start, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isPhone(String text, int start, int end) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    boolean isWithinWord = Character.isLetterOrDigit(before) || ".,/-".indexOf(before) >= 0
        || Character.isLetterOrDigit(after);
    if (DATE.matcher(text).region(start, text.length()).lookingAt()) {
      return false;
    }
    if (!isWithinWord && PHONE.matcher(text).region(start, end).matches()
        && (text.charAt(start) == '+'
            || !CURRENCY.matcher(text).region(end, text.length()).find())) {
      return true;
    }
    return CUE.matcher(text.substring(Math.max(0, start - 24), start)).find();
  }
}
