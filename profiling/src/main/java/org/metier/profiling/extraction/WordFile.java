package org.metier.profiling.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.xml.internal.SafeXml;

/// Reads the body of a DOCX file (ECMA-376, part 1, chapter 17) as lines: a paragraph, a break or a table
/// row ends one, cells and tabs are set apart. Hidden runs (`w:vanish`) are kept apart;
/// white ones are not, for they stand on dark cells.
final class WordFile {
  /// A document part of more bytes once unpacked is no CV.
  private static final int MAX_PART_BYTES = 20_000_000;

  private final XMLStreamReader xml;
  private final StringBuilder visible = new StringBuilder();
  private final StringBuilder invisible = new StringBuilder();
  private final List<String> hidden = new ArrayList<>();
  private boolean inText;
  private boolean isHiddenRun;
  private int deletedDepth;

  private WordFile(XMLStreamReader xml) {
    this.xml = xml;
  }

  static Extraction read(byte[] file) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          byte[] part = zip.readNBytes(MAX_PART_BYTES + 1);
          if (part.length > MAX_PART_BYTES) {
            return new Extraction.Refused(Refusal.TOO_COMPLEX);
          }
          return read(part, new ArrayList<>());
        }
      }
    }
    return new Extraction.Refused(Refusal.DAMAGED);
  }

  private static Extraction read(byte[] part, List<String> notes) throws IOException {
    try {
      XMLStreamReader xml = SafeXml.reader(part);
      WordFile word = new WordFile(xml);
      while (xml.hasNext() && word.visible.length() < TextExtractor.MAX_CHARACTERS) {
        word.handle(xml.next());
      }
      xml.close();
      word.endHidden();
      if (word.visible.length() >= TextExtractor.MAX_CHARACTERS) {
        notes.add("only the first " + TextExtractor.MAX_CHARACTERS + " characters were read");
        word.visible.setLength(TextExtractor.MAX_CHARACTERS);
      }
      return new Extracted(word.visible.toString(), 0, word.hidden, null, notes);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void handle(int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
      case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
      case XMLStreamConstants.CHARACTERS -> {
        if (inText && deletedDepth == 0) {
          (isHiddenRun ? invisible : visible).append(xml.getText());
        }
      }
      default -> {
      }
    }
  }

  private void start(String name) {
    switch (name) {
      case "r" -> isHiddenRun = false;
      case "t" -> inText = true;
      case "tab" -> visible.append('\t');
      case "br", "cr" -> visible.append('\n');
      case "noBreakHyphen" -> visible.append('-');
      case "vanish" -> isHiddenRun |= isOn();
      // Word writes the same text box twice, the second time for old versions.
      case "del", "moveFrom", "Fallback" -> deletedDepth++;
      default -> {
      }
    }
  }

  private void end(String name) {
    switch (name) {
      case "t" -> inText = false;
      case "p" -> {
        endHidden();
        visible.append('\n');
      }
      case "tc" -> {
        if (!visible.isEmpty() && visible.charAt(visible.length() - 1) == '\n') {
          visible.append('\n');
        }
      }
      case "del", "moveFrom", "Fallback" -> deletedDepth--;
      default -> {
      }
    }
  }

  private void endHidden() {
    String words = invisible.toString().strip();
    if (!words.isEmpty()) {
      hidden.add(words);
    }
    invisible.setLength(0);
  }

  private boolean isOn() {
    String value = value();
    return !value.equals("0") && !value.equals("false");
  }

  private String value() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("val")) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }
}
