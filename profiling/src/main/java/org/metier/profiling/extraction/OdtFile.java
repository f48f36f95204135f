package org.metier.profiling.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.metier.xml.internal.SafeXml;

/// Reads the text of an ODT file (OpenDocument 1.3, part 3). Kept apart is what nobody sees: hidden text,
/// paragraphs and sections, styles that display nothing, letters below [Look#SMALLEST_POINTS], and white
/// ones in a document without any coloured ground. Notes of reviewers and deleted text are left out;
/// pictures, objects and macros are never unpacked.
final class OdtFile {
  private static final int LONGEST_BASES = 20;
  private static final int MOST_BLANKS = 200;

  private final FlowText text = new FlowText();
  private final Map<String, Style> styles = new HashMap<>();
  private boolean hasGround;
  private int skippedDepth;
  private int paragraphDepth;
  private boolean inBody;
  private String styleName = "";
  private final Deque<Boolean> hidden = new ArrayDeque<>();

  /// What a style says of letters; null where it says nothing.
  private record Style(@Nullable String base, @Nullable Boolean isHidden) {}

  private OdtFile() {}

  static Extraction read(byte[] file) throws IOException {
    ZipParts parts = ZipParts.of(file);
    byte[] manifest = parts.read("META-INF/manifest.xml");
    if (manifest != null
        && new String(manifest, StandardCharsets.ISO_8859_1).contains("encryption-data")) {
      return new Extraction.Refused(Refusal.PASSWORD);
    }
    byte[] content = parts.read("content.xml");
    if (content == null) {
      return new Extraction.Refused(Refusal.DAMAGED);
    }
    byte[] styles = parts.read("styles.xml");
    OdtFile odt = new OdtFile();
    odt.hasGround = OfficeGround.isIn(content) || (styles != null && OfficeGround.isIn(styles));
    try {
      if (styles != null) {
        odt.read(SafeXml.office(styles));
      }
      odt.read(SafeXml.office(content));
      return odt.text.extracted();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    hidden.clear();
    while (xml.hasNext() && !text.isFull()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(xml);
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName(), isOffice(xml));
        case XMLStreamConstants.CHARACTERS -> {
          // Blanks between elements are part of no text: only paragraphs hold words.
          if (inBody && paragraphDepth > 0) {
            add(xml.getText().replaceAll("\\s+", " "));
          }
        }
        default -> {
        }
      }
    }
    xml.close();
  }

  private static boolean isOffice(XMLStreamReader xml) {
    return xml.getNamespaceURI() != null && xml.getNamespaceURI().endsWith("xmlns:office:1.0");
  }

  private void add(String words) {
    if (skippedDepth > 0) {
      return;
    }
    if (hidden.contains(true)) {
      text.addHidden(words);
    } else {
      text.add(words);
    }
  }

  private void start(XMLStreamReader xml) {
    String name = xml.getLocalName();
    if (isOffice(xml) && name.equals("text")) {
      inBody = true;
    } else if (isSkipped(name)) {
      skippedDepth++;
    } else if (!inBody) {
      startStyle(xml);
    } else {
      startText(xml);
    }
  }

  private static boolean isSkipped(String name) {
    return switch (name) {
      case "annotation", "tracked-changes", "title", "desc", "script", "event-listeners" -> true;
      default -> false;
    };
  }

  private void startStyle(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "style" -> {
        styleName = attribute(xml, "name");
        String base = attribute(xml, "parent-style-name");
        styles.put(styleName, new Style(base.isEmpty() ? null : base, null));
      }
      case "text-properties" -> {
        Style style = styles.get(styleName);
        if (style != null) {
          styles.put(styleName, new Style(style.base, isHiddenLook(xml)));
        }
      }
      default -> {
      }
    }
  }

  private @Nullable Boolean isHiddenLook(XMLStreamReader xml) {
    String display = attribute(xml, "display");
    String size = attribute(xml, "font-size");
    String color = attribute(xml, "color");
    boolean isTiny = size.matches("\\d{1,3}(?:\\.\\d{1,4})?pt")
        && Double.parseDouble(size.substring(0, size.length() - 2)) < Look.SMALLEST_POINTS;
    if (display.equals("none") || isTiny || (!hasGround && Look.isWhite(color))) {
      return true;
    }
    boolean saysNothing = display.isEmpty() && color.isEmpty();
    return saysNothing ? null : false;
  }

  private boolean isHidden(String name) {
    Style style = styles.get(name);
    for (int i = 0; style != null && i < LONGEST_BASES; i++) {
      if (style.isHidden != null) {
        return style.isHidden;
      }
      style = style.base == null ? null : styles.get(style.base);
    }
    return false;
  }

  private void startText(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "p", "h" -> {
        paragraphDepth++;
        hidden.push(isHidden(attribute(xml, "style-name")));
      }
      case "span", "a" -> hidden.push(isHidden(attribute(xml, "style-name")));
      case "section" -> hidden.push(attribute(xml, "display").equals("none"));
      case "hidden-text", "hidden-paragraph" -> {
        hidden.push(true);
        add(attribute(xml, "string-value"));
      }
      case "list-item" -> {
        hidden.push(false);
        add("• ");
      }
      case "s" -> add(" ".repeat(Math.min(MOST_BLANKS, count(attribute(xml, "c")))));
      case "tab" -> add("\t");
      case "line-break" -> add("\n");
      case "table-row" -> text.startRow();
      case "text-box" -> text.endLine();
      default -> {
      }
    }
  }

  private static int count(String number) {
    return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 1;
  }

  private void end(String name, boolean isOffice) {
    if (isOffice && name.equals("text")) {
      inBody = false;
      return;
    }
    if (isSkipped(name)) {
      skippedDepth--;
      return;
    }
    if (!inBody) {
      return;
    }
    switch (name) {
      case "p", "h" -> {
        paragraphDepth--;
        hidden.pop();
        text.endLine();
      }
      case "span", "a", "section", "hidden-text", "hidden-paragraph", "list-item" -> hidden.pop();
      case "table-cell" -> text.endCell();
      case "table-row" -> text.endRow();
      case "table" -> text.endParagraph();
      default -> {
      }
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }
}
