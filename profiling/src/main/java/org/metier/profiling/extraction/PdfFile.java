package org.metier.profiling.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;

/// Reads PDF in memory, in the order of the content stream: on real two-column CVs it keeps the columns
/// apart, where sorting by position would mix them line by line.
final class PdfFile {
  private static final int MAX_PAGES = 200;
  private static final int SCAN_MIN_CHARACTERS = 100;
  private static final int MAX_NAME_TREE_DEPTH = 10;

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
      return new Extracted(visible.toString(), pages, text.hidden(), attachedXml(document), notes);
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

  /// The first embedded file that looks like XML; Europass PDFs carry themselves so.
  private static byte @Nullable [] attachedXml(PDDocument document) throws IOException {
    PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
    return names == null || names.getEmbeddedFiles() == null
        ? null
        : attachedXml(names.getEmbeddedFiles(), 0);
  }

  private static byte @Nullable [] attachedXml(PDNameTreeNode<PDComplexFileSpecification> node,
      int depth) throws IOException {
    Map<String, PDComplexFileSpecification> files = node.getNames();
    if (files != null) {
      for (PDComplexFileSpecification file : files.values()) {
        byte[] xml = xml(file);
        if (xml != null) {
          return xml;
        }
      }
    }
    if (node.getKids() != null && depth < MAX_NAME_TREE_DEPTH) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
        byte[] xml = attachedXml(kid, depth + 1);
        if (xml != null) {
          return xml;
        }
      }
    }
    return null;
  }

  private static byte @Nullable [] xml(PDComplexFileSpecification file) throws IOException {
    PDEmbeddedFile embedded = file.getEmbeddedFile();
    if (embedded == null || embedded.getCOSObject().getItem(COSName.F) != null) {
      return null; // nothing inside, or kept in another file
    }
    try (var in = embedded.createInputStream()) {
      byte[] bytes = in.readNBytes(Messages.MAX_FILE_BYTES);
      return FileKind.of(bytes) == FileKind.XML ? bytes : null;
    }
  }
}
