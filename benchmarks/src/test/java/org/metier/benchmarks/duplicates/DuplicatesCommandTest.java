package org.metier.benchmarks.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.command.CommandContribution;
import org.metier.feed.mapping.Mapping;
import picocli.CommandLine;

class DuplicatesCommandTest {
  private static final String TEXT = "You bake bread and cakes for our three shops and take care of the ovens"
      + " during the night shift while the town is still asleep and dark";
  @TempDir
  Path folder;
  private Path feed;
  private Path mapping;

  @BeforeEach
  void write_a_small_feed() throws IOException {
    mapping = Files.writeString(folder.resolve("m.json"), """
        {"fields": {"key": "id", "title": "title", "description": "text", "employer": "employer",
          "city": "town"}}
        """);
    feed = Files.writeString(folder.resolve("f.csv"), """
        id,title,text,employer,town
        1,Baker,%1$s,Crumb,Ghent
        2,Baker,%1$s every day,CRUMB Ltd,Ghent
        3,Baker,%1$s,Crumb,Bruges
        4,Baker,%1$s,Loaf,Bruges
        1,Baker,%1$s,Crumb,Ghent
        5,Welder,Weld ships,Yard,Ghent
        """.formatted(TEXT));
  }

  private String run(String... more) {
    List<String> arguments = new ArrayList<>(
        List.of("--file", feed.toString(), "--mapping", mapping.toString()));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new DuplicatesCommand()).setOut(new PrintWriter(out))
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          throw failure;
        });
    assertEquals(0, command.execute(arguments.toArray(String[]::new)));
    return out.toString();
  }

  private Path pairs(String... rows) throws IOException {
    return Files.writeString(folder.resolve("p.tsv"),
        "first\tsecond\tlabel\tdraw\n" + String.join("\n", rows) + "\n");
  }

  private static String pair(String a, String b, String label) {
    return PairLabels.hash(a) + "\t" + PairLabels.hash(b) + "\t" + label + "\trandom";
  }

  @Test
  void clusters_repeats_and_siblings_are_counted() {
    String json = run("--json");
    assertTrue(
        json.startsWith("{\"rows\":6,\"rejected\":0,\"repeated\":1,\"records\":5,\"clusters\":4,"
            + "\"sizes\":{\"1\":3,\"2\":1},\"clustersWithoutKeys\":4,\"isEachRepeatFound\":true,"),
        json);
    assertTrue(json.contains("\"multiCity\":2"), json);
    assertTrue(json.contains("\"mergesAcrossEmployerAndTown\":0"), json);
  }

  @Test
  void labelled_pairs_give_precision_and_recall_beside_baselines() throws IOException {
    Path labels = pairs(pair("1", "2", "same"), pair("1", "3", "different"),
        pair("1", "4", "different"), pair("1", "nowhere", "same"));
    List<String> lines = run("--pairs", labels.toString()).lines().toList();
    assertTrue(lines.stream()
        .anyMatch(l -> l.startsWith("3 labelled pairs, 1 of them one vacancy;"
            + " 1 name records that are not there")),
        lines::toString);
    assertTrue(lines.stream()
        .anyMatch(l -> l.startsWith("metier ") && l.contains(
            " 4  1.000 (0.207-1.000)  1.000 (0.207-1.000)")),
        lines::toString);
    // the text alone merges all three pairs, one of them rightly
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("minHash50 ") && l.contains("0.333 (")),
        lines::toString);
  }

  @Test
  void a_label_that_is_none_is_named_with_its_line() throws IOException {
    Path labels = pairs(pair("1", "2", "same"), pair("1", "3", "maybe"));
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
        () -> PairLabels.read(labels, Records.read(feed, Mapping.read(mapping)).drafts()));
    assertEquals(labels + ":3: has \"maybe\"; expected same or different", refusal.getMessage());
  }

  /// Wilson's interval of 8 in 10 is .490 to .943.
  @Test
  void shares_carry_wilsons_interval() {
    Share share = Share.of(0.8, 10);
    assertEquals(0.490, share.low(), 0.001);
    assertEquals(0.943, share.high(), 0.001);
    Share.Sum sum = new Share.Sum();
    sum.add(true, 3);
    sum.add(false, 1);
    assertEquals(0.75, sum.share().value());
    assertEquals(1.6, sum.share().of());
  }

  @Test
  void the_command_line_finds_it() {
    assertTrue(ServiceLoader.load(CommandContribution.class)
        .stream()
        .anyMatch(c -> c.type() == DuplicatesContribution.class));
  }
}
