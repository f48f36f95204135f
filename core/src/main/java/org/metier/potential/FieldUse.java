package org.metier.potential;

/// What a [Field] may be used for.
public enum FieldUse {
  /// The model may look at it.
  FEATURE,
  /// Fairness is measured by it; no model, and no scorer, ever sees it.
  PROTECTED,
  /// It says how a spell went.
  OUTCOME,
  /// Figures are reported by it, such as region or year of entry; no model sees it.
  CONTROL,
  /// It is in the data, and left alone.
  UNUSED
}
