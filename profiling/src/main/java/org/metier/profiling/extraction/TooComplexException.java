package org.metier.profiling.extraction;

import java.io.IOException;

/// A file that would take more memory than a CV may.
final class TooComplexException extends IOException {
  private static final long serialVersionUID = 1;
}
