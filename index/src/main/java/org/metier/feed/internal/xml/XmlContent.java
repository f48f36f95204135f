package org.metier.feed.internal.xml;

/// What stands between two tags.
public sealed interface XmlContent permits XmlContent.Characters, XmlNode {
  /// Characters, references resolved.
  record Characters(String text) implements XmlContent {}
}
