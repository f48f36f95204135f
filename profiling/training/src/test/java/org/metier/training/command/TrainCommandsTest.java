package org.metier.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.command.CommandContribution;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelSlot;
import org.metier.json.Json;
import org.metier.link.LinkModel;
import org.metier.link.LinkTask;
import org.metier.match.model.ModelCard;
import org.metier.match.model.RankerModel;
import org.metier.section.SectionLabel;
import org.metier.section.SectionModel;
import org.metier.section.SectionModelFile;
import org.metier.skill.SpanModel;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.training.market.SimulatedMarket;
import org.metier.training.promotion.PromotionBounds;
import org.metier.training.promotion.PromotionReport;
import picocli.CommandLine;

class TrainCommandsTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void all_commands_are_found_where_they_belong() {
    List<CommandContribution> found = ServiceLoader.load(CommandContribution.class)
        .stream()
        .map(ServiceLoader.Provider::get)
        .filter(c -> c.getClass().getPackage().equals(TrainRankerCommand.class.getPackage()))
        .toList();
    assertEquals(
        List.of("train ranker", "train default", "train titles", "train sections", "train spans",
            "train skills", " simulate", "evaluate ranker", "train potential", "simulate cohort",
            "potential capacity", "potential proxies", "evaluate potential", "monitor drift"),
        found.stream()
            .map(c -> c.parent() + " " + new CommandLine(c.command()).getCommandName())
            .toList());
  }

  /// Labels of the sample with a letter more, as titles for the labels as they are.
  private void write_titles(Language language) throws IOException {
    StringBuilder queries = new StringBuilder("id\ttitle\tgoldConceptUris\n");
    StringBuilder corpus = new StringBuilder("conceptUri\tlabel\n");
    Taxonomy sample = Taxonomy.sample();
    sample.forEachLabel(ConceptKind.OCCUPATION, language, (concept, rank, label) -> {
      queries.append("q\t").append(label).append("s\t").append(sample.uri(concept)).append('\n');
      corpus.append(sample.uri(concept)).append('\t').append(label).append('\n');
    });
    Files.writeString(folder.resolve(language.code() + "-queries.tsv"), queries);
    Files.writeString(folder.resolve(language.code() + "-corpus.tsv"), corpus);
  }

  @Test
  void a_linker_of_titles_is_trained_from_files_and_shown() throws IOException {
    write_titles(Language.EN);
    Path out = folder.resolve("titles.json");
    StringWriter shown = new StringWriter();
    CommandLine line = new CommandLine(new TrainTitlesCommand()).setOut(new PrintWriter(shown));
    assertEquals(0, line.execute("--titles", folder.toString(), "--home",
        folder.resolve("home").toString(), "--out", out.toString(), "--trees", "5", "--install"));
    assertTrue(shown.toString().contains("cross-validated"), shown.toString());
    LinkModel model = LinkModel.read(out, LinkTask.TITLES);
    assertInstalled(LearnedPart.TITLES, out, shown);
    assertEquals(model, LinkModel.of(home(), LinkTask.TITLES));
    ModelCard card = Json.read(Files.readString(ModelCard.beside(out)), ModelCard.class);
    assertEquals(model.sha256(), card.modelSha256());
    assertEquals(Set.of("en-corpus.tsv", "en-queries.tsv"), card.dataSha256().keySet());
  }

  @Test
  void titles_of_other_languages_are_shown_with_their_way_to_the_english_labels()
      throws IOException {
    write_titles(Language.EN);
    write_titles(Language.PL);
    StringWriter shown = new StringWriter();
    CommandLine line = new CommandLine(new TrainTitlesCommand()).setOut(new PrintWriter(shown));
    Path out = folder.resolve("titles.json");
    assertEquals(0, line.execute("--titles", folder.toString(), "--home",
        folder.resolve("home").toString(), "--out", out.toString(), "--trees", "5"));
    ModelCard card = Json.read(Files.readString(ModelCard.beside(out)), ModelCard.class);
    String figure = String.format(Locale.ROOT, "%.3f",
        card.measures().get("cv.withoutEncoder.pl.toEnglish.mrr"));
    assertTrue(shown.toString().contains("to the English labels             -      -"),
        "the home has no encoder: " + shown);
    assertTrue(shown.toString().contains("the same, no encoder              -  " + figure),
        figure + " in " + shown);
    assertTrue(shown.toString()
        .contains("to the English labels without an encoder, mean of the languages: " + figure),
        figure + " in " + shown);
  }

  @Test
  void a_finder_of_skills_is_trained_from_files_and_shown() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int ad = 0; ad < 6; ad++) {
      rows.append("{\"idx\":")
          .append(ad)
          .append(",\"tokens\":[\"you\",\"know\",\"Zork")
          .append(ad)
          .append("\"],\"tags_skill\":[\"O\",\"O\",\"O\"],\"tags_knowledge\":")
          .append("[\"O\",\"O\",\"B\"],\"source\":\"made\"}\n");
    }
    Path train = Files.writeString(folder.resolve("some.json"), rows);
    Path dev = Files.writeString(folder.resolve("others.json"), rows);
    Path out = folder.resolve("spans.json");
    StringWriter shown = new StringWriter();
    CommandLine line = new CommandLine(new TrainSpansCommand()).setOut(new PrintWriter(shown));
    assertEquals(0, line.execute("--train", train.toString(), "--dev", dev.toString(), "--home",
        folder.resolve("home").toString(), "--out", out.toString(), "--epochs", "20",
        "--install"));
    assertTrue(shown.toString().contains("the model before"), shown.toString());
    ModelCard card = Json.read(Files.readString(ModelCard.beside(out)), ModelCard.class);
    assertEquals(SpanModel.read(out).sha256(), card.modelSha256());
    assertInstalled(LearnedPart.SPANS, out, shown);
    assertEquals(card.modelSha256(), SpanModel.of(home()).sha256());
    assertEquals(Set.of("some.json", "others.json"), card.dataSha256().keySet());
    assertEquals(1.0, card.measures().get("knowledge.strict.f1"), shown.toString());
    assertEquals("12", card.settings().get("sentences"));
  }

  @Test
  void a_linker_of_skills_is_trained_from_files_and_shown() throws IOException {
    StringBuilder rows = new StringBuilder("sentence,span,sub_span,label\n");
    Taxonomy sample = Taxonomy.sample();
    sample.forEachLabel(ConceptKind.SKILL, Language.EN, (concept, rank, label) -> {
      if (rank == 0) {
        rows.append("\"You will ")
            .append(label)
            .append("s here\",\"")
            .append(label)
            .append("s\",,\"")
            .append(label)
            .append("\"\n");
      }
    });
    rows.append("You will dance here,dance,,LABEL NOT PRESENT\n");
    Path file = Files.writeString(folder.resolve("mentions.csv"), rows);
    Path out = folder.resolve("skills.json");
    StringWriter shown = new StringWriter();
    CommandLine line = new CommandLine(new TrainSkillsCommand()).setOut(new PrintWriter(shown));
    assertEquals(0, line.execute("--annotations", file.toString(), "--home",
        folder.resolve("home").toString(), "--out", out.toString(), "--trees", "5", "--install"));
    assertTrue(shown.toString().contains("cross-validated"), shown.toString());
    LinkModel model = LinkModel.read(out, LinkTask.SKILLS);
    assertInstalled(LearnedPart.SKILLS, out, shown);
    assertEquals(model, LinkModel.of(home(), LinkTask.SKILLS));
    ModelCard card = Json.read(Files.readString(ModelCard.beside(out)), ModelCard.class);
    assertEquals(model.sha256(), card.modelSha256());
    assertEquals(Set.of("mentions.csv"), card.dataSha256().keySet());
  }

  private Home home() {
    return Home.open(folder.resolve("home"));
  }

  private void assertInstalled(LearnedPart part, Path out, StringWriter shown)
      throws IOException {
    ModelSlot slot = home().model(part);
    assertEquals(-1, Files.mismatch(out, slot.file()));
    assertEquals(-1, Files.mismatch(ModelCard.beside(out), slot.card()));
    assertTrue(shown.toString().contains("./metier models --back " + part.code()),
        shown.toString());
  }

  @Test
  void without_install_no_model_of_the_home_changes() throws IOException {
    write_titles(Language.EN);
    assertEquals(0, new CommandLine(new TrainTitlesCommand())
        .setOut(new PrintWriter(new StringWriter()))
        .execute("--titles", folder.toString(), "--home", folder.resolve("home").toString(),
            "--out", folder.resolve("titles.json").toString(), "--trees", "5"));
    assertFalse(home().model(LearnedPart.TITLES).hasWayBack());
  }

  @Test
  void sections_are_compared_with_the_model_in_service() throws IOException {
    SectionModel knowing = new SectionModel(Map.of(),
        new int[SectionLabel.COUNT + 1][SectionLabel.COUNT]);
    home().model(LearnedPart.SECTIONS).install(SectionModelFile.bytes(knowing), new byte[0]);
    Path out = folder.resolve("sections.json");
    assertEquals(0, new CommandLine(new TrainSectionsCommand())
        .setOut(new PrintWriter(new StringWriter()))
        .execute("--out", out.toString(), "--cvs", "10", "--home",
            folder.resolve("home").toString()));
    ModelCard card = Json.read(Files.readString(ModelCard.beside(out)), ModelCard.class);
    assertEquals(0.0, card.measures().get("before.pl.headingF1"), "a model that knows no heading");
  }

  @Test
  void annotations_of_another_taxonomy_are_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("mentions.csv"),
        "sentence,span,label\nYou fly,fly,pilot dragons\nYou dance,dance,LABEL NOT PRESENT\n");
    StringWriter errors = new StringWriter();
    CommandLine line = new CommandLine(new TrainSkillsCommand()).setErr(new PrintWriter(errors));
    assertNotEquals(0, line.execute("--annotations", file.toString(), "--home",
        folder.resolve("home").toString()));
    assertTrue(errors.toString().contains("has a skill of the taxonomy"), errors.toString());
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
        "10", "--seed", "3", "--home", folder.resolve("home").toString(), "--install"));
    assertInstalled(LearnedPart.SECTIONS, out, shown);
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
        "--trees", "10", "--min-leaf", "20", "--seed", "9", "--install", "--bounds",
        lenientBounds());
    assertEquals(0, exit, progress.toString() + shown);
    assertEquals("", progress.toString(), "silent when not on a terminal");
    assertTrue(shown.toString().contains("essential skills alone"), shown.toString());
    RankerModel model = RankerModel.read(out);
    ModelCard card = ModelCard.read(ModelCard.beside(out), model);
    assertEquals(9, card.seed());
    assertEquals(List.of("judgments.jsonl", "profiles.jsonl", "vacancies.jsonl"),
        List.copyOf(card.dataSha256().keySet()));
    assertEquals(model.sha256(), RankerModel.of(Home.open(home)).sha256());
  }

  /// Few people, and a model of few trees.
  private String lenientBounds() throws IOException {
    return Files.writeString(folder.resolve("bounds.json"),
        Json.write(new PromotionBounds(1, 5, 1, 1, 1, 1, 1, 0, 1, 1))).toString();
  }

  @Test
  void a_ranker_learns_from_a_log_and_is_refused_until_the_bounds_let_it_pass()
      throws IOException {
    Path home = folder.resolve("home");
    Path out = folder.resolve("ranker.json");
    Path report = folder.resolve("report.json");
    assertEquals(0,
        new CommandLine(new SimulateCommand()).setOut(new PrintWriter(new StringWriter()))
            .execute("--out", folder.toString(), "--people", "60", "--vacancies", "200", "--visits",
                "20", "--bias", "0.5"));
    String[] inputs = {"--log", file("log"), "--vacancies", file("vacancies"), "--profiles",
      file("profiles"), "--home", home.toString(), "--groups",
      folder.resolve("groups.csv").toString(), "--report", report.toString()};
    List<String> train = new ArrayList<>(List.of(inputs));
    train.addAll(List.of("--out", out.toString(), "--trees", "2", "--min-leaf", "20", "--install"));
    StringWriter shown = new StringWriter();
    int refused = new CommandLine(new TrainRankerCommand()).setOut(new PrintWriter(shown))
        .execute(train.toArray(String[]::new));
    assertEquals(2, refused);
    assertTrue(shown.toString().contains("BROKEN  peopleAtLeast"), shown.toString());
    assertTrue(shown.toString().contains("12000 impressions of 60 people"), shown.toString());
    assertFalse(Home.open(home).model(LearnedPart.RANKER).isFilled());
    PromotionReport written = Json.read(Files.readString(report), PromotionReport.class);
    assertFalse(written.isPassed());
    assertEquals(RankerModel.standard().sha256(), written.inServiceSha256());
    List<String> evaluate = new ArrayList<>(List.of(inputs));
    evaluate.addAll(List.of("--candidate", out.toString(), "--install", "--bounds",
        lenientBounds()));
    StringWriter later = new StringWriter();
    int passed = new CommandLine(new EvaluateRankerCommand()).setOut(new PrintWriter(later))
        .execute(evaluate.toArray(String[]::new));
    assertEquals(0, passed, later.toString());
    assertTrue(later.toString().contains("the gate lets this model pass"), later.toString());
    assertEquals(RankerModel.read(out).sha256(), RankerModel.of(Home.open(home)).sha256());
    assertEquals(written.comparison().figures(),
        Json.read(Files.readString(report), PromotionReport.class).comparison().figures(),
        "the same people are held out by the same seed");
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
