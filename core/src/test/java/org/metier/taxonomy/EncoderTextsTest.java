package org.metier.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.encoder.EncoderException;
import org.metier.encoder.EncoderProgress;
import org.metier.encoder.EncoderTraining;
import org.metier.home.Home;

class EncoderTextsTest {
  @TempDir
  private Path folder = Path.of("");

  /// A folder with so many occupations, each with two labels.
  private Path occupations(String name, int count) throws IOException {
    StringBuilder csv = new StringBuilder(
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels\n");
    for (int i = 0; i < count; i++) {
      csv.append("Occupation,x:o/%d,2221,work %d,trade %d\n".formatted(i, i, i));
    }
    Path esco = Files.createDirectories(folder.resolve(name));
    Files.writeString(esco.resolve("occupations_en.csv"), csv);
    return esco;
  }

  @Test
  void the_sample_is_too_small_for_an_encoder() {
    assertEquals(Optional.empty(),
        EncoderTexts.train(SampleTaxonomy.fromCsv(), EncoderProgress.SILENT));
  }

  @Test
  void an_import_trains_the_encoder_of_a_home_and_a_small_one_removes_it() throws IOException {
    Home home = Home.open(folder.resolve("home"));
    List<Integer> rounds = new ArrayList<>();
    TaxonomyImport large = TaxonomyImport
        .of(List.of(occupations("large", EncoderTraining.LEAST_GROUPS)));
    large.telling((round, of) -> rounds.add(round)).into(home);
    assertFalse(rounds.isEmpty());
    Taxonomy taxonomy = Taxonomy.of(home);
    assertEquals(taxonomy.id(), taxonomy.encoder().orElseThrow().taxonomyId());
    assertTrue(taxonomy.withoutEncoder().encoder().isEmpty());
    TaxonomyImport.of(List.of(occupations("small", 3))).into(home);
    assertTrue(Taxonomy.of(home).encoder().isEmpty());
    assertFalse(Files.exists(home.encoderFile()));
  }

  @Test
  void an_encoder_of_another_taxonomy_is_not_used_and_a_damaged_one_refused() throws IOException {
    Home home = Home.open(folder.resolve("home"));
    TaxonomyImport large = TaxonomyImport
        .of(List.of(occupations("large", EncoderTraining.LEAST_GROUPS)));
    large.into(home);
    large.withoutEncoder().read().taxonomy().save(home.taxonomyFile());
    assertTrue(Taxonomy.of(home).encoder().isPresent(), "equal content has equal ids");
    TaxonomyImport.of(List.of(occupations("small", 3))).read().taxonomy().save(home.taxonomyFile());
    assertTrue(Taxonomy.of(home).encoder().isEmpty());
    Files.write(home.encoderFile(), new byte[]{1, 2, 3});
    String message = String.valueOf(
        assertThrows(EncoderException.class, () -> Taxonomy.of(home)).getMessage());
    assertTrue(message.startsWith(home.encoderFile() + ": is no encoder"), message);
  }

  @Test
  void an_import_without_encoder_leaves_none() throws IOException {
    Home home = Home.open(folder.resolve("home"));
    TaxonomyImport.of(List.of(occupations("large", EncoderTraining.LEAST_GROUPS)))
        .withoutEncoder()
        .into(home);
    assertTrue(Taxonomy.of(home).encoder().isEmpty());
  }
}
