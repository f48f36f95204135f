package org.metier.text;

/// One word of a text.
///
/// @param term its normal form: lower case, folded and stemmed or lemmatised
/// @param span where it stands in the text
public record Token(String term, Span span) {}
