package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import org.metier.potential.Assessment;
import org.metier.potential.AssessmentRecorder;
import org.metier.potential.Band;
import org.metier.potential.Capacity;
import org.metier.potential.Diagnosis;
import org.metier.potential.DiagnosisText;
import org.metier.potential.Facts;
import org.metier.potential.MarketDistance;
import org.metier.potential.PotentialException;
import org.metier.potential.PotentialModel;
import org.metier.potential.Scorer;
import org.metier.potential.Specification;
import org.metier.potential.Trace;
import org.metier.potential.internal.PersonTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "score", mixinStandardHelpOptions = true, description = "Score one person in words, or a table of people.", footer = {
  "",
  "One person: --answer education=higher --answer licence=1 ...; what is not answered is unknown.",
  "A table: a JSON line per row, with bands, reasons as codes and what a log needs; refused rows say why."})
final class PotentialScoreCommand implements Callable<Integer> {
  @Option(names = "--model", paramLabel = "FILE", description = "a model file (default: the one in service in the home)")
  private @Nullable Path model;

  @Option(names = "--spec", paramLabel = "FILE", required = true, description = "the specification that the model was trained under")
  private String specification = "";

  @Option(names = "--capacity", paramLabel = "FILE", description = "who is invited to additional help, as ./metier potential capacity set it")
  private @Nullable Path capacity;

  @Option(names = "--reader", defaultValue = "PERSON", description = "whom the words are for: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private DiagnosisText.Reader reader = DiagnosisText.Reader.PERSON;

  @Option(names = "--audit", paramLabel = "PERSON", description = "with --answer: record the assessment in the audit log, as that of the person of this id")
  private @Nullable String person;

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
    @Option(names = "--answer", paramLabel = "FIELD=VALUE", description = "what is known of one person")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Option(names = "--data", paramLabel = "FILE", description = "a CSV table; columns that are no feature are left alone")
    private @Nullable Path data;
  }

  /// What a line says of a row.
  ///
  /// @param line of the table
  /// @param from band of the low end; null where there is no chance
  /// @param isInvited null where no capacity was set, or there is no chance
  /// @param refused why the row cannot be scored; null where it could
  private record Row(long line, @Nullable Band from, @Nullable Band to,
      @Nullable Boolean isInvited, @Nullable Trace trace, @Nullable String refused) {}

  @Override
  public Integer call() throws IOException {
    Specification declared = PotentialCommand.specification(specification);
    PotentialModel scoring = model == null
        ? PotentialModel.inService(home.open())
        : PotentialModel.read(model);
    Scorer scorer = Scorer.of(scoring, declared);
    if (people.data != null && person != null) {
      throw new IllegalArgumentException(
          "--audit is for one person whose answers are given with --answer, not for a table");
    }
    if (people.data == null) {
      diagnose(scorer, Facts.of(declared, people.answers));
    } else {
      score(scorer, people.data);
    }
    return 0;
  }

  private void diagnose(Scorer scorer, Facts facts) throws IOException {
    MarketDistance distance = market == null
        ? null
        : MarketDistances.of(home.open(), market.profile, market.occupation, language.language());
    Diagnosis diagnosis = Diagnosis.of(scorer, facts, distance);
    if (person != null) {
      long entry = AssessmentRecorder.of(AuditCommand.log(home.open()), scorer)
          .record(person, facts, diagnosis.assessment());
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

  private void score(Scorer scorer, Path data) throws IOException {
    Capacity set = capacity == null ? null : Capacity.read(capacity);
    long refused = 0;
    try (PersonTable table = PersonTable.open(data)) {
      List<String> names = new ArrayList<>();
      scorer.specification().features().forEach(f -> names.add(f.name()));
      names.retainAll(table.names());
      while (table.next()) {
        Row row = row(scorer, table, names, set);
        refused += row.refused == null ? 0 : 1;
        output.out().println(Json.write(row));
      }
    }
    output.err().println(refused + " rows refused");
  }

  private static Row row(Scorer scorer, PersonTable table, List<String> names,
      @Nullable Capacity set) {
    try {
      Facts.Builder facts = Facts.builder(scorer.specification());
      names.forEach(name -> facts.text(name, table.cell(table.column(name))));
      Assessment assessment = scorer.assess(facts.build());
      return switch (assessment) {
        case Assessment.Scored scored -> new Row(table.line(), scored.from(), scored.to(),
            set == null ? null : (Boolean) set.invites(scored), scored.trace(), null);
        case Assessment.Abstained abstained ->
          new Row(table.line(), null, null, null, abstained.trace(), null);
      };
    } catch (PotentialException e) {
      return new Row(table.line(), null, null, null, null, e.getMessage());
    }
  }
}
