package org.metier.duplicate;

/// How two advertisements stand in one field.
public enum Agreement {
  AGREES,
  /// Nothing speaks against it, as far as both say something: one states the town, the other its region.
  COMPATIBLE,
  /// At least one of them says nothing that can be compared.
  UNKNOWN, DIFFERS
}
