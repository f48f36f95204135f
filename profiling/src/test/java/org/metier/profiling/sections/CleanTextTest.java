package org.metier.profiling.sections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CleanTextTest {
  @Test
  void utf8_that_was_read_as_windows_1252_is_put_right() {
    Charset windows = Charset.forName("windows-1252");
    for (String text : new String[]{"sautéing", "2015 – 2018", "l’été à Łódź", "Straße"}) {
      String misread = new String(text.getBytes(StandardCharsets.UTF_8), windows);
      if (misread.indexOf('\ufffd') < 0) {
        assertEquals(text, CleanText.of(misread));
      }
    }
    assertEquals("Company  -  City", CleanText.of("Company ï¼\u200b City"));
  }

  @Test
  void right_text_is_left_as_it_is() {
    for (String text : new String[]{"Élève à Nîmes", "Größe", "Zażółć gęślą jaźń", "café – über"}) {
      assertEquals(text, CleanText.of(text));
    }
  }

  @Test
  void line_breaks_blanks_and_ligatures_come_to_one_form() {
    assertEquals("a\nb\nc", CleanText.of("a\r\nb\rc"));
    assertEquals("o\uFB03ce work".replace("\uFB03", "ffi"), CleanText.of("o\uFB03ce\u00a0work"));
    assertEquals("hidden", CleanText.of("hid\u200bden\u202e\u0007"));
    assertEquals("é", CleanText.of("e\u0301"));
  }

  @Test
  void plain_text_is_decoded_by_its_bytes() {
    String polish = "doświadczenie: pielęgniarka, łódź";
    String french = "expérience: infirmière";
    assertEquals(polish, CleanText.decode(polish.getBytes(StandardCharsets.UTF_8)));
    assertEquals(polish, CleanText.decode(polish.getBytes(Charset.forName("windows-1250"))));
    assertEquals(french, CleanText.decode(french.getBytes(Charset.forName("windows-1252"))));
    assertEquals("\ufeff" + french,
        CleanText.decode(("\ufeff" + french).getBytes(StandardCharsets.UTF_16LE)));
  }
}
