package org.metier.feed;

/// A feed cannot be read at all: it is empty, cut off, not of the named format, or beyond the limits. The
/// message says where and what to do. Records that are merely bad are [FeedProblem]s.
public final class FeedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FeedException(String message) {
    super(message);
  }

  public FeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
