package org.metier.link;

import org.metier.text.Span;

/// A taxonomy label found in a text.
///
/// @param concept its number in the taxonomy
/// @param span where it stands
public record ConceptTag(int concept, Span span) {}
