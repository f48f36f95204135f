package org.metier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.audit.internal.PersonSecret;

/// Whoever a log names is known to be named, however many there are and however often.
class PseudonymsTest {
  @Test
  void everybody_who_was_added_is_named_and_nobody_else(@TempDir Path folder) {
    List<PersonSecret> people = new java.util.ArrayList<>(WrittenLog.in(folder).log.keys()
        .secrets(IntStream.range(0, 3_000).mapToObj(i -> "p" + i).toList()));
    List<PersonSecret> others = people.subList(2_700, 3_000);
    List<PersonSecret> named = people.subList(0, 2_700);
    Pseudonyms pseudonyms = new Pseudonyms();
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(named, new Random(round));
      named.forEach(secret -> pseudonyms.add(secret.pseudonym()));
    }
    Predicate<PersonSecret> filter = pseudonyms.named();
    assertTrue(named.stream().allMatch(filter));
    assertEquals(0, others.stream().filter(filter).count());
  }
}
