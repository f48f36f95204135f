package org.metier.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    "\"intendedUse\":\"tests\"|\"intendedUse\":\"\"|PURPOSE_NOT_SET|\"intendedUse\" is not set",
    "\"field\":\"months\",\"low\"|\"field\":\"sex\",\"low\"|PROTECTED_FEATURE|a rule of the population is about \"sex\"",
    "\"field\":\"months\",\"low\"|\"field\":\"car\",\"low\"|INCONSISTENT|a rule of the population does not fit \"car\": expected {\"kind\":\"oneOf\"} with the values 0 or 1",
    "\"retention\":\"P2Y\"|\"retention\":\"P0D\"|DECLARATION_INCOMPLETE|\"months\" has the \"retention\" P0D",
    "\"retention\":\"P2Y\"|\"retention\":\"P-2Y\"|DECLARATION_INCOMPLETE|\"months\" has the \"retention\" P-2Y",
    ",\"retention\":\"P1Y\",\"protectedGround\"|,\"retention\":\"P1Y\",\"groupEdges\":[1],\"protectedGround\"|INCONSISTENT|\"sex\" has \"groupEdges\", but is no amount",
    ",\"protectedGround\":\"sex\"||DECLARATION_INCOMPLETE|\"sex\" is protected, but has no \"protectedGround\"",
    "{\"kind\":\"category\",\"values\":[\"f\",\"m\"]}|{\"kind\":\"amount\",\"unit\":\"u\",\"low\":0,\"high\":9}|DECLARATION_INCOMPLETE|\"sex\" is a protected amount without \"groupEdges\"",
    "\"exits\":[\"found\"]|\"exits\":[\"found\"],\"stillGoing\":[\"found\"]|INCONSISTENT|\"found\" says both",
    "\"duration\":\"spell\"|\"duration\":\"found\"|INCONSISTENT|the outcome names \"found\", which must be declared as an amount",
    "\"changeable\":{|\"changeable\":{\"when\":{\"kind\":\"oneOf\",\"values\":[\"yes\"]},|INCONSISTENT|\"when\" of the changeable \"car\" does not fit it",
    "\"use\":\"OUTCOME\",\"knownAt\":\"LATER\"}]|\"use\":\"OUTCOME\",\"knownAt\":\"LATER\",\"changeable\":{\"hindrance\":{\"en\":\"e\",\"fr\":\"f\",\"nl\":\"n\",\"pl\":\"p\",\"de\":\"d\"},\"help\":{\"en\":\"e\",\"fr\":\"f\",\"nl\":\"n\",\"pl\":\"p\",\"de\":\"d\"}}}]|INCONSISTENT|\"found\" has a question or is changeable",
    "\"outcome\":{|\"contradictions\":[{\"one\":{\"kind\":\"oneOf\",\"field\":\"car\",\"values\":[\"1\"]},\"other\":{\"kind\":\"between\",\"field\":\"pay\",\"low\":0,\"high\":1}}],\"outcome\":{|UNDECLARED_FIELD|a contradiction is about \"pay\"",
    "\"outcome\":{|\"contradictions\":[{\"one\":{\"kind\":\"oneOf\",\"field\":\"car\",\"values\":[\"2\"]},\"other\":{\"kind\":\"between\",\"field\":\"months\",\"low\":0,\"high\":1}}],\"outcome\":{|INCONSISTENT|a contradiction does not fit \"car\"",
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
  void a_field_that_cannot_be_read_back_or_a_condition_that_cannot_hold_is_no_field_or_condition() {
    for (String value : List.of("NA", " x", "")) {
      assertThrows(IllegalArgumentException.class,
          () -> new FieldType.Category(List.of("a", value)), value);
    }
    assertThrows(IllegalArgumentException.class, () -> new FieldType.Category(List.of("a", "a")));
    assertThrows(IllegalArgumentException.class, () -> new FieldType.Category(List.of("a")));
    assertThrows(IllegalArgumentException.class, () -> new FieldType.Amount("u", 2, 2));
    assertThrows(IllegalArgumentException.class, () -> new FieldType.Amount(" ", 1, 2));
    assertThrows(IllegalArgumentException.class, () -> new Condition.Between(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new Condition.OneOf(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Population.Rule.Between("a", 2, 1));
    assertThrows(IllegalArgumentException.class,
        () -> new Contradiction(new Population.Rule.Between("a", 1, 2),
            new Population.Rule.Between("a", 3, 4)));
  }

  @Test
  void a_condition_holds_from_its_lower_to_its_upper_end_and_says_nothing_of_what_is_unknown() {
    Field months = Examples.specification().features().get(0);
    Field school = Examples.specification().features().get(1);
    Field car = Examples.specification().features().get(2);
    Condition between = new Condition.Between(3, 5);
    assertEquals(List.of(false, true, true, false),
        java.util.stream.DoubleStream.of(2.9, 3, 5, 5.1)
            .mapToObj(v -> between.holds(months, v))
            .toList());
    Condition some = new Condition.OneOf(List.of("mid", "high"));
    assertEquals(List.of(false, true, true),
        java.util.stream.DoubleStream.of(0, 1, 2).mapToObj(v -> some.holds(school, v)).toList());
    assertTrue(new Condition.OneOf(List.of("0")).holds(car, 0));
    assertThrows(IllegalArgumentException.class, () -> between.holds(months, Double.NaN));
    assertTrue(between.fits(months) && some.fits(school) && !between.fits(car)
        && !some.fits(car) && !some.fits(months));
    assertTrue(!new Condition.Between(601, 700).fits(months), "outside all that can be true");
    assertTrue(!new Condition.OneOf(List.of("mid", "top")).fits(school));
  }

  @Test
  void numbers_are_read_as_people_write_them_and_not_as_java_does() {
    Field months = Examples.specification().features().get(0);
    assertEquals(3.5, months.parsed(" 3.5 "));
    assertEquals(1_000, new Field("a", months.label(), new FieldType.Amount("u", 0, 2_000),
        FieldUse.UNUSED, KnownAt.LATER, null, null, null, null, List.of(), null, null)
        .parsed("1e3"));
    for (String text : List.of("3f", "3d", "0x1p3", "Infinity", "3,5", "-1", "600.1", "--3")) {
      PotentialException refused = assertThrows(PotentialException.class,
          () -> months.parsed(text), text);
      assertEquals(Refusal.Kind.VALUE_OUT_OF_RANGE, refused.refusals().getFirst().kind());
      assertTrue(refused.getMessage().contains("0.0 to 600.0 (months)"), refused.getMessage());
    }
    assertEquals(0, Double.doubleToLongBits(months.parsed("-0")));
    assertEquals(600, months.parsed("600"));
  }

  @Test
  void flags_are_read_in_the_ways_tables_write_them() {
    Field car = Examples.specification().features().get(2);
    for (String yes : List.of("1", "1.0", "true", "TRUE", "yes")) {
      assertEquals(1, car.parsed(yes), yes);
    }
    for (String no : List.of("0", "0.0", "false", "FALSE", "no")) {
      assertEquals(0, car.parsed(no), no);
    }
    assertTrue(Double.isNaN(car.parsed(" ")));
  }

  @Test
  void a_typed_value_of_another_type_is_refused() {
    Facts.Builder facts = Facts.builder(Examples.specification());
    for (org.junit.jupiter.api.function.Executable wrong : List.<org.junit.jupiter.api.function.Executable>of(
        () -> facts.amount("car", 1),
        () -> facts.category("months", "3"), () -> facts.flag("school", true))) {
      PotentialException refused = assertThrows(PotentialException.class, wrong);
      assertEquals(Refusal.Kind.INCONSISTENT, refused.refusals().getFirst().kind());
    }
  }

  @Test
  void what_was_built_does_not_change_when_its_builder_goes_on() {
    Facts.Builder builder = Facts.builder(Examples.specification()).amount("months", 3);
    Facts before = builder.build();
    builder.amount("months", 9).flag("car", true);
    assertEquals(3, before.value(0));
    assertEquals(1, before.known());
    double[] copy = before.toArray();
    copy[0] = 7;
    assertEquals(3, before.value(0));
  }

  @Test
  void what_is_known_is_read_back_to_the_same_facts() {
    Facts facts = Facts.of(Examples.specification(),
        Map.of("months", "7.125", "school", "mid", "car", "no"));
    Facts again = Facts.of(Examples.specification(), facts.texts());
    assertEquals(facts.sha256(), again.sha256());
    assertEquals(Map.of("months", "7.125", "school", "mid", "car", "0"), facts.texts());
    assertNotEquals(facts.sha256(), Facts.of(Examples.specification(),
        Map.of("months", "7.125", "school", "mid", "car", "yes")).sha256());
    Specification other = Specification.parse("other",
        Examples.json().replace("nobody", "somebody"));
    assertNotEquals(facts.sha256(), Facts.of(other, facts.texts()).sha256());
  }

  @Test
  void a_name_is_a_file_or_an_example_and_else_both_are_named(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("mine.json");
    Files.writeString(file, Examples.json());
    assertEquals(Examples.specification(), Specification.named(file.toString()));
    assertEquals(Specification.example("jobless"), Specification.named("jobless"));
    assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class,
        () -> Specification.named("mine")).getMessage()).contains("or the path of a file"));
    assertTrue(assertThrows(PotentialException.class,
        () -> Specification.named(folder.resolve("none.json").toString())).getMessage()
        .contains("there is no such file"));
    Files.writeString(file, Examples.json().replace("\"formatVersion\":1", "\"formatVersion\":2"));
    assertTrue(assertThrows(PotentialException.class, () -> Specification.read(file)).getMessage()
        .contains("\"formatVersion\" is 2; this release reads 1"));
  }

  @Test
  void each_example_says_of_every_hindrance_which_answers_it_is_true_of() {
    for (String name : List.of("intake", "jobless")) {
      for (Field field : Specification.example(name).features()) {
        Changeable changeable = field.changeable();
        assertTrue(changeable == null || changeable.when() != null, name + " " + field.name());
      }
    }
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
