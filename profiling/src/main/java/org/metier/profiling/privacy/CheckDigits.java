package org.metier.profiling.privacy;

import java.util.Set;

/// The rules by which national identity numbers prove themselves. All take the characters of a number
/// without blanks and separators, letters in capitals; anything of another shape is no such number.
final class CheckDigits {
  private static final int[] BSN = {9, 8, 7, 6, 5, 4, 3, 2, -1};
  private static final int[] PESEL = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1};
  private static final int[] PENSION = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
  /// Prefixes that HM Revenue & Customs does not issue (National Insurance Manual, NIM39110).
  private static final Set<String> NO_NINO = Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ");

  private CheckDigits() {}

  /// French number of the register of persons (NIR): 13 characters and a key that is 97 less their
  /// remainder by 97, where the departments 2A and 2B count as 19 and 18 (INSEE).
  static boolean isNir(String number) {
    if (!number.matches("[1-478]\\d{2}(?:0[1-9]|1[0-2]|[2-9]\\d)(?:\\d{2}|2[AB])\\d{8}")) {
      return false;
    }
    String digits = number.replace("2A", "19").replace("2B", "18");
    return 97 - Long.parseLong(digits.substring(0, 13)) % 97 == Integer.parseInt(
        digits.substring(13));
  }

  /// Belgian number of the national register: nine digits that begin with the date of birth, and a key
  /// that is 97 less their remainder by 97, with a 2 before them for people born since 2000 (Royal
  /// Decree of 3 April 1984). The month may be raised by 20 or 40 in bis numbers.
  static boolean isBelgian(String number) {
    if (!number.matches("\\d{2}(?:[024]\\d|[135][0-2])[0-3]\\d{6}")) {
      return false;
    }
    int key = Integer.parseInt(number.substring(9));
    long body = Long.parseLong(number.substring(0, 9));
    return 97 - body % 97 == key || 97 - (2_000_000_000L + body) % 97 == key;
  }

  /// Dutch burgerservicenummer: nine digits whose sum weighted by 9 to 2 and -1 is a multiple of 11
  /// ("elfproef", Besluit burgerservicenummer).
  static boolean isBsn(String number) {
    return number.matches("\\d{9}") && !number.equals("000000000")
        && weighted(number, BSN) % 11 == 0;
  }

  /// Polish PESEL: a date of birth whose month tells the century, and ten digits weighted by 1, 3, 7 and
  /// 9 with an eleventh that brings the sum to a multiple of 10 (Ustawa o ewidencji ludności).
  static boolean isPesel(String number) {
    if (!number.matches("\\d{11}")) {
      return false;
    }
    int month = Integer.parseInt(number.substring(2, 4)) % 20;
    int day = Integer.parseInt(number.substring(4, 6));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 && weighted(number, PESEL) % 10 == 0;
  }

  /// German tax identification number: eleven digits, of the first ten exactly one twice or three times,
  /// and a last one by ISO/IEC 7064, MOD 11,10 (Steueridentifikationsnummerverordnung).
  static boolean isGermanTax(String number) {
    if (!number.matches("[1-9]\\d{10}") || !repeatsOneDigit(number.substring(0, 10))) {
      return false;
    }
    int product = 10;
    for (int i = 0; i < 10; i++) {
      int sum = (digit(number, i) + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10 == digit(number, 10);
  }

  private static boolean repeatsOneDigit(String ten) {
    int repeated = 0;
    for (char c = '0'; c <= '9'; c++) {
      int digit = c;
      long times = ten.chars().filter(other -> other == digit).count();
      if (times > 3) {
        return false;
      }
      repeated += times > 1 ? 1 : 0;
    }
    return repeated == 1;
  }

  /// German pension insurance number: area, date of birth, initial of the name, serial, and the sum of
  /// the digit sums of twelve weighted digits modulo 10, where the letter counts as its place in the
  /// alphabet in two digits (Verordnung über die Versicherungsnummer, § 4).
  static boolean isGermanPension(String number) {
    if (!number.matches("\\d{2}[0-7]\\d[01]\\d{3}[A-Z]\\d{3}")) {
      return false;
    }
    int letter = number.charAt(8) - 'A' + 1;
    String digits = number.substring(0, 8) + letter / 10 + letter % 10 + number.substring(9, 11);
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      int product = digit(digits, i) * PENSION[i];
      sum += product / 10 + product % 10;
    }
    return sum % 10 == digit(number, 11);
  }

  /// British National Insurance number: two letters of those in use, six digits and A to D; it has no
  /// check digit (National Insurance Manual, NIM39110).
  static boolean isNino(String number) {
    return number.matches("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\d{6}[A-D]")
        && !NO_NINO.contains(number.substring(0, 2));
  }

  private static int weighted(String number, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += digit(number, i) * weights[i];
    }
    return sum;
  }

  private static int digit(String number, int i) {
    return number.charAt(i) - '0';
  }
}
