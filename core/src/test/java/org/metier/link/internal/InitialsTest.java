package org.metier.link.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitialsTest {
  private static List<String> found(String abbreviation, String... labels) {
    Initials.Builder builder = new Initials.Builder();
    for (int i = 0; i < labels.length; i++) {
      builder.add(i, labels[i]);
    }
    List<String> found = new ArrayList<>();
    builder.build()
        .search(abbreviation,
            (owner, isWithinWord) -> found.add(owner + (isWithinWord ? " in a word" : "")));
    return found;
  }

  @Test
  void capitals_within_a_word_and_first_letters_of_words_are_initials() {
    assertEquals(List.of("1", "0 in a word"), found("JS", "JavaScript", "job sharing", "jigsaw"));
    assertEquals(List.of("0"), found("CAD", "computer-aided design", "cad", "Cad"));
  }

  @Test
  void an_owner_with_two_such_labels_comes_once() {
    Initials.Builder builder = new Initials.Builder();
    builder.add(7, "quality assurance");
    builder.add(7, "quality audit");
    List<Integer> owners = new ArrayList<>();
    builder.build().search("QA", (owner, isWithinWord) -> owners.add(owner));
    assertEquals(List.of(7), owners);
  }

  @Test
  void words_long_texts_and_other_letters_are_no_abbreviations() {
    assertEquals(List.of(), found("js", "JavaScript"));
    assertEquals(List.of(), found("J", "JavaScript"));
    assertEquals(List.of(), found("ABCDEF", "a b c d e f"));
    assertEquals(List.of(), found("ÉÉ", "éa éb"));
    assertEquals(List.of(), found("", "JavaScript"));
  }

  @Test
  void the_last_owner_of_the_last_code_is_found() {
    assertEquals(List.of("1"), found("ZZZZZ", "a b", "z z z z z"));
  }
}
