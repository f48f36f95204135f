package org.metier.link.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.link.internal.SkillMentions.Mention;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;

class SkillMentionsTest {
  private static final Taxonomy TAXONOMY = Taxonomy.builder()
      .skill("s:1", false, null)
      .labels("s:1", Language.EN, List.of("weld steel"))
      .skill("s:2", false, null)
      .labels("s:2", Language.EN, List.of("lay bricks"))
      .build();
  private static final int WELD = TAXONOMY.find("s:1").orElseThrow();
  private static final int BRICKS = TAXONOMY.find("s:2").orElseThrow();

  @TempDir
  private Path folder = Path.of("");

  private SkillMentions read(String... lines) throws IOException {
    Path file = folder.resolve("mentions.csv");
    Files.writeString(file, "sentence,span,sub_span,label\n" + String.join("\n", lines) + "\n");
    return SkillMentions.read(List.of(file), TAXONOMY, Language.EN);
  }

  @Test
  void rows_of_one_span_are_one_mention_with_all_their_skills() throws IOException {
    SkillMentions read = read("\"You weld, and lay bricks\",\"weld, and lay bricks\",weld,weld steel",
        "\"You weld, and lay bricks\",\"weld, and lay bricks\",lay bricks,s:2");
    assertEquals(
        List.of(new Mention("You weld, and lay bricks", new Span(4, 24), 0, Set.of(WELD, BRICKS))),
        read.mentions());
  }

  @Test
  void a_span_without_a_skill_in_the_taxonomy_stays_and_a_vague_one_goes() throws IOException {
    SkillMentions read = read("You dance and work,dance,,LABEL NOT PRESENT",
        "You dance and work,work,,UNDERSPECIFIED",
        "You weld things,weld things,,UNDERSPECIFIED", "You weld things,weld things,,weld steel",
        "You try this,try this,,LABEL NOT PRESENT", "You try this,try this,,UNDERSPECIFIED");
    assertEquals(List.of(Set.of(), Set.of(WELD)),
        read.mentions().stream().map(Mention::gold).toList());
    assertEquals(2, read.underspecified());
  }

  @Test
  void what_cannot_be_used_is_counted() throws IOException {
    SkillMentions read = read("You weld,weld,,weld steel", "You weld,weld,,weld gold",
        "You weld,glue,,weld steel");
    assertEquals(1, read.mentions().size());
    assertEquals(Map.of("weld gold", 1), read.unknownLabels());
    assertEquals(1, read.misplaced());
  }

  @Test
  void a_span_is_looked_for_as_a_word_first() throws IOException {
    SkillMentions read = read("Welding: we weld,weld,,weld steel", "Welding,Weld,,weld steel");
    assertEquals(new Span(12, 16), read.mentions().get(0).span());
    assertEquals(new Span(0, 4), read.mentions().get(1).span());
  }

  @Test
  void sentences_that_share_a_long_mention_are_of_one_group() throws IOException {
    List<Mention> read = read("First we weld steel parts here,weld steel parts,,weld steel",
        "Bricks are laid,Bricks,,lay bricks", "Now Weld steel parts,Weld steel parts,,weld steel",
        "Bricks again,Bricks,,lay bricks", "Now Weld steel parts,Now,,LABEL NOT PRESENT").mentions();
    assertEquals(read.get(0).group(), read.get(2).group());
    assertEquals(read.get(2).group(), read.get(4).group());
    assertNotEquals(read.get(1).group(), read.get(3).group());
    assertNotEquals(read.get(0).group(), read.get(1).group());
  }

  @Test
  void some_are_taken_out_of_all_with_their_groups() throws IOException {
    SkillMentions all = read("A weld,weld,,weld steel", "Some bricks,bricks,,lay bricks");
    SkillMentions some = read("Some bricks,bricks,,lay bricks");
    assertEquals(List.of(all.mentions().get(1)), all.among(some).mentions());
  }

  @Test
  void a_file_that_is_not_as_expected_is_refused_with_its_place() throws IOException {
    assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class,
        () -> read("You weld,weld,,weld steel", "You weld,,,weld steel")).getMessage())
        .endsWith("mentions.csv:3: expected text in the columns sentence, span and label"));
    assertThrows(IllegalArgumentException.class, () -> read());
    assertThrows(IllegalArgumentException.class, () -> SkillMentions
        .read(List.of(folder.resolve("none.csv")), TAXONOMY, Language.EN));
  }
}
