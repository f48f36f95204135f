package org.metier.profiling.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.metier.profiling.extraction.Extraction.Extracted;

/// Lines of a made page, each at its place, in the order in which the file holds them.
final class PlacedText {
  private record Placed(double x, double y, double size, String text) {}

  private final List<Placed> lines = new ArrayList<>();

  /// Adds lines one below the other.
  PlacedText column(double x, double top, double leading, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      lines.add(new Placed(x, top - i * leading, 10, texts[i]));
    }
    return this;
  }

  PlacedText heading(double x, double y, String text) {
    lines.add(new Placed(x, y, 16, text));
    return this;
  }

  /// Brings the lines into the order of a file that was written from top to bottom across the columns.
  PlacedText acrossColumns() {
    lines.sort(Comparator.comparingDouble((Placed p) -> -p.y()).thenComparingDouble(Placed::x));
    return this;
  }

  byte[] pdf() throws IOException {
    return MadeFiles.pdf((document, page) -> {
      for (Placed line : lines) {
        draw(page, line);
      }
    });
  }

  private static void draw(PDPageContentStream page, Placed line) throws IOException {
    page.beginText();
    page.setFont(new PDType1Font(FontName.HELVETICA), (float) line.size());
    page.newLineAtOffset((float) line.x(), (float) line.y());
    page.showText(line.text());
    page.endText();
  }

  /// The lines of the page as they are read.
  List<String> read() throws IOException {
    if (PdfFile.read(pdf()) instanceof Extracted extracted) {
      return extracted.text().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }
    throw new AssertionError("the page was refused");
  }
}
