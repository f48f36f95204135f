package org.metier.text;

/// Where a claim was read: the proof that a person can check.
///
/// The quote is what a reader is shown; logs and exceptions name document, section and span only.
///
/// @param document identifier of the CV or vacancy
/// @param section the part of it, such as `experience`, `title` or a field's name; never blank
/// @param span offsets within that document's text, or within the field that `section` names
/// @param quote the words at the span, at most [#MAX_QUOTE] characters
public record Evidence(String document, String section, Span span, String quote) {
  public static final int MAX_QUOTE = 160;

  public Evidence {
    if (section.isBlank()) {
      throw new IllegalArgumentException("evidence in " + document + " names no section");
    }
    if (quote.length() > MAX_QUOTE) {
      quote = quote.substring(0, MAX_QUOTE - 1) + "…";
    }
  }
}
