package org.metier.profiling.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.text.Language;
import org.metier.text.Span;

/// Texts without end or of nothing but what rules look for cost no more than others.
class HostileTextTest {
  private static final int LENGTH = 100_000;

  @ParameterizedTest
  @ValueSource(strings = {"a", " ", "a:", "1 ", "Aa ", "a@", "a.b@c.", "name: ", "born on ",
    "12 Aa Bb ",
    "Tel: 1 ", "Nom :\n", "Mr Aa Bb ", "Dr Dr ", "proud ", "Aa Bb "})
  void a_long_run_of_one_thing_ends_soon(String unit) {
    String text = unit.repeat(LENGTH / unit.length());
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      List<PersonalSpan> found = PersonalData.create()
          .find(text, new PersonParts(List.of(new Span(0, text.length())), List.of(),
              List.of("Aa Bb"), word -> false, words -> false));
      BlindCv blind = BlindCv.of(text, found, List.of(new Span(0, text.length())), Language.FR,
          new GenderWords((language, word) -> false));
      assertEquals(new Span(0, text.length()), blind.original(new Span(0, blind.text().length())));
    });
  }
}
