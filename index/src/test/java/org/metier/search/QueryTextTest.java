package org.metier.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryTextTest {
  /// W wanted, R required, E excluded; phrases in brackets.
  private static String read(String typed) {
    return QueryText.parse(typed)
        .terms()
        .stream()
        .map(t -> t.need().name().charAt(0)
            + (t.isPhrase() ? t.words().toString() : ":" + t.words().getFirst()))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
    "nurse night            | W:nurse W:night",
    "\"night shift\" nurse  | R[night, shift] W:nurse",
    "+german -agency        | R:german E:agency",
    "-\"cold calling\" sales| E[cold, calling] W:sales",
    "front-end              | W:front W:end",
    "-e-mail                | E[e, mail]",
    "C++ C# .NET node.js    | W:c++ W:c# W:.net W:node.js",
    "„obsługa klienta”      | R[obsluga, klienta]",
    "« chef de rang »       | R[chef, de, rang]",
    "l'infirmière           | W:infirmiere",
    "un\"balanced quote     | W:un W:balanced W:quote",
    "\"\" + - -- ++ \"      | ''",
    "–agency                | E:agency",
    "- agency               | W:agency",
    "+-+-x                  | E:x",
    "nurse\"night shift\"   | W:nurse R[night, shift]",
    "Kierowca/Kurier        | W:kierowca W:kurier",
    "'  '                   | ''"})
  void what_is_typed_is_read(String typed, String expected) {
    assertEquals(expected, read(typed));
  }

  @RepeatedTest(300)
  void any_characters_are_read_and_every_span_is_what_was_typed(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    QueryText text = QueryText.parse(Junk.text(random));
    for (QueryTerm term : text.terms()) {
      assertEquals(term.text(), term.span().of(text.text()));
      assertTrue(term.isPhrase() || term.words().size() == 1, term.toString());
    }
    assertTrue(text.text().length() <= 1_000);
    assertTrue(text.terms().size() <= 32);
  }

  @org.junit.jupiter.api.Test
  void words_beyond_the_limit_are_named_as_ignored() {
    QueryText text = QueryText.parse("w ".repeat(32) + "over");
    assertEquals(32, text.terms().size());
    assertEquals(List.of("over"), text.ignored());
  }
}
