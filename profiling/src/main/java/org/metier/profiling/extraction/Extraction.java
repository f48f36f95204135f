package org.metier.profiling.extraction;

import java.util.List;

/// What came of a file.
public sealed interface Extraction {

  /// The text of a file.
  ///
  /// @param text visible text, lines as on the page, at most [TextExtractor#MAX_CHARACTERS]
  /// @param pages how many the file has; 0 when its format has none
  /// @param hidden stretches that no reader of the page sees; never scored
  /// @param attached the XML and JSON documents that the file carries, such as the Europass CV that it was
  ///     printed from; at most [#MAX_ATTACHED]
  /// @param notes what the adviser should know, without words of the file
  record Extracted(String text, int pages, List<String> hidden, List<byte[]> attached,
      List<String> notes) implements Extraction {
    public static final int MAX_ATTACHED = 4;

    public Extracted {
      if (attached.size() > MAX_ATTACHED) {
        throw new IllegalArgumentException(
            "attached must be 0 to " + MAX_ATTACHED + " documents, was " + attached.size());
      }
      hidden = List.copyOf(hidden);
      notes = List.copyOf(notes);
      attached = copy(attached);
    }

    @Override
    public List<byte[]> attached() {
      return copy(attached);
    }

    private static List<byte[]> copy(List<byte[]> documents) {
      return documents.stream().map(byte[]::clone).toList();
    }
  }

  /// The file cannot be read.
  record Refused(Refusal reason) implements Extraction {}
}
