package org.metier.potential;

/// Why Metier will not train or score. No message holds a value of a person.
///
/// @param kind what is wrong
/// @param where the field or part that it is about
/// @param message what was found and what is expected, enough to mend it
public record Refusal(Kind kind, String where, String message) {
  /// What can be wrong.
  public enum Kind {
    /// Nobody said what the scores are for.
    PURPOSE_NOT_SET,
    /// Nobody said what allows the use of a field.
    LEGAL_BASIS_MISSING,
    /// Nobody said where a field comes from, or how long it is kept.
    DECLARATION_INCOMPLETE,
    /// A protected field is declared, or used, as a feature.
    PROTECTED_FEATURE,
    /// A field is used that the specification does not declare as a feature.
    UNDECLARED_FIELD,
    /// Too few people, exits or people in work to learn from.
    SAMPLE_TOO_SMALL,
    /// A feature that is known only after the decision, or that knows the outcome too well.
    LEAK_FROM_AFTER_DECISION,
    /// A value of a category that was not declared.
    UNKNOWN_CATEGORY,
    /// An amount that is no number, or that cannot be true.
    VALUE_OUT_OF_RANGE,
    /// A model, or facts, of another specification, and so of another purpose or population.
    OTHER_SPECIFICATION,
    /// Parts of a specification that contradict each other.
    INCONSISTENT
  }
}
