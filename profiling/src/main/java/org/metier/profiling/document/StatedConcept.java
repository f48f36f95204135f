package org.metier.profiling.document;

import org.metier.text.Span;

/// An occupation or a skill that a CV names by its code.
///
/// @param uri as the file has it, such as `http://data.europa.eu/esco/skill/…`; the taxonomy in use need
///     not know it
/// @param span of the title that it codes, or of its own line
public record StatedConcept(String uri, Span span) {}
