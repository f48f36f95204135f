package org.metier.audit.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.metier.audit.AuditException;

/// The keys of an audit log, in a folder that should be kept apart from it: the key of the log, which seals entries
/// and finds persons by their ids, and a random key for each person. Thread-safe; what writes is called under
/// the lock of the log.
///
/// The key of the log is made once and must not be lost: without it no entry's seal can be checked and nobody can be
/// found. It is 64 hexadecimal digits in the file `audit.key`.
public final class AuditKeys {
  private static final String KEY_FILE = "audit.key";

  private final Path folder;
  private final Hmac key;
  private final PersonKeys persons;
  private final SecureRandom random;

  private AuditKeys(Path folder, byte[] key, SecureRandom random) {
    this.folder = folder;
    this.key = new Hmac(key);
    this.random = random;
    persons = new PersonKeys(folder.resolve("persons"), random);
  }

  public static boolean exist(Path folder) {
    return Files.exists(folder.resolve(KEY_FILE));
  }

  /// The keys in a folder.
  ///
  /// @param random source of keys of persons and of nonces
  /// @throws AuditException if there is no key of a log
  public static AuditKeys open(Path folder, SecureRandom random) {
    Path file = folder.resolve(KEY_FILE);
    try {
      String digits = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
      if (!digits.matches("[0-9a-f]{64}")) {
        throw new AuditException(
            file + " is damaged: expected 64 hexadecimal digits; restore it from its copy");
      }
      return new AuditKeys(folder, HexFormat.of().parseHex(digits), random);
    } catch (IOException e) {
      throw new AuditException("cannot read the key of the audit log in " + folder
          + "; name the folder where it is kept, or restore it from its copy", e);
    }
  }

  /// Makes the key of a log where there is none.
  public static AuditKeys create(Path folder, SecureRandom random) {
    byte[] key = new byte[Hmac.BYTES];
    random.nextBytes(key);
    Path file = folder.resolve(KEY_FILE);
    try {
      KeyFolder.create(folder);
      // Never over a key that is there.
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE)) {
        KeyFolder.ownerOnly(file);
        ByteBuffer digits = StandardCharsets.ISO_8859_1
            .encode(HexFormat.of().formatHex(key) + "\n");
        while (digits.hasRemaining()) {
          channel.write(digits);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new AuditException("cannot make a key of an audit log in " + folder
          + "; give this user the right to write there", e);
    }
    return new AuditKeys(folder, key, random);
  }

  public Path folder() {
    return folder;
  }

  public SecureRandom random() {
    return random;
  }

  /// Seals bytes for a purpose: who does not hold the key cannot make it.
  public String seal(String purpose, byte[] bytes, int length, int sealBytes) {
    return HexFormat.of().formatHex(key.of("seal " + purpose, bytes, length), 0, sealBytes);
  }

  /// A person among those who were trained with, for one model.
  public byte[] member(String modelSha256, String person) {
    return key.of("member " + modelSha256, person);
  }

  private byte[] locator(String person) {
    return key.of("locator", person);
  }

  /// The locator of a person, whether they have a key or not.
  public String locatorHex(String person) {
    return HexFormat.of().formatHex(locator(person));
  }

  /// @return empty where nothing was kept of the person, or they were erased
  public Optional<PersonSecret> find(String person) {
    try {
      return persons.find(locator(person));
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /// @param locator 64 hexadecimal digits
  public Optional<PersonSecret> byLocator(String locator) {
    try {
      return persons.find(HexFormat.of().parseHex(locator));
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /// The person's secret; made where there is none. Under the lock of the log.
  public PersonSecret secret(String person) {
    return secrets(List.of(person)).getFirst();
  }

  /// The secrets of persons, in their order; made where there is none. Under the lock of the log.
  public List<PersonSecret> secrets(List<String> people) {
    people.forEach(AuditKeys::requirePerson);
    try {
      return persons.findOrAdd(people.stream().map(this::locator).toList());
    } catch (IOException e) {
      throw failure("write", e);
    }
  }

  private static void requirePerson(String person) {
    if (person.isBlank() || person.length() > 512) {
      throw new IllegalArgumentException(
          "a person's id must have 1 to 512 characters and not be blank, had " + person.length());
    }
  }

  /// Everybody's secret, to find whose a pseudonym is. Linear in the number of persons.
  public void forEach(Consumer<PersonSecret> visitor) {
    try {
      persons.forEach(visitor);
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /// Destroys a person's key: their pseudonym can be linked with nothing, and what was sealed for them cannot be opened,
  /// ever again. Under the lock of the log.
  ///
  /// @return whether they had one
  public boolean destroy(String person) {
    try {
      return persons.destroy(locator(person));
    } catch (IOException e) {
      throw failure("write", e);
    }
  }

  /// Destroys the keys of all but those whom a filter lets through. Under the lock of the log. Linear in the number of
  /// persons.
  ///
  /// @return how many are gone
  public int retain(Predicate<PersonSecret> isKept) {
    try {
      return persons.retain(isKept);
    } catch (IOException e) {
      throw failure("write", e);
    }
  }

  private AuditException failure(String what, IOException e) {
    return new AuditException("cannot " + what + " keys of persons in " + folder + " ("
        + e.getClass().getSimpleName() + "); give this user the right to", e);
  }
}
