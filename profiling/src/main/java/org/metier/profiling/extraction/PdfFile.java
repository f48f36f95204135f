package org.metier.profiling.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;

/// Reads PDF in memory. Scripts, launch actions and forms that carry their own program are never run;
/// what is attached is looked at by [Attachments] alone.
final class PdfFile {
  private static final int MAX_PAGES = 200;
  private static final int SCAN_MIN_CHARACTERS = 100;

  private PdfFile() {}

  static Extraction read(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file, "", null, null,
        IOUtils.createMemoryOnlyStreamCache())) {
      List<String> notes = new ArrayList<>();
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        notes.add(
            "the file's author asked that no text be copied from it; it was read for the person"
                + " who handed it in");
      }
      int pages = document.getNumberOfPages();
      if (pages > MAX_PAGES) {
        notes.add("only the first " + MAX_PAGES + " of " + pages + " pages were read");
      }
      VisibleText text = new VisibleText(false);
      LimitedText visible = write(document, text);
      if (isScan(visible, text)) {
        text = new VisibleText(true);
        visible = write(document, text);
        notes
            .add("the pages are pictures; their text was recognised by a machine and may be wrong");
      }
      if (visible.isFull()) {
        notes.add("only the first " + TextExtractor.MAX_CHARACTERS + " characters were read");
      }
      return new Extracted(visible.toString(), pages, text.hidden(), Attachments.of(document),
          notes);
    } catch (InvalidPasswordException e) {
      return new Refused(Refusal.PASSWORD);
    }
  }

  private static LimitedText write(PDDocument document, VisibleText text) throws IOException {
    LimitedText visible = new LimitedText();
    text.setEndPage(MAX_PAGES);
    text.writeText(document, visible);
    return visible;
  }

  /// Scanners lay the text that they recognised invisibly over the picture of the page.
  private static boolean isScan(LimitedText visible, VisibleText text) {
    int hidden = text.hidden().stream().mapToInt(String::length).sum();
    return hidden > SCAN_MIN_CHARACTERS && visible.toString().strip().length() * 10 < hidden;
  }
}
