package org.metier.profiling.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.common.filespecification.PDFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.metier.profiling.extraction.Extraction.Extracted;

/// The documents within a PDF that may be the CV in fields, as Europass attaches them: embedded files that
/// are XML or JSON by their bytes, whether the whole file, an associated file or a pin on a page holds
/// them. Others are never handed on, and a file elsewhere is never opened.
final class Attachments {
  private static final int MAX_DEPTH = 10;
  private static final int MAX_LOOKED_AT = 50;
  private static final int MAX_PAGES = 20;
  private static final int MAX_BYTES = 5_000_000;

  private final List<byte[]> found = new ArrayList<>();
  private int bytes;
  private int lookedAt;

  private Attachments() {}

  static List<byte[]> of(PDDocument document) throws IOException {
    Attachments attachments = new Attachments();
    PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
    if (names != null && names.getEmbeddedFiles() != null) {
      attachments.addTree(names.getEmbeddedFiles(), 0);
    }
    COSBase associated = document.getDocumentCatalog()
        .getCOSObject()
        .getDictionaryObject(COSName.AF);
    if (attachments.found.isEmpty() && associated instanceof COSArray files) {
      for (int i = 0; i < files.size() && attachments.mayGoOn(); i++) {
        if (files.getObject(i) instanceof COSDictionary file) {
          attachments.add(new PDComplexFileSpecification(file));
        }
      }
    }
    if (attachments.found.isEmpty()) {
      attachments.addPins(document);
    }
    return attachments.found;
  }

  private void addPins(PDDocument document) throws IOException {
    for (int i = 0; i < Math.min(MAX_PAGES, document.getNumberOfPages()); i++) {
      PDPage page = document.getPage(i);
      if (page.getCOSObject().getItem(COSName.ANNOTS) == null) {
        continue;
      }
      for (PDAnnotation pin : page.getAnnotations(a -> a instanceof PDAnnotationFileAttachment)) {
        PDFileSpecification file = ((PDAnnotationFileAttachment) pin).getFile();
        if (mayGoOn() && file instanceof PDComplexFileSpecification embedded) {
          add(embedded);
        }
      }
    }
  }

  private boolean mayGoOn() {
    return found.size() < Extracted.MAX_ATTACHED && lookedAt < MAX_LOOKED_AT;
  }

  private void addTree(PDNameTreeNode<PDComplexFileSpecification> node, int depth)
      throws IOException {
    Map<String, PDComplexFileSpecification> files = node.getNames();
    if (files != null) {
      for (PDComplexFileSpecification file : files.values()) {
        if (mayGoOn() && file != null) {
          add(file);
        }
      }
    }
    if (node.getKids() != null && depth < MAX_DEPTH) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
        if (mayGoOn()) {
          addTree(kid, depth + 1);
        }
      }
    }
  }

  private void add(PDComplexFileSpecification file) throws IOException {
    lookedAt++;
    PDEmbeddedFile embedded = file.getEmbeddedFile();
    if (embedded == null || embedded.getCOSObject().getItem(COSName.F) != null
        || embedded.getSize() > MAX_BYTES) {
      return; // nothing inside, kept in another file, or too large by its own word
    }
    try (var in = embedded.createInputStream()) {
      byte[] document = in.readNBytes(MAX_BYTES + 1);
      FileKind kind = FileKind.of(document);
      boolean isInFields = kind == FileKind.XML || kind == FileKind.JSON;
      if (isInFields && document.length <= MAX_BYTES
          && bytes + document.length <= Messages.MAX_FILE_BYTES) {
        bytes += document.length;
        found.add(document);
      }
    }
  }
}
