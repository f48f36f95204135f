package org.metier.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.metier.profile.Competence;
import org.metier.profile.HeldOccupation;
import org.metier.profile.Wishes;
import org.metier.profiling.extraction.MadeFiles;

/// Files of several formats, from their bytes to the profile.
class ProfiledFilesTest {
  private static final Profiler PROFILER = Profiler.builder(SmallTaxonomy.build()).build();

  @AfterAll
  static void close() {
    PROFILER.close();
  }

  private static ProfiledCv read(byte[] file) throws IOException {
    return PROFILER.read(new ByteArrayInputStream(file), "p1", Wishes.NONE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> occupations(ProfiledCv cv) {
    return cv.profile().occupations().stream().map(HeldOccupation::uri).toList();
  }

  @Test
  void hidden_words_of_a_page_are_shown_and_never_scored() throws IOException {
    String page = "<html><body><h1>Work experience</h1><p>Cook, 2015 - 2019</p><p>I bake bread"
        + " daily.</p><h1>Skills</h1><p>Hygiene</p><p STYLE>welding</p></body></html>";
    ProfiledCv hidden = read(bytes(page.replace("STYLE", "style='display:none'")));
    assertEquals(List.of("occupation:cook"), occupations(hidden));
    assertEquals(List.of("welding"), hidden.hidden());
    assertTrue(uris(read(bytes(page.replace("STYLE", "")))).contains("skill:welding"));
    assertTrue(!uris(hidden).contains("skill:welding"), uris(hidden).toString());
    assertTrue(hidden.warnings().stream().anyMatch(w -> w.contains("cannot be seen")));
  }

  private static Set<String> uris(ProfiledCv cv) {
    return cv.profile().competences().stream().map(Competence::uri).collect(Collectors.toSet());
  }

  @Test
  void a_pdf_that_carries_its_cv_as_json_is_read_by_that() throws IOException {
    byte[] json = bytes(
        "{\"basics\":{},\"work\":[{\"position\":\"Waiter\",\"startDate\":\"2015-01\","
            + "\"endDate\":\"2019-02\"}],\"skills\":[]}");
    assertEquals(List.of("occupation:waiter"),
        occupations(read(MadeFiles.pdfWithAttachment("cv.json", json))));
  }

  @Test
  void a_pdf_that_carries_an_invoice_is_read_by_its_pages() throws IOException {
    byte[] invoice = bytes("<Invoice><Total>12</Total></Invoice>");
    ProfiledCv cv = read(MadeFiles.pdfWithAttachment("Work experience. Cook, 2015 - 2019",
        "invoice.xml", invoice));
    assertEquals(List.of("occupation:cook"), occupations(cv));
  }

  @Test
  void a_table_of_jobs_in_a_docx_gives_its_periods() throws IOException {
    ProfiledCv cv = read(MadeFiles.docx(MadeFiles.paragraph("Work experience")
        + "<w:tbl><w:tr><w:tc>" + MadeFiles.paragraph("01/2015 - 12/2018") + "</w:tc><w:tc>"
        + MadeFiles.paragraph("Cook") + "</w:tc></w:tr></w:tbl>"));
    HeldOccupation cook = cv.profile().occupations().getFirst();
    assertEquals("occupation:cook", cook.uri());
    assertTrue(String.valueOf(cook.period()).contains("2018"), String.valueOf(cook.period()));
  }
}
