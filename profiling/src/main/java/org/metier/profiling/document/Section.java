package org.metier.profiling.document;

import org.metier.section.SectionKind;

import org.metier.text.Span;

/// A part of a CV's text.
///
/// @param span without the heading
public record Section(SectionKind kind, Span span) {}
