package org.metier.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.benchmarks.TaggerBenchmark.Peer;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// What the tagger is measured beside does the same work.
class TaggerPeersTest {
  private static final String TEXT = "Managing large projects, bread baking, and baking; we bake bread.";

  private static List<String> found(Peer peer, String... labels) throws IOException {
    Taxonomy.Builder taxonomy = Taxonomy.builder();
    for (String label : labels) {
      taxonomy.concept(label, ConceptKind.SKILL, "")
          .labels(label, Language.EN, List.of(label));
    }
    LabelText text = LabelText.of(taxonomy.concept("cook", ConceptKind.OCCUPATION, "5120")
        .labels("cook", Language.EN, List.of("cook"))
        .build());
    List<String> found = new ArrayList<>();
    peer.over(text).forEachTag(TEXT, (_, start, end) -> found.add(TEXT.substring(start, end)));
    return found;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HANKCS_RAW")
  void ours_and_all_peers_over_stems_find_inflected_labels_the_longest_first(Peer peer)
      throws IOException {
    assertEquals(List.of("Managing large projects", "bread baking", "bake bread"),
        found(peer, "manage large", "manage large projects", "bread baking", "bake bread"));
  }

  @Test
  void the_peer_without_stems_finds_only_what_is_written() throws IOException {
    assertEquals(List.of("bread baking"),
        found(Peer.HANKCS_RAW, "manage large projects", "bread baking", "baked bread"));
  }

  @Test
  void written_texts_and_cvs_are_the_same_from_the_same_seed_and_hold_the_taxonomy_s_labels() {
    Taxonomy taxonomy = Taxonomy.sample();
    assertEquals(WrittenText.seeded(7, taxonomy), WrittenText.seeded(7, taxonomy));
    assertNotEquals(WrittenText.seeded(7, taxonomy), WrittenText.seeded(8, taxonomy));
    List<String> cvs = WrittenCvs.seeded(7, 5, taxonomy);
    assertEquals(cvs, WrittenCvs.seeded(7, 5, taxonomy));
    for (Language language : Language.values()) {
      String cv = cvs.get(language.ordinal());
      boolean holdsLabel = false;
      for (int skill : taxonomy.concepts(ConceptKind.SKILL)) {
        holdsLabel |= cv.contains(taxonomy.label(skill, language));
      }
      assertTrue(holdsLabel, language.name());
    }
  }

  @Test
  void the_median_leaves_the_warm_up_out() {
    ProcessorTime time = new ProcessorTime();
    List<Double> rates = new ArrayList<>();
    for (int iteration = 0; iteration < 5; iteration++) {
      time.start();
      long sum = 0;
      for (int i = 0; i < 3_000_000; i++) {
        sum += Math.floorMod(i, 7) + System.identityHashCode(time) % 2;
      }
      time.stop(sum * (iteration + 1.0) * (iteration + 1.0));
      rates.add(time.iteration());
    }
    List<Double> last = rates.subList(2, 5).stream().sorted().toList();
    assertEquals(last.get(1), time.median(3));
  }
}
