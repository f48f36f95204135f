package org.metier.search;

/// A completion of what was typed.
///
/// @param text what to search for
/// @param vacancies how many open vacancies have this title or are for this occupation, at least 1
public record Suggestion(String text, int vacancies) {}
