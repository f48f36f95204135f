package org.metier.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

class OccupationLinkerTest {
  private static final Taxonomy TAXONOMY = Taxonomy.builder()
      .concept("g:7212", ConceptKind.ISCO_GROUP, "7212")
      .labels("g:7212", Language.EN, List.of("Welders and flame cutters"))
      .concept("o:1-welder", ConceptKind.OCCUPATION, "7212")
      .labels("o:1-welder", Language.EN, List.of("welder", "welding operative"))
      .labels("o:1-welder", Language.FR, List.of("soudeur/soudeuse"))
      .labels("o:1-welder", Language.DE, List.of("Schweißer/Schweißerin"))
      .broader("o:1-welder", "g:7212")
      .concept("o:2-spot", ConceptKind.OCCUPATION, "7212")
      .labels("o:2-spot", Language.EN, List.of("spot welder"))
      .labels("o:2-spot", Language.FR, List.of("soudeur par points/soudeuse par points"))
      .broader("o:2-spot", "g:7212")
      .concept("o:3-nurse", ConceptKind.OCCUPATION, "2221")
      .labels("o:3-nurse", Language.EN, List.of("nurse responsible for general care", "nurse"))
      .labels("o:3-nurse", Language.NL, List.of("verpleegkundige"))
      .concept("o:4-twin", ConceptKind.OCCUPATION, "9999")
      .labels("o:4-twin", Language.EN, List.of("juggler"))
      .concept("o:5-twin", ConceptKind.OCCUPATION, "9999")
      .labels("o:5-twin", Language.EN, List.of("juggler"))
      .build();

  private final OccupationLinker linker = OccupationLinker.over(TAXONOMY, TextAnalyzer.create());

  private List<String> uris(List<OccupationLink> links) {
    return links.stream().map(link -> TAXONOMY.uri(link.concept())).toList();
  }

  private String first(String title, Language language) {
    return uris(linker.link(title, language, 1)).getFirst();
  }

  @Test
  void a_label_in_any_form_finds_its_occupation() {
    assertEquals("o:1-welder", first("Welders", Language.EN));
    assertEquals("o:1-welder", first("SCHWEISSERIN (m/w/d)", Language.DE));
    assertEquals("o:1-welder", first("Soudeur / Soudeuse", Language.FR));
    assertEquals("o:2-spot", first("Soudeuse par points H/F", Language.FR));
    assertEquals("o:3-nurse", first("Verpleegkundigen", Language.NL));
    assertEquals("o:3-nurse", first("general care nurse", Language.EN));
  }

  @Test
  void a_slip_of_the_finger_is_forgiven() {
    assertEquals("o:3-nurse", first("verpleegkundge", Language.NL));
  }

  @Test
  void the_label_that_spoke_is_named() {
    OccupationLink link = linker.link("welding operatives", Language.EN, 1).getFirst();
    assertEquals("welding operative", link.label());
    assertTrue(link.confidence() > 0.5, link.toString());
  }

  @Test
  void what_a_title_says_it_is_not_is_not_compared() {
    OccupationLinker linker = OccupationLinker.over(TAXONOMY, TextAnalyzer.create());
    assertEquals(linker.rank("Welders", Language.EN, 9),
        linker.rank("Welders, Except Spot Welders and Nurses", Language.EN, 9));
  }

  @Test
  void a_title_in_a_language_without_its_label_is_found_through_another() {
    assertEquals("o:3-nurse", first("nurse", Language.PL));
    double own = linker.link("nurse", Language.EN, 1).getFirst().confidence();
    double other = linker.link("nurse", Language.PL, 1).getFirst().confidence();
    assertTrue(other < own, other + " < " + own);
  }

  @Test
  void a_title_like_nothing_is_linked_to_nothing() {
    assertEquals(List.of(), linker.link("qqxx zzww", Language.EN, 5));
    assertEquals(List.of(), linker.link("", Language.EN, 5));
    assertEquals(List.of(), linker.link("(m/w/d)", Language.DE, 5));
  }

  @Test
  void a_title_a_little_like_something_is_ranked_and_not_linked() {
    String title = "purser on board of a steamer";
    assertTrue(!linker.rank(title, Language.EN, 1).isEmpty());
    assertEquals(List.of(), linker.link(title, Language.EN, 1));
  }

  @Test
  void groups_are_ranked_and_never_linked() {
    assertEquals("g:7212",
        uris(linker.rank("welders and flame cutters", Language.EN, 3)).getFirst());
    assertTrue(linker.link("welders and flame cutters", Language.EN, 9)
        .stream()
        .allMatch(link -> TAXONOMY.kind(link.concept()) == ConceptKind.OCCUPATION));
  }

  @Test
  void equal_ones_come_in_the_order_of_their_uris() {
    assertEquals(List.of("o:4-twin", "o:5-twin"), uris(linker.link("juggler", Language.EN, 2)));
  }

  @Test
  void a_rival_as_good_halves_the_trust() {
    double alone = linker.link("spot welder", Language.EN, 1).getFirst().confidence();
    double rivalled = linker.link("juggler", Language.EN, 1).getFirst().confidence();
    assertTrue(rivalled < alone, rivalled + " < " + alone);
  }

  @Test
  void the_limit_cuts_the_list_and_changes_nothing_else() {
    List<OccupationLink> all = linker.rank("spot welder", Language.EN, Integer.MAX_VALUE);
    assertTrue(all.size() >= 3, all.toString());
    for (int limit = 1; limit <= all.size(); limit++) {
      assertEquals(all.subList(0, limit), linker.rank("spot welder", Language.EN, limit));
    }
    assertThrows(IllegalArgumentException.class, () -> linker.link("nurse", Language.EN, 0));
  }

  @Test
  void searches_at_the_same_time_do_not_meet() throws Exception {
    List<String> titles = List.of("welder", "nurse", "spot welding", "juggler of nurses");
    List<List<OccupationLink>> alone = titles.stream()
        .map(title -> linker.rank(title, Language.EN, 9))
        .toList();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<OccupationLink>>> answers = IntStream.range(0, 400)
          .mapToObj(i -> executor
              .submit(() -> linker.rank(titles.get(i % titles.size()), Language.EN, 9)))
          .toList();
      for (int i = 0; i < answers.size(); i++) {
        assertEquals(alone.get(i % alone.size()), answers.get(i).get());
      }
    }
  }

  @Test
  void the_sample_taxonomy_is_linked_in_every_language() {
    Taxonomy sample = Taxonomy.sample();
    OccupationLinker overSample = OccupationLinker.over(sample, TextAnalyzer.create());
    int right = 0;
    int asked = 0;
    for (int occupation : sample.concepts(ConceptKind.OCCUPATION)) {
      for (Language language : Language.values()) {
        List<OccupationLink> links = overSample.link(sample.label(occupation, language), language,
            1);
        right += !links.isEmpty() && links.getFirst().concept() == occupation ? 1 : 0;
        asked++;
      }
    }
    assertTrue(right >= 0.99 * asked, right + " of " + asked);
  }
}
