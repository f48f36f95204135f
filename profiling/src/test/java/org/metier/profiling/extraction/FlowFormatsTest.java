package org.metier.profiling.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;

/// What each reader of flowing text makes of its format.
class FlowFormatsTest {
  private static Extracted read(byte[] file) throws IOException {
    return assertInstanceOf(Extracted.class, switch (FileKind.of(file)) {
      case DOCX -> WordFile.read(file);
      case ODT -> OdtFile.read(file);
      case RTF -> RtfFile.read(file);
      case HTML -> HtmlFile.read(file);
      case PDF, XML, JSON, TEXT, OLD_WORD, OTHER -> throw new AssertionError(FileKind.of(file));
    });
  }

  private static Extracted html(String page) throws IOException {
    return read(page.getBytes(StandardCharsets.UTF_8));
  }

  private static Extracted rtf(String body) throws IOException {
    return read(("{\\rtf1\\ansi\\ansicpg1250" + body + "}").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Extracted odt(String styles, String body) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put("content.xml", "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:"
        + "office:1.0\" xmlns:text=\"t\" xmlns:style=\"s\" xmlns:fo=\"f\" xmlns:table=\"b\">"
        + "<o:automatic-styles>" + styles + "</o:automatic-styles><o:body><o:text>" + body
        + "</o:text></o:body></o:document-content>");
    return read(MadeFiles.zip(parts));
  }

  private static List<String> lines(Extracted extracted) {
    return extracted.text().lines().filter(l -> !l.isBlank()).map(String::strip).toList();
  }

  private static String cell(String... paragraphs) {
    StringBuilder cell = new StringBuilder("<w:tc>");
    for (String paragraph : paragraphs) {
      cell.append(MadeFiles.paragraph(paragraph));
    }
    return cell.append("</w:tc>").toString();
  }

  private static String run(String properties, String words) {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + words + "</w:t></w:r>";
  }

  @Test
  void a_table_of_jobs_is_read_row_by_row_and_a_layout_table_column_by_column()
      throws IOException {
    assertEquals(List.of("2015 - 2019\tBaker", "2019 - 2021\tCook", "soups"),
        lines(read(MadeFiles.docx("<w:tbl><w:tr>" + cell("2015 - 2019") + cell("Baker")
            + "</w:tr><w:tr>" + cell("2019 - 2021") + cell("Cook", "soups") + "</w:tr></w:tbl>"))));
    assertEquals(List.of("Skills", "Dough", "Work", "Baker"), lines(read(MadeFiles.docx("<w:tbl>"
        + "<w:tr>" + cell("Skills", "Dough") + cell("Work", "Baker") + "</w:tr></w:tbl>"))));
  }

  @Test
  void a_table_in_a_cell_is_read_within_it() throws IOException {
    assertEquals(List.of("Skills", "Dough", "2015\tBaker", "2019\tCook", "end"),
        lines(read(MadeFiles.docx("<w:tbl><w:tr>" + cell("Skills", "Dough") + "<w:tc><w:tbl><w:tr>"
            + cell("2015") + cell("Baker") + "</w:tr><w:tr>" + cell("2019") + cell("Cook")
            + "</w:tr></w:tbl></w:tc></w:tr></w:tbl>" + MadeFiles.paragraph("end")))));
  }

  @Test
  void a_docx_keeps_apart_what_is_hidden_tiny_or_white_on_white() throws IOException {
    String body = "<w:p>" + run("<w:vanish/>", "hidden ") + run("<w:vanish w:val=\"0\"/>", "seen ")
        + run("<w:sz w:val=\"2\"/>", "tiny ") + run("<w:color w:val=\"FFFFFF\"/>", "white ")
        + run("<w:color w:val=\"333333\"/>", "grey") + "</w:p>";
    Extracted extracted = read(MadeFiles.docx(body));
    assertEquals(List.of("seen grey"), lines(extracted));
    assertEquals(List.of("hidden tiny white"), extracted.hidden());
    Extracted onBlue = read(MadeFiles.docx(body + "<w:shd w:fill=\"1F3864\"/>"));
    assertEquals(List.of("seen white grey"), lines(onBlue));
  }

  @Test
  void a_docx_keeps_apart_what_a_style_hides() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    String w = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    parts.put("word/styles.xml", "<w:styles" + w + "><w:style w:styleId=\"A\"><w:rPr><w:vanish/>"
        + "</w:rPr></w:style><w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"
        + "</w:styles>");
    parts.put("word/document.xml", "<w:document" + w
        + "><w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr>"
        + "<w:r><w:t>ghost</w:t></w:r></w:p><w:p><w:r><w:t>seen</w:t></w:r></w:p></w:document>");
    Extracted extracted = read(MadeFiles.zip(parts));
    assertEquals(List.of("seen"), lines(extracted));
    assertEquals(List.of("ghost"), extracted.hidden());
  }

  @Test
  void a_docx_with_a_drawing_in_one_long_attribute_is_read() throws IOException {
    assertEquals(List.of("seen"), lines(read(MadeFiles.docx("<w:pict o=\"" + "A".repeat(200_000)
        + "\"/>" + MadeFiles.paragraph("seen")))));
  }

  @Test
  void an_odt_keeps_apart_what_is_hidden_and_leaves_out_what_was_deleted() throws IOException {
    Extracted extracted = odt(
        "<style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>"
            + "<style:style style:name=\"T\"><style:text-properties fo:font-size=\"1pt\"/>"
            + "</style:style><style:style style:name=\"C\" style:parent-style-name=\"H\"/>",
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
            + "<text:p>Baker<text:s text:c=\"2\"/>and<text:span text:style-name=\"T\"> tiny"
            + "</text:span><text:tab/>cook<text:line-break/>2015</text:p>"
            + "<text:section text:display=\"none\"><text:p>section</text:p></text:section>"
            + "<text:p text:style-name=\"C\">styled</text:p>"
            + "<text:p><text:hidden-text text:string-value=\"field\"/>seen</text:p>");
    assertEquals(List.of("Baker  and\tcook", "2015", "seen"), lines(extracted));
    assertEquals(List.of("tiny", "section", "styled", "field"), extracted.hidden());
  }

  @Test
  void an_odt_gives_lists_and_tables() throws IOException {
    assertEquals(List.of("• Dough", "• Ovens", "2015\tBaker", "after"), lines(odt("",
        "<text:list>\n <text:list-item>\n <text:p>Dough</text:p></text:list-item><text:list-item>"
            + "<text:p>Ovens</text:p></text:list-item></text:list><table:table><table:table-row>"
            + "<table:table-cell><text:p>2015</text:p></table:table-cell><table:table-cell>"
            + "<text:p>Baker</text:p></table:table-cell></table:table-row></table:table>"
            + "<text:p>after</text:p>")));
  }

  @Test
  void a_locked_odt_is_refused_with_advice() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put("content.xml", "\u0001\u0002");
    parts.put("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>");
    assertEquals(new Refused(Refusal.PASSWORD), OdtFile.read(MadeFiles.zip(parts)));
  }

  @Test
  void an_rtf_gives_letters_of_its_code_page_and_beyond() throws IOException {
    assertEquals(List.of("łódź and łódź 😀", "second–line"), lines(rtf(" \\'b3\\'f3d\\'9f and"
        + " \\u322?\\u243 od\\u378\\'9f \\u-10179?\\u-8704?\\par second\\endash line\\par")));
    assertEquals(List.of("Жб"),
        lines(rtf("{\\fonttbl{\\f1\\fcharset204 Arial;}}\\f1 \\'c6\\'e1")));
  }

  @Test
  void an_rtf_gives_links_and_tables_and_leaves_the_rest_out() throws IOException {
    assertEquals(List.of("See my page", "2015\tBaker", "2019\tCook", "after"), lines(rtf(
        "{\\info{\\author Nobody}}{\\*\\generator x}{\\pict 4d5a}{\\header head\\par}See "
            + "{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt my page}}\\par{\\deleted gone}"
            + "\\trowd\\pard\\intbl 2015\\cell Baker\\cell\\row 2019\\cell Cook\\cell\\row\\pard"
            + " after\\par{\\object{\\*\\objdata 4d5a}}\\bin4 \\par")));
  }

  @Test
  void an_rtf_keeps_apart_what_nobody_sees() throws IOException {
    String body = "{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue0;}Baker {\\v secret}"
        + "{\\fs2 tiny}{\\cf1 white}{\\cf2 black}\\v more\\v0  seen\\par";
    Extracted extracted = rtf(body);
    assertEquals(List.of("Baker black seen"), lines(extracted));
    assertEquals(List.of("secrettinywhitemore"), extracted.hidden());
    assertEquals(List.of("Baker whiteblack seen"), lines(rtf(body + "\\clcbpat2")));
  }

  @Test
  void html_gives_a_line_for_each_block_and_no_scripts() throws IOException {
    Extracted extracted = html(
        "<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head>"
            + "<body><h1>Baker</h1><p>I bake\n <b>bread</b><br>and rolls</p><script>alert(1)</script>"
            + "<noscript>no</noscript><ul><li>Dough</li><li>Ovens</li></ul><table><tr><td>2015</td>"
            + "<td>Cook</td></tr></table><iframe src='http://example.org'>frame</iframe></body></html>");
    assertEquals(List.of("Baker", "I bake bread", "and rolls", "• Dough", "• Ovens", "2015\tCook"),
        lines(extracted));
    assertEquals(List.of(), extracted.hidden());
  }

  @Test
  void html_keeps_apart_what_its_attributes_or_style_sheet_hide() throws IOException {
    Extracted extracted = html("<html><head><style>/* x */ .ghost, #g2 { display : none }"
        + "@media print { p { display: none } } .w { color: #fff } .dark { background: navy }"
        + "</style></head><body><p class=ghost>one</p><p id=g2>two</p><p hidden>three</p>"
        + "<p style='font-size:1px'>four</p><p style='position:absolute;left:-9999px'>five</p>"
        + "<p class=w>six</p><div class=dark><p class=w>white on navy</p></div>"
        + "<p style='opacity:0.9;font-size:3em'>seen</p></body></html>");
    assertEquals(List.of("white on navy", "seen"), lines(extracted));
    assertEquals(List.of("one", "two", "three", "four", "five", "six"), extracted.hidden());
  }

  @Test
  void hidden_text_without_end_is_cut() throws IOException {
    Extracted extracted = html("<html>" + "<p hidden>ghost</p>".repeat(5_000) + "<p>seen</p>");
    assertEquals(HiddenText.MAX_STRETCHES, extracted.hidden().size());
    Extracted one = html("<html><p hidden>" + "ghost ".repeat(50_000) + "</p><p>seen</p>");
    assertEquals(HiddenText.MAX_CHARACTERS, one.hidden().getFirst().length() + 1, 1);
    assertEquals(List.of("seen"), lines(one));
  }

  @Test
  void html_without_a_declared_code_page_is_read_as_windows_1252_when_it_is_no_utf_8()
      throws IOException {
    byte[] page = "<p>Bäcker für Brötchen</p>".getBytes(Charset.forName("windows-1252"));
    assertEquals(List.of("Bäcker für Brötchen"), lines(read(page)));
  }

  @Test
  void a_page_of_html_is_told_from_xml_whatever_stands_before_it() {
    assertEquals(FileKind.HTML,
        kind("<?xml version=\"1.0\"?>\n<!-- x -->\n<!DOCTYPE html PUBLIC \"x\">"));
    assertEquals(FileKind.HTML, kind("<div class='cv'>"));
    assertEquals(FileKind.XML, kind("<?xml version=\"1.0\"?><SkillsPassport/>"));
    assertEquals(FileKind.XML, kind("<Candidate/>"));
  }

  private static FileKind kind(String start) {
    return FileKind.of(start.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_word_file_under_a_password_is_told_from_one_before_2007() {
    assertEquals(Refusal.PASSWORD, OldOffice.refusal(oldOffice("EncryptedPackage")));
    assertEquals(Refusal.OLD_WORD, OldOffice.refusal(oldOffice("WordDocument")));
    assertEquals(Refusal.UNSUPPORTED, OldOffice.refusal(oldOffice("Workbook")));
  }

  static byte[] oldOffice(String stream) {
    return ("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1" + "\u0000".repeat(600)
        + String.join("\u0000", stream.split("")) + "\u0000".repeat(600))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void attachments_in_fields_are_handed_on_wherever_a_pdf_keeps_them() throws IOException {
    byte[] json = "{\"basics\":{}}".getBytes(StandardCharsets.UTF_8);
    byte[] xml = "<SkillsPassport/>".getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(json, attached(MadeFiles.pdfWithAttachment("cv.json", json)));
    assertArrayEquals(xml, attached(MadeFiles.pdfWithPin("Europass-CV.xml", xml)));
    byte[] large = ("<a>" + " ".repeat(6_000_000) + "</a>").getBytes(StandardCharsets.UTF_8);
    assertTrue(MadeFiles.pdfWithAttachment("large.xml", large).length < 100_000);
    Extracted bomb = assertInstanceOf(Extracted.class,
        PdfFile.read(MadeFiles.pdfWithAttachment("large.xml", large)));
    assertEquals(List.of(), bomb.attached());
  }

  private static byte[] attached(byte[] pdf) throws IOException {
    return assertInstanceOf(Extracted.class, PdfFile.read(pdf)).attached().getFirst();
  }

  @Test
  void what_was_written_into_a_form_is_read_where_it_stands() throws IOException {
    assertEquals(List.of("Occupation: Baker", "Since: 2015"),
        lines(assertInstanceOf(Extracted.class, PdfFile.read(MadeFiles.form("Baker", "2015")))));
  }

  @Test
  void pdf_text_off_the_page_or_transparent_is_kept_apart() throws IOException {
    Extracted extracted = assertInstanceOf(Extracted.class,
        PdfFile.read(MadeFiles.pdfOffThePage()));
    assertEquals(List.of("Plain sentence."), lines(extracted));
    assertEquals(List.of("off the page", "left of it", "seen through"), extracted.hidden());
  }

  @Test
  void pdf_text_in_a_layer_that_is_switched_off_is_kept_apart() throws IOException {
    Extracted extracted = assertInstanceOf(Extracted.class,
        PdfFile.read(MadeFiles.pdfWithLayers()));
    assertEquals(List.of("switched on"), lines(extracted));
    assertEquals(List.of("switched off"), extracted.hidden());
  }
}
