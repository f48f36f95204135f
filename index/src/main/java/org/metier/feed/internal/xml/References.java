package org.metier.feed.internal.xml;

import java.nio.charset.Charset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.draft.NamedEntities;

/// Makes every `&` of an XML text one that any parser accepts: HTML's entities become their characters, a
/// bare `&` a reference to itself, and references to characters that XML forbids go. What looks like an
/// entity that nobody knows, one that a document type would declare included, stays as text.
final class References {
  private static final String CDATA = "<![CDATA[";
  private static final Pattern REFERENCE = Pattern
      .compile("&(?:#([0-9]{1,9})|#[xX]([0-9a-fA-F]{1,8})|([A-Za-z][A-Za-z0-9]{1,31}));");
  private static final Set<String> OF_XML = Set.of("lt", "gt", "amp", "quot", "apos");
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private References() {}

  /// Linear time. Sections of character data are left as they are.
  static String repaired(String xml) {
    int ampersand = xml.indexOf('&');
    if (ampersand < 0) {
      return xml;
    }
    StringBuilder repaired = new StringBuilder(xml.length() + 64);
    Matcher reference = REFERENCE.matcher(xml);
    int section = xml.indexOf(CDATA);
    int done = 0;
    while (ampersand >= 0) {
      if (section >= 0 && section < ampersand) {
        int end = xml.indexOf("]]>", section);
        int after = end < 0 ? xml.length() : end + 3;
        repaired.append(xml, done, after);
        done = after;
        section = xml.indexOf(CDATA, after);
        ampersand = ampersand < after ? xml.indexOf('&', after) : ampersand;
      } else {
        repaired.append(xml, done, ampersand);
        String text = reference.region(ampersand, xml.length()).lookingAt()
            ? text(reference)
            : null;
        repaired.append(text == null ? "&amp;" : text);
        done = text == null ? ampersand + 1 : reference.end();
        ampersand = xml.indexOf('&', done);
      }
    }
    return repaired.append(xml, done, xml.length()).toString();
  }

  /// @return null for an entity that nobody knows
  private static @Nullable String text(Matcher reference) {
    String name = reference.group(3);
    if (name == null) {
      return number(reference);
    }
    if (OF_XML.contains(name)) {
      return reference.group();
    }
    String text = NamedEntities.text(name);
    return text == null ? null : text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String number(Matcher reference) {
    long c = reference.group(1) == null
        ? Long.parseLong(reference.group(2), 16)
        : Long.parseLong(reference.group(1));
    if (c >= 0x80 && c <= 0x9f) {
      // As every browser reads it: &#150; is a dash.
      return new String(new byte[]{(byte) c}, WESTERN).replace("\ufffd", "");
    }
    boolean isAllowed = c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
    return isAllowed ? reference.group() : "";
  }
}
