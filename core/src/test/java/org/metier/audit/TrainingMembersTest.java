package org.metier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose data trained a model is known exactly, and to those alone who have key and id.
class TrainingMembersTest {
  private static final String FIRST = "ab".repeat(32);
  private static final String SECOND = "cd".repeat(32);

  @TempDir
  private Path folder = Path.of("");

  private static List<String> models(List<TrainedModel> trained) {
    return trained.stream().map(TrainedModel::model).toList();
  }

  @Test
  void each_person_is_found_in_the_models_that_they_trained_and_in_no_other() {
    TrainingMembers members = WrittenLog.in(folder).log.trained();
    List<String> people = IntStream.range(0, 500).mapToObj(i -> "person-" + i % 250).toList();
    assertEquals(250, members.keep("ranker", FIRST, people).members());
    members.keep("potential", SECOND, List.of("person-7", "anna"));
    for (int i = 0; i < 250; i++) {
      assertEquals(i == 7 ? List.of(FIRST, SECOND) : List.of(FIRST),
          models(members.of("person-" + i)));
    }
    for (int i = 250; i < 500; i++) {
      assertEquals(List.of(), members.of("person-" + i));
    }
  }

  @Test
  void erasing_takes_one_person_out_and_names_the_models_once() {
    TrainingMembers members = WrittenLog.in(folder).log.trained();
    members.keep("ranker", FIRST, List.of("anna", "ben", "cleo"));
    assertEquals(List.of(FIRST), models(members.erase("ben")));
    assertEquals(List.of(), members.erase("ben"));
    assertEquals(List.of(), members.of("ben"));
    TrainedModel left = members.of("anna").getFirst();
    assertEquals(2, left.members());
    assertEquals(1, left.erased());
    assertEquals(List.of(FIRST), models(members.of("cleo")));
  }

  @Test
  void the_file_names_nobody_and_a_changed_one_is_refused() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    written.log.trained().keep("ranker", FIRST, List.of("anna", "ben"));
    Path file = written.home.auditLog().resolve("trained/" + FIRST + ".members");
    assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("anna"));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThrows(AuditException.class, () -> written.log.trained().of("anna"));
  }
}
