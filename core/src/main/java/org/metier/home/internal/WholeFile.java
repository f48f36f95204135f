package org.metier.home.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// A file that is only ever replaced as a whole: whoever reads it, even after a power cut, finds the old
/// bytes or the new ones, never a part of either.
public final class WholeFile {
  private static final String DRAFT = ".tmp";

  private WholeFile() {}

  /// Writes the bytes to a file beside the target, forces them to the disk and renames the file. Creates
  /// the target's folder when it is missing, and leaves no draft behind.
  ///
  /// @throws FileSystemException if the target is a folder
  /// @throws IOException if it cannot be written, with the old file as it was
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder; name a file");
    }
    Files.createDirectories(folder);
    // Not a temporary file of the JDK, which only its owner may read.
    Path draft = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + DRAFT);
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Deletes the drafts of a folder that a power cut left, which may hold what was meant to be erased. Nobody may be
  /// replacing a file of the folder meanwhile.
  public static void deleteDrafts(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, "*" + DRAFT)) {
      for (Path draft : drafts) {
        Files.deleteIfExists(draft);
      }
    }
  }

  /// The SHA-256 of a file's content, 64 hexadecimal digits in lower case.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
