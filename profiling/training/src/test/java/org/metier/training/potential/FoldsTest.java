package org.metier.training.potential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private static final int SPELLS = 1_000;
  private static final int PARTS = 5;
  private static final int[] ALL = IntStream.range(0, SPELLS).toArray();

  private static Spells spells() {
    return new SimulatedCohort(7).spells(SPELLS);
  }

  private static Set<Integer> owners(Spells spells, int[] some) {
    return new TreeSet<>(Arrays.stream(some).mapToObj(spells::owner).toList());
  }

  /// Three spells a person.
  @Test
  void a_person_is_never_on_both_sides() {
    Spells spells = spells().ownedBy(Arrays.stream(ALL).map(i -> i % 334).toArray());
    Folds folds = Folds.of(spells, ALL, PARTS, 1);
    for (int fold = 0; fold < PARTS; fold++) {
      Set<Integer> held = owners(spells, folds.heldOut(fold));
      held.retainAll(owners(spells, folds.others(fold)));
      assertEquals(Set.of(), held);
    }
  }

  @Test
  void each_spell_is_held_out_once_and_parts_are_of_equal_size() {
    Folds folds = Folds.of(spells(), ALL, PARTS, 1);
    int[] seen = IntStream.range(0, PARTS)
        .flatMap(fold -> Arrays.stream(folds.heldOut(fold)))
        .sorted()
        .toArray();
    assertArrayEquals(ALL, seen);
    for (int fold = 0; fold < PARTS; fold++) {
      assertEquals(SPELLS / PARTS, folds.heldOut(fold).length);
      assertEquals(SPELLS - SPELLS / PARTS, folds.others(fold).length);
    }
  }

  @Test
  void parts_of_people_with_several_spells_hold_as_many_people() {
    Spells spells = spells().ownedBy(Arrays.stream(ALL).map(i -> i / 4).toArray());
    Folds folds = Folds.of(spells, ALL, PARTS, 1);
    for (int fold = 0; fold < PARTS; fold++) {
      assertEquals(50, owners(spells, folds.heldOut(fold)).size());
    }
  }

  @Test
  void every_spell_has_an_owner() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> spells().ownedBy(new int[]{1, 2}));
    assertTrue(String.valueOf(e.getMessage()).contains("an owner for each of 1000 spells, were 2"),
        e.getMessage());
  }
}
