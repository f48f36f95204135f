package org.metier.profiling.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.metier.xml.internal.SafeXml;

/// Reads the body of a DOCX file (ECMA-376, part 1, chapter 17). Kept apart is what nobody sees: hidden
/// runs (`w:vanish`, their own or their style's), letters below [Look#SMALLEST_POINTS], and white ones in a
/// document without any coloured ground; where there is one they may stand on it and are visible text.
/// Other parts, macros and embedded objects are never unpacked.
final class WordFile {
  private static final int LONGEST_BASES = 20;

  private final FlowText text = new FlowText();
  private final Map<String, Style> styles;
  private final boolean hasGround;
  private @Nullable String paragraphStyle;
  private boolean inText;
  private boolean isHiddenRun;
  private int runDepth;
  private int deletedDepth;

  /// What a style says; null where it says nothing.
  private record Style(@Nullable String base, @Nullable Boolean isHidden) {}

  private WordFile(Map<String, Style> styles, boolean hasGround) {
    this.styles = styles;
    this.hasGround = hasGround;
  }

  static Extraction read(byte[] file) throws IOException {
    ZipParts parts = ZipParts.of(file);
    byte[] body = parts.read("word/document.xml");
    if (body == null) {
      return new Extraction.Refused(Refusal.DAMAGED);
    }
    byte[] styles = parts.read("word/styles.xml");
    try {
      WordFile word = new WordFile(styles == null ? Map.of() : styles(styles),
          OfficeGround.isIn(body));
      XMLStreamReader xml = SafeXml.office(body);
      while (xml.hasNext() && !word.text.isFull()) {
        word.handle(xml, xml.next());
      }
      xml.close();
      return word.text.extracted();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static Map<String, Style> styles(byte[] part) throws XMLStreamException {
    Map<String, Style> styles = new HashMap<>();
    XMLStreamReader xml = SafeXml.office(part);
    String id = null;
    String base = null;
    Boolean isHidden = null;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "style" -> {
            id = attribute(xml, "styleId");
            base = null;
            isHidden = null;
          }
          case "basedOn" -> base = attribute(xml, "val");
          case "vanish" -> isHidden = isOn(xml);
          default -> {
          }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("style")
          && id != null) {
        styles.put(id, new Style(base, isHidden));
      }
    }
    xml.close();
    return styles;
  }

  private boolean isHidden(@Nullable String style) {
    Style found = style == null ? null : styles.get(style);
    for (int i = 0; found != null && i < LONGEST_BASES; i++) {
      if (found.isHidden != null) {
        return found.isHidden;
      }
      found = found.base == null ? null : styles.get(found.base);
    }
    return false;
  }

  private void handle(XMLStreamReader xml, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
      case XMLStreamConstants.CHARACTERS -> {
        if (inText && deletedDepth == 0) {
          add(xml.getText());
        }
      }
      default -> {
      }
    }
  }

  private void add(String words) {
    if (isHiddenRun) {
      text.addHidden(words);
    } else {
      text.add(words);
    }
  }

  private void start(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "p" -> paragraphStyle = null;
      case "pStyle" -> paragraphStyle = attribute(xml, "val");
      case "numId" -> {
        if (!value(xml).equals("0")) { // which takes a number away
          text.add("• ");
        }
      }
      case "txbxContent" -> text.endLine();
      case "r" -> {
        runDepth++;
        isHiddenRun = isHidden(paragraphStyle);
      }
      case "t" -> inText = true;
      case "tab" -> {
        if (runDepth > 0) { // elsewhere it is a tab stop
          add("\t");
        }
      }
      case "br", "cr" -> add("\n");
      case "noBreakHyphen" -> add("-");
      case "tr" -> text.startRow();
      // Word writes the same text box twice, the second time for old versions.
      case "del", "moveFrom", "Fallback" -> deletedDepth++;
      default -> {
        if (runDepth > 0) {
          startRunProperty(xml);
        }
      }
    }
  }

  private void startRunProperty(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "rStyle" -> isHiddenRun |= isHidden(attribute(xml, "val"));
      case "vanish" -> isHiddenRun = isOn(xml);
      case "color" -> isHiddenRun |= !hasGround && Look.isWhite(value(xml));
      case "sz" -> isHiddenRun |= isTiny(value(xml));
      default -> {
      }
    }
  }

  private void end(String name) {
    switch (name) {
      case "r" -> runDepth--;
      case "t" -> inText = false;
      case "p" -> text.endLine();
      case "tc" -> text.endCell();
      case "tr" -> text.endRow();
      case "tbl" -> text.endParagraph();
      case "del", "moveFrom", "Fallback" -> deletedDepth--;
      default -> {
      }
    }
  }

  private static boolean isOn(XMLStreamReader xml) {
    String value = value(xml);
    return !value.equals("0") && !value.equals("false");
  }

  /// @param halfPoints as the file has it
  private static boolean isTiny(String halfPoints) {
    return halfPoints.matches("\\d{1,4}")
        && Integer.parseInt(halfPoints) < 2 * Look.SMALLEST_POINTS;
  }

  private static String value(XMLStreamReader xml) {
    String value = attribute(xml, "val");
    return value == null ? "" : value;
  }

  private static @Nullable String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }
}
