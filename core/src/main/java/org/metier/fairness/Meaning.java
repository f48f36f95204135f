package org.metier.fairness;

/// What the figures of a report are about, in words and before any number: "gets support" and "is called
/// high-risk" turn the sign of every gap.
///
/// @param selected what selecting a person does, as the end of a sentence: `is offered extra help`
/// @param outcome what the score forecasts and selecting is for: `is still without work after 26 weeks`
/// @param effect whether being selected helps or burdens
public record Meaning(String selected, String outcome, Effect effect) {
  /// What being selected does to a person; it says which error does harm.
  public enum Effect {
    /// Harm is done to whoever needed it and was not selected.
    HELP,
    /// Harm is done to whoever was selected without cause.
    BURDEN
  }

  public Meaning {
    if (selected.isBlank() || outcome.isBlank()) {
      throw new IllegalArgumentException("name in words what being selected means, such as \"is"
          + " offered extra help\", and the outcome, such as \"is still without work after 26"
          + " weeks\"");
    }
    selected = selected.strip();
    outcome = outcome.strip();
  }
}
