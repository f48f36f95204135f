package org.metier.taxonomy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.metier.home.internal.WholeFile;

/// Brings a compiled taxonomy to the disk and back.
final class TaxonomyFile {
  private TaxonomyFile() {}

  static TaxonomyData open(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new TaxonomyException(file + " does not exist; import a taxonomy first", e);
    } catch (IOException e) {
      throw new TaxonomyException(file + " cannot be read (" + e.getClass().getSimpleName()
          + "); expected a compiled taxonomy that this user may read", e);
    }
    return new TaxonomyReader(file.toString(), bytes).read();
  }

  /// Writes to a file beside the target and renames it, so that a reader sees the old taxonomy or
  /// the new one, whole.
  static void save(byte[] bytes, Path file) {
    try {
      WholeFile.replace(file, bytes);
    } catch (IOException e) {
      throw new TaxonomyException(file + " cannot be written (" + e.getClass().getSimpleName()
          + "); give this user the right to write there and free space, or name another file", e);
    }
  }
}
