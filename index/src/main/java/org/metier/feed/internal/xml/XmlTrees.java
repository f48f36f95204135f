package org.metier.feed.internal.xml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.metier.feed.FeedLimits;
import org.metier.feed.ProblemCode;
import org.metier.xml.internal.SafeXml;

/// Reads one element as a tree, within limits.
public final class XmlTrees {
  /// No item of a feed needs more; a tree costs more memory than its text.
  private static final int MAX_ELEMENTS = 20_000;

  private final XMLStreamReader reader;
  private final int maxDepth;
  private int elements;

  /// What a text came to.
  public sealed interface Result {}

  /// The tree.
  public record Tree(XmlNode root) implements Result {}

  /// It cannot be used.
  ///
  /// @param found names the place inside the text, and quotes nothing
  public record Unusable(ProblemCode code, String found, String expected) implements Result {}

  private XmlTrees(XMLStreamReader reader, int maxDepth) {
    this.reader = reader;
    this.maxDepth = maxDepth;
  }

  /// @param xml one element with all that it holds; may use prefixes and HTML entities that nothing
  ///     declares
  public static Result read(String xml, FeedLimits limits) {
    try {
      XMLStreamReader reader = SafeXml.fragment(new StringReader(References.repaired(xml)));
      try {
        return new XmlTrees(reader, limits.depth()).root();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      // Its own message may quote the feed.
      Location where = e.getLocation();
      return new Unusable(ProblemCode.BAD_RECORD, where == null
          ? "broken XML"
          : "broken XML in its line " + where.getLineNumber() + ", column "
              + where.getColumnNumber(),
          "well-formed XML: every tag closed, and text in CDATA");
    }
  }

  private Result root() throws XMLStreamException {
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        return new Unusable(ProblemCode.BAD_RECORD, "a DOCTYPE", "XML without a DOCTYPE");
      }
    }
    try {
      XmlNode root = element(1);
      while (reader.hasNext()) {
        reader.next();
      }
      return new Tree(root);
    } catch (TooLarge e) {
      return new Unusable(ProblemCode.TOO_LARGE, "a larger or deeper item",
          "at most " + MAX_ELEMENTS + " elements and " + maxDepth + " levels");
    }
  }

  private XmlNode element(int depth) throws XMLStreamException, TooLarge {
    if (++elements > MAX_ELEMENTS || depth > maxDepth) {
      throw new TooLarge();
    }
    String name = localName(reader.getLocalName());
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.putIfAbsent(localName(reader.getAttributeLocalName(i)),
          reader.getAttributeValue(i));
    }
    List<XmlContent> contents = new ArrayList<>();
    for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader
        .next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        contents.add(element(depth + 1));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        contents.add(new XmlContent.Characters(reader.getText()));
      }
    }
    return new XmlNode(name, attributes, contents);
  }

  static String localName(String name) {
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /// Beyond the limits; never leaves this class.
  private static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
