package org.metier.feed.internal.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @Test
  void blocks_part_words_that_tags_glued() {
    assertEquals("Work in our reception.\nYou greet guests.",
        PlainText.of("<div>Work in our reception.</div><div>You greet guests.</div>"));
    assertEquals("Tasks\n- bake\n- sell",
        PlainText.of("<h3>Tasks</h3><ul><li>bake</li><li>sell</li></ul>"));
    assertEquals("one\ntwo", PlainText.of("one<br/>two"));
  }

  @Test
  void inline_tags_part_nothing() {
    assertEquals("a bold word", PlainText.of("<p>a <b>bo</b>ld word</p>"));
  }

  @Test
  void markup_of_word_processors_leaves_its_text_only() {
    assertEquals("Bake bread", PlainText.of(
        "<p class=\"MsoNormal\"><style>p {color: red}</style>Bake bread<o:p></o:p></p>"));
  }

  @Test
  void entities_are_unescaped_at_most_twice() {
    assertEquals("R & D", PlainText.of("R &amp;amp; D"));
    assertEquals("Bake\nSell", PlainText.of("&lt;p&gt;Bake&lt;/p&gt;&lt;p&gt;Sell&lt;/p&gt;"));
    assertEquals("&amp;", PlainText.of("&amp;amp;amp;"));
  }

  @Test
  void signs_that_are_no_tags_stay() {
    assertEquals("salary < 3000 and C<T> & more", PlainText.of("salary < 3000 and C<T> & more"));
  }

  @Test
  void scripts_and_hidden_blocks_are_no_text() {
    assertEquals("Seen", PlainText.of("<p>Seen</p><script>steal()</script>"
        + "<div style=\"display: none\">nurse nurse nurse</div><p hidden>nurse</p>"));
  }

  @Test
  void invisible_and_bidirectional_characters_go_and_other_planes_stay() {
    assertEquals("abc 𝒜 \uD83D\uDE80", PlainText.of("a\u200bb\u202ec\u0007 𝒜\u00a0\uD83D\uDE80"));
    assertEquals("\u25b6 Go", PlainText.of("<U+25B6> Go"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"write to jan.kowalski@jobs.example.pl now", "call +48 600 100 200 now",
    "call 01 02 03 04 05 now", "Tel. 12 345 67 89 now", "GSM: 0470/12.34.56 now",
    "call 600-100-200 now", "call (12) 345 67 89 now", "Telefon 500114xxx now"})
  void contact_data_is_taken_out(String text) {
    String cleaned = PlainText.withoutContacts(text);
    assertTrue(cleaned.contains("[…]"), cleaned);
    assertTrue(cleaned.endsWith("now"), cleaned);
    assertFalse(cleaned.matches(".*\\d{3}.*|.*@.*"), cleaned);
  }

  @ParameterizedTest
  @ValueSource(strings = {"from 2 800 to 9 850 zł a month", "since 25.06.2021",
    "by 03/04/2026 or 2-4-2026", "2021-06-25 08:00",
    "100 000 000 zł turnover", "07300 Tournon", "ISO 9001:2015", "12 000 - 15 000 PLN",
    "KRS 0000098765", "35h, 39h or 40h"})
  void other_numbers_stay(String text) {
    assertEquals(text, PlainText.withoutContacts(text));
  }

  @RepeatedTest(300)
  void whatever_comes_in_no_control_characters_come_out(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    String[] parts = {"<p>", "</div", "&amp;", "&#x", "\u0000", "\u202e", "\ud800", "<!--", "word",
      " ", "\n", "<script>", "]]>", "&lt;b&gt;", "\r", "<U+1F680>", "@", "0600 ", "é"};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    String plain = PlainText.withoutContacts(PlainText.of(text.toString()));
    assertTrue(plain.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), plain);
    assertEquals(plain.strip(), plain);
    assertFalse(plain.contains("\n\n\n"));
  }
}
