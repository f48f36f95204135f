package org.metier.audit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Folders and files that their owner alone may read, where the file system knows owners.
final class KeyFolder {
  private KeyFolder() {}

  static void create(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      permit(folder, "rwx------");
    }
  }

  static void ownerOnly(Path file) throws IOException {
    permit(file, "rw-------");
  }

  private static void permit(Path path, String permissions) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
