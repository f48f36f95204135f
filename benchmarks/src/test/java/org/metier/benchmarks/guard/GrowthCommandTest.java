package org.metier.benchmarks.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.benchmarks.plot.Plot;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import picocli.CommandLine;

class GrowthCommandTest {
  @TempDir
  Path folder;

  private static int run(StringWriter out, String... arguments) {
    return new CommandLine(new BenchCommand()).setOut(new PrintWriter(out))
        .setExecutionExceptionHandler((e, _, _) -> e instanceof IllegalArgumentException ? 2 : 1)
        .execute(arguments);
  }

  @Test
  void each_thing_is_changed_alone_and_every_point_is_printed_and_drawn() throws Exception {
    Path plot = folder.resolve("growth.svg");
    StringWriter out = new StringWriter();
    assertEquals(0, run(out, "growth", "--candidates", "50,20", "--trees", "30,60,90",
        "--vacancies", "400,300", "--rounds", "2", "--folder", folder.toString(), "--plot",
        plot.toString()), out::toString);
    assertEquals(1 + 5, out.toString().lines().count(), out::toString);
    String svg = Files.readString(plot);
    Document document = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    assertEquals("title desc", document.getDocumentElement().getAttribute("aria-labelledby"));
    assertEquals(3, document.getElementsByTagName("polyline").getLength());
    // a heading, and the usual setting once for each curve
    assertEquals(1 + 2 + 3 + 2, svg.lines().filter(l -> l.equals("<g role=\"row\">")).count());
  }

  @Test
  void no_rounds_or_no_trees_are_refused() {
    assertEquals(2, run(new StringWriter(), "growth", "--rounds", "0"));
    assertEquals(2, run(new StringWriter(), "growth", "--trees", "0"));
  }

  @Test
  void a_table_whose_rows_do_not_fit_its_columns_is_refused() {
    Plot.Axis axis = new Plot.Axis("a", 0, 1, 0.5);
    assertThrows(IllegalArgumentException.class, () -> new Plot("t", "h", "d", axis, axis,
        List.of(), List.of(new Plot.Column("one", 70)), List.of(List.of("1", "2"))));
    assertThrows(IllegalArgumentException.class, () -> new Plot.Axis("a", 1, 1, 0.5));
  }
}
