package org.metier.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.text.Evidence;

/// A certificate, permit or finished training other than a course of education.
///
/// @param title as the person wrote it, never blank
/// @param issuer who gave it, such as a chamber or a maker of software; null when not said
/// @param period from the award to the end of its validity, as far as these are said; null when neither is
/// @param evidence where it was read; empty when only the person declared it
public record Certificate(String title, @Nullable String issuer, @Nullable DateRange period,
    List<Evidence> evidence) {
  public Certificate {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a certificate has a blank title");
    }
    evidence = List.copyOf(evidence);
  }
}
