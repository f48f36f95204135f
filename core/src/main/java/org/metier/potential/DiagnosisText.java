package org.metier.potential;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// Words a [Diagnosis] in the reader's language. What a person reads holds no chance as a number; what a counsellor
/// reads has the same bands, and says whether they are sure. The sentences stand in `diagnosis_xx.properties` beside
/// this class. Immutable and thread-safe.
public final class DiagnosisText {
  /// Who reads.
  public enum Reader {
    PERSON, COUNSELLOR
  }

  private final Language language;
  private final Reader reader;
  private final HelpPolicy policy;
  private final Phrases phrases;

  private DiagnosisText(Language language, Reader reader, HelpPolicy policy) {
    this.language = language;
    this.reader = reader;
    this.policy = policy;
    phrases = Phrases.of(DiagnosisText.class, "diagnosis", language);
  }

  /// For a service in which a score may add help and never take it away.
  public static DiagnosisText in(Language language, Reader reader) {
    return new DiagnosisText(language, reader, HelpPolicy.ADD_ONLY);
  }

  /// The same for a service under another policy, so that nobody is told that no help can be lost where it can.
  public DiagnosisText under(HelpPolicy other) {
    return new DiagnosisText(language, reader, other);
  }

  static String yes(Language language) {
    return Phrases.of(DiagnosisText.class, "diagnosis", language).of("yes");
  }

  static String no(Language language) {
    return Phrases.of(DiagnosisText.class, "diagnosis", language).of("no");
  }

  /// A part of the text.
  ///
  /// @param heading in a few words
  /// @param lines whole sentences, at least one
  public record Section(String heading, List<String> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /// The whole of a diagnosis, section by section; a section that has nothing to say is left out.
  ///
  /// @param specification of the scorer
  public List<Section> sections(Diagnosis diagnosis, Specification specification) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(phrases.of("heading.outlook"),
        outlook(diagnosis, specification)));
    add(sections, "hindrances", diagnosis.hindrances().stream().flatMap(this::hindrance).toList());
    add(sections, "circumstances", diagnosis.circumstances().stream().map(this::known).toList());
    add(sections, "strengths." + reader,
        diagnosis.strengths().stream().map(this::known).toList());
    add(sections, "ask", ask(diagnosis));
    MarketDistance market = diagnosis.market();
    if (market != null) {
      sections.add(new Section(phrases.of("heading.market"), market(market)));
    }
    sections.add(new Section(phrases.of("heading.rights"),
        List.of(phrases.of("rights." + reader), help())));
    return sections;
  }

  private String help() {
    return switch (policy) {
      case HelpPolicy.AddOnly _ -> phrases.of("help");
      case HelpPolicy.MayRemove(String decidedBy, String legalBasis, Instant _) ->
        phrases.of("help.removing", decidedBy, legalBasis);
    };
  }

  /// What the person can tell; a counsellor is told of records too.
  private List<String> ask(Diagnosis diagnosis) {
    List<String> lines = new ArrayList<>(diagnosis.ask().stream().map(this::question).toList());
    switch (reader) {
      case PERSON -> {
        // a person cannot look into the service's records
      }
      case COUNSELLOR -> diagnosis.lookUp()
          .forEach(field -> lines.add(phrases.of("ask.record", label(field))));
    }
    return lines;
  }

  private void add(List<Section> sections, String key, List<String> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(phrases.of("heading." + key), lines));
    }
  }

  private List<String> outlook(Diagnosis diagnosis, Specification specification) {
    return switch (diagnosis.assessment()) {
      case Assessment.Scored scored -> {
        String from = phrases.of("band." + scored.from());
        String to = phrases.of("band." + scored.to());
        String weeks = phrases.number(specification.outcome().horizonWeeks());
        List<String> lines = new ArrayList<>();
        lines.add(scored.from() == scored.to()
            ? phrases.of("outlook.one." + reader, from, weeks)
            : phrases.of("outlook.range." + reader, from, to, weeks));
        lines.add(phrases.of("outlook.means"));
        if (diagnosis.uncertainty() == Diagnosis.Covered.ALL_WITH_THE_SCORE) {
          lines.add(phrases.of("outlook.narrow"));
        }
        yield lines;
      }
      case Assessment.Abstained abstained -> abstained.reasons()
          .stream()
          .map(reason -> abstention(reason, specification, !diagnosis.ask().isEmpty()))
          .distinct()
          .toList();
    };
  }

  private String abstention(Abstention reason, Specification specification, boolean hasQuestions) {
    return switch (reason) {
      case Abstention.TooLittleKnown _ ->
        phrases.of(hasQuestions ? "abstain.little" : "abstain.records");
      case Abstention.OutsidePopulation(String field) ->
        phrases.of("abstain.population", label(specification, field));
      case Abstention.PopulationUnknown(String field) ->
        phrases.of("abstain.populationUnknown", label(specification, field));
      case Abstention.Contradictory(String field, String other) -> phrases
          .of("abstain.contradictory", label(specification, field), label(specification, other));
      case Abstention.UnlikeTraining(String field) ->
        phrases.of("abstain.unlike", label(specification, field));
      case Abstention.TooUncertain _ -> phrases.of("abstain.uncertain");
    };
  }

  /// What was said, where it can be said in words; an amount is named alone, since its unit is not translated.
  private String known(Diagnosis.Known known) {
    Field field = known.field();
    @Nullable
    Question question = field.question();
    return switch (field.type()) {
      case FieldType.Amount _ -> label(field);
      case FieldType.Flag _ -> phrases.of("known", label(field),
          phrases.of(known.value().equals("1") ? "yes" : "no"));
      case FieldType.Category _ -> {
        Texts option = question == null ? null : question.options().get(known.value());
        yield option == null
            ? label(field)
            : phrases.of("known", label(field), option.in(language));
      }
    };
  }

  private String label(Specification specification, String name) {
    return label(specification.features().get(specification.featureNumber(name)));
  }

  private String label(Field field) {
    return field.label().in(language);
  }

  private Stream<String> hindrance(Field field) {
    @Nullable
    Changeable changeable = field.changeable();
    if (changeable == null) {
      return Stream.of();
    }
    return Stream.of(changeable.hindrance().in(language) + " "
        + changeable.help().in(language));
  }

  private String question(Field field) {
    @Nullable
    Question question = field.question();
    return question == null ? label(field) : question.text().in(language);
  }

  private List<String> market(MarketDistance market) {
    if (market.vacancies() == 0) {
      return List.of(phrases.of("market.none"));
    }
    List<String> lines = new ArrayList<>();
    lines.add(phrases.of("market.reach", phrases.number(market.vacancies()),
        phrases.number(market.inReach()), phrases.number(market.near())));
    if (!market.missing().isEmpty()) {
      lines.add(phrases.of("market.lead"));
    }
    for (MarketDistance.MissingSkill skill : market.missing()) {
      lines.add(phrases.of("market.missing", skill.label(), phrases.number(skill.askedBy())));
    }
    return lines;
  }
}
