package org.metier.profiling.structured;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.metier.xml.internal.SafeXml;

/// Reads XML as nodes. Subtrees that only tell who the person is never become nodes.
final class XmlNodes {
  private static final int MAX_NODES = 100_000;

  /// Photos, signatures, attached files, printing settings, birth, gender, nationality.
  private static final Set<String> SKIPPED = Set.of("photo", "signature", "signinginfo",
      "attachmentlist", "attachment", "embeddeddata", "logo", "printingpreferences", "prefs",
      "demographics", "birthdate", "gendercode", "nationalitycode", "nationality", "gender");

  private final XMLStreamReader reader;
  private int nodes;

  private XmlNodes(XMLStreamReader reader) {
    this.reader = reader;
  }

  /// Reads a whole document, at most the size that the profiler lets in.
  static Node read(byte[] xml) throws UnreadableCvException {
    try {
      XMLStreamReader reader = SafeXml.reader(xml);
      try {
        return new XmlNodes(reader).root();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private static UnreadableCvException damaged(XMLStreamException e) {
    // The cause is left out: its message may quote the CV.
    String where = e.getLocation() == null
        ? "somewhere"
        : "in line " + e.getLocation().getLineNumber() + ", column "
            + e.getLocation().getColumnNumber();
    return new UnreadableCvException(
        "its XML is damaged " + where + " or too large; ask for a new export");
  }

  private Node root() throws XMLStreamException, UnreadableCvException {
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw new UnreadableCvException("its XML has a DOCTYPE in line "
            + reader.getLocation().getLineNumber() + ", which is never read; remove it");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        Node root = element();
        while (reader.hasNext()) {
          reader.next();
        }
        return root;
      }
    }
    throw new UnreadableCvException("its XML has no element; ask for a new export");
  }

  private Node element() throws XMLStreamException, UnreadableCvException {
    if (++nodes > MAX_NODES) {
      throw new UnreadableCvException("its XML has more than " + MAX_NODES
          + " elements, which no CV needs; ask for a new export");
    }
    String name = reader.getLocalName().toLowerCase(Locale.ROOT);
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT),
          reader.getAttributeValue(i));
    }
    List<Node> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader
        .next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (SKIPPED.contains(reader.getLocalName().toLowerCase(Locale.ROOT))) {
          skip();
        } else {
          children.add(element());
        }
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      }
    }
    return new Node(name, Map.copyOf(attributes), text.toString(), List.copyOf(children));
  }

  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0;) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }
}
