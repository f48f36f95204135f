package org.metier.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.audit.AuditLog;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelSlot;
import org.metier.json.Json;
import org.metier.match.model.ModelCard;
import org.metier.potential.Capacity;
import org.metier.potential.PotentialModel;
import picocli.CommandLine;

/// From people who do not exist to a model in service, figures, proxies and a capacity, as an analyst types it.
class PotentialCommandsTest {
  @TempDir
  private Path folder = Path.of("");

  private static String run(Object command, String... arguments) {
    StringWriter shown = new StringWriter();
    CommandLine line = new CommandLine(command).setOut(new PrintWriter(shown))
        .setCaseInsensitiveEnumValuesAllowed(true);
    assertEquals(0, line.execute(arguments), shown.toString());
    return shown.toString();
  }

  private String[] onData(Path people, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--data",
        people.resolve("spells.csv").toString(), "--spec",
        people.resolve("specification.json").toString(), "--protected",
        people.resolve("protected.csv").toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  @Test
  void a_model_goes_from_data_into_service_with_its_card_figures_and_capacity()
      throws IOException {
    Path people = folder.resolve("people");
    Path later = folder.resolve("later");
    run(new SimulateCohortCommand(), "--out", people.toString(), "--people", "1500");
    run(new SimulateCohortCommand(), "--out", later.toString(), "--people", "1200", "--seed", "2");
    Path model = folder.resolve("potential.json");
    Path predictions = folder.resolve("predictions.csv");
    Path home = folder.resolve("home");
    AuditLog log = AuditLog.open(Home.open(home));
    String shown = run(new TrainPotentialCommand(),
        onData(people, "--out", model.toString(), "--folds", "2", "--family", "hazard",
            "--predictions", predictions.toString(), "--install", home.toString()));
    assertTrue(shown.contains("1500 rows:") && shown.contains("random forest")
        && shown.contains("origin=abroad"), shown);
    PotentialModel trained = PotentialModel.read(model);
    assertTrue(shown.contains("compared with no other model"), shown);
    String again = run(new TrainPotentialCommand(),
        onData(people, "--out", model.toString(), "--folds", "2", "--family", "hazard", "--alone",
            "--predictions", predictions.toString(), "--install", home.toString()));
    assertTrue(again.contains("kept   Brier score added against the model in service: 0.0000")
        && again.contains("compared with the card of the model in service"), again);
    String person = Files.readAllLines(people.resolve("spells.csv")).get(1).split(",")[0];
    assertEquals(trained.sha256(), log.trained().of(person).getFirst().model());
    assertEquals(List.of(), log.trained().of("somebody else"));
    assertEquals(trained.sha256(), PotentialModel.inService(Home.open(home)).sha256());
    ModelCard card = Json.read(Files.readString(ModelSlot.cardBeside(model)), ModelCard.class);
    assertEquals(trained.sha256(), card.modelSha256());
    assertTrue(card.measures().containsKey("cv.metier.auc.low"), card.measures().toString());
    assertTrue(card.measures().containsKey("cv.group.sex=female.calibration_error"));
    assertTrue(run(new EvaluatePotentialCommand(), onData(later, "--model", model.toString()))
        .contains("age<30"));
    assertTrue(run(new PotentialProxiesCommand(), onData(people)).contains("district ("));
    assertCapacity(people, model, predictions, trained);
    assertWorseModelIsKeptOut(people, home, trained);
  }

  /// The other data have their outcomes drawn by lot, so that nothing can be learnt from them.
  private void assertWorseModelIsKeptOut(Path people, Path home, PotentialModel inService)
      throws IOException {
    Path spells = people.resolve("spells.csv");
    var random = new java.util.Random(1);
    List<String> noise = new ArrayList<>();
    for (String row : Files.readAllLines(spells)) {
      noise.add(noise.isEmpty()
          ? row
          : row.replaceFirst(",\\d+,[01]$",
              "," + (1 + random.nextInt(26)) + "," + (random.nextInt(3) > 0 ? 1 : 0)));
    }
    Files.write(spells, noise);
    Path model = folder.resolve("noise.json");
    String[] arguments = onData(people, "--out", model.toString(), "--folds", "2", "--alone",
        "--family", "logistic", "--install", home.toString());
    Tried kept = tried(new TrainPotentialCommand(), arguments);
    assertEquals(2, kept.exit(), kept.shown());
    assertTrue(kept.shown().contains("BROKEN area under the curve"), kept.shown());
    assertTrue(kept.shown().contains("compared with the model in service"), kept.shown());
    assertEquals(inService.sha256(), PotentialModel.inService(Home.open(home)).sha256());
    assertForced(home, model, arguments);
  }

  private static void assertForced(Path home, Path model, String[] arguments) throws IOException {
    List<String> forced = new ArrayList<>(List.of(arguments));
    forced.addAll(List.of("--force", "the board wants to see it fail"));
    Tried installed = tried(new TrainPotentialCommand(), forced.toArray(String[]::new));
    assertEquals(0, installed.exit(), installed.shown());
    assertTrue(installed.shown().contains("put into service all the same: the board wants"),
        installed.shown());
    assertEquals(PotentialModel.read(model).sha256(),
        PotentialModel.inService(Home.open(home)).sha256());
    for (Path card : List.of(ModelSlot.cardBeside(model),
        Home.open(home).model(LearnedPart.POTENTIAL).card())) {
      Map<String, String> said = Json.read(Files.readString(card), ModelCard.class).settings();
      assertEquals("the board wants to see it fail", said.get("gateOverruledBecause"));
      assertTrue(String.valueOf(said.get("gateRefusedFor")).contains("area under the curve"));
    }
  }

  /// What a call printed and how it ended.
  private record Tried(int exit, String shown) {}

  private static Tried tried(Object command, String... arguments) {
    StringWriter shown = new StringWriter();
    CommandLine line = new CommandLine(command).setOut(new PrintWriter(shown))
        .setErr(new PrintWriter(shown))
        .setExecutionExceptionHandler((e, failed, parsed) -> {
          failed.getErr().println(e.getMessage());
          return 1;
        })
        .setCaseInsensitiveEnumValuesAllowed(true);
    int exit = line.execute(arguments);
    return new Tried(exit, shown.toString());
  }

  /// There are no data: whoever reads them fails otherwise.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "--folds 1|--folds must be 0, or 2 or more, was 1",
    "--folds -1|--folds must be 0, or 2 or more, was -1",
    "--folds 0 --predictions p.csv|run with --folds 2 or more",
    "--folds 0 --run r.json|run with --folds 2 or more",
    "--folds 0 --install home|run with --folds 2 or more",
    "--folds 2 --capacity 1|--capacity must be a share above 0 and below 1, was 1.0",
    "--folds 2 --force because|--force wants --install, and a reason",
    "--folds 2 --install home --force  |--force wants --install, and a reason"})
  void what_could_only_fail_after_the_training_is_refused_before_it(String options,
      String message) {
    List<String> arguments = new ArrayList<>(List.of("--data", "none.csv", "--spec", "intake"));
    arguments.addAll(List.of(options.split(" ")));
    if (options.endsWith("--force")) {
      arguments.add(" ");
    }
    Tried tried = tried(new TrainPotentialCommand(), arguments.toArray(String[]::new));
    assertEquals(1, tried.exit(), tried.shown());
    assertTrue(tried.shown().contains(message), tried.shown());
  }

  @Test
  void rows_and_groups_that_are_not_in_the_figures_are_said() throws IOException {
    Path people = folder.resolve("few");
    run(new SimulateCohortCommand(), "--out", people.toString(), "--people", "700");
    List<String> rows = new ArrayList<>(Files.readAllLines(people.resolve("spells.csv")));
    rows.set(1, rows.get(1).replaceFirst("^([^,]*,\\d+),[^,]*", "$1,150"));
    rows.set(2, rows.get(2).replaceFirst("^([^,]*,\\d+),[^,]*", "$1,long"));
    Files.write(people.resolve("spells.csv"), rows);
    List<String> groups = new ArrayList<>(Files.readAllLines(people.resolve("protected.csv")));
    groups.remove(100);
    Files.write(people.resolve("protected.csv"), groups);
    Path model = folder.resolve("few.json");
    Path predictions = folder.resolve("few.csv");
    String trained = run(new TrainPotentialCommand(), onData(people, "--out", model.toString(),
        "--folds", "2", "--family", "logistic", "--alone", "--predictions",
        predictions.toString()));
    assertTrue(trained.contains("1 outside the population, 1 refused"), trained);
    String leftOut = "left out of 700 rows: 1 with a cell that cannot be read, 1 outside";
    String gap = "groups: sex is unknown of 1 of 698 people";
    for (Tried tried : List.of(
        tried(new EvaluatePotentialCommand(), onData(people, "--model", model.toString())),
        tried(new PotentialProxiesCommand(), onData(people)))) {
      assertEquals(0, tried.exit(), tried.shown());
      assertTrue(tried.shown().contains(leftOut) && tried.shown().contains(gap)
          && tried.shown().contains("refused line 3: \"monthsSinceWork\""), tried.shown());
    }
    Tried curve = tried(new PotentialCapacityCommand(),
        onData(people, "--predictions", predictions.toString()));
    assertTrue(curve.shown().contains(gap), curve.shown());
    String interval = Json.read(Files.readString(ModelSlot.cardBeside(model)), ModelCard.class)
        .settings()
        .get("interval");
    assertTrue(String.valueOf(interval).startsWith("four in five of 50 refits"), interval);
  }

  @Test
  void data_that_are_refused_are_named_with_the_reason() throws IOException {
    Path people = folder.resolve("too-few");
    run(new SimulateCohortCommand(), "--out", people.toString(), "--people", "120");
    Tried tried = tried(new TrainPotentialCommand(),
        onData(people, "--folds", "0", "--out", folder.resolve("m.json").toString()));
    assertEquals(1, tried.exit());
    assertTrue(tried.shown()
        .startsWith(people.resolve("spells.csv") + ": the data are too small a"
            + " sample: 120 people, of whom "),
        tried.shown());
    assertFalse(Files.exists(folder.resolve("m.json")));
  }

  @Test
  void groups_of_few_people_and_shares_of_nobody_are_not_shown() throws IOException {
    Path people = folder.resolve("some");
    run(new SimulateCohortCommand(), "--out", people.toString(), "--people", "40");
    List<String> groups = new ArrayList<>(List.of("id,sex,origin,age"));
    List<String> read = Files.readAllLines(people.resolve("protected.csv"));
    for (int row = 1; row < read.size(); row++) {
      groups.add(read.get(row).split(",")[0] + (row <= 9 ? ",male," : ",female,")
          + (row <= 10 ? "abroad,40" : "here,40"));
    }
    Files.write(people.resolve("protected.csv"), groups);
    List<String> made = new ArrayList<>(List.of("line,chance,outcome,weight"));
    for (int row = 1; row <= 40; row++) {
      made.add((row + 1) + ",0.5," + (row <= 10 ? "1" : "0") + ",1");
    }
    Path predictions = Files.write(folder.resolve("made.csv"), made);
    String curve = run(new PotentialCapacityCommand(),
        onData(people, "--predictions", predictions.toString()));
    assertTrue(curve.contains("sex=female") && !curve.contains("sex=male"), curve);
    assertTrue(curve.contains("of 10; of nobody is it known that they are in need"), curve);
  }

  private void assertCapacity(Path people, Path model, Path predictions, PotentialModel trained)
      throws IOException {
    Path capacity = folder.resolve("capacity.json");
    String curve = run(new PotentialCapacityCommand(),
        onData(people, "--predictions", predictions.toString(), "--choose", "0.25", "--model",
            model.toString(), "--set-by", "head of unit", "--reason", "places this year", "--out",
            capacity.toString()));
    assertTrue(curve.contains("capacity 20 %: chances up to 0."), curve);
    Capacity set = Capacity.read(capacity);
    assertEquals(0.25, set.share());
    assertEquals("head of unit", set.setBy());
    assertEquals(trained.sha256(), set.modelSha256());
    assertTrue(set.atMost() > 0.1 && set.atMost() < 0.6, set.toString());
  }
}
