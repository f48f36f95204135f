package org.metier.profiling.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckDigitsTest {
  /// Invented numbers whose check digits were worked out by hand, such as 97 - 2870569123456 mod 97 = 87,
  /// or taken from the authority's own examples.
  static Stream<Arguments> right() {
    return Stream.of(number("287056912345687", CheckDigits::isNir),
        number("87050412367", CheckDigits::isBelgian), number("111222333", CheckDigits::isBsn),
        number("87050412344", CheckDigits::isPesel),
        number("86095742719", CheckDigits::isGermanTax),
        number("65170839J003", CheckDigits::isGermanPension));
  }

  private static Arguments number(String number, Predicate<String> rule) {
    return Arguments.of(number, rule);
  }

  @ParameterizedTest
  @MethodSource("right")
  void a_number_proves_itself(String number, Predicate<String> rule) {
    assertTrue(rule.test(number));
  }

  @ParameterizedTest
  @MethodSource("right")
  void no_other_last_digit_is_right(String number, Predicate<String> rule) {
    String stem = number.substring(0, number.length() - 1);
    for (char digit = '0'; digit <= '9'; digit++) {
      assertEquals(number.endsWith(String.valueOf(digit)), rule.test(stem + digit), stem + digit);
    }
  }

  @ParameterizedTest
  @MethodSource("right")
  void two_neighbours_that_change_places_are_noticed(String number, Predicate<String> rule) {
    int last = number.length() - 1;
    String swapped = number.substring(0, last - 1) + number.charAt(last) + number.charAt(last - 1);
    assertEquals(number.equals(swapped), rule.test(swapped), swapped);
  }

  @Test
  void a_corsican_number_counts_its_letter_as_a_number() {
    // 97 - 2870519123456 mod 97 = 97 - 76 = 21, with 19 for 2A
    long key = 97 - 2_870_519_123_456L % 97;
    assertTrue(CheckDigits.isNir("287052A123456" + "%02d".formatted(key)));
  }

  @Test
  void a_belgian_born_since_2000_counts_with_a_two_before_the_number() {
    long key = 97 - 2_050_412_123L % 97;
    assertTrue(CheckDigits.isBelgian("050412123" + "%02d".formatted(key)));
  }

  @Test
  void a_polish_number_holds_a_possible_date() {
    // 8713041234 has weights' sum 1*8+3*7+7*1+9*3+1*0+3*4+7*1+9*2+1*3+3*4 = 115, so the check is 5
    assertFalse(CheckDigits.isPesel("87130412345"));
  }

  @Test
  void a_german_tax_number_repeats_exactly_one_digit() {
    assertFalse(CheckDigits.isGermanTax("12345678903"), "none is repeated");
    assertFalse(CheckDigits.isGermanTax("11223456789"), "two are repeated");
  }

  @Test
  void british_prefixes_are_those_in_use() {
    assertTrue(CheckDigits.isNino("AB123456C"));
    assertFalse(CheckDigits.isNino("QQ123456C"));
    assertFalse(CheckDigits.isNino("GB123456C"));
    assertFalse(CheckDigits.isNino("AB123456E"));
  }
}
