package org.metier.skill.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import org.metier.text.Language;
import org.metier.text.Span;

/// A sentence of which people said which words state skills and knowledge.
///
/// @param document number of the advertisement it is of: sentences of one document never come on both sides of a
///     fold
/// @param tokens as the data parts them; the text is these with a space between each two
/// @param skills labels of [Chain] by token
/// @param knowledge labels of [Chain] by token
public record LabelledSentence(int document, List<String> tokens, List<Integer> skills,
    List<Integer> knowledge) {
  public LabelledSentence {
    tokens = List.copyOf(tokens);
    skills = List.copyOf(skills);
    knowledge = List.copyOf(knowledge);
    if (skills.size() != tokens.size() || knowledge.size() != tokens.size()) {
      throw new IllegalArgumentException("a sentence of " + tokens.size() + " tokens has "
          + skills.size() + " tags of skills and " + knowledge.size() + " of knowledge");
    }
  }

  @SuppressWarnings("MemberName") // as the files have them
  private record Row(int idx, List<String> tokens, List<String> tags_skill,
      List<String> tags_knowledge, @Nullable String source) {}

  /// Reads a file of one JSON object a line, in the format of SkillSpan (Zhang et al., NAACL 2022): `idx`, `tokens`,
  /// `tags_skill` and `tags_knowledge` with the tags `B`, `I` and `O`, and `source`.
  ///
  /// @throws IllegalArgumentException naming file and line, if one is not as expected
  public static List<LabelledSentence> read(Path file) throws IOException {
    List<LabelledSentence> sentences = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (!line.isBlank()) {
        try {
          Row row = Json.read(line, Row.class);
          sentences.add(new LabelledSentence(row.idx, row.tokens, labels(row.tags_skill),
              labels(row.tags_knowledge)));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage()
              + "; expected an object with \"idx\", \"tokens\", \"tags_skill\" and"
              + " \"tags_knowledge\"", e);
        }
      }
    }
    return sentences;
  }

  private static List<Integer> labels(List<String> tags) {
    List<Integer> labels = new ArrayList<>();
    for (String tag : tags) {
      labels.add(switch (tag) {
        case "O" -> Chain.OUTSIDE;
        case "B" -> Chain.FIRST;
        case "I" -> Chain.INSIDE;
        default -> throw new IllegalArgumentException("a tag is \"" + tag
            + "\"; expected B, I or O");
      });
    }
    return labels;
  }

  /// The tokens with a space between each two.
  public String text() {
    return String.join(" ", tokens);
  }

  /// The spans that people marked, as the places of their first and last token.
  ///
  /// @param kind 0 for skills, 1 for knowledge
  public List<Span> gold(int kind) {
    List<Integer> labels = kind == 0 ? skills : knowledge;
    List<Span> spans = new ArrayList<>();
    int first = -1;
    for (int t = 0; t <= labels.size(); t++) {
      int label = t < labels.size() ? labels.get(t) : Chain.OUTSIDE;
      if (first >= 0 && label != Chain.INSIDE) {
        spans.add(new Span(first, t));
        first = -1;
      }
      if (label == Chain.FIRST || (label == Chain.INSIDE && first < 0)) {
        first = t;
      }
    }
    return spans;
  }

  /// The tokens of this data that a stretch of [#text] touches.
  ///
  /// @return from the first of them to one past the last
  public Span tokens(Span stretch) {
    int first = -1;
    int end = 0;
    int at = 0;
    for (int t = 0; t < tokens.size(); t++) {
      int next = at + tokens.get(t).length();
      if (next > stretch.start() && at < stretch.end()) {
        first = first < 0 ? t : first;
        end = t + 1;
      }
      at = next + 1;
    }
    return new Span(first, end);
  }

  /// The sentence as the finder parts it.
  public Sentence sentence() {
    return Sentence.whole(Language.EN, text());
  }

  /// The labels of the finder's tokens.
  ///
  /// @param kind 0 for skills, 1 for knowledge
  int[] labels(Sentence sentence, int kind) {
    List<Integer> given = kind == 0 ? skills : knowledge;
    int[] labels = new int[sentence.size()];
    int before = -1;
    for (int t = 0; t < labels.length; t++) {
      int token = tokens(sentence.span(t, t)).start();
      int label = given.get(token);
      boolean continues = t > 0 && labels[t - 1] != Chain.OUTSIDE;
      if (label == Chain.OUTSIDE) {
        labels[t] = Chain.OUTSIDE;
      } else if (!continues || (label == Chain.FIRST && token != before)) {
        labels[t] = Chain.FIRST;
      } else {
        labels[t] = Chain.INSIDE;
      }
      before = token;
    }
    return labels;
  }
}
