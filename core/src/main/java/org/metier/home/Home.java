package org.metier.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder that holds taxonomy, index and models, with the version of its layout.
///
/// Any number of processes may read a home; one at a time may write to it, under [#lock()].
/// Immutable and thread-safe.
public final class Home {
  /// The layout that this release writes and reads.
  static final int VERSION = 1;

  private static final String VERSION_FILE = "metier-home.version";

  private final Path folder;

  private Home(Path folder) {
    this.folder = folder;
  }

  /// Opens a home, and creates it when the folder is missing or empty.
  ///
  /// @throws HomeException if the folder cannot be written, belongs to something else, or was laid out
  ///     by a newer release
  public static Home open(Path folder) {
    Path version = folder.resolve(VERSION_FILE);
    try {
      if (Files.exists(version)) {
        // Latin-1 decodes whatever a damaged file holds.
        requireKnownVersion(folder,
            Files.readString(version, StandardCharsets.ISO_8859_1).strip());
      } else {
        requireEmpty(folder);
        Files.createDirectories(folder);
        Files.writeString(version, VERSION + "\n");
      }
    } catch (IOException e) {
      throw new HomeException("cannot use " + folder + " as home (" + reason(e)
          + "); name a folder that you may write to with --home", e);
    }
    return new Home(folder);
  }

  private static void requireKnownVersion(Path folder, String found) {
    if (!found.matches("\\d{1,9}")) {
      throw new HomeException(
          folder.resolve(VERSION_FILE) + " is damaged: expected a number such as "
              + VERSION + "; restore it, or start with an empty folder");
    }
    if (Integer.parseInt(found) > VERSION) {
      throw new HomeException(folder + " was written by a newer Metier (home version " + found
          + "; this release reads up to " + VERSION + "); use that release, or another --home");
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new HomeException(folder + " is neither empty nor a Metier home (it has no "
              + VERSION_FILE + "); name another folder with --home");
        }
      }
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replaceFirst("Exception$", "");
  }

  public Path folder() {
    return folder;
  }

  /// The compiled taxonomy; absent until one is imported, and then the sample taxonomy serves.
  public Path taxonomyFile() {
    return folder.resolve("taxonomy.bin");
  }

  /// The encoder of the taxonomy's labels; absent where the taxonomy was imported without one.
  public Path encoderFile() {
    return folder.resolve("encoder.bin");
  }

  /// The compiled gazetteer; absent until places are imported, and then the built-in towns serve.
  public Path placesFile() {
    return folder.resolve("places.bin");
  }

  public Path vacancyIndex() {
    return folder.resolve("vacancies");
  }

  /// Declarations of the sources of vacancies.
  public Path sources() {
    return folder.resolve("sources");
  }

  /// Stored profiles; absent unless the portal stores any.
  public Path profileIndex() {
    return folder.resolve("profiles");
  }

  /// Saved alerts and what was delivered to them; absent until one is saved.
  public Path alertIndex() {
    return folder.resolve("alerts");
  }

  /// The log of what was decided, with the sealed inputs of decisions; absent until one is begun.
  public Path auditLog() {
    return folder.resolve("audit");
  }

  /// Where the keys of the audit log are kept unless its settings name another folder.
  public Path auditKeys() {
    return folder.resolve("keys");
  }

  /// What members of staff and persons said of scores; absent until somebody did.
  public Path oversight() {
    return folder.resolve("oversight");
  }

  /// Where the model of a learned part is kept, with the way back.
  public ModelSlot model(LearnedPart part) {
    return new ModelSlot(this, part);
  }

  /// The folder of crosswalks; absent until one is imported.
  public Path crosswalks() {
    return folder.resolve("crosswalks");
  }

  /// Takes the right to write to this home, for this process alone.
  ///
  /// @throws HomeException at once, if another process or another part of this one holds it
  public WriteLock lock() {
    Path file = folder.resolve("write.lock");
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        lock = null;
      }
      if (lock == null) {
        channel.close();
        throw new HomeException(folder
            + " is being written to by another process; wait for it to end, then run this again");
      }
      return new WriteLock(channel);
    } catch (IOException e) {
      throw new HomeException("cannot write to " + folder + " (" + reason(e)
          + "); give this user the right to write there, or name another --home", e);
    }
  }

  /// The right to write to a home; closing gives it back.
  public static final class WriteLock implements AutoCloseable {
    private final FileChannel channel;

    private WriteLock(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new HomeException("the lock of the home could not be given back", e);
      }
    }
  }
}
