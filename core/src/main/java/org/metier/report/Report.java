package org.metier.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.metier.text.Language;

/// What a report says, before it becomes a page. Immutable; as JSON by [org.metier.json.Json].
///
/// @param language of every text in it
/// @param title also the main heading
/// @param lead what a reader must know first; may be empty
/// @param sections in order
public record Report(Language language, String title, List<Block> lead, List<Section> sections) {

  /// A chapter, listed in the table of contents.
  public record Section(String heading, List<Block> blocks) {
    public Section {
      requireText("the heading of a section", heading);
      blocks = List.copyOf(blocks);
    }
  }

  public Report {
    requireText("the title", title);
    lead = List.copyOf(lead);
    sections = List.copyOf(sections);
  }

  static void requireText(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
  }

  /// The report as one HTML page that needs nothing else: it meets WCAG 2.2 AA as far as a page can by
  /// itself, runs no script, loads nothing, can be printed, and needs no sideways scrolling at 320 pixels but
  /// within wide tables. Equal reports give equal bytes.
  public byte[] toHtml() {
    return new Page(this).html().getBytes(StandardCharsets.UTF_8);
  }
}
