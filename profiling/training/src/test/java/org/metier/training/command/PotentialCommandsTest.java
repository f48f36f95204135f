package org.metier.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.audit.AuditLog;
import org.metier.home.Home;
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
    StringWriter shown = new StringWriter();
    CommandLine line = new CommandLine(new TrainPotentialCommand())
        .setOut(new PrintWriter(shown))
        .setCaseInsensitiveEnumValuesAllowed(true);
    assertEquals(2, line.execute(onData(people, "--out", folder.resolve("noise.json").toString(),
        "--folds", "2", "--alone", "--family", "logistic", "--install", home.toString())));
    assertTrue(shown.toString().contains("BROKEN slope of the calibration"), shown.toString());
    assertEquals(inService.sha256(), PotentialModel.inService(Home.open(home)).sha256());
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
