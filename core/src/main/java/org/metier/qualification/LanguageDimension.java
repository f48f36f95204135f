package org.metier.qualification;

/// What a person does with a language, as the self-assessment grid of the Common European Framework of
/// Reference tells apart (Council of Europe 2001, table 2).
public enum LanguageDimension {
  LISTENING, READING, SPOKEN_INTERACTION, SPOKEN_PRODUCTION, WRITING
}
