package org.metier.taxonomy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.metier.text.Language;

class TaxonomyTest {
  private static Taxonomy.Builder trades() {
    return Taxonomy.builder()
        .concept("o:baker", ConceptKind.OCCUPATION, "7512")
        .concept("o:cook", ConceptKind.OCCUPATION, "5120")
        .concept("o:miller", ConceptKind.OCCUPATION, "7514")
        .concept("g:7", ConceptKind.ISCO_GROUP, "7")
        .concept("g:7512", ConceptKind.ISCO_GROUP, "7512")
        .skill("s:dough", false, null)
        .skill("s:hygiene", true, ReuseLevel.CROSS_SECTOR)
        .skill("s:menu", false, null)
        .broader("o:baker", "g:7512")
        .broader("g:7512", "g:7")
        .essential("o:baker", "s:dough")
        .essential("o:baker", "s:hygiene")
        .optional("o:cook", "s:hygiene")
        .essential("o:cook", "s:menu")
        .labels("o:baker", Language.FR, List.of("boulanger", "boulangère"))
        .labels("o:baker", Language.DE, List.of("Bäcker"));
  }

  private static int find(Taxonomy taxonomy, String uri) {
    return taxonomy.find(uri).orElseThrow();
  }

  @Test
  void every_concept_is_found_by_its_uri_and_no_other_is() {
    Taxonomy taxonomy = trades().build();
    for (int c = 0; c < taxonomy.size(); c++) {
      assertEquals(OptionalInt.of(c), taxonomy.find(taxonomy.uri(c)));
    }
    assertEquals(OptionalInt.empty(), taxonomy.find("o:bake"));
    assertEquals(OptionalInt.empty(), taxonomy.find("o:bakers"));
    assertEquals(OptionalInt.empty(), taxonomy.find(""));
  }

  @Test
  void a_label_is_asked_for_in_other_languages_before_the_code() {
    Taxonomy taxonomy = trades().build();
    assertEquals("boulanger", taxonomy.label(find(taxonomy, "o:baker"), Language.PL));
    assertEquals("Bäcker", taxonomy.label(find(taxonomy, "o:baker"), Language.DE));
    assertEquals("5120", taxonomy.label(find(taxonomy, "o:cook"), Language.PL));
    assertEquals("s:dough", taxonomy.label(find(taxonomy, "s:dough"), Language.PL));
    assertEquals("boulangère", taxonomy.label(find(taxonomy, "o:baker"), Language.FR, 1));
    assertThrows(IndexOutOfBoundsException.class,
        () -> taxonomy.label(find(taxonomy, "o:baker"), Language.FR, 2));
  }

  @Test
  void relations_run_both_ways() {
    Taxonomy taxonomy = trades().build();
    int baker = find(taxonomy, "o:baker");
    int cook = find(taxonomy, "o:cook");
    int hygiene = find(taxonomy, "s:hygiene");
    assertArrayEquals(new int[]{baker, cook}, taxonomy.occupationsUsing(hygiene));
    assertArrayEquals(new int[]{baker}, taxonomy.narrower(find(taxonomy, "g:7512")));
    assertArrayEquals(new int[]{find(taxonomy, "g:7512"), find(taxonomy, "g:7")},
        taxonomy.ancestors(baker));
  }

  @Test
  void ancestors_end_although_relations_run_in_a_circle() {
    Taxonomy taxonomy = trades().broader("g:7", "o:baker").build();
    assertEquals(2, taxonomy.ancestors(find(taxonomy, "o:baker")).length);
  }

  @Test
  void a_relation_to_nothing_is_dropped_and_counted() {
    Taxonomy.Builder builder = trades().optional("o:cook", "s:none").broader("o:none", "g:7");
    assertEquals(0, builder.build().optionalSkills(0).length);
    assertEquals(2, builder.droppedRelations());
  }

  @Test
  void an_essential_skill_is_not_optional_too() {
    Taxonomy taxonomy = trades().optional("o:baker", "s:dough").build();
    assertEquals(0, taxonomy.optionalSkills(find(taxonomy, "o:baker")).length);
    assertEquals(2, taxonomy.essentialSkills(find(taxonomy, "o:baker")).length);
  }

  @Test
  void isco_distance_counts_the_levels_that_differ() {
    Taxonomy taxonomy = trades().concept("o:confectioner", ConceptKind.OCCUPATION, "7512")
        .concept("o:printer", ConceptKind.OCCUPATION, "7321")
        .concept("o:tailor", ConceptKind.OCCUPATION, "7531")
        .build();
    int baker = find(taxonomy, "o:baker");
    assertEquals(0, taxonomy.iscoDistance(baker, baker));
    assertEquals(1, taxonomy.iscoDistance(baker, find(taxonomy, "o:confectioner")));
    assertEquals(2, taxonomy.iscoDistance(baker, find(taxonomy, "o:miller")));
    assertEquals(3, taxonomy.iscoDistance(baker, find(taxonomy, "o:tailor")));
    assertEquals(4, taxonomy.iscoDistance(baker, find(taxonomy, "o:printer")));
    assertEquals(5, taxonomy.iscoDistance(baker, find(taxonomy, "o:cook")));
    assertEquals(5, taxonomy.iscoDistance(baker, find(taxonomy, "s:dough")));
  }

  @Test
  void rarity_and_overlap_follow_their_formulas() {
    Taxonomy taxonomy = trades().build();
    // three occupations: dough and menu are used by one, hygiene by two
    double rare = Math.log(1 + 3 / 2.0);
    double common = Math.log(1 + 3 / 3.0);
    assertEquals(rare, taxonomy.rarity(find(taxonomy, "s:dough")), 1e-12);
    assertEquals(common, taxonomy.rarity(find(taxonomy, "s:hygiene")), 1e-12);
    int baker = find(taxonomy, "o:baker");
    int cook = find(taxonomy, "o:cook");
    double expected = 0.5 * common / (common + rare + rare);
    assertEquals(expected, taxonomy.skillOverlap(baker, cook), 1e-12);
    assertEquals(expected, taxonomy.skillOverlap(cook, baker), 1e-12);
    assertEquals(1, taxonomy.skillOverlap(baker, baker), 1e-12);
    assertEquals(0, taxonomy.skillOverlap(find(taxonomy, "o:miller"), baker));
    assertEquals(0, taxonomy.skillOverlap(find(taxonomy, "o:miller"), find(taxonomy, "o:miller")));
  }

  @Test
  void labels_are_shown_in_order_with_their_rank() {
    List<String> shown = new ArrayList<>();
    trades().build()
        .forEachLabel(ConceptKind.OCCUPATION, Language.FR,
            (concept, rank, label) -> shown.add(concept + " " + rank + " " + label));
    assertEquals(List.of("2 0 boulanger", "2 1 boulangère"), shown);
  }

  @Test
  void equal_content_has_equal_ids_whatever_the_order() {
    Taxonomy.Builder reversed = Taxonomy.builder()
        .essential("o", "b")
        .essential("o", "a")
        .skill("b", false, null)
        .skill("a", false, null)
        .concept("o", ConceptKind.OCCUPATION, "");
    Taxonomy.Builder straight = Taxonomy.builder()
        .concept("o", ConceptKind.OCCUPATION, "")
        .skill("a", false, null)
        .skill("b", false, null)
        .essential("o", "a")
        .essential("o", "b");
    assertEquals(straight.build().id(), reversed.build().id());
    assertNotEquals(straight.build().id(), straight.regulated("o").build().id());
  }
}
