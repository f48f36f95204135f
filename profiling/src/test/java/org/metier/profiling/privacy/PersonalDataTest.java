package org.metier.profiling.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metier.text.Language;
import org.metier.text.Span;

class PersonalDataTest {
  private static final PersonalData DATA = PersonalData.create();

  static Stream<Example> examples() {
    return Stream.of(Language.values()).flatMap(language -> Example.of(language).stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void what_is_personal_is_found_and_nothing_else(Example example) {
    assertEquals(described(example.text(), example.expected()),
        described(example.text(), example.found()));
  }

  private static List<String> described(String text, List<PersonalSpan> spans) {
    return spans.stream().map(s -> s.kind() + "|" + s.span().of(text)).toList();
  }

  @ParameterizedTest
  @EnumSource
  void each_language_has_examples_of_each_kind_and_of_what_is_none(Language language) {
    Set<PersonalKind> kinds = EnumSet.noneOf(PersonalKind.class);
    List<Example> examples = Example.of(language);
    examples.forEach(e -> e.expected().forEach(s -> kinds.add(s.kind())));
    assertEquals(EnumSet.complementOf(EnumSet.of(PersonalKind.OTHER)), kinds);
    assertTrue(examples.stream().filter(e -> e.expected().isEmpty()).count() >= 15);
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_has_a_mark_in_every_language(PersonalKind kind) {
    Set<String> marks = Stream.of(Language.values()).map(kind::mark).collect(Collectors.toSet());
    assertTrue(marks.stream().allMatch(mark -> mark.matches("\\[\\p{L}[\\p{L}'’ -]+]")),
        marks.toString());
    assertTrue(marks.stream().noneMatch(mark -> mark.contains(kind.name())), marks.toString());
  }

  @Test
  void a_name_of_the_head_is_found_wherever_it_stands() {
    String text = "Zdenka Quellmark\nProfile\nQUELLMARK bakes. Ask Zdenka's team, or Z. Quellmark.";
    assertEquals(List.of("NAME|Zdenka Quellmark", "NAME|QUELLMARK", "NAME|Zdenka",
        "NAME|Z. Quellmark"), described(text, find(text, 16)));
  }

  @Test
  void a_name_that_is_a_job_is_a_name_only_beside_its_other_half() {
    String text = "Zdenka Baker\nBaker at a bakery. References of Zdenka Baker. Baker, 2010 - 2012";
    assertEquals(List.of("NAME|Zdenka Baker", "NAME|Zdenka Baker"),
        described(text, find(text, 12)));
  }

  @Test
  void a_school_named_after_somebody_else_keeps_its_name() {
    String text = "Zdenka Quellmark\nEducation\nMarie Curie School, Paris";
    assertEquals(List.of("NAME|Zdenka Quellmark"), described(text, find(text, 16)));
  }

  @Test
  void a_label_without_a_colon_and_a_value_on_the_next_line_are_understood_in_the_head() {
    String text = "Nationality Atlantisian\nDate of birth\n04/05/1987\nDriving licence\nB";
    List<Span> own = List.of(new Span(0, 23), new Span(24, 37), new Span(38, 48), new Span(49, 64),
        new Span(65, 66));
    assertEquals(List.of("NATIONALITY|Nationality Atlantisian", "BIRTH|04/05/1987"),
        described(text, DATA.find(text, new PersonParts(own, List.of(), List.of(), w -> false,
            w -> false))));
  }

  @Test
  void people_who_can_be_asked_are_found() {
    String text = "Orsolya Tamblyn, Head of Kitchen\nRestaurant Harbour View";
    assertEquals(List.of("NAME|Orsolya Tamblyn"), described(text, DATA.find(text,
        new PersonParts(List.of(), List.of(new Span(0, 32), new Span(33, 56)), List.of(),
            Set.of("head", "kitchen", "restaurant", "harbour", "view")::contains, w -> false))));
  }

  /// @param head length of the part about the person
  private static List<PersonalSpan> find(String text, int head) {
    return DATA.find(text, new PersonParts(List.of(new Span(0, head)), List.of(), List.of(),
        Set.of("baker", "cook")::contains, words -> false));
  }
}
