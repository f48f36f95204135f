package org.metier.xml.internal;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.Reader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/// Makes readers for XML that nobody vouches for: no document type, no entities but XML's own, limits on
/// depth, attributes and size. Thread-safe.
public final class SafeXml {
  private static final XMLInputFactory DOCUMENTS = factory(128, 10_000, 20_000_000);
  private static final XMLInputFactory FRAGMENTS = fragments();
  /// Word keeps whole drawings in one attribute (`o:gfxdata`).
  private static final XMLInputFactory OFFICE = factory(256, 5_000_000, 20_000_000);

  private SafeXml() {}

  private static XMLInputFactory factory(int depth, int attributeLength, long length) {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // Otherwise broken text is thrown unchecked, out of getText.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, depth);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 128);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, attributeLength);
    factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, length);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
    return factory;
  }

  private static XMLInputFactory fragments() {
    // Deeper than any limit that a caller can set, so that it is the caller's own limit that tells.
    XMLInputFactory factory = factory(600, 100_000, 200_000_000);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  /// @param xml of at most the size that the caller lets in
  public static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    return DOCUMENTS.createXMLStreamReader(new ByteArrayInputStream(xml));
  }

  /// Reads a part of an office document, whose attributes may be long; depth up to 256.
  ///
  /// @param xml of at most the size that the caller lets in
  public static XMLStreamReader office(byte[] xml) throws XMLStreamException {
    return OFFICE.createXMLStreamReader(new ByteArrayInputStream(xml));
  }

  /// Reads one element that was cut out of a larger document. Names keep their prefixes, which need not be
  /// declared; depth up to 600.
  ///
  /// @param xml of at most the size that the caller lets in
  public static XMLStreamReader fragment(Reader xml) throws XMLStreamException {
    return FRAGMENTS.createXMLStreamReader(xml);
  }
}
