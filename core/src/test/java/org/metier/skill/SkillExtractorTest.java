package org.metier.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.link.LinkConfidence;
import org.metier.link.LinkModel;
import org.metier.link.LinkRanker;
import org.metier.link.LinkTask;
import org.metier.link.OccupationLinker;
import org.metier.rank.Forest;
import org.metier.taxonomy.ReuseLevel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

class SkillExtractorTest {
  private static final Taxonomy TAXONOMY = taxonomy();
  private static final SkillExtractor EXTRACTOR = extractor(Reading.LINKED);

  private static Taxonomy taxonomy() {
    Taxonomy.Builder builder = Taxonomy.builder();
    skill(builder, "pictures", false, "take pictures", "take a picture");
    skill(builder, "communication", false, "communication");
    skill(builder, "teaching", false, "teach communication", "teaching communication");
    skill(builder, "java", true, "Java (computer programming)", "Java");
    skill(builder, "sql", true, "SQL");
    skill(builder, "databases", false, "maintain databases", "maintaining SQL databases");
    skill(builder, "religion", true, "religion");
    skill(builder, "welding", true, "welding");
    skill(builder, "acoustics", true, "acoustics", "sound");
    return builder.build();
  }

  private static void skill(Taxonomy.Builder builder, String uri, boolean isKnowledge,
      String... labels) {
    builder.skill(uri, isKnowledge, ReuseLevel.CROSS_SECTOR)
        .labels(uri, Language.EN, List.of(labels));
  }

  private static SkillExtractor extractor(Reading reading) {
    return SkillExtractor.builder(TAXONOMY, TextAnalyzer.create()).reading(reading).build();
  }

  private static List<String> found(SkillExtractor extractor, TextKind kind, String text) {
    return extractor.extract(text, Language.EN, kind)
        .stream()
        .map(mention -> TAXONOMY.uri(mention.concept()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void the_bigger_picture_is_none_to_take(Reading reading) {
    List<String> found = found(extractor(reading), TextKind.VACANCY,
        "You are able to understand the bigger picture and work independently");
    assertFalse(found.contains("pictures"), found.toString());
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void communication_is_not_the_teaching_of_it(Reading reading) {
    List<String> found = found(extractor(reading), TextKind.VACANCY,
        "You have excellent communication skills");
    assertTrue(found.contains("communication"), found.toString());
    assertFalse(found.contains("teaching"), found.toString());
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void java_is_found(Reading reading) {
    List<SkillMention> found = extractor(reading).extract("Experience with Java is required",
        Language.EN, TextKind.VACANCY);
    assertEquals(1, found.size(), found.toString());
    SkillMention mention = found.getFirst();
    assertEquals("java", TAXONOMY.uri(mention.concept()));
    assertEquals(new Span(16, 20), mention.span());
    assertEquals(SpanKind.KNOWLEDGE, mention.kind());
    assertEquals(Stance.REQUIRED, mention.stance());
    assertTrue(mention.confidence() >= SkillExtractor.LEAST_CONFIDENCE);
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void a_diversity_statement_asks_for_no_skill(Reading reading) {
    assertEquals(List.of(), found(extractor(reading), TextKind.VACANCY,
        "We welcome everybody, regardless of religion or origin"));
  }

  @Test
  void what_a_person_lacks_wants_or_leads_is_told_apart() {
    assertEquals(Stance.NEGATED, stance("I have no experience with welding"));
    assertEquals(Stance.WISHED, stance("I would like to learn welding"));
    assertEquals(Stance.STATED, stance("I have ten years of experience in welding"));
  }

  private static Stance stance(String text) {
    return EXTRACTOR.extract(text, Language.EN, TextKind.CV).getFirst().stance();
  }

  @Test
  void mentions_overlap_only_as_knowledge_within_a_skill() {
    List<SkillMention> mentions = EXTRACTOR.extract(
        "Responsible for maintaining SQL databases, welding and Java", Language.EN, TextKind.CV);
    assertTrue(mentions.size() >= 3, mentions.toString());
    for (SkillMention a : mentions) {
      for (SkillMention b : mentions) {
        assertTrue(a.equals(b) || !a.span().overlaps(b.span()) || a.kind() != b.kind(),
            mentions.toString());
      }
    }
  }

  @Test
  void a_by_name_is_believed_where_the_skill_is_to_be_expected() {
    SkillExtractor labels = extractor(Reading.LABELS);
    String text = "Able to make a sound decision";
    int acoustics = TAXONOMY.find("acoustics").orElseThrow();
    assertEquals(List.of(), labels.extract(text, Language.EN, TextKind.CV));
    assertEquals(1, labels.extract(text, Language.EN, TextKind.CV,
        new SkillHints(List.of(), Set.of(acoustics))).size());
  }

  @Test
  void a_list_of_skills_is_believed_more() {
    String text = "Java";
    SkillHints list = new SkillHints(List.of(new Span(0, 4)), Set.of());
    double alone = EXTRACTOR.extract(text, Language.EN, TextKind.CV).getFirst().confidence();
    double listed = EXTRACTOR.extract(text, Language.EN, TextKind.CV, list)
        .getFirst()
        .confidence();
    assertTrue(listed >= alone, listed + " < " + alone);
    assertEquals(1, EXTRACTOR.extract(text, Language.FR, TextKind.CV, list).size());
    assertEquals(0, extractor(Reading.LABELS).extract(text, Language.FR, TextKind.CV).size());
  }

  @Test
  void a_higher_least_confidence_leaves_doubtful_mentions_out() {
    String text = "Experience with Java";
    assertEquals(0, SkillExtractor.builder(TAXONOMY, TextAnalyzer.create())
        .leastConfidence(1)
        .build()
        .extract(text, Language.EN, TextKind.CV)
        .size());
    assertThrows(IllegalArgumentException.class,
        () -> SkillExtractor.builder(TAXONOMY, TextAnalyzer.create()).leastConfidence(1.5));
  }

  @Test
  void the_id_changes_with_the_models_that_the_reading_uses() {
    LinkRanker unsure = new LinkRanker(Forest.of(LinkTask.SKILLS.features().size(), 0, List.of()),
        new LinkConfidence(-20, 0, 0, 0, 0));
    LinkModel skills = new LinkModel(LinkTask.SKILLS, unsure, unsure);
    SpanModel shipped = SpanModel.standard();
    SpanModel spans = new SpanModel(Language.EN, /* written= */ shipped.bridged(),
        /* bridged= */ shipped.written());
    for (Reading reading : Reading.values()) {
      SkillExtractor.Builder builder = SkillExtractor.builder(TAXONOMY, TextAnalyzer.create())
          .reading(reading);
      String usual = builder.build().id();
      TextModels models = TextModels.standard();
      assertEquals(usual, builder.models(models).build().id());
      assertEquals(reading == Reading.LABELS,
          usual.equals(builder.models(models.withSpans(spans)).build().id()), reading::toString);
      assertEquals(reading != Reading.LINKED,
          usual.equals(builder.models(models.withSkills(skills)).build().id()), reading::toString);
    }
  }

  @Test
  void models_of_other_tasks_are_refused() {
    TextModels models = TextModels.standard();
    assertThrows(IllegalArgumentException.class, () -> models.withTitles(models.skills()));
    assertThrows(IllegalArgumentException.class, () -> models.withSkills(models.titles()));
    assertThrows(IllegalArgumentException.class,
        () -> OccupationLinker.over(TAXONOMY, TextAnalyzer.create(), models.skills()));
  }

  @Test
  void an_empty_text_mentions_nothing() {
    assertEquals(List.of(), EXTRACTOR.extract("", Language.EN, TextKind.CV));
    assertEquals(List.of(), EXTRACTOR.extract(" \n•\n", Language.DE, TextKind.VACANCY));
  }

  @Test
  void each_item_of_a_list_is_read_by_itself() {
    String text = "Skills: welding; take good pictures\n- 1. Databases (SQL)\n| • 2019,";
    List<String> items = ListItems.of(text, List.of(new Span(0, text.length())))
        .stream()
        .map(span -> span.of(text))
        .toList();
    assertEquals(List.of("welding", "take good pictures", "Databases (SQL)"), items);
  }

  @Test
  void a_sentence_in_a_list_of_skills_is_no_item() {
    String text = "I have worked with many kinds of people in two countries, welding";
    assertEquals(List.of(new Span(58, 65)),
        ListItems.of(text, List.of(new Span(0, text.length()))));
  }

  @Test
  void a_listed_skill_is_claimed_in_other_words_than_its_label() {
    String text = "take good pictures";
    SkillHints listed = new SkillHints(List.of(new Span(0, text.length())), Set.of());
    assertEquals(List.of("pictures"), EXTRACTOR.extract(text, Language.EN, TextKind.CV, listed)
        .stream()
        .map(mention -> TAXONOMY.uri(mention.concept()))
        .toList());
  }
}
