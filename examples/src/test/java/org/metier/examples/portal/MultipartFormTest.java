package org.metier.examples.portal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.metier.examples.portal.Browser.field;
import static org.metier.examples.portal.Browser.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class MultipartFormTest {
  private static final String TYPE = "multipart/form-data; boundary=" + Browser.BOUNDARY;
  private static final byte[] BODY = Browser
      .body(List.of(field("reader", "pl"), field("skill", "a"),
          file("file", "name=\"skill\".pdf", new byte[]{0, 13, 10, 45, 45, -1}),
          field("skill", "ż\r\nb"),
          field("none", "")));

  @Test
  void fields_come_out_byte_for_byte() {
    MultipartForm form = MultipartForm.parse(TYPE, BODY);
    assertEquals("pl", form.text("reader"));
    assertEquals("a", form.text("skill"));
    assertArrayEquals(new byte[]{0, 13, 10, 45, 45, -1}, form.bytes("file"));
    assertEquals("", form.text("none"));
    assertEquals("", form.text("absent"));
  }

  @Test
  void a_quoted_boundary_is_understood() {
    String quoted = "Multipart/Form-Data; charset=utf-8; boundary=\"" + Browser.BOUNDARY + "\"";
    assertEquals("pl", MultipartForm.parse(quoted, BODY).text("reader"));
  }

  @Test
  void other_types_of_body_are_refused() {
    assertThrows(Refused.class, () -> MultipartForm.parse(null, BODY));
    for (String type : List.of("", "text/plain", "multipart/form-data",
        "multipart/form-data; boundary=" + "x".repeat(71))) {
      assertEquals(400,
          assertThrows(Refused.class, () -> MultipartForm.parse(type, BODY)).status());
    }
  }

  @Test
  void a_field_without_a_name_and_too_many_fields_are_refused() {
    byte[] nameless = new String(BODY, StandardCharsets.ISO_8859_1).replace("name=\"reader\"", "")
        .getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(Refused.class, () -> MultipartForm.parse(TYPE, nameless));
    byte[] many = Browser.body(Collections.nCopies(5_001, field("a", "")));
    assertThrows(Refused.class, () -> MultipartForm.parse(TYPE, many));
  }

  @Test
  void a_form_cut_anywhere_before_its_end_mark_is_refused() {
    int endMark = BODY.length - "--\r\n".length();
    for (int length = 0; length < endMark + 2; length++) {
      byte[] cut = Arrays.copyOf(BODY, length);
      assertThrows(Refused.class, () -> MultipartForm.parse(TYPE, cut), "cut at " + length);
    }
  }

  @RepeatedTest(200)
  void a_garbled_form_is_read_or_refused_and_nothing_else(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    byte[] garbled = BODY.clone();
    for (int i = 0; i < 1 + random.nextInt(20); i++) {
      garbled[random.nextInt(garbled.length)] = (byte) "\r\n-:\";x".charAt(random.nextInt(7));
    }
    try {
      MultipartForm.parse(TYPE, garbled).text("skill");
    } catch (Refused e) {
      assertEquals(400, e.status());
    }
  }
}
