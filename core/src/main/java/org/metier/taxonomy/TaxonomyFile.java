package org.metier.taxonomy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

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
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null) {
        throw new TaxonomyException(file + " is a folder; name a file to write the taxonomy to");
      }
      Files.createDirectories(folder);
      Path draft = folder.resolve("%s.%d-%x.part".formatted(file.getFileName(),
          ProcessHandle.current().pid(), System.nanoTime()));
      try {
        write(bytes, draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new TaxonomyException(file + " cannot be written (" + e.getClass().getSimpleName()
          + "); give this user the right to write there and free space, or name another file", e);
    }
  }

  private static void write(byte[] bytes, Path draft) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
