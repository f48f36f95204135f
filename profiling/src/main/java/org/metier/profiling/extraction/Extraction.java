package org.metier.profiling.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a file.
public sealed interface Extraction {

  /// The text of a file.
  ///
  /// @param text visible text, lines as on the page, at most [TextExtractor#MAX_CHARACTERS]
  /// @param pages how many the file has; 0 when its format has none
  /// @param hidden stretches that no reader of the page sees; never scored
  /// @param attachedXml the Europass document that the file carries; null when none
  /// @param notes what the adviser should know, without words of the file
  @SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, never compared
  record Extracted(String text, int pages, List<String> hidden, byte @Nullable [] attachedXml,
      List<String> notes) implements Extraction {
    public Extracted {
      hidden = List.copyOf(hidden);
      notes = List.copyOf(notes);
      attachedXml = attachedXml == null ? null : attachedXml.clone();
    }

    @Override
    public byte @Nullable [] attachedXml() {
      return attachedXml == null ? null : attachedXml.clone();
    }
  }

  /// The file cannot be read.
  record Refused(Refusal reason) implements Extraction {}
}
