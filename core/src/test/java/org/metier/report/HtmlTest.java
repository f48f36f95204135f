package org.metier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class HtmlTest {
  @Test
  void text_and_values_come_out_as_they_are_and_never_as_markup() {
    String page = new Html().element("q", "a<b>&\"'\u0000", "lang", "\"><script>").page();
    assertEquals(
        "<!DOCTYPE html>\n<q lang=\"&quot;&gt;&lt;script&gt;\">a&lt;b&gt;&amp;&quot;&#39;\uFFFD</q>",
        page);
  }

  @Test
  void a_page_with_an_open_element_is_no_page() {
    assertThrows(IllegalStateException.class, () -> new Html().open("p").page());
  }
}
