package org.metier.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecificationTest {
  @ParameterizedTest
  @ValueSource(strings = {"intake", "jobless"})
  void examples_that_ship_are_accepted_and_read_back_to_the_same(String name) {
    Specification example = Specification.example(name);
    Specification again = Specification.parse("again", example.toJson());
    assertEquals(example, again);
    assertEquals(example.sha256(), again.sha256());
    assertTrue(example.fields(FieldUse.PROTECTED).size() >= 3);
  }

  @Test
  void the_hash_is_of_the_content_and_not_of_its_layout() {
    Specification wide = Specification.parse("a", Examples.json().replace(",", " ,\n "));
    assertEquals(Examples.specification().sha256(), wide.sha256());
    Specification other = Specification.parse("b", Examples.json().replace("nobody", "anybody"));
    assertNotEquals(Examples.specification().sha256(), other.sha256());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
    "\"purpose\":\"test\",| |PURPOSE_NOT_SET|\"purpose\" is not set",
    "\"purpose\":\"test\"|\"purpose\":\" \"|PURPOSE_NOT_SET|\"purpose\" is not set",
    "\"legalBasis\":\"act\",| |LEGAL_BASIS_MISSING|\"months\" has no \"legalBasis\"",
    "\"source\":\"form\",| |DECLARATION_INCOMPLETE|\"months\" needs \"source\"",
    "\"use\":\"PROTECTED\"|\"use\":\"FEATURE\"|PROTECTED_FEATURE|\"sex\" belongs to the protected ground",
    "\"knownAt\":\"DECISION\"|\"knownAt\":\"LATER\"|LEAK_FROM_AFTER_DECISION|\"months\" is known only after the decision",
    "\"field\":\"months\",\"low\"|\"field\":\"salary\",\"low\"|UNDECLARED_FIELD|a rule of the population is about \"salary\"",
    "\"exits\":[\"found\"]|\"exits\":[\"car\"]|INCONSISTENT|the outcome names \"car\"",
    "\"name\":\"car\"|\"name\":\"months\"|INCONSISTENT|\"months\" is declared twice",
    "\"kind\":\"category\",\"values\":[\"low\",\"mid\",\"high\"]|\"kind\":\"flag\"|INCONSISTENT|the options of the question \"school\""})
  void what_is_wrong_is_refused_with_its_place(String was, String is, Refusal.Kind kind,
      String message) {
    String json = Examples.json().replace(was, is == null ? "" : is);
    PotentialException refused = assertThrows(PotentialException.class,
        () -> Specification.parse("small.json", json));
    Refusal refusal = refused.refusals()
        .stream()
        .filter(r -> r.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError(refused.refusals()));
    assertTrue(refusal.message().startsWith("small.json: " + message), refusal.message());
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    String json = Examples.json()
        .replace("\"purpose\":\"test\",", "")
        .replace(
            "\"legalBasis\":\"act\",", "");
    PotentialException refused = assertThrows(PotentialException.class,
        () -> Specification.parse("small.json", json));
    assertEquals(4, refused.refusals().size(), refused.getMessage());
  }

  @Test
  void an_unknown_property_is_named() {
    PotentialException refused = assertThrows(PotentialException.class, () -> Specification
        .parse("small.json", Examples.json().replace("\"notFor\"", "\"notFr\"")));
    assertTrue(refused.getMessage().contains("\"notFr\" is not a property here"),
        refused.getMessage());
  }

  @Test
  void facts_take_neither_protected_nor_undeclared_nor_impossible_values() {
    Specification small = Examples.specification();
    assertRefused(Refusal.Kind.PROTECTED_FEATURE, small, "sex", "f");
    assertRefused(Refusal.Kind.UNDECLARED_FIELD, small, "salary", "1");
    assertRefused(Refusal.Kind.UNDECLARED_FIELD, small, "found", "1");
    assertRefused(Refusal.Kind.UNKNOWN_CATEGORY, small, "school", "kindergarten");
    assertRefused(Refusal.Kind.UNKNOWN_CATEGORY, small, "car", "maybe");
    assertRefused(Refusal.Kind.VALUE_OUT_OF_RANGE, small, "months", "601");
    assertRefused(Refusal.Kind.VALUE_OUT_OF_RANGE, small, "months", "many");
    assertRefused(Refusal.Kind.VALUE_OUT_OF_RANGE, small, "months", "NaN");
  }

  private static void assertRefused(Refusal.Kind kind, Specification specification, String field,
      String value) {
    PotentialException refused = assertThrows(PotentialException.class,
        () -> Facts.of(specification, Map.of(field, value)));
    assertEquals(List.of(kind), refused.refusals().stream().map(Refusal::kind).toList());
    assertTrue(!refused.getMessage().contains("kindergarten"), "values of people stay out");
  }

  @Test
  void what_is_not_answered_is_unknown_and_never_a_default() {
    Facts facts = Facts.of(Examples.specification(), Map.of("months", "", "school", "NA"));
    assertEquals(0, facts.known());
    Facts typed = Facts.builder(Examples.specification())
        .amount("months", 3)
        .category("school", "high")
        .flag("car", false)
        .build();
    assertEquals(3, typed.value(0));
    assertEquals(2, typed.value(1));
    assertEquals(0, typed.value(2));
    assertNotEquals(facts.sha256(), typed.sha256());
  }
}
