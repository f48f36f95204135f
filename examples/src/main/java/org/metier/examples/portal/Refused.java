package org.metier.examples.portal;

import org.jspecify.annotations.Nullable;

/// A request that gets a page of error instead of an answer. Its message names the label, and holds
/// nothing of the request.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String label;
  private final @Nullable String detail;

  private Refused(int status, String label, @Nullable String detail) {
    super(status + " " + label);
    this.status = status;
    this.label = label;
    this.detail = detail;
  }

  /// @param label key of the sentence that tells a person what to do, see [Labels]
  static Refused of(int status, String label) {
    return new Refused(status, label, null);
  }

  /// @param detail in English, without anything of the CV
  static Refused of(int status, String label, @Nullable String detail) {
    return new Refused(status, label, detail);
  }

  int status() {
    return status;
  }

  String label() {
    return label;
  }

  @Nullable
  String detail() {
    return detail;
  }
}
