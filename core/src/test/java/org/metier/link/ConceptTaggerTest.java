package org.metier.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

class ConceptTaggerTest {
  private final TextAnalyzer analyzer = TextAnalyzer.create();

  /// Skills with one label each.
  private static Taxonomy skills(Language language, String... labels) {
    Taxonomy.Builder builder = Taxonomy.builder();
    for (String label : labels) {
      String uri = "skill:" + label;
      builder.concept(uri, ConceptKind.SKILL, "").labels(uri, language, List.of(label));
    }
    return builder.build();
  }

  /// What is tagged, as "words=label", in order.
  private List<String> tags(Taxonomy taxonomy, Language language, String text) {
    ConceptTagger tagger = ConceptTagger.over(taxonomy, ConceptKind.SKILL, analyzer);
    return tagger.tag(language, text)
        .stream()
        .map(tag -> tag.span().of(text) + "=" + taxonomy.label(tag.concept(), language))
        .toList();
  }

  @Test
  void the_longest_label_wins_at_each_place() {
    Taxonomy taxonomy = skills(Language.EN, "project", "project management",
        "management of complex software", "software");
    assertEquals(
        List.of("Project=project",
            "Managing of complex software=management of complex software",
            "software=software"),
        tags(skills(Language.EN, "project", "manage of complex software",
            "management of complex software", "software", "project management"),
            Language.EN, "Project, Managing of complex software; software").stream()
            .map(tag -> tag.replace("=manage of", "=management of"))
            .toList());
    assertEquals(List.of("management of complex software=management of complex software"),
        tags(taxonomy, Language.EN, "project management of complex software").stream()
            .filter(tag -> !tag.startsWith("project="))
            .toList());
  }

  @Test
  void labels_match_in_other_forms_of_their_words() {
    assertEquals(List.of("prawa jazdy=prawo jazdy"),
        tags(skills(Language.PL, "prawo jazdy"), Language.PL, "brak prawa jazdy"));
    assertEquals(List.of("Rechnungen prüfen=Rechnung prüfen"),
        tags(skills(Language.DE, "Rechnung prüfen"), Language.DE, "Sie werden Rechnungen prüfen."));
  }

  @Test
  void a_label_that_concepts_share_gives_a_tag_each() {
    Taxonomy taxonomy = Taxonomy.builder()
        .concept("a", ConceptKind.SKILL, "")
        .labels("a", Language.EN, List.of("welding"))
        .concept("b", ConceptKind.SKILL, "")
        .labels("b", Language.EN, List.of("Welding"))
        .concept("c", ConceptKind.OCCUPATION, "")
        .labels("c", Language.EN, List.of("welding"))
        .build();
    ConceptTagger tagger = ConceptTagger.over(taxonomy, ConceptKind.SKILL, analyzer);
    assertEquals(List.of(new ConceptTag(0, new Span(3, 10)), new ConceptTag(1, new Span(3, 10))),
        tagger.tag(Language.EN, "in welding"));
  }

  @Test
  void short_and_empty_words_match_only_as_names() {
    Taxonomy taxonomy = skills(Language.EN, "IT", "Go", "C", "CAD", "SQL", "of the", "2021");
    assertEquals(List.of("IT=IT", "Go=Go", "CAD=CAD", "sql=SQL"),
        tags(taxonomy, Language.EN, "of the IT it Go go CAD cad sql 2021"));
  }

  @Test
  void one_letter_counts_only_among_names() {
    Taxonomy taxonomy = skills(Language.EN, "C", "R");
    assertEquals(List.of("C=C", "R=R"), tags(taxonomy, Language.EN, "Java, C, Python, R, SQL"));
    for (String text : List.of("licence B, C, D", "J. C. Smith", "vitamin C", "c, R",
        "plan C, then")) {
      assertEquals(List.of(), tags(taxonomy, Language.EN, text), text);
    }
  }

  @Test
  void a_slash_parts_genders_but_nothing_else() {
    assertEquals(List.of("vendeuse en magasin", "vendeur en magasin"),
        LabelVariants.of("vendeuse/vendeur en magasin"));
    assertEquals(List.of("chargé d'études", "chargée d'études"),
        LabelVariants.of("chargé d'études/chargée d'études"));
    assertEquals(List.of("Softwareentwickler", "Softwareentwicklerin"),
        LabelVariants.of("Softwareentwickler / Softwareentwicklerin"));
    assertEquals(List.of("Mitarbeiter", "Mitarbeiterin"), LabelVariants.of("Mitarbeiter/in"));
    assertEquals(List.of("Arzt", "Ärztin"), LabelVariants.of("Arzt/Ärztin"));
    assertEquals(List.of("CAD/CAM"), LabelVariants.of("CAD/CAM"));
    assertEquals(List.of("lorry/truck driver"), LabelVariants.of("lorry/truck driver"));
  }

  @Test
  void a_qualifier_in_brackets_may_be_missing() {
    Taxonomy taxonomy = skills(Language.EN, "Java (computer programming)",
        "Scratch (computer programming)", "cook from scratch", "Assembly (programming)",
        "assembly");
    assertEquals(
        List.of("java=Java (computer programming)", "assembly=assembly",
            "Scratch=Scratch (computer programming)"),
        tags(taxonomy, Language.EN, "java. scratch, assembly; SQL, Scratch, HTML"));
  }

  @Test
  void a_language_without_labels_tags_nothing() {
    assertEquals(List.of(), tags(skills(Language.EN, "welding"), Language.NL, "welding"));
    assertEquals(List.of(), tags(Taxonomy.builder().build(), Language.EN, "welding"));
  }

  @RepeatedTest(200)
  void tags_are_those_of_a_search_by_brute_force(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    // few words that no stemmer touches, so that labels overlap a lot
    int alphabet = 2 + random.nextInt(4);
    Set<List<String>> labels = new HashSet<>();
    for (int n = 1 + random.nextInt(12); n > 0; n--) {
      labels.add(words(random, alphabet, 1 + random.nextInt(5)));
    }
    Map<String, List<String>> labelOfUri = new HashMap<>();
    Taxonomy.Builder builder = Taxonomy.builder();
    for (List<String> label : labels) {
      String uri = "skill:" + label;
      labelOfUri.put(uri, label);
      builder.concept(uri, ConceptKind.SKILL, "")
          .labels(uri, Language.EN, List.of(String.join(" ", label)));
    }
    Taxonomy taxonomy = builder.build();
    List<String> text = words(random, alphabet, random.nextInt(60));
    List<String> found = ConceptTagger.over(taxonomy, ConceptKind.SKILL, analyzer)
        .tag(Language.EN, String.join(" ", text))
        .stream()
        .map(tag -> tag.span().start() / 8 + " " + labelOfUri.get(taxonomy.uri(tag.concept())))
        .toList();
    assertEquals(bruteForce(text, labels), found);
  }

  /// Words of seven letters, so that with its space a word takes eight characters.
  private static List<String> words(Random random, int alphabet, int length) {
    List<String> words = new ArrayList<>();
    for (int w = 0; w < length; w++) {
      words.add("zzqwxk" + (char) ('b' + random.nextInt(alphabet)));
    }
    return words;
  }

  private static List<String> bruteForce(List<String> text, Set<List<String>> labels) {
    List<String> found = new ArrayList<>();
    int heldFrom = -1;
    int heldTo = -1;
    for (int from = 0; from < text.size(); from++) {
      for (int to = text.size(); to > from; to--) {
        if (labels.contains(text.subList(from, to))) {
          boolean overlaps = from < heldTo;
          if (overlaps && to - from > heldTo - heldFrom) {
            found.removeLast();
          }
          if (!overlaps || to - from > heldTo - heldFrom) {
            found.add(from + " " + text.subList(from, to));
            heldFrom = from;
            heldTo = to;
          }
          break;
        }
      }
    }
    return found;
  }

  @RepeatedTest(200)
  void the_trie_knows_the_sequences_it_was_built_from_and_no_others(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int words = 1 + random.nextInt(200);
    Set<int[]> sequences = new TreeSet<>(WordTrie.ORDER);
    for (int n = random.nextInt(300); n > 0; n--) {
      sequences.add(random.ints(1 + random.nextInt(4), 0, words).toArray());
    }
    List<int[]> sorted = new ArrayList<>(sequences);
    WordTrie trie = WordTrie.of(sorted, words);
    List<int[]> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, random);
    for (int[] sequence : shuffled) {
      int node = sequence[0];
      for (int at = 1; at < sequence.length; at++) {
        node = trie.child(node, sequence[at]);
      }
      assertEquals(sorted.indexOf(sequence), trie.outputsFrom(node));
      assertEquals(1, trie.outputsTo(node) - trie.outputsFrom(node));
    }
    long starts = sorted.stream()
        .filter(s -> s.length > 1)
        .map(s -> s[0] + " " + s[1])
        .distinct()
        .count();
    long children = 0;
    for (int first = 0; first < words; first++) {
      for (int second = 0; second < words; second++) {
        children += trie.child(first, second) >= 0 ? 1 : 0;
      }
    }
    assertEquals(starts, children, () -> Arrays.deepToString(sorted.toArray()));
  }
}
