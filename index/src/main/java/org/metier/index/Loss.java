package org.metier.index;

/// What to do when a whole delivery leaves suspiciously few of a source's vacancies.
public enum Loss {
  /// Keep what is absent until a person accepts the loss.
  ASK,
  /// A person looked at it: what is absent is gone.
  ACCEPTED
}
