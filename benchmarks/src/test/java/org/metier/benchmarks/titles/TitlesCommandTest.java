package org.metier.benchmarks.titles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.metier.command.CommandContribution;
import org.metier.home.Home;
import org.metier.link.internal.TitleSet;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import picocli.CommandLine;

class TitlesCommandTest {
  @TempDir
  Path folder;
  private Path home;
  private Path queries;
  private Path corpus;

  @BeforeEach
  void write_a_small_set() throws IOException {
    home = folder.resolve("home");
    Home.open(home);
    queries = write("queries.tsv", """
        id\ttitle\tgoldConceptUris
        q1\tWelders\tx:o/welder
        q2\tverpleegkundige\tx:o/nowhere
        q3\tnurse\tx:o/other, x:o/nurse
        """);
    corpus = write("corpus.tsv", """
        elementId\tconceptUri\tlabel
        1\tx:o/nurse\tnurse
        2\tx:o/welder\twelder
        3\tx:isco/7212\tweavers
        """);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private String run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--taxonomy", home.toString(), "--queries",
        queries.toString(), "--corpus", corpus.toString(), "--language", "en"));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new TitlesCommand()).setOut(new PrintWriter(out))
        .setOverwrittenOptionsAllowed(true)
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          throw failure;
        });
    assertEquals(0, command.execute(arguments.toArray(String[]::new)));
    return out.toString();
  }

  private String failure() {
    return refusal(() -> TitleSet.read(queries, corpus));
  }

  private static String refusal(Executable use) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, use).getMessage());
  }

  @Test
  void json_has_the_figures_of_all_systems() {
    String json = run("--json");
    assertEquals(1, json.lines().count());
    assertTrue(json.startsWith("{\"language\":\"en\",\"corpusLanguage\":\"en\",\"taxonomy\":\""),
        json);
    assertTrue(json.contains("\"queries\":3,\"unanswerable\":1,\"concepts\":3,\"labels\":3"), json);
    // stems join "Welders" with "welder", words as they are do not; one of three has no answer
    for (String system : List.of("metier", "bm25Stemmed", "charNgrams")) {
      assertTrue(json.contains("\"" + system + "\":{\"mrr\":0.6666666666666666,"), json);
    }
    assertTrue(json.contains("\"bm25\":{\"mrr\":0.3333333333333333,"), json);
  }

  @Test
  void a_table_is_printed_for_people() {
    List<String> lines = run().lines().toList();
    assertEquals("3 titles in en, 3 concepts with 3 labels", lines.getFirst());
    assertEquals(8, lines.size());
    assertTrue(
        lines.getLast()
            .matches(
                "times are processor time; metier's linker fills \\d+ MB of heap beside taxonomy and encoder"),
        lines.getLast());
    assertTrue(lines.get(3).startsWith("metier        0.667  0.667  0.667  0.667"), lines.get(3));
  }

  @Test
  void labels_may_be_of_another_language_than_titles() {
    write_dutch_titles();
    String table = run("--language", "nl", "--corpus-language", "en");
    assertTrue(table.startsWith("1 titles in nl, 3 concepts with 3 labels in en"), table);
    // the sample's own Dutch label is the bridge to its concept, whose English label the corpus has
    assertTrue(table.lines().toList().get(2).startsWith("metier        1.000"), table);
    assertTrue(!table.lines().toList().get(3).startsWith("bm25          1.000"), table);
  }

  private void write_dutch_titles() {
    Taxonomy sample = Taxonomy.sample();
    int occupation = Arrays.stream(sample.concepts(ConceptKind.OCCUPATION))
        .filter(o -> List.of(sample.label(o, Language.NL).split(" "))
            .stream()
            .noneMatch(word -> sample.label(o, Language.EN).contains(word)))
        .findFirst()
        .orElseThrow();
    try {
      write("queries.tsv", "id\ttitle\tgoldConceptUris\nq1\t"
          + sample.label(occupation, Language.NL) + "\t" + sample.uri(occupation) + "\n");
      write("corpus.tsv", "conceptUri\tlabel\nx:o/nurse\tnurse\nx:o/welder\twelder\n"
          + sample.uri(occupation) + "\t" + sample.label(occupation, Language.EN) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_folder_of_csv_files_serves_as_taxonomy() throws IOException {
    Path esco = Files.createDirectory(folder.resolve("en"));
    Files.writeString(esco.resolve("occupations_en.csv"),
        "conceptType,conceptUri,iscoGroup,preferredLabel\nOccupation,x:o/nurse,2221,nurse\n");
    assertTrue(run("--taxonomy", esco.toString()).contains("metier"));
  }

  @Test
  void bad_files_are_named_with_the_line() throws IOException {
    write("queries.tsv", "id\ttitle\tgoldConceptUris\nq1\tonly two\n");
    assertEquals(queries + ":2: has 2 cells; expected 3, parted by tabs", failure());
    write("queries.tsv", "id\ttitle\tgoldConceptUris\n\nq1\t \tx:o/a\n");
    assertEquals(queries + ":3: has an empty cell; expected text", failure());
    write("queries.tsv", "id,title\n");
    assertEquals(queries + ":1: expected the columns id, title, goldConceptUris, parted by tabs;"
        + " found [id,title]", failure());
    write("queries.tsv", "");
    assertEquals(queries + " is empty; expected the columns id, title, goldConceptUris", failure());
    write("queries.tsv", "id\ttitle\tgoldConceptUris\n");
    assertEquals(queries + " has no row below its column names", failure());
    Files.delete(queries);
    assertEquals(queries + " does not exist; expected a TSV file", failure());
    Files.write(queries, new byte[]{'i', 'd', (byte) 0xC3, '\t'});
    assertEquals(queries + " is not UTF-8", failure());
  }

  @Test
  void a_language_or_a_folder_that_is_none_is_refused() {
    TitlesCommand command = new TitlesCommand();
    CommandLine line = new CommandLine(command);
    line.parseArgs("--taxonomy", folder.resolve("none").toString(), "--queries", queries.toString(),
        "--corpus", corpus.toString(), "--language", "xx");
    assertEquals("--language is \"xx\"; expected en, fr, nl, pl or de",
        refusal(command::call));
    line.parseArgs("--taxonomy", folder.resolve("none").toString(), "--queries", queries.toString(),
        "--corpus", corpus.toString(), "--language", "en");
    assertTrue(refusal(command::call)
        .contains("none is no folder"));
  }

  @Test
  void the_command_line_finds_it() {
    assertTrue(ServiceLoader.load(CommandContribution.class)
        .stream()
        .anyMatch(c -> c.type() == TitlesContribution.class));
  }
}
