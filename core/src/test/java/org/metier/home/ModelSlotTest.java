package org.metier.home;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSlotTest {
  @TempDir
  private Path folder = Path.of("");

  private ModelSlot slot() {
    return Home.open(folder.resolve("home")).model(LearnedPart.TITLES);
  }

  private static void install(ModelSlot slot, String name) {
    slot.install(bytes(name), bytes("card of " + name));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String serving(ModelSlot slot) {
    return slot.inService(ModelSlotTest::text, () -> "shipped");
  }

  /// Every file below the models folder, with what it holds.
  private Map<String, String> files() throws IOException {
    Path models = folder.resolve("home").resolve("models");
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(models)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(models.relativize(file).toString().replace('\\', '/'),
              text(file)));
    }
    return files;
  }

  @Test
  void what_ships_serves_until_a_model_is_installed() {
    ModelSlot slot = slot();
    assertEquals("shipped", serving(slot));
    assertFalse(slot.hasWayBack());
    install(slot, "first");
    assertEquals("first", serving(slot));
    assertEquals("card of first", text(slot.card()));
    assertTrue(slot.hasWayBack());
  }

  @Test
  void the_model_before_stays_beside_the_one_in_service_with_its_card() throws IOException {
    install(slot(), "first");
    install(slot(), "second");
    assertEquals(Map.of("titles.json", "second", "titles.card.json", "card of second",
        "previous/titles.json", "first", "previous/titles.card.json", "card of first"), files());
  }

  @Test
  void going_back_brings_the_model_before_and_twice_changes_nothing() throws IOException {
    install(slot(), "first");
    install(slot(), "second");
    Map<String, String> before = files();
    slot().back(ModelSlotTest::text);
    assertEquals("first", serving(slot()));
    assertEquals("card of first", text(slot().card()));
    slot().back(ModelSlotTest::text);
    assertEquals(before, files());
  }

  @Test
  void going_back_from_the_first_model_brings_what_ships_and_forth_again() throws IOException {
    install(slot(), "first");
    Map<String, String> before = files();
    slot().back(ModelSlotTest::text);
    assertEquals("shipped", serving(slot()));
    assertEquals(Map.of("previous/titles.json", "first", "previous/titles.card.json",
        "card of first"), files());
    slot().back(ModelSlotTest::text);
    assertEquals(before, files());
  }

  @Test
  void after_going_back_to_what_ships_a_new_model_has_that_as_its_way_back() throws IOException {
    install(slot(), "first");
    slot().back(ModelSlotTest::text);
    install(slot(), "second");
    assertEquals(Map.of("titles.json", "second", "titles.card.json", "card of second"), files());
    slot().back(ModelSlotTest::text);
    assertEquals("shipped", serving(slot()));
  }

  @Test
  void installing_the_model_in_service_again_keeps_the_way_back() throws IOException {
    install(slot(), "first");
    install(slot(), "second");
    Map<String, String> before = files();
    install(slot(), "second");
    assertEquals(before, files());
  }

  @Test
  void a_model_that_was_put_there_without_a_card_goes_and_comes_back_without() throws IOException {
    install(slot(), "first");
    Files.delete(slot().card());
    install(slot(), "second");
    slot().back(ModelSlotTest::text);
    assertEquals(Map.of("titles.json", "first", "previous/titles.json", "second",
        "previous/titles.card.json", "card of second"), files());
  }

  @Test
  void a_model_that_cannot_be_used_does_not_come_back() throws IOException {
    install(slot(), "first");
    install(slot(), "second");
    Map<String, String> before = files();
    assertThrows(IllegalStateException.class, () -> slot().back(file -> {
      throw new IllegalStateException(file + " is of an older release");
    }));
    assertEquals(before, files());
  }

  @Test
  void without_a_way_back_it_says_so() {
    String message = String.valueOf(
        assertThrows(HomeException.class, () -> slot().back(ModelSlotTest::text)).getMessage());
    assertTrue(message.contains("no way back for titles"), message);
    assertTrue(message.contains("./metier train titles"), message);
  }

  @Test
  void a_home_that_is_being_written_to_is_left_alone() {
    Home home = Home.open(folder.resolve("home"));
    ModelSlot slot = home.model(LearnedPart.TITLES);
    install(slot, "first");
    try (Home.WriteLock _ = home.lock()) {
      assertThrows(HomeException.class, () -> install(slot, "second"));
      assertThrows(HomeException.class, () -> slot.back(ModelSlotTest::text));
    }
    assertEquals("first", serving(slot));
  }

  @Test
  void every_part_has_its_own_files() {
    Home home = Home.open(folder.resolve("home"));
    for (LearnedPart part : LearnedPart.values()) {
      install(home.model(part), part.code());
    }
    for (LearnedPart part : LearnedPart.values()) {
      assertArrayEquals(bytes(part.code()), bytes(serving(home.model(part))));
      assertEquals("card of " + part.code(), text(home.model(part).card()));
    }
  }
}
