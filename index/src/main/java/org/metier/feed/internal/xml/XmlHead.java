package org.metier.feed.internal.xml;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.feed.internal.FeedHead;

/// What the first characters of an XML feed tell of it.
///
/// @param root local name of the root, in lower case; empty when the head is no XML
/// @param text from the root's start tag on
public record XmlHead(String root, String text) {
  private static final Pattern BEFORE_ROOT = Pattern
      .compile("\\s+|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^\\[>]*(?:\\[.*?\\]\\s*)?>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[\\p{L}_][^<>]*>");
  private static final Pattern START = Pattern.compile("<([\\p{L}_][\\p{L}\\d:._-]*)");

  public static XmlHead of(FeedHead head) {
    String text = head.text();
    if (!head.isMarkup()) {
      return new XmlHead("", "");
    }
    Matcher before = BEFORE_ROOT.matcher(text);
    int at = 0;
    while (before.region(at, text.length()).lookingAt()) {
      at = before.end();
    }
    Matcher start = START.matcher(text).region(at, text.length());
    return start.lookingAt()
        ? new XmlHead(XmlTrees.localName(start.group(1)), text.substring(at))
        : new XmlHead("", "");
  }

  /// Whether an element of that name starts in it, in any case and with any prefix.
  public boolean has(String name) {
    return Pattern.compile("<(?:[\\p{L}_][\\p{L}\\d._-]*:)?" + Pattern.quote(name) + "[\\s/>]",
        Pattern.CASE_INSENSITIVE).matcher(text).find();
  }

  /// The start tag of the first element inside the root; empty when there is none.
  public String firstChild() {
    return TAG.matcher(text)
        .results()
        .skip(1) // the root's own
        .findFirst()
        .map(MatchResult::group)
        .orElse("");
  }
}
