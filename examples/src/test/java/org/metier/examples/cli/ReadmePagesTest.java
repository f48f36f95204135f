package org.metier.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The README's pages show what the commands print, one after the other in one home. Moments and numbers of
/// commits differ from run to run.
class ReadmePagesTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Pattern BLOCK = Pattern.compile("```(json|csv|console)\n(.*?)```",
      Pattern.DOTALL);
  private static final Pattern VARYING = Pattern
      .compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z|generation \\d+");

  @TempDir
  Path folder;

  @Test
  void every_command_of_the_pages_prints_what_they_show() throws IOException {
    String readme = Files.readString(README);
    String pages = readme.substring(readme.indexOf("## Adding a source"),
        readme.indexOf("## Measured"));
    Matcher blocks = BLOCK.matcher(pages);
    int commands = 0;
    while (blocks.find()) {
      String text = blocks.group(2);
      switch (blocks.group(1)) {
        case "json" -> Files.writeString(folder.resolve("bakers.json"), text);
        case "csv" -> Files.writeString(folder.resolve("jobs.csv"), text);
        default -> commands += run(text);
      }
    }
    assertTrue(commands >= 9, commands + " commands were run");
  }

  private int run(String console) {
    List<String> calls = List.of(console.split("(?m)^\\$ "));
    for (String call : calls.subList(1, calls.size())) {
      String command = call.lines().findFirst().orElseThrow();
      String shown = call.substring(command.length()).strip();
      assertEquals(comparable(shown), comparable(printed(command)), command);
    }
    return calls.size() - 1;
  }

  private String printed(String command) {
    List<String> arguments = new ArrayList<>();
    for (String word : command.replaceFirst("^\\./metier ", "").split(" ")) {
      Path file = folder.resolve(word.replace(':', '_'));
      arguments.add(Files.exists(file) ? file.toString() : word);
    }
    arguments.add("--home");
    arguments.add(folder.resolve("home").toString());
    StringWriter out = new StringWriter();
    CommandLine metier = Main.commandLine();
    metier.setOut(new PrintWriter(out));
    metier.setErr(new PrintWriter(out));
    assertEquals(0, metier.execute(arguments.toArray(String[]::new)), out.toString());
    return out.toString().strip();
  }

  private static String comparable(String text) {
    return VARYING.matcher(text).replaceAll("…");
  }
}
