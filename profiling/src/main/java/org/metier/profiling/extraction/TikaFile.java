package org.metier.profiling.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.BodyContentHandler;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Reads ODT and RTF through the one Tika parser for each; embedded documents and macros are passed over.
final class TikaFile {
  private TikaFile() {}

  static Extraction read(byte[] file) throws IOException {
    LimitedText text = new LimitedText();
    Parser parser = FileKind.of(file) == FileKind.ODT ? new OpenDocumentParser() : new RTFParser();
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NoEmbedded());
    try {
      parser.parse(new ByteArrayInputStream(file), new BodyContentHandler(text), new Metadata(),
          context);
    } catch (EncryptedDocumentException e) {
      return new Refused(Refusal.PASSWORD);
    } catch (TikaException | SAXException e) {
      if (!WriteLimitReachedException.isWriteLimitReached(e)) {
        throw new IOException(e);
      }
    }
    List<String> notes = text.isFull()
        ? List.of("only the first " + TextExtractor.MAX_CHARACTERS + " characters were read")
        : List.of();
    return new Extracted(text.toString(), 0, List.of(), null, notes);
  }

  private static final class NoEmbedded implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(java.io.InputStream stream, ContentHandler handler, Metadata metadata,
        boolean outputHtml) {
      // never asked for
    }
  }
}
