package org.metier.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Records made by handles are those that Jackson makes by itself.
class RecordMakerTest {
  /// Components of one type next to each other, so that a wrong order does not fail by itself.
  record Reading(String place, String from, int first, int second, long count, double share,
      boolean isSure, @Nullable Integer missing, List<Reading> inside) {}

  record Alone(String only) {}

  record Level(int value) {
    Level {
      if (value > 8) {
        throw new IllegalArgumentException("value must be at most 8, was " + value);
      }
    }
  }

  record Broken(int value) {
    Broken {
      if (value > 0) {
        throw new AssertionError("no memory, say");
      }
    }
  }

  private static final JsonMapper PLAIN = JsonMapper.builder().build();
  private static final JsonMapper MADE = JsonMapper.builder()
      .addModule(new SimpleModule().setValueInstantiators(new RecordMaker.Makers()))
      .build();

  private static Reading reading(Random random, int depth) {
    return new Reading("p" + random.nextInt(100), "f" + random.nextInt(100), random.nextInt(),
        random.nextInt(), random.nextLong(), random.nextDouble(), random.nextBoolean(),
        random.nextBoolean() ? null : random.nextInt(),
        depth == 0 ? List.of() : List.of(reading(random, depth - 1), reading(random, depth - 1)));
  }

  @RepeatedTest(100)
  void every_component_arrives_in_its_place(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    Reading reading = reading(random, 2);
    assertEquals(reading, MADE.readValue(PLAIN.writeValueAsString(reading), Reading.class));
    assertEquals(reading, Json.read(Json.write(reading), Reading.class));
  }

  @Test
  void the_order_in_the_text_does_not_matter() {
    assertEquals(new Reading("p", "f", 1, 2, 3, 0.5, true, null, List.of()),
        MADE.readValue(
            """
                {"inside":[],"isSure":true,"second":2,"from":"f","share":0.5,"count":3,"first":1,"place":"p"}""",
            Reading.class));
    assertEquals(new Alone("x"), MADE.readValue("{\"only\":\"x\"}", Alone.class));
  }

  @Test
  void what_a_constructor_refuses_is_refused_as_ever() {
    String refused = "{\"value\":9}";
    assertEquals(message(() -> PLAIN.readValue(refused, Level.class)),
        message(() -> MADE.readValue(refused, Level.class)));
    assertEquals("line 1: is not a valid Level: value must be at most 8",
        message(() -> Json.read(refused, Level.class)));
  }

  private static String message(Supplier<Level> reading) {
    return String.valueOf(assertThrows(RuntimeException.class, reading::get).getMessage());
  }

  /// Whatever it is, it is no fault of the text.
  @Test
  void an_error_is_thrown_on_as_it_is() {
    AssertionError thrown = assertThrows(AssertionError.class,
        () -> MADE.readValue("{\"value\":1}", Broken.class));
    assertEquals("no memory, say", thrown.getMessage());
  }
}
