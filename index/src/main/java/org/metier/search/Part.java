package org.metier.search;

/// Part of a vacancy in which words are looked for.
public enum Part {
  TITLE, TEXT, EMPLOYER, PLACE
}
