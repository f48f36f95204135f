package org.metier.profiling.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;

/// Each reader as a function of bytes that may be anything. Only an `IOException` may leave ours, and what
/// they give keeps within the limits.
enum FuzzedReader {
  DOCX {
    @Override
    Extraction read(byte[] part) throws IOException {
      return WordFile.read(zip(Map.of("word/document.xml", part)));
    }

    @Override
    byte[] seed() {
      String w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
      return ("<w:document xmlns:w=\"" + w
          + "\"><w:body><w:p><w:pPr><w:pStyle w:val=\"A\"/><w:numPr>"
          + "<w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:rPr><w:vanish/><w:sz w:val=\"2\"/>"
          + "<w:color w:val=\"FFFFFF\"/></w:rPr><w:t>ghost</w:t></w:r><w:r><w:tab/><w:t>Baker</w:t>"
          + "<w:br/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>2015</w:t></w:r></w:p></w:tc>"
          + "<w:tc><w:p><w:del><w:r><w:t>x</w:t></w:r></w:del></w:p></w:tc></w:tr></w:tbl></w:body>"
          + "</w:document>").getBytes(StandardCharsets.UTF_8);
    }
  },
  ODT {
    @Override
    Extraction read(byte[] part) throws IOException {
      return OdtFile.read(zip(Map.of("content.xml", part)));
    }

    @Override
    byte[] seed() {
      return ("<o:d xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:t=\"t\">"
          + "<t:style t:name=\"H\" t:parent-style-name=\"H\"><t:text-properties t:display=\"none\""
          + " t:font-size=\"1pt\" t:color=\"#ffffff\"/></t:style><o:text><t:section t:display=\"none\">"
          + "<t:p t:style-name=\"H\">a<t:s t:c=\"3\"/><t:span>b</t:span><t:tab/></t:p></t:section>"
          + "<t:list><t:list-item><t:p>c</t:p></t:list-item></t:list><t:table><t:table-row>"
          + "<t:table-cell><t:p>2015</t:p></t:table-cell></t:table-row></t:table><t:annotation/>"
          + "<t:p><t:hidden-text t:string-value=\"x\"/></t:p></o:text></o:d>")
          .getBytes(StandardCharsets.UTF_8);
    }
  },
  RTF {
    @Override
    Extraction read(byte[] file) throws IOException {
      return RtfFile.read(file);
    }

    @Override
    byte[] seed() {
      return HostileFiles.goodRtf();
    }
  },
  HTML {
    @Override
    Extraction read(byte[] file) throws IOException {
      return HtmlFile.read(file);
    }

    @Override
    byte[] seed() {
      return HostileFiles.goodHtml();
    }
  },
  ZIP {
    @Override
    Extraction read(byte[] file) throws IOException {
      FileKind.of(file);
      ZipParts parts = ZipParts.of(file);
      for (String name : parts.names()) {
        parts.read(name);
      }
      return new Refused(Refusal.UNSUPPORTED);
    }

    @Override
    byte[] seed() {
      return HostileFiles.goodOdt();
    }
  },
  /// PDFBox is not ours: what it throws is caught where files are read.
  PDF {
    @Override
    Extraction read(byte[] file) {
      return ReaderProcess.extract(file);
    }

    @Override
    byte[] seed() {
      return RawPdf.page("/Resources<</Font<</F1 5 0 R>>>>/Annots[6 0 R]",
          "1 g 0 0 9 9 re f 0 g BT /F1 11 Tf 72 700 Td (Baker) Tj 3 Tr 300 0 Td [(2015) -20 (x)] TJ ET"
              .getBytes(StandardCharsets.US_ASCII))
          .add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
          .add("<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]>>")
          .bytes();
    }
  };

  abstract Extraction read(byte[] file) throws IOException;

  /// A small file that uses much of the format.
  abstract byte[] seed() throws IOException;

  final void check(byte[] file) {
    Extraction extraction;
    try {
      extraction = read(file);
    } catch (IOException e) {
      return; // what a damaged file is for
    }
    if (extraction instanceof Extracted extracted
        && (extracted.text().length() > TextExtractor.MAX_CHARACTERS
            || extracted.hidden().size() > HiddenText.MAX_STRETCHES)) {
      throw new AssertionError(this + " gave more than its limits allow");
    }
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    Map<String, String> texts = new LinkedHashMap<>();
    parts.forEach((name, part) -> texts.put(name, new String(part, StandardCharsets.UTF_8)));
    return MadeFiles.zip(texts);
  }
}
