package org.metier.profiling.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;

class TextExtractorTest {
  private static final TextExtractor EXTRACTOR = TextExtractor.builder().build();

  @AfterAll
  static void close() {
    EXTRACTOR.close();
  }

  private static Extracted extracted(byte[] file) {
    return assertInstanceOf(Extracted.class, EXTRACTOR.extract(file));
  }

  private static void assertRefused(Refusal reason, byte[] file) {
    assertEquals(new Refused(reason), EXTRACTOR.extract(file));
  }

  @Test
  void a_pdf_gives_its_lines() throws IOException {
    Extracted extracted = extracted(MadeFiles.pdf(List.of("Work experience", "Baker 2015 - 2019")));
    assertEquals("Work experience\nBaker 2015 - 2019", extracted.text().strip());
    assertEquals(1, extracted.pages());
    assertEquals(List.of(), extracted.hidden());
    assertEquals(List.of(), extracted.notes());
  }

  @Test
  void a_docx_gives_its_paragraphs_and_keeps_hidden_runs_apart() {
    Extracted extracted = extracted(MadeFiles.docx(MadeFiles.paragraph("Ba", "ker")
        + "<w:p><w:r><w:t>2015</w:t><w:tab/><w:t>2019</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>"
        + "<w:t>secret</w:t></w:r><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>"));
    assertEquals("Baker\n2015\t2019", extracted.text().strip());
    assertEquals(List.of("secret"), extracted.hidden());
  }

  @Test
  void an_odt_gives_its_paragraphs() {
    assertEquals("Kucharz\n2015 - 2019",
        extracted(MadeFiles.odt(List.of("Kucharz", "2015 - 2019"))).text()
            .strip()
            .replaceAll("\\s*\n\\s*", "\n"));
  }

  @Test
  void an_rtf_gives_its_paragraphs() {
    byte[] rtf = "{\\rtf1\\ansi Koch\\par 2015 - 2019\\par}".getBytes(StandardCharsets.US_ASCII);
    assertEquals("Koch\n2015 - 2019", extracted(rtf).text().strip().replaceAll("\\s*\n\\s*", "\n"));
  }

  @Test
  void text_that_nobody_sees_is_kept_apart_and_white_on_dark_is_not() throws IOException {
    Extracted extracted = extracted(MadeFiles.pdfWithHiddenText());
    assertEquals("Plain sentence.\nwhite on blue",
        extracted.text().strip().replaceAll("\\s*\n", "\n"));
    assertEquals(List.of("white on white", "drawn invisibly", "far too small"), extracted.hidden());
  }

  @Test
  void the_text_layer_of_a_scan_is_its_text() throws IOException {
    Extracted extracted = extracted(
        MadeFiles.scan(List.of("Berufserfahrung seit 2015 als Koch im Hotel",
            "Ausbildung zum Koch von 2010 bis 2013 in der Hotelfachschule",
            "Deutsch als Muttersprache und Englisch mit guten Kenntnissen")));
    assertTrue(extracted.text().startsWith("Berufserfahrung"), extracted.text());
    assertEquals(1, extracted.notes().size());
  }

  @Test
  void a_picture_alone_is_refused_with_advice() throws IOException {
    assertRefused(Refusal.NO_TEXT, MadeFiles.scan(List.of()));
    assertTrue(Refusal.NO_TEXT.advice().contains("ask for a text version"));
  }

  @Test
  void a_locked_pdf_is_refused_with_advice() throws IOException {
    assertRefused(Refusal.PASSWORD, MadeFiles.locked("secret", true));
    assertTrue(Refusal.PASSWORD.advice().contains("ask for a copy without"));
  }

  @Test
  void a_pdf_that_forbids_copying_is_read_and_noted() throws IOException {
    Extracted extracted = extracted(MadeFiles.locked("", false));
    assertEquals("Plain sentence.", extracted.text().strip());
    assertEquals(1, extracted.notes().size());
  }

  @Test
  void an_attached_xml_comes_out_and_another_attachment_does_not() throws IOException {
    byte[] xml = "<Candidate/>".getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(xml,
        extracted(MadeFiles.pdfWithAttachment("Attachment.xml", xml)).attached().getFirst());
    byte[] other = {1, 0, 2, 0};
    assertEquals(List.of(), extracted(MadeFiles.pdfWithAttachment("data.bin", other)).attached());
  }

  @Test
  void what_is_no_cv_is_refused() {
    byte[] noise = new byte[5_000];
    new Random(7).nextBytes(noise);
    assertRefused(Refusal.UNSUPPORTED, noise);
    assertRefused(Refusal.EMPTY, new byte[0]);
    assertRefused(Refusal.TOO_LARGE, new byte[TextExtractor.MAX_BYTES + 1]);
    assertRefused(Refusal.UNSUPPORTED, MadeFiles.zip(Map.of("virus.exe", "MZ")));
  }

  @Test
  void a_damaged_file_is_refused() throws IOException {
    byte[] whole = MadeFiles.pdf(List.of("Plain sentence."));
    Extraction extraction = EXTRACTOR.extract(Arrays.copyOf(whole, 100));
    assertTrue(extraction instanceof Refused, extraction.toString());
    assertRefused(Refusal.DAMAGED, MadeFiles.docx("<w:p>"));
  }

  @Test
  void a_docx_with_a_document_type_is_refused() {
    byte[] file = MadeFiles.zip(Map.of("word/document.xml",
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d><t>&x;</t></d>"));
    assertRefused(Refusal.DAMAGED, file);
  }

  @Test
  void a_bomb_in_a_docx_is_refused() {
    byte[] file = MadeFiles.docx(MadeFiles.paragraph(" ".repeat(30_000_000)));
    assertTrue(file.length < 100_000);
    assertRefused(Refusal.TOO_COMPLEX, file);
  }

  @Test
  void a_long_text_is_cut_and_noted() {
    Extracted extracted = extracted(MadeFiles.docx(MadeFiles.paragraph("word ".repeat(50_000))));
    assertEquals(TextExtractor.MAX_CHARACTERS, extracted.text().length());
    assertEquals(1, extracted.notes().size());
  }

  @Test
  void a_drawing_that_draws_itself_ends() {
    byte[] page = "/F Do BT /T 11 Tf 72 700 Td (Baker) Tj ET".getBytes(StandardCharsets.US_ASCII);
    byte[] drawing = "/F Do /F Do".getBytes(StandardCharsets.US_ASCII);
    assertEquals("Baker", extracted(RawPdf
        .page("/Resources<</XObject<</F 5 0 R>>/Font<</T 6 0 R>>>>", page)
        .stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>",
            drawing)
        .add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
        .bytes()).text().strip());
  }

  @Test
  void a_file_that_hangs_is_given_up_and_the_next_is_read() {
    try (TextExtractor extractor = misbehaving(Duration.ofSeconds(5))) {
      assertEquals(new Refused(Refusal.TOO_SLOW), extract(extractor, "hang"));
      assertInstanceOf(Extracted.class, extract(extractor, "next"));
    }
  }

  @Test
  void a_file_that_ends_the_child_is_refused_and_the_next_is_read() {
    try (TextExtractor extractor = misbehaving(Duration.ofSeconds(60))) {
      assertInstanceOf(Extracted.class, extract(extractor, "first"));
      assertEquals(new Refused(Refusal.DAMAGED), extract(extractor, "die"));
      assertEquals(new Refused(Refusal.TOO_COMPLEX), extract(extractor, "eat memory"));
      assertInstanceOf(Extracted.class, extract(extractor, "next"));
      assertEquals(new Refused(Refusal.DAMAGED), extract(extractor, "lie"));
      assertInstanceOf(Extracted.class, extract(extractor, "next"));
    }
  }

  @Test
  void a_child_is_replaced_after_so_many_files() {
    try (TextExtractor extractor = TextExtractor.builder()
        .documentsPerChild(2)
        .mainClass(MisbehavingReader.class.getName())
        .build()) {
      Extraction first = extract(extractor, "a");
      assertEquals(first, extract(extractor, "a"));
      assertNotEquals(first, extract(extractor, "a"));
    }
  }

  @Test
  void a_child_can_look_up_no_host() {
    try (TextExtractor extractor = misbehaving(Duration.ofSeconds(60))) {
      String answer = assertInstanceOf(Extracted.class, extract(extractor, "ask for a host"))
          .text();
      assertTrue(answer.contains("hosts file"), answer); // it looked nowhere else
    }
  }

  @Test
  void what_a_child_leaves_behind_goes_with_it() {
    try (TextExtractor extractor = misbehaving(Duration.ofSeconds(60))) {
      Path left = Path.of(
          assertInstanceOf(Extracted.class, extract(extractor, "leave a file")).text());
      assertTrue(Files.exists(left));
      assertEquals(new Refused(Refusal.DAMAGED), extract(extractor, "die"));
      assertFalse(Files.exists(left));
    }
  }

  @Test
  void what_a_file_leaves_behind_goes_before_it_is_answered(@TempDir Path folder)
      throws IOException {
    Files.createFile(Files.createDirectory(folder.resolve("deep")).resolve("left"));
    ByteArrayOutputStream asked = new ByteArrayOutputStream();
    Messages.write(new DataOutputStream(asked), HostileFiles.goodRtf());
    ByteArrayOutputStream answered = new ByteArrayOutputStream();
    ReaderProcess.serve(new DataInputStream(new ByteArrayInputStream(asked.toByteArray())),
        new DataOutputStream(answered), new TemporaryFolder(folder));
    assertTrue(answered.size() > 0);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void a_program_that_was_started_with_places_within_its_folder_has_children_too() {
    String here = Path.of("").toAbsolutePath().toString();
    assertEquals(List.of(Path.of(here, "lib", "a.jar").toString(), here),
        ProgramClassPath.absolute(String.join(File.pathSeparator, "lib/a.jar", here)));
  }

  @Test
  void a_child_that_cannot_start_is_an_error_of_the_program() {
    try (TextExtractor extractor = TextExtractor.builder().classPath("nowhere").build()) {
      assertThrows(IllegalStateException.class, () -> extract(extractor, "%PDF-1.4"));
    }
  }

  @Test
  void a_closed_extractor_reads_no_more() {
    TextExtractor extractor = misbehaving(Duration.ofSeconds(60));
    extract(extractor, "a");
    extractor.close();
    assertThrows(IllegalStateException.class, () -> extract(extractor, "a"));
    assertFalse(extract(EXTRACTOR, "a") instanceof Extracted);
  }

  private static TextExtractor misbehaving(Duration limit) {
    return TextExtractor.builder()
        .limit(limit)
        .mainClass(MisbehavingReader.class.getName())
        .build();
  }

  private static Extraction extract(TextExtractor extractor, String file) {
    return extractor.extract(file.getBytes(StandardCharsets.UTF_8));
  }
}
