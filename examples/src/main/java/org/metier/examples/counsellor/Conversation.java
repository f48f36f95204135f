package org.metier.examples.counsellor;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.metier.audit.AuditLog;
import org.metier.home.Home;
import org.metier.oversight.BlindCase;
import org.metier.oversight.Case;
import org.metier.oversight.CaseId;
import org.metier.oversight.OverrideReason;
import org.metier.oversight.Oversight;
import org.metier.oversight.Rating;
import org.metier.oversight.Revealed;
import org.metier.potential.AssessmentRecorder;
import org.metier.potential.Band;
import org.metier.potential.Diagnosis;
import org.metier.potential.DiagnosisText;
import org.metier.potential.Facts;
import org.metier.potential.IntakeForm;
import org.metier.potential.PotentialModel;
import org.metier.potential.Scorer;
import org.metier.potential.Specification;
import org.metier.rights.Held;
import org.metier.rights.Letter;
import org.metier.rights.PersonErased;
import org.metier.rights.PersonRights;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// What a counsellor and a person do with a model of job potential, step by step, over a home that has one in service
/// (docs/analyst.md puts it there): intake, own rating, diagnosis in words, override, a later score, disagreement, letter,
/// erasure. The counsellor reads Dutch, the person Polish.
public final class Conversation {
  /// The person does not exist. Nobody answers everything, and need not.
  private static final Map<String, String> ANSWERS = Map.ofEntries(
      Map.entry("monthsSinceWork", "4"), Map.entry("yearsWorked", "3"),
      Map.entry("leaving", "dismissed"), Map.entry("education", "upper"),
      Map.entry("licence", "0"), Map.entry("commute", "30"), Map.entry("hours", "36"),
      Map.entry("workLanguage", "fluent"), Map.entry("digital", "basic"),
      Map.entry("applications", "2"), Map.entry("outlook", "2"), Map.entry("cvReady", "0"),
      Map.entry("plan", "2"));
  private static final Map<String, String> ANSWERS_LATER = Map.of("applications", "6", "cvReady",
      "1");
  private static final String COUNSELLOR = "counsellor-17";
  private static final CaseId CASE = new CaseId("person-4711", "potential-26w/2026-03");

  private final Scorer scorer;
  private final Oversight oversight;
  private final AssessmentRecorder recorder;
  private final Taxonomy taxonomy;
  private final PersonRights rights;
  private final PrintStream out;

  /// @param home with a model in service that was trained under the specification
  /// @param clock dates what is said
  Conversation(Home home, Specification specification, Clock clock, PrintStream out) {
    AuditLog log = AuditLog.open(home, clock);
    scorer = Scorer.of(PotentialModel.inService(home), specification);
    oversight = Oversight.of(home, log);
    recorder = AssessmentRecorder.of(log, scorer);
    taxonomy = Taxonomy.of(home);
    rights = PersonRights.of(home, taxonomy, TextAnalyzer.create(), clock, List.of());
    this.out = out;
  }

  /// Arguments: home folder, specification.
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new Conversation(Home.open(Path.of(arguments[0])), Specification.read(Path.of(arguments[1])),
        Clock.systemUTC(), out).run();
  }

  /// The whole conversation, from the first question to the receipt.
  void run() {
    ask();
    Revealed<Diagnosis> first = rateAndReveal();
    tell(first.score());
    override();
    scoreAnew();
    disagree();
    out.println(letter());
    out.println(receipt());
  }

  /// The counsellor reads the questions out, and writes down what the person wants to answer.
  void ask() {
    List<IntakeForm.Item> questions = IntakeForm.of(scorer.specification()).items(Language.NL);
    questions.stream()
        .filter(item -> ANSWERS.containsKey(item.field()))
        .forEach(item -> out.println(item.text() + " " + answer(item)));
  }

  private static String answer(IntakeForm.Item item) {
    String value = ANSWERS.getOrDefault(item.field(), "");
    return item.choices()
        .stream()
        .filter(choice -> choice.value().equals(value))
        .map(IntakeForm.Choice::text)
        .findFirst()
        .orElse(value);
  }

  /// A score that is not computed before the counsellor has rated. Its record goes into the audit log with what it was
  /// computed from, so that `./metier audit replay` can compute it again. Where the model abstains, that is recorded and
  /// told instead, and the counsellor's rating is all there is.
  BlindCase<Diagnosis> begin(Map<String, String> answers) {
    Facts facts = IntakeForm.of(scorer.specification()).facts(answers);
    return oversight.begin(CASE, () -> Diagnosis.of(scorer, facts, null),
        diagnosis -> recorder.decisionRecord(facts, diagnosis.assessment()));
  }

  Revealed<Diagnosis> rateAndReveal() {
    BlindCase<Diagnosis> asked = begin(ANSWERS);
    if (!asked.needsRating()) {
      return asked.reveal();
    }
    return asked.rate(rating(Band.MIDDLE), COUNSELLOR);
  }

  private static Rating rating(Band band) {
    return new Rating(band.name(), (band.ordinal() + 0.5) / Band.values().length);
  }

  /// No number: a band, what can be changed, what speaks for the person, what is good to know.
  private void tell(Diagnosis diagnosis) {
    for (DiagnosisText.Section section : DiagnosisText
        .in(Language.NL, DiagnosisText.Reader.COUNSELLOR)
        .sections(diagnosis, scorer.specification())) {
      out.println();
      out.println(section.heading());
      section.lines().forEach(line -> out.println("  " + line));
    }
    out.println();
  }

  Case override() {
    return oversight.override(CASE, rating(Band.HIGH), OverrideReason.KNOWS_MORE,
        "Heeft een schriftelijk aanbod van een bakkerij", COUNSELLOR);
  }

  /// Two answers changed. The new score is recorded and shown, and what the counsellor said still stands.
  Revealed<Diagnosis> scoreAnew() {
    Map<String, String> answers = new TreeMap<>(ANSWERS);
    answers.putAll(ANSWERS_LATER);
    Revealed<Diagnosis> again = begin(answers).reveal();
    again.file()
        .override()
        .ifPresent(stands -> out.printf(Locale.ROOT, "%s stands, by %s: %s%n",
            stands.to().band(), stands.by(), stands.text()));
    return again;
  }

  Case disagree() {
    return rights.disagree(CASE.person(), CASE.question(),
        "Szukam pracy w piekarni, nie w biurze");
  }

  /// All that is held on the person, in words; [Held] is the same for machines.
  String letter() {
    return Letter.in(Language.PL, taxonomy).of(rights.export(CASE.person()));
  }

  /// Erases the person, and says what was erased.
  String receipt() {
    PersonErased erased = rights.erase(CASE.person());
    return erased.home()
        .parts()
        .stream()
        .map(part -> part.store() + " " + part.erased())
        .collect(Collectors.joining(", ", "erased at " + erased.home().erasedAt() + ": ", ""));
  }
}
