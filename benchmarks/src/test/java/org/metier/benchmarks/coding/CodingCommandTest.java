package org.metier.benchmarks.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.coding.CodedAds;
import org.metier.coding.crosswalk.Crosswalks;
import org.metier.taxonomy.Taxonomy;
import picocli.CommandLine;

class CodingCommandTest {
  private static final List<String> BAKING = List.of("knead dough", "bake bread", "heat the oven",
      "shape rolls");
  private static final List<String> NURSING = List.of("care for patients", "give medicine",
      "dress wounds", "write reports for doctors");

  @TempDir
  Path folder;

  @Test
  void what_training_learns_from_texts_beats_titles_that_say_nothing() throws IOException {
    CodingReport report = new CodingEvaluation(Taxonomy.sample(), 2, 1, () -> 0)
        .run(ads("ads.csv", 0), null);
    CodingReport.Figures metier = report.systems().get("metier");
    CodingReport.Figures bm25 = report.systems().get("bm25Titles");
    assertTrue(metier != null && bm25 != null && metier.first() > 0.9, report.toString());
    assertTrue(bm25.first() < 0.8, report.toString());
    assertEquals(120, report.ads());
    assertEquals(1, report.skipped().get("no ISCO-08 unit group for the code"));
    assertEquals(120, report.bands().stream().mapToInt(b -> b.answers()).sum());
  }

  @Test
  void the_same_run_gives_the_same_report() throws IOException {
    CodedAds ads = ads("ads.csv", 0);
    CodingEvaluation evaluation = new CodingEvaluation(Taxonomy.sample(), 2, 1, () -> 0);
    assertEquals(evaluation.run(ads, null).systems(), evaluation.run(ads, null).systems());
  }

  @Test
  void near_duplicates_of_the_test_are_left_out_of_another_training_file() throws IOException {
    CodedAds ads = ads("ads.csv", 0);
    CodedAds others = ads("others.csv", 1);
    List<org.metier.coding.learned.CodedAd> both = new java.util.ArrayList<>(others.ads());
    both.addAll(ads.ads().subList(0, 30));
    CodingReport report = new CodingEvaluation(Taxonomy.sample(), 2, 1, () -> 0)
        .run(ads, new CodedAds(both, both.size(), Map.of()));
    assertTrue(report.split().contains("without its 30 near-duplicates"), report.split());
  }

  @Test
  void the_command_prints_the_tables() throws IOException {
    Path file = write("ads.csv", 0);
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new CodingCommand()).setOut(new PrintWriter(out));
    assertEquals(0, command.execute("--file", file.toString(), "--folds", "2"));
    for (String part : List.of("120 of 121 rows", "metier ", "bm25Titles", "0.9 to 1.0",
        "expected calibration error", "listed for review")) {
      assertTrue(out.toString().contains(part), part + " is missing in\n" + out);
    }
    assertThrows(IllegalArgumentException.class, () -> {
      CodingCommand wrong = new CodingCommand();
      new CommandLine(wrong).parseArgs("--file", file.toString(), "--folds", "1");
      wrong.call();
    });
  }

  private CodedAds ads(String name, int seed) throws IOException {
    return CodedAds.read(write(name, seed), Map.of(), "", Crosswalks.builtIn());
  }

  private Path write(String name, int seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("title,description,employer,code,label\n");
    for (int i = 0; i < 120; i++) {
      List<String> tasks = i % 2 == 0 ? BAKING : NURSING;
      text.append("Helper ").append(random.nextInt(4)).append(",We look for you to");
      for (int n = 0; n < 3; n++) {
        for (int word = 0; word < 5; word++) {
          text.append(" word").append(random.nextInt(400));
        }
        text.append(' ').append(tasks.get(random.nextInt(tasks.size()))).append('.');
      }
      text.append(",firm")
          .append(seed)
          .append('x')
          .append(i)
          .append(',')
          .append(i % 2 == 0 ? "7512,baker" : "2221,nurse")
          .append('\n');
    }
    text.append("No code,text,firm,-,\n");
    return Files.writeString(folder.resolve(name), text);
  }
}
