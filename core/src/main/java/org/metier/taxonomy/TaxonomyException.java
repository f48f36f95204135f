package org.metier.taxonomy;

/// A taxonomy cannot be read or written. The message says what to do.
public final class TaxonomyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TaxonomyException(String message) {
    super(message);
  }

  public TaxonomyException(String message, Throwable cause) {
    super(message, cause);
  }
}
