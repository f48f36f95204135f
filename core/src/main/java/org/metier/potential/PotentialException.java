package org.metier.potential;

import java.util.List;
import java.util.stream.Collectors;

/// A specification, a model or facts cannot be used. The message names every refusal, so that all can be mended at
/// once; it never holds a value of a person.
public final class PotentialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  public PotentialException(Refusal refusal) {
    this(List.of(refusal));
  }

  /// @param refusals at least one
  public PotentialException(List<Refusal> refusals) {
    super(refusals.stream().map(Refusal::message).collect(Collectors.joining("\n")));
    this.refusals = List.copyOf(refusals);
  }

  PotentialException(String message, Throwable cause) {
    super(message, cause);
    refusals = List.of();
  }

  PotentialException(String message) {
    super(message);
    refusals = List.of();
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /// What is wrong, each by itself; empty when a file cannot be read at all.
  public List<Refusal> refusals() {
    return refusals;
  }
}
