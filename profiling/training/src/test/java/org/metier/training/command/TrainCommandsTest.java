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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.command.CommandContribution;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.link.LinkModel;
import org.metier.match.ModelCard;
import org.metier.match.RankerModel;
import org.metier.profiling.sections.internal.SectionModelFile;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
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
    assertEquals(List.of("ranker", "default", "titles", "sections"),
        found.stream().map(c -> new CommandLine(c.command()).getCommandName()).toList());
    assertTrue(found.stream().allMatch(c -> "train".equals(c.parent())));
  }

  @Test
  void a_linker_of_titles_is_trained_from_files_and_shown() throws IOException {
    StringBuilder queries = new StringBuilder("id\ttitle\tgoldConceptUris\n");
    StringBuilder corpus = new StringBuilder("conceptUri\tlabel\n");
    Taxonomy sample = Taxonomy.sample();
    sample.forEachLabel(ConceptKind.OCCUPATION, Language.EN, (concept, rank, label) -> {
      queries.append("q\t").append(label).append("s\t").append(sample.uri(concept)).append('\n');
      corpus.append(sample.uri(concept)).append('\t').append(label).append('\n');
    });
    Files.writeString(folder.resolve("en-queries.tsv"), queries);
    Files.writeString(folder.resolve("en-corpus.tsv"), corpus);
    Path out = folder.resolve("titles.json");
    StringWriter shown = new StringWriter();
    CommandLine line = new CommandLine(new TrainTitlesCommand()).setOut(new PrintWriter(shown));
    assertEquals(0, line.execute("--titles", folder.toString(), "--home",
        folder.resolve("home").toString(), "--out", out.toString(), "--trees", "5"));
    assertTrue(shown.toString().contains("cross-validated"), shown.toString());
    LinkModel model = LinkModel.read(out);
    ModelCard card = Json.read(Files.readString(ModelCard.beside(out)), ModelCard.class);
    assertEquals(model.sha256(), card.modelSha256());
    assertEquals(Set.of("en-corpus.tsv", "en-queries.tsv"), card.dataSha256().keySet());
  }

  @Test
  void a_classifier_of_sections_is_trained_from_files_and_compared() throws IOException {
    Path lines = Files.writeString(folder.resolve("own.jsonl"), """
        {"document":"1","kind":"skills","isHeading":true,"text":"What I bring"}
        {"document":"1","kind":"skills","isHeading":false,"text":"Welding, forklift"}
        """);
    Path out = folder.resolve("sections.json");
    StringWriter shown = new StringWriter();
    CommandLine line = new CommandLine(new TrainSectionsCommand()).setOut(new PrintWriter(shown));
    assertEquals(0, line.execute("--lines", lines.toString(), "--out", out.toString(), "--cvs",
        "10", "--seed", "3"));
    assertTrue(shown.toString().contains("before: kind, heading F1"), shown.toString());
    ModelCard card = Json.read(Files.readString(ModelCard.beside(out)), ModelCard.class);
    assertEquals(SectionModelFile.sha256(SectionModelFile.read(out)), card.modelSha256());
    assertEquals(Set.of("own.jsonl"), card.dataSha256().keySet());
    assertEquals(3, card.seed());
    assertTrue(card.measures().containsKey("before.pl.headingF1"));
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
