package org.metier.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.command.CommandContribution;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.match.ModelCard;
import org.metier.match.RankerModel;
import org.metier.taxonomy.Taxonomy;
import org.metier.training.SimulatedMarket;
import picocli.CommandLine;

class TrainCommandsTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void all_commands_are_found_below_train() {
    List<CommandContribution> found = ServiceLoader.load(CommandContribution.class)
        .stream()
        .map(ServiceLoader.Provider::get)
        .filter(c -> c.getClass().getPackage().equals(TrainRankerCommand.class.getPackage()))
        .toList();
    assertEquals(List.of("ranker", "default", "titles"),
        found.stream().map(c -> new CommandLine(c.command()).getCommandName()).toList());
    assertTrue(found.stream().allMatch(c -> "train".equals(c.parent())));
  }

  @Test
  void a_ranker_is_trained_from_files_shown_and_installed() throws IOException {
    Path home = folder.resolve("home");
    Path out = folder.resolve("own").resolve("ranker.json");
    StringWriter shown = new StringWriter();
    StringWriter progress = new StringWriter();
    CommandLine line = new CommandLine(new TrainRankerCommand())
        .setOut(new PrintWriter(shown))
        .setErr(new PrintWriter(progress));
    writeMarket();
    int exit = line.execute("--judgments", file("judgments"), "--vacancies", file("vacancies"),
        "--profiles", file("profiles"), "--home", home.toString(), "--out", out.toString(),
        "--trees", "10", "--min-leaf", "20", "--seed", "9", "--install");
    assertEquals(0, exit, progress.toString());
    assertEquals("", progress.toString(), "silent when not on a terminal");
    assertTrue(shown.toString().contains("essential skills alone"), shown.toString());
    RankerModel model = RankerModel.read(out);
    ModelCard card = ModelCard.read(ModelCard.beside(out), model);
    assertEquals(9, card.seed());
    assertEquals(List.of("judgments.jsonl", "profiles.jsonl", "vacancies.jsonl"),
        List.copyOf(card.dataSha256().keySet()));
    assertEquals(model.sha256(), RankerModel.read(Home.open(home).rankerFile()).sha256());
  }

  private void writeMarket() throws IOException {
    SimulatedMarket market = SimulatedMarket.over(Taxonomy.sample(), 60, 200, 2);
    write("profiles", market.profiles());
    write("vacancies", market.vacancies());
    write("judgments", market.judgments());
  }

  private void write(String name, List<?> values) throws IOException {
    Files.writeString(Path.of(file(name)),
        values.stream().map(Json::write).collect(Collectors.joining("\n")));
  }

  private String file(String name) {
    return folder.resolve(name + ".jsonl").toString();
  }
}
