package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.advice.Advice;
import org.metier.advice.LearningAdvisor;
import org.metier.advice.Target;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.potential.AssessmentRecorder;
import org.metier.potential.Capacity;
import org.metier.potential.Diagnosis;
import org.metier.potential.DiagnosisText;
import org.metier.potential.Facts;
import org.metier.potential.MarketDistance;
import org.metier.potential.PotentialModel;
import org.metier.potential.Scorer;
import org.metier.potential.Specification;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "score", mixinStandardHelpOptions = true, description = "Score one person in words, or a table of people.", footer = {
  "",
  "One person: --answer education=higher --answer licence=1 ...; what is not answered is unknown.",
  "A table: a JSON line per row, with bands, reasons as codes and what a log needs; rows that are refused and abstentions say why."})
final class PotentialScoreCommand implements Callable<Integer> {
  private static final int MISSING_SKILLS = 5;

  @Option(names = "--model", paramLabel = "FILE", description = "a model file (default: the one in service in the home)")
  private @Nullable Path model;

  @Option(names = "--spec", paramLabel = "FILE", required = true, description = "the specification that the model was trained under")
  private String specification = "";

  @Option(names = "--capacity", paramLabel = "FILE", description = "who is invited to additional help, as ./metier potential capacity set it")
  private @Nullable Path capacity;

  @Option(names = "--reader", defaultValue = "PERSON", description = "whom the words are for: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private DiagnosisText.Reader reader = DiagnosisText.Reader.PERSON;

  @Option(names = "--audit", paramLabel = "ID", description = "record what is scored in the audit log before it is shown; with --answer: as that of the person of this id; with --data: each row as that of the person whose id stands in this column")
  private @Nullable String audit;

  @ArgGroup(exclusive = false)
  private @Nullable Market market;

  @ArgGroup(multiplicity = "1")
  private People people = new People();

  @Mixin
  private LanguageOption language = new LanguageOption();

  @Mixin
  private HomeOption home = new HomeOption();

  @Mixin
  private Output output = new Output();

  private static final class Market {
    @Option(names = "--profile", required = true, paramLabel = "FILE", description = "also say how far this profile is from today's vacancies of the home: JSON, as profile --json prints it")
    private Path profile = Path.of("");

    @Option(names = "--occupation", required = true, paramLabel = "URI", description = "the occupation that the person wants")
    private String occupation = "";
  }

  private static final class People {
    @Option(names = "--answer", paramLabel = "FIELD=VALUE", description = "what is known of one person; nothing behind the sign where it is not known")
    private List<String> answers = new ArrayList<>();

    @Option(names = "--data", paramLabel = "FILE", description = "a CSV table; columns that are no feature are left alone")
    private @Nullable Path data;
  }

  @Override
  public Integer call() throws IOException {
    Specification declared = Specification.named(specification);
    requireGoingTogether();
    PotentialModel scoring = model == null
        ? PotentialModel.inService(home.open())
        : PotentialModel.read(model);
    Scorer scorer = Scorer.of(scoring, declared);
    @Nullable
    AssessmentRecorder recorder = audit == null
        ? null
        : AssessmentRecorder.of(AuditCommand.log(home.open()), scorer);
    if (people.data == null) {
      diagnose(scorer, Facts.of(declared, answers()), recorder);
    } else {
      new PotentialTable(scorer, capacity == null ? null : Capacity.read(capacity), recorder,
          audit).score(people.data, output.out(), output.err());
    }
    return 0;
  }

  /// What would be left alone in silence is refused.
  private void requireGoingTogether() {
    if (people.data == null && capacity != null) {
      throw new IllegalArgumentException("--capacity is for a table, with --data; who is invited is"
          + " decided among many");
    }
    if (people.data != null && market != null) {
      throw new IllegalArgumentException(
          "--profile and --occupation are for one person, with --answer, not for a table");
    }
  }

  private Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String answer : people.answers) {
      int sign = answer.indexOf('=');
      if (sign < 1) {
        throw new IllegalArgumentException(
            "--answer must be a field, '=' and what is known, such as licence=1");
      }
      if (answers.put(answer.substring(0, sign), answer.substring(sign + 1)) != null) {
        throw new IllegalArgumentException("--answer says \"" + answer.substring(0, sign)
            + "\" twice; keep the one that is true");
      }
    }
    return answers;
  }

  private void diagnose(Scorer scorer, Facts facts, @Nullable AssessmentRecorder recorder)
      throws IOException {
    Diagnosis diagnosis = Diagnosis.of(scorer, facts, distance());
    if (recorder != null && audit != null) {
      long entry = recorder.record(audit, facts, diagnosis.assessment());
      output.err().println("recorded as entry " + entry + " of the audit log");
    }
    List<DiagnosisText.Section> sections = DiagnosisText.in(language.language(), reader)
        .sections(diagnosis, scorer.specification());
    if (output.isJson()) {
      output.json(sections);
      return;
    }
    for (DiagnosisText.Section section : sections) {
      output.out().println(section.heading());
      section.lines().forEach(text -> output.out().println("  " + text));
    }
  }

  private @Nullable MarketDistance distance() throws IOException {
    if (market == null) {
      return null;
    }
    MarketDistance distance = advice(home.open(), market)
        .marketDistance(Taxonomy.of(home.open()), language.language())
        .orElse(null);
    if (distance == null) {
      output.err()
          .println(
              "no distance to today's vacancies: too few skills of the profile are known to say"
                  + " anything; complete it first");
    }
    return distance;
  }

  private static Advice advice(Home home, Market market) throws IOException {
    try (LearningAdvisor advisor = LearningAdvisor.builder(home).skills(MISSING_SKILLS).build()) {
      return advisor.advise(profile(market.profile), Target.occupation(market.occupation));
    }
  }

  private static CompetenceProfile profile(Path file) throws IOException {
    try {
      return Json.read(Files.readString(file), CompetenceProfile.class);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage()
          + "; expected a profile as ./metier profile --json prints it", e);
    }
  }
}
