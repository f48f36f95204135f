package org.metier.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

class SkillLinkerTest {
  private static final Taxonomy TAXONOMY = Taxonomy.builder()
      .skill("s:01-pictures", false, null)
      .labels("s:01-pictures", Language.EN, List.of("take pictures", "shoot photographs"))
      .skill("s:02-communication", true, null)
      .labels("s:02-communication", Language.EN, List.of("communication", "exchange information"))
      .labels("s:02-communication", Language.FR, List.of("communication"))
      .labels("s:02-communication", Language.DE, List.of("Kommunikation"))
      .skill("s:03-teaching", false, null)
      .labels("s:03-teaching", Language.EN, List.of("teaching communication"))
      .skill("s:04-java", true, null)
      .labels("s:04-java", Language.EN, List.of("Java (computer programming)"))
      .skill("s:05-javascript", true, null)
      .labels("s:05-javascript", Language.EN, List.of("JavaScript"))
      .skill("s:06-weld", false, null)
      .labels("s:06-weld", Language.EN, List.of("weld steel", "join steel parts"))
      .labels("s:06-weld", Language.FR, List.of("souder de l’acier"))
      .labels("s:06-weld", Language.NL, List.of("staal lassen"))
      .labels("s:06-weld", Language.PL, List.of("spawać stal"))
      .labels("s:06-weld", Language.DE, List.of("Stahl schweißen"))
      .skill("s:07-budget", false, null)
      .labels("s:07-budget", Language.EN, List.of("manage budgets", "budget allocation"))
      .skill("s:08-resources", false, null)
      .labels("s:08-resources", Language.EN, List.of("plan resource allocation"))
      .skill("s:09-english", true, null)
      .labels("s:09-english", Language.EN, List.of("English"))
      .labels("s:09-english", Language.DE, List.of("Englisch"))
      .labels("s:09-english", Language.NL, List.of("Engels"))
      .skill("s:10-sheets", false, null)
      .labels("s:10-sheets", Language.EN, List.of("use spreadsheets software"))
      .labels("s:10-sheets", Language.PL, List.of("korzystać z arkuszy kalkulacyjnych"))
      .skill("s:11-twin", false, null)
      .labels("s:11-twin", Language.EN, List.of("juggle clubs"))
      .skill("s:12-twin", false, null)
      .labels("s:12-twin", Language.EN, List.of("juggle clubs"))
      .skill("s:13-sharing", true, null)
      .labels("s:13-sharing", Language.EN, List.of("job sharing"))
      .build();

  private final SkillLinker linker = SkillLinker.over(TAXONOMY, TextAnalyzer.create());

  private static List<String> uris(List<SkillLink> links) {
    return links.stream().map(link -> TAXONOMY.uri(link.concept())).toList();
  }

  private List<String> linked(String mention, Language language) {
    return uris(linker.link(mention, new Span(0, mention.length()), language));
  }

  private List<String> ranked(String mention, Language language) {
    return uris(linker.rank(mention, new Span(0, mention.length()), language, 9));
  }

  @Test
  void a_label_in_any_form_finds_its_skill() {
    assertEquals("s:06-weld", linked("welding of steel", Language.EN).getFirst());
    assertEquals("s:06-weld", linked("souder des aciers", Language.FR).getFirst());
    assertEquals("s:06-weld", linked("lassen van staal", Language.NL).getFirst());
    assertEquals("s:06-weld", linked("spawanie stali", Language.PL).getFirst());
    assertEquals("s:06-weld", linked("Schweißen von Stahl", Language.DE).getFirst());
    assertEquals("s:10-sheets", linked("spreadsheet software", Language.EN).getFirst());
  }

  @Test
  void only_the_mention_is_linked_and_not_what_stands_around_it() {
    String text = "We juggle clubs, and you know Java.";
    assertEquals(List.of("s:04-java"),
        uris(linker.link(text, new Span(text.indexOf("Java"), text.indexOf('.')), Language.EN)));
  }

  @Test
  void the_bigger_picture_is_no_photograph() {
    assertFalse(linked("understand the bigger picture", Language.EN).contains("s:01-pictures"));
    assertEquals("s:01-pictures", linked("taking pictures", Language.EN).getFirst());
  }

  @Test
  void communication_is_not_the_teaching_of_it() {
    for (String mention : List.of("communication", "good communication skills", "communications")) {
      assertEquals("s:02-communication", linked(mention, Language.EN).getFirst(), mention);
      assertFalse(linked(mention, Language.EN).contains("s:03-teaching"), mention);
    }
    assertEquals("s:03-teaching", ranked("teaching communication", Language.EN).getFirst());
  }

  @Test
  void java_is_not_javascript() {
    assertEquals(List.of("s:04-java"), linked("Java", Language.EN));
    assertEquals(List.of("s:05-javascript"), linked("JavaScript", Language.EN));
    assertEquals(List.of("s:05-javascript"), linked("javascript", Language.EN));
    assertEquals("s:04-java", linked("knowledge of Java", Language.EN).getFirst());
  }

  @Test
  void capitals_within_a_word_are_its_abbreviation() {
    List<String> ranked = ranked("JS", Language.EN);
    assertTrue(ranked.contains("s:05-javascript"), ranked.toString());
    assertEquals(List.of(), ranked("js", Language.EN)); // a word like any other
  }

  @Test
  void every_part_of_an_enumeration_is_looked_for() {
    List<String> ranked = ranked("budget and resource allocation", Language.EN);
    assertEquals(List.of("s:07-budget", "s:08-resources"),
        ranked.subList(0, 2).stream().sorted().toList());
  }

  @Test
  void words_that_only_say_that_a_skill_follows_are_passed_over() {
    assertEquals("s:09-english", linked("sehr gute Englischkenntnisse", Language.DE).getFirst());
    assertEquals("s:09-english", linked("goede kennis van het Engels", Language.NL).getFirst());
    assertEquals("s:10-sheets",
        linked("znajomość arkuszy kalkulacyjnych", Language.PL).getFirst());
    assertEquals("s:02-communication",
        linked("excellentes capacités de communication", Language.FR).getFirst());
  }

  @Test
  void a_skill_without_a_label_in_the_language_is_found_by_its_english_one() {
    assertEquals("s:05-javascript", linked("JavaScript", Language.DE).getFirst());
    assertEquals("s:05-javascript", linked("JavaScript", Language.PL).getFirst());
  }

  @Test
  void a_mention_like_nothing_is_linked_to_nothing() {
    for (String mention : List.of("qqxx zzww", "…", "the", "42")) {
      assertEquals(List.of(), linked(mention, Language.EN), mention);
    }
  }

  @Test
  void equal_ones_come_in_the_order_of_their_uris_and_neither_is_sure() {
    List<SkillLink> links = linker.rank("juggle clubs", new Span(0, 12), Language.EN, 2);
    assertEquals(List.of("s:11-twin", "s:12-twin"), uris(links));
    double alone = linker.rank("weld steel", new Span(0, 10), Language.EN, 1).getFirst()
        .confidence();
    assertTrue(links.getFirst().confidence() < alone, links + " against " + alone);
  }

  @Test
  void the_label_that_spoke_is_named() {
    SkillLink link = linker.link("joining steel parts", new Span(0, 19), Language.EN).getFirst();
    assertEquals("join steel parts", link.label());
  }

  @Test
  void surest_come_first_and_the_limit_cuts_the_list_alone() {
    String mention = "budget and resource allocation";
    Span whole = new Span(0, mention.length());
    List<SkillLink> all = linker.rank(mention, whole, Language.EN, Integer.MAX_VALUE);
    assertTrue(all.size() >= 2, all.toString());
    for (int limit = 1; limit <= all.size(); limit++) {
      assertEquals(all.subList(0, limit), linker.rank(mention, whole, Language.EN, limit));
    }
    for (int i = 1; i < all.size(); i++) {
      assertTrue(all.get(i).confidence() <= all.get(i - 1).confidence(), all.toString());
    }
  }

  @Test
  void what_cannot_be_asked_is_refused() {
    assertThrows(IllegalArgumentException.class,
        () -> linker.rank("Java", new Span(0, 4), Language.EN, 0));
    assertThrows(IndexOutOfBoundsException.class,
        () -> linker.link("Java", new Span(0, 5), Language.EN));
    assertThrows(IllegalArgumentException.class,
        () -> linker.with(LinkModel.standard(LinkTask.TITLES)));
  }

  @Test
  void searches_at_the_same_time_do_not_meet() throws Exception {
    List<String> mentions = List.of("weld steel", "Java", "budget and resource allocation",
        "communication skills");
    List<List<String>> alone = mentions.stream().map(m -> ranked(m, Language.EN)).toList();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> answers = IntStream.range(0, 400)
          .mapToObj(i -> executor.submit(() -> ranked(mentions.get(i % 4), Language.EN)))
          .toList();
      for (int i = 0; i < answers.size(); i++) {
        assertEquals(alone.get(i % 4), answers.get(i).get());
      }
    }
  }

  @Test
  void the_sample_taxonomy_is_linked_in_every_language() {
    Taxonomy sample = Taxonomy.sample();
    SkillLinker overSample = SkillLinker.over(sample, TextAnalyzer.create());
    int right = 0;
    int asked = 0;
    for (int skill : sample.concepts(ConceptKind.SKILL)) {
      for (Language language : Language.values()) {
        if (sample.labelCount(skill, language) > 0) {
          String label = sample.label(skill, language, 0);
          List<SkillLink> links = overSample.link(label, new Span(0, label.length()), language);
          right += !links.isEmpty() && links.getFirst().concept() == skill ? 1 : 0;
          asked++;
        }
      }
    }
    assertTrue(right >= 0.97 * asked, right + " of " + asked);
  }
}
