package org.metier.place;

/// A gazetteer cannot be imported, read or written. The message says what to do.
public final class PlacesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PlacesException(String message) {
    super(message);
  }

  public PlacesException(String message, Throwable cause) {
    super(message, cause);
  }
}
