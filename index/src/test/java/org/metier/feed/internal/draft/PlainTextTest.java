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
  void markup_that_was_escaped_twice_is_still_markup() {
    assertEquals("Bake\nSell", PlainText.of(
        "&amp;lt;p&amp;gt;Bake&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Sell&amp;lt;/p&amp;gt;"));
  }

  @Test
  void lines_count_where_no_block_says_otherwise() {
    assertEquals("Bake bread\nSell it", PlainText.of("Bake <b>bread</b>\nSell it"));
    assertEquals("Bake bread Sell it", PlainText.of("<p>Bake bread\nSell it</p>"));
    assertEquals("a\nb", PlainText.of("<div><pre>a\nb</pre></div>"));
  }

  @Test
  void cells_and_paragraphs_in_lists_are_kept_apart() {
    assertEquals("Hours 38\nPay 2000", PlainText.of(
        "<table><tr><th>Hours</th><td>38</td></tr><tr><th>Pay</th><td>2000</td></tr></table>"));
    assertEquals("- bake\n- sell",
        PlainText.of("<ul><li><p>bake</p></li><li><p>sell</p></li></ul>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div style='display: none'>nurse nurse</div>",
    "<span style='VISIBILITY:hidden'>nurse nurse</span>", "<p hidden>nurse nurse</p>",
    "<p aria-hidden='true'>nurse nurse</p>", "<span style='font-size:0'>nurse nurse</span>",
    "<span style='font-size:1px;color:red'>nurse nurse</span>",
    "<span style='color:#FFF'>nurse nurse</span>", "<font color='white'>nurse nurse</font>",
    "<div style='background:#eee'><i style='color: #eee'>nurse nurse</i></div>",
    "<div style='position:absolute; left:-9999px'>nurse nurse</div>",
    "<div style='text-indent: -5000px !important'>nurse nurse</div>",
    "<span style='opacity:0.0'>nurse nurse</span>",
    "<div style='height:0;overflow:hidden'>nurse nurse</div>",
    "<!-- nurse nurse nurse nurse -->"})
  void what_no_reader_of_the_page_sees_is_left_out_and_noticed(String hidden) {
    var reading = PlainText.read("<p>Seen</p>" + hidden + "<p>Also seen</p>");
    assertEquals("Seen\nAlso seen", reading.text());
    assertTrue(reading.hasHiddenText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<span style='color:white;background:#003366'>nurse</span>",
    "<table bgcolor='#003366'><tr><td><font color='#ffffff'>nurse</font></table>",
    "<span style='font-size:10px'>nurse</span>", "<span style='font-size:1em'>nurse</span>",
    "<span style='opacity:0.9'>nurse</span>", "<div style='text-indent:-18pt'>nurse</div>",
    "<div style='margin-left:-20px'>nurse</div>"})
  void what_a_reader_sees_stays_and_raises_no_suspicion(String shown) {
    var reading = PlainText.read("<p>Seen</p>" + shown);
    assertTrue(reading.text().endsWith("nurse"), reading.text());
    assertFalse(reading.hasHiddenText());
  }

  @Test
  void what_editors_and_pages_need_for_themselves_is_no_hidden_text() {
    assertFalse(PlainText
        .read("<p>Seen<!--StartFragment--><!--[if gte mso 9]><xml><w:Zoom>0</w:Zoom>"
            + "</xml><![endif]--></p><i aria-hidden='true'></i><style>p {color: red}</style>")
        .hasHiddenText());
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

  @RepeatedTest(300)
  void whatever_comes_in_no_control_characters_come_out(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    String[] parts = {"<p>", "</div", "&amp;", "&#x", "\u0000", "\u202e", "\ud800", "<!--", "word",
      " ", "\n", "<script>", "]]>", "&lt;b&gt;", "\r", "<U+1F680>", "@", "0600 ", "é",
      "&amp;lt;p&amp;gt;", "<b", ">", "&lt;", "&gt;", "<div style='display:none'>", "</div>"};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    String plain = PlainText.withoutContacts(PlainText.of(text.toString()));
    assertTrue(plain.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), plain);
    assertEquals(plain.strip(), plain);
    assertFalse(plain.contains("\n\n\n"));
    assertFalse(plain.matches("(?is).*</?(?:p|b|div|script)(?:\\s[^<>]*)?>.*"), plain);
  }
}
