package org.metier.audit.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.audit.AuditException;

/// A key for each person, found by their id, destroyed for good.
class AuditKeysTest {
  private static final byte[] INPUTS = "inputs".getBytes(StandardCharsets.UTF_8);

  private final Path folder;
  private final AuditKeys keys;

  AuditKeysTest(@TempDir Path folder) {
    this.folder = folder;
    keys = AuditKeys.create(folder, new SecureRandom());
  }

  @BeforeEach
  void anna() {
    keys.secret("anna");
  }

  private Path file(String person) {
    return folder.resolve("persons/" + keys.locatorHex(person).substring(0, 2) + ".keys");
  }

  @Test
  void what_is_sealed_twice_looks_different_and_opens_the_same() {
    PersonSecret anna = keys.secret("anna");
    byte[] once = anna.sealed(INPUTS, keys.random());
    byte[] again = anna.sealed(INPUTS, keys.random());
    assertFalse(Arrays.equals(once, again));
    assertFalse(Arrays.equals(once, 0, 12, again, 0, 12), "a nonce was used twice");
    assertArrayEquals(INPUTS, anna.opened(again));
    assertThrows(IllegalArgumentException.class, () -> keys.secret("ben").opened(once));
    once[20] ^= 1;
    assertThrows(IllegalArgumentException.class, () -> anna.opened(once));
  }

  @Test
  void what_is_computed_for_one_purpose_is_never_what_is_for_another() {
    Hmac hmac = new Hmac(new byte[Hmac.BYTES]);
    assertFalse(Arrays.equals(hmac.of("ab", "c"), hmac.of("a", "bc")));
    PersonSecret anna = keys.secret("anna");
    assertNotEquals(anna.pseudonym(), anna.fingerprint(new byte[0]).substring(0, 32));
    assertNotEquals(anna.locator().substring(0, 32), anna.pseudonym());
  }

  @Test
  void a_destroyed_key_is_gone_from_the_old_bytes_too() throws IOException {
    keys.secret("ben");
    try (FileChannel old = FileChannel.open(file("anna"))) {
      assertTrue(keys.destroy("anna"));
      ByteBuffer bytes = ByteBuffer.allocate((int) old.size());
      old.read(bytes, 0);
      assertArrayEquals(new byte[64], Arrays.copyOf(bytes.array(), 64),
          "the old file still holds the key");
    }
    assertTrue(keys.find("anna").isEmpty());
    assertTrue(keys.find("ben").isPresent());
    assertFalse(keys.destroy("anna"));
  }

  @Test
  void half_a_pair_that_a_crash_left_is_written_over() throws IOException {
    PersonSecret before = keys.secret("anna");
    Files.write(file("anna"), new byte[10], StandardOpenOption.APPEND);
    assertEquals(before.pseudonym(), keys.find("anna").orElseThrow().pseudonym());
    // Somebody of the same file.
    int number = 0;
    while (!file("p" + number).equals(file("anna"))) {
      number++;
    }
    PersonSecret added = keys.secret("p" + number);
    assertEquals(added.pseudonym(), keys.find("p" + number).orElseThrow().pseudonym());
    assertEquals(before.pseudonym(), keys.find("anna").orElseThrow().pseudonym());
    assertEquals(128, Files.size(file("anna")));
  }

  @Test
  void a_person_asked_for_twice_at_once_has_one_key() {
    List<PersonSecret> both = keys.secrets(List.of("cleo", "cleo"));
    assertEquals(both.get(0).pseudonym(), both.get(1).pseudonym());
    assertEquals(both.get(0).pseudonym(), keys.find("cleo").orElseThrow().pseudonym());
  }

  @Test
  void no_id_and_an_endless_one_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> keys.secret(" "));
    assertThrows(IllegalArgumentException.class, () -> keys.secret("x".repeat(513)));
    keys.secret("x".repeat(512));
  }

  @Test
  void keys_of_those_who_are_not_kept_go_and_all_others_stay() throws IOException {
    List<String> people = IntStream.range(0, 600).mapToObj(i -> "p" + i).toList();
    List<PersonSecret> secrets = keys.secrets(people);
    List<String> kept = secrets.stream()
        .map(PersonSecret::pseudonym)
        .filter(pseudonym -> pseudonym.charAt(0) < '8')
        .toList();
    assertEquals(601 - kept.size(), keys.retain(s -> kept.contains(s.pseudonym())));
    for (int i = 0; i < people.size(); i++) {
      assertEquals(kept.contains(secrets.get(i).pseudonym()),
          keys.find(people.get(i)).isPresent());
    }
    assertEquals(0, keys.retain(s -> kept.contains(s.pseudonym())));
    assertTrue(keys.find("anna").isEmpty());
  }

  @Test
  void a_key_is_never_made_over_another_and_a_damaged_one_is_named() throws IOException {
    assertThrows(AuditException.class,
        () -> AuditKeys.create(folder, new SecureRandom()));
    Files.writeString(folder.resolve("audit.key"), "0123");
    AuditException e = assertThrows(AuditException.class,
        () -> AuditKeys.open(folder, new SecureRandom()));
    assertTrue(String.valueOf(e.getMessage()).contains("64 hexadecimal digits"), e.getMessage());
  }
}
