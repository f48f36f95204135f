package org.metier.match.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.match.feature.Feature;
import org.metier.match.model.HandMadeModel;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

class RankerModelTest {
  private static final RankerModel MODEL = HandMadeModel.model();

  @TempDir
  Path folder;

  private Path file = Path.of("");

  @BeforeEach
  void nameFile() {
    file = folder.resolve("models").resolve("ranker.json");
  }

  private void assertRefused(String text, String... expected) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
    String message = String.valueOf(
        assertThrows(ModelFileException.class, () -> RankerModel.read(file)).getMessage());
    assertTrue(message.startsWith(file + ": "), message);
    for (String part : expected) {
      assertTrue(message.contains(part), message);
    }
  }

  private static String text() {
    return new String(MODEL.toBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void a_model_reads_back_equal_to_the_bit() {
    double odd = Math.nextUp(0.1);
    Tree stump = new Tree(new int[]{0, -1, -1}, new double[]{-0.0, 0, 0},
        new boolean[]{true, false, false}, new int[]{1, 0, 0}, new int[]{2, 0, 0},
        new double[]{0, Double.MIN_VALUE, odd}, new double[]{1 + odd, 1, odd});
    RankerModel model = RankerModel.of(Forest.of(Feature.values().length, 1 / 3.0, List.of(stump)));
    model.write(file);
    assertEquals(model, RankerModel.read(file));
    assertArrayEquals(model.toBytes(), RankerModel.read(file).toBytes());
    assertEquals(model.sha256(), RankerModel.read(file).sha256());
  }

  @Test
  void writing_replaces_the_file_and_leaves_nothing_else(@TempDir Path other) throws IOException {
    MODEL.write(file);
    MODEL.write(file);
    try (var files = Files.list(file.toAbsolutePath().getParent())) {
      assertEquals(List.of(file), files.toList());
    }
    Path blocked = other.resolve("ranker.json");
    Files.createDirectories(blocked.resolve("not-empty"));
    assertThrows(ModelFileException.class, () -> MODEL.write(blocked));
    try (var files = Files.list(other)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void the_standard_model_has_a_card_of_its_own() {
    assertEquals(RankerModel.standard().sha256(), ModelCard.standard().modelSha256());
  }

  @Test
  void a_card_of_another_model_is_refused() {
    Path card = ModelCard.beside(file);
    assertEquals("ranker.card.json", card.getFileName().toString());
    HandMadeModel.card().write(card);
    assertEquals(HandMadeModel.card(), ModelCard.read(card, MODEL));
    RankerModel other = RankerModel.of(Forest.of(Feature.values().length, 1, List.of()));
    Exception refusal = assertThrows(ModelFileException.class, () -> ModelCard.read(card, other));
    assertTrue(refusal.toString().contains(other.sha256()), refusal::toString);
  }

  @Test
  void what_is_no_model_is_refused() throws IOException {
    assertRefused("", "line 1");
    assertRefused("<html>", "line 1", "not JSON");
    assertRefused("[]", "object");
    assertRefused("{}", "is not a ranker");
    String half = text().substring(0, 3000);
    assertRefused(half, "line " + half.lines().count());
    assertRefused(text().replace("\"ranker\"", "\"tagger\""), "is not a ranker");
  }

  @Test
  void another_format_version_is_refused_before_anything_else() throws IOException {
    assertRefused(text().replace("\"formatVersion\":2", "\"formatVersion\":3,\"new\":3"),
        "\"formatVersion\" is 3", "reads 1 and 2", "release");
  }

  @Test
  void a_file_that_was_changed_by_hand_is_refused() throws IOException {
    assertRefused(text().replace("\"offset\":0.0", "\"offset\":0.5"), "\"sha256\"", "was changed");
    assertRefused(text().replaceFirst("\"sha256\":\"[0-9a-f]+\",", ""), "\"sha256\" is null");
    assertRefused(text().replace("\"formatVersion\":2", "\"formatVersion\":1"), "\"sha256\"");
  }

  @Test
  void a_model_of_fewer_features_scores_rows_of_all() {
    Tree tree = new Tree(new int[]{1, -1, -1}, new double[]{0.5, 0, 0},
        new boolean[]{true, false, false}, new int[]{1, 0, 0}, new int[]{2, 0, 0},
        new double[]{0, 1, 2}, new double[]{2, 1, 1});
    RankerModel model = new RankerModel(
        List.of(Feature.AGE_DAYS.name(), Feature.SALARY_RATIO.name()),
        Forest.of(2, 0, List.of(tree)));
    model.write(file);
    double[] row = new double[Feature.values().length];
    row[Feature.SALARY_RATIO.ordinal()] = 0.7;
    assertEquals(2, RankerModel.read(file).aligned().score(row));
    row[Feature.SALARY_RATIO.ordinal()] = 0.2;
    row[Feature.AGE_DAYS.ordinal()] = 100;
    assertEquals(1, RankerModel.read(file).aligned().score(row));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void files_of_every_version_stay_readable(int version) throws IOException {
    Path golden = Path.of("src/test/resources/org/metier/match/model/ranker-" + version + ".json");
    RankerModel model = RankerModel.read(golden);
    assertEquals(List.of("ESSENTIAL_SKILLS_SHARE", "DISTANCE_KM"), model.features());
    assertEquals(-0.5, model.forest().score(new double[]{0.25, 31}));
    assertEquals(1.75, model.forest().score(new double[]{0.75, 30}));
    assertEquals(1, model.forest().score(new double[]{Double.NaN, Double.NaN}));
  }

  @Test
  void an_unknown_or_missing_property_is_refused() throws IOException {
    assertRefused(text().replace("\"offset\":0.0", "\"offset\":0.0,\"new\":1"),
        "\"new\" is not a property here");
    assertRefused(text().replace("\"offset\":0.0,", ""), "\"offset\" is missing");
  }

  @Test
  void another_feature_schema_is_refused_naming_the_first_difference() throws IOException {
    String second = Feature.names().get(1);
    assertRefused(text().replace(second, "SHOE_SIZE"), "feature 1 is \"SHOE_SIZE\"",
        "does not compute", "train the model again");
    assertRefused(text().replace(second, Feature.names().getFirst()), "feature 1 is", "twice");
  }

  @Test
  void a_broken_tree_is_refused_naming_it() throws IOException {
    assertRefused(text().replaceFirst("\"left\":\\[1,", "\"left\":[99,"), "tree 0", "node 0");
    assertRefused(text().replaceFirst("\"left\":\\[1,", "\"left\":["), "tree 0", "one length");
    assertRefused(text().replaceFirst("\"left\":\\[1,", "\"left\":[null,"), "tree");
  }

  @Test
  void bytes_that_are_not_text_are_refused() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, new byte[]{'{', (byte) 0xff});
    Exception refusal = assertThrows(ModelFileException.class, () -> RankerModel.read(file));
    assertTrue(refusal.toString().contains("UTF-8"), refusal::toString);
  }

  @Test
  void a_missing_file_is_told() {
    Exception refusal = assertThrows(ModelFileException.class, () -> RankerModel.read(file));
    assertTrue(refusal.toString().contains("no such file"), refusal::toString);
  }

  @Test
  void scores_too_large_to_be_explained_exactly_are_refused() {
    Forest forest = Forest.of(Feature.values().length, -10_001, List.of());
    assertThrows(IllegalArgumentException.class, () -> RankerModel.of(forest));
  }
}
