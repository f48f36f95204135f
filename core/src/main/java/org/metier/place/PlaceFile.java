package org.metier.place;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.metier.home.internal.WholeFile;

/// Brings a compiled gazetteer to the disk and back.
final class PlaceFile {
  /// Some four million entries.
  private static final long MAX_BYTES = 400_000_000;

  private PlaceFile() {}

  static PlaceTable open(Path file) {
    byte[] bytes;
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new PlacesException(file + " has " + size + " bytes; expected a compiled gazetteer of"
            + " at most " + MAX_BYTES + "; import fewer places");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new PlacesException(file + " does not exist; import places first", e);
    } catch (IOException e) {
      throw new PlacesException(file + " cannot be read (" + e.getClass().getSimpleName()
          + "); expected a compiled gazetteer that this user may read", e);
    }
    return new PlaceTableReader(file.toString(), bytes).read();
  }

  /// Writes to a file beside the target and renames it, so that a reader sees the old gazetteer or
  /// the new one, whole.
  static void save(byte[] bytes, Path file) {
    if (bytes.length > MAX_BYTES) {
      throw new PlacesException("these places need " + bytes.length + " bytes compiled, more than "
          + MAX_BYTES + "; import the files of fewer countries");
    }
    try {
      WholeFile.replace(file, bytes);
    } catch (IOException e) {
      throw new PlacesException(file + " cannot be written (" + e.getClass().getSimpleName()
          + "); give this user the right to write there and free space, or name another home", e);
    }
  }
}
