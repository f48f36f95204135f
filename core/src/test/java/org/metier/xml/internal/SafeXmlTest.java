package org.metier.xml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeXmlTest {
  @ParameterizedTest
  @ValueSource(strings = {
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x \"inside\">]><a>&x;</a>", "<a>&eacute;</a>"})
  void an_entity_that_is_not_xmls_own_is_refused_and_never_fetched(String xml) {
    assertThrows(XMLStreamException.class,
        () -> text(SafeXml.reader(xml.getBytes(StandardCharsets.UTF_8))));
    assertThrows(XMLStreamException.class, () -> text(SafeXml.fragment(new StringReader(xml))));
  }

  @Test
  void xmls_own_entities_and_character_references_do() throws XMLStreamException {
    String xml = "<a>&lt;&amp;&gt;&quot;&apos;&#233;<![CDATA[<b>]]></a>";
    assertEquals("<&>\"'é<b>", text(SafeXml.reader(xml.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void depth_and_attributes_have_limits() {
    String deep = "<a>".repeat(700) + "</a>".repeat(700);
    assertThrows(XMLStreamException.class,
        () -> text(SafeXml.reader(deep.getBytes(StandardCharsets.UTF_8))));
    assertThrows(XMLStreamException.class, () -> text(SafeXml.fragment(new StringReader(deep))));
    StringBuilder wide = new StringBuilder("<a");
    for (int i = 0; i < 200; i++) {
      wide.append(" a").append(i).append("=''");
    }
    assertThrows(XMLStreamException.class,
        () -> text(SafeXml.fragment(new StringReader(wide + "/>"))));
  }

  @Test
  void a_fragment_may_use_prefixes_that_nothing_declares() throws XMLStreamException {
    XMLStreamReader reader = SafeXml.fragment(new StringReader("<oa:City>Gent</oa:City>"));
    reader.next();
    assertEquals("oa:City", reader.getLocalName());
  }

  private static String text(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }
}
