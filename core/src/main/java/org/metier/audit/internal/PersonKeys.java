package org.metier.audit.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.metier.home.internal.WholeFile;

/// A random key for each person, in 256 files by the first two digits of the person's locator, each a
/// row of pairs of 32 bytes: locator, key. What is asked for is read from its file each time, so that a key that
/// another process destroyed is gone here too, and no memory is held: at 6,000,000 persons a file has 1.5 MB.
///
/// Reading is open to all; who writes holds the lock of the log.
final class PersonKeys {
  private static final int PAIR = 2 * Hmac.BYTES;

  private final Path folder;
  private final SecureRandom random;

  PersonKeys(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  private Path file(byte[] locator) {
    return folder.resolve(HexFormat.of().formatHex(locator, 0, 1) + ".keys");
  }

  /// @return empty where the person has no key, or it was destroyed
  Optional<PersonSecret> find(byte[] locator) throws IOException {
    byte[] pairs = pairs(file(locator));
    int at = indexOf(pairs, locator);
    return at < 0 ? Optional.empty() : Optional.of(secret(pairs, at));
  }

  private static PersonSecret secret(byte[] pairs, int at) {
    return new PersonSecret(HexFormat.of().formatHex(pairs, at, at + Hmac.BYTES),
        Arrays.copyOfRange(pairs, at + Hmac.BYTES, at + PAIR));
  }

  /// The secrets of persons, in their order; makes keys for those who have none, and forces these to the disk, by one
  /// write for each file that they are in.
  List<PersonSecret> findOrAdd(List<byte[]> locators) throws IOException {
    Map<Path, List<Integer>> byFile = new TreeMap<>();
    for (int i = 0; i < locators.size(); i++) {
      byFile.computeIfAbsent(file(locators.get(i)), _ -> new ArrayList<>()).add(i);
    }
    PersonSecret[] secrets = new PersonSecret[locators.size()];
    for (Map.Entry<Path, List<Integer>> entry : byFile.entrySet()) {
      byte[] pairs = pairs(entry.getKey());
      ByteArrayOutputStream added = new ByteArrayOutputStream();
      Map<String, PersonSecret> fresh = new HashMap<>();
      for (int i : entry.getValue()) {
        byte[] locator = locators.get(i);
        int at = indexOf(pairs, locator);
        secrets[i] = at >= 0
            ? secret(pairs, at)
            : fresh.computeIfAbsent(HexFormat.of().formatHex(locator), _ -> make(locator, added));
      }
      if (added.size() > 0) {
        append(entry.getKey(), pairs.length, added.toByteArray());
      }
    }
    return List.of(secrets);
  }

  private PersonSecret make(byte[] locator, ByteArrayOutputStream added) {
    byte[] pair = Arrays.copyOf(locator, PAIR);
    byte[] key = new byte[Hmac.BYTES];
    random.nextBytes(key);
    System.arraycopy(key, 0, pair, Hmac.BYTES, Hmac.BYTES);
    added.writeBytes(pair);
    return secret(pair, 0);
  }

  /// Over what a crash left of a pair, which was in no entry yet.
  private void append(Path file, int at, byte[] pairs) throws IOException {
    KeyFolder.create(folder);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
        StandardOpenOption.WRITE)) {
      KeyFolder.ownerOnly(file);
      ByteBuffer rest = ByteBuffer.wrap(pairs);
      while (rest.hasRemaining()) {
        channel.write(rest, at + rest.position());
      }
      channel.force(true);
    }
  }

  /// @return whether there was a key
  boolean destroy(byte[] locator) throws IOException {
    WholeFile.deleteDrafts(folder);
    Path file = file(locator);
    byte[] pairs = pairs(file);
    int at = indexOf(pairs, locator);
    if (at < 0) {
      return false;
    }
    overwrite(file, at);
    byte[] left = new byte[pairs.length - PAIR];
    System.arraycopy(pairs, 0, left, 0, at);
    System.arraycopy(pairs, at + PAIR, left, at, left.length - at);
    WholeFile.replace(file, left);
    KeyFolder.ownerOnly(file);
    return true;
  }

  /// Destroys all keys but those that a filter lets through, by one write for each file.
  ///
  /// @return how many are gone
  int retain(Predicate<PersonSecret> isKept) throws IOException {
    WholeFile.deleteDrafts(folder);
    int gone = 0;
    for (Path file : files()) {
      byte[] pairs = pairs(file);
      ByteArrayOutputStream left = new ByteArrayOutputStream(pairs.length);
      for (int at = 0; at < pairs.length; at += PAIR) {
        if (isKept.test(secret(pairs, at))) {
          left.write(pairs, at, PAIR);
        } else {
          overwrite(file, at);
        }
      }
      if (left.size() < pairs.length) {
        WholeFile.replace(file, left.toByteArray());
        KeyFolder.ownerOnly(file);
        gone += (pairs.length - left.size()) / PAIR;
      }
    }
    return gone;
  }

  /// The old file's bytes too, as far as the disk writes in place.
  private static void overwrite(Path file, int at) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(PAIR);
      while (zeros.hasRemaining()) {
        channel.write(zeros, at + zeros.position());
      }
      channel.force(true);
    }
  }

  /// Everybody who has a key, in the order of the locators' files.
  void forEach(Consumer<PersonSecret> visitor) throws IOException {
    for (Path file : files()) {
      byte[] pairs = pairs(file);
      for (int at = 0; at < pairs.length; at += PAIR) {
        visitor.accept(secret(pairs, at));
      }
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(p -> p.toString().endsWith(".keys")).sorted().toList();
    }
  }

  private static int indexOf(byte[] pairs, byte[] locator) {
    for (int at = 0; at < pairs.length; at += PAIR) {
      if (Arrays.equals(pairs, at, at + Hmac.BYTES, locator, 0, Hmac.BYTES)) {
        return at;
      }
    }
    return -1;
  }

  /// Whole pairs alone.
  private static byte[] pairs(Path file) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
    return Arrays.copyOf(bytes, bytes.length / PAIR * PAIR);
  }
}
