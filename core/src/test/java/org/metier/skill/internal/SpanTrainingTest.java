package org.metier.skill.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.skill.internal.SpanFeatures.Lexicon;
import org.metier.skill.internal.SpanTraining.Settings;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

class SpanTrainingTest {
  private static final SpanFeatures FEATURES = new SpanFeatures(Taxonomy.sample(),
      TextAnalyzer.create());
  private static final Settings FEW = new Settings(15, 0.1, 1e-4, 0.1, 2, 100_000, 0.2, 1);

  @TempDir
  private Path folder = Path.of("");

  /// "you know X" states knowledge, "you V things" a skill, and "we sell X" nothing.
  private static List<LabelledSentence> sentences() {
    List<LabelledSentence> sentences = new ArrayList<>();
    List<String> names = List.of("Zork", "Quux", "Blip", "Frob", "Wump", "Glim");
    for (int k = 0; k < names.size(); k++) {
      String name = names.get(k);
      sentences.add(sentence(k, "you know " + name, "OOO", "OOB"));
      sentences.add(sentence(k, "you repair " + name + " engines", "OBII", "OOOO"));
      sentences.add(sentence(k, "we sell " + name + " here", "OOOO", "OOOO"));
      sentences.add(sentence(k, "you know " + name + " Plum", "OOOO", "OOBB"));
    }
    return sentences;
  }

  private static LabelledSentence sentence(int document, String text, String skills,
      String knowledge) {
    return new LabelledSentence(document, List.of(text.split(" ")), labels(skills),
        labels(knowledge));
  }

  private static List<Integer> labels(String tags) {
    return tags.chars().mapToObj(c -> "OBI".indexOf(c)).toList();
  }

  private static List<String> found(SpanWeights weights, String text) {
    Sentence sentence = Sentence.whole(Language.EN, text);
    return weights.find(FEATURES.of(Language.EN, sentence, Lexicon.WRITTEN))
        .stream()
        .map(f -> f.kind() + ":" + sentence.span(f.first(), f.last()).of(text))
        .toList();
  }

  @Test
  void what_the_sentences_show_is_learnt_for_other_words() {
    SpanWeights weights = SpanTraining.fit(sentences(), FEATURES, Lexicon.WRITTEN, FEW,
        (epoch, epochs) -> {});
    assertEquals(List.of("1:Snark"), found(weights, "you know Snark"));
    assertEquals(List.of("0:repair Snark engines"), found(weights, "you repair Snark engines"));
    assertEquals(List.of(), found(weights, "we sell Snark here"));
    assertEquals(List.of("1:Snark", "1:Plum"), found(weights, "you know Snark, Plum"));
  }

  @Test
  void the_same_seed_gives_the_same_weights() {
    SpanWeights one = SpanTraining.fit(sentences(), FEATURES, Lexicon.BRIDGED, FEW,
        (epoch, epochs) -> {});
    SpanWeights other = SpanTraining.fit(sentences(), FEATURES, Lexicon.BRIDGED, FEW,
        (epoch, epochs) -> {});
    assertArrayEquals(one.hashes(), other.hashes());
    assertArrayEquals(one.weights(), other.weights());
    assertEquals(one.scale(), other.scale());
  }

  @Test
  void no_more_features_are_kept_than_wanted_and_the_heaviest_stay() {
    Settings small = new Settings(5, 0.1, 1e-4, 0.1, 2, 50, 0.2, 1);
    SpanWeights weights = SpanTraining.fit(sentences(), FEATURES, Lexicon.WRITTEN, small,
        (epoch, epochs) -> {});
    assertEquals(50, weights.hashes().length);
    SpanWeights all = SpanTraining.fit(sentences(), FEATURES, Lexicon.WRITTEN,
        new Settings(5, 0.1, 1e-4, 0.1, 2, 100_000, 0.2, 1), (epoch, epochs) -> {});
    assertTrue(all.hashes().length > 50 && all.scale() == weights.scale());
  }

  @Test
  void nothing_is_learnt_from_nothing() {
    assertThrows(IllegalArgumentException.class, () -> SpanTraining.fit(List.of(), FEATURES,
        Lexicon.WRITTEN, FEW, (epoch, epochs) -> {}));
  }

  @Test
  void labelled_sentences_are_read_and_damaged_lines_named() throws IOException {
    Path file = folder.resolve("some.json");
    String line = "{\"idx\": 3, \"tokens\": [\"knows\", \"SQL\", \"Server\"], \"tags_skill\": [\"O\","
        + " \"O\", \"O\"], \"tags_knowledge\": [\"O\", \"B\", \"I\"], \"source\": \"made\"}\n";
    Files.writeString(file, line);
    LabelledSentence read = LabelledSentence.read(file).getFirst();
    assertEquals("knows SQL Server", read.text());
    assertEquals(List.of(), read.gold(0));
    assertEquals(List.of(new Span(1, 3)), read.gold(1));
    assertEquals(new Span(1, 3), read.tokens(new Span(6, 16)));
    assertEquals(new Span(1, 2), read.tokens(new Span(6, 9)));
    for (String wrong : List.of(line.replace("\"B\"", "\"X\""), line.replace("\"O\", ", ""),
        line.replace("idx", "number"))) {
      Files.writeString(file, line + wrong);
      String found = String.valueOf(assertThrows(IllegalArgumentException.class,
          () -> LabelledSentence.read(file)).getMessage());
      assertTrue(found.startsWith(file + ":2: "), found);
    }
  }

  @Test
  void sentences_end_with_lines_bullets_and_marks_before_space() {
    String text = "Uses node.js. Bakes bread!\n• Drives 3.5 t; <ORGANIZATION> pays";
    List<String> sentences = Sentence.of(Language.EN, text)
        .stream()
        .map(s -> s.span(0, s.size() - 1).of(text))
        .toList();
    assertEquals(List.of("Uses node.js.", "Bakes bread!", "• Drives 3.5 t;",
        "<ORGANIZATION> pays"), sentences);
    assertEquals(2, Sentence.whole(Language.EN, "<ORGANIZATION> pays").size());
  }
}
