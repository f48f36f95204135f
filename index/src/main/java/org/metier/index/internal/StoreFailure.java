package org.metier.index.internal;

import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.jspecify.annotations.Nullable;
import org.metier.index.IndexException;

/// What to tell a person when the files of an index cannot be used, and what to do about it.
final class StoreFailure {
  private StoreFailure() {}

  /// What a failure of the disk means for the person who asked.
  static IndexException of(String action, IOException e) {
    if (e instanceof IndexFormatTooNewException) {
      return newer(e);
    }
    if (e instanceof CorruptIndexException || e instanceof IndexFormatTooOldException) {
      return new IndexException("the index in the home is damaged or was written by a release too"
          + " old; go back to the generation before it (metier generations --back), or delete the"
          + " folder \"vacancies\" there and ingest the feeds again", e);
    }
    return new IndexException("cannot " + action + " the index in the home ("
        + e.getClass().getSimpleName() + "); " + remedy(String.valueOf(e.getMessage()))
        + "; the last complete state is kept and stays in service", e);
  }

  /// Java tells these apart by the operating system's words alone.
  private static String remedy(String message) {
    if (message.contains("No space left") || message.contains("not enough space")
        || message.contains("Disk quota exceeded")) {
      return "the disk is full: free some space, then run this again, and it goes on where it stopped";
    }
    if (message.contains("Too many open files")) {
      return "this process may open no more files: raise its limit (ulimit -n), then run this again";
    }
    return "check free space and rights, then run this again";
  }

  static IndexException newer(@Nullable IOException cause) {
    String message = "the index in the home was written by a newer Metier; use that release, or"
        + " another --home";
    return cause == null ? new IndexException(message) : new IndexException(message, cause);
  }
}
