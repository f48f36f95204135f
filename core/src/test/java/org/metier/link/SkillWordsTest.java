package org.metier.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metier.link.SkillWords.Kin;

class SkillWordsTest {
  private static final List<String> WORDS = List.of("collaborate", "collaborative", "welding",
      "steel", "elevator");

  private static SkillWords words() {
    SkillWords.Builder builder = new SkillWords.Builder();
    for (String word : WORDS) {
      builder.number("stem of " + word, word);
      builder.number("stem of " + word, "seen before");
    }
    return builder.build(null);
  }

  private static double likeness(Kin kin, String word) {
    return IntStream.range(0, kin.terms().length)
        .filter(i -> WORDS.get(kin.terms()[i]).equals(word))
        .mapToDouble(i -> kin.likeness()[i])
        .findFirst()
        .orElse(0);
  }

  @Test
  void a_word_is_most_akin_to_itself_and_less_to_what_is_written_like_it() {
    Kin kin = words().kin("stem of collaborate", "collaborate");
    assertEquals(0, kin.term());
    assertEquals(1, likeness(kin, "collaborate"), 1e-6);
    assertTrue(likeness(kin, "collaborative") > 0.5, "collaborative");
    assertTrue(likeness(kin, "collaborative") < 1, "collaborative");
    assertEquals(0, likeness(kin, "elevator"), "shares a few letters alone");
    assertEquals(0, likeness(kin, "steel"));
  }

  @Test
  void a_word_that_no_label_has_may_have_kin_but_is_not_known() {
    Kin kin = words().kin("stem of collaboration", "collaboration");
    assertEquals(-1, kin.term());
    assertTrue(likeness(kin, "collaborate") > 0.5, "collaborate");
    assertTrue(likeness(kin, "collaborate") < 1, "never as good as the word itself");
  }

  @Test
  void the_likest_come_first_and_what_is_remembered_is_the_same() {
    SkillWords words = words();
    Kin kin = words.kin("stem of collaborate", "collaborate");
    for (int i = 1; i < kin.terms().length; i++) {
      assertTrue(kin.likeness()[i] <= kin.likeness()[i - 1], "place " + i);
    }
    assertEquals(likeness(kin, "collaborative"),
        likeness(words.kin("stem of collaborate", "collaborate"), "collaborative"));
    assertEquals(WORDS.size(), words.size());
  }

  @Test
  void a_word_like_none_has_no_kin() {
    assertEquals(0, words().kin("x", "qqxxzz").terms().length);
  }
}
