package org.metier.potential;

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
  private final Phrases phrases;

  private DiagnosisText(Language language, Reader reader) {
    this.language = language;
    this.reader = reader;
    phrases = Phrases.of(DiagnosisText.class, "diagnosis", language);
  }

  public static DiagnosisText in(Language language, Reader reader) {
    return new DiagnosisText(language, reader);
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
        outlook(diagnosis.assessment(), specification)));
    add(sections, "hindrances", diagnosis.hindrances().stream().flatMap(this::hindrance).toList());
    add(sections, "strengths",
        diagnosis.strengths().stream().map(this::label).toList());
    add(sections, "ask", diagnosis.ask().stream().map(this::question).toList());
    MarketDistance market = diagnosis.market();
    if (market != null) {
      sections.add(new Section(phrases.of("heading.market"), market(market)));
    }
    sections.add(new Section(phrases.of("heading.rights"),
        List.of(phrases.of("rights." + reader), phrases.of("help"))));
    return sections;
  }

  private void add(List<Section> sections, String key, List<String> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(phrases.of("heading." + key), lines));
    }
  }

  private List<String> outlook(Assessment assessment, Specification specification) {
    return switch (assessment) {
      case Assessment.Scored scored -> {
        String from = phrases.of("band." + scored.from());
        String to = phrases.of("band." + scored.to());
        String weeks = phrases.number(specification.outcome().horizonWeeks());
        yield List.of(scored.from() == scored.to()
            ? phrases.of("outlook.one." + reader, from, weeks)
            : phrases.of("outlook.range." + reader, from, to, weeks), phrases.of("outlook.means"));
      }
      case Assessment.Abstained abstained -> abstained.reasons()
          .stream()
          .map(reason -> abstention(reason, specification))
          .distinct()
          .toList();
    };
  }

  private String abstention(Abstention reason, Specification specification) {
    return switch (reason) {
      case Abstention.TooLittleKnown little -> phrases.of("abstain.little");
      case Abstention.OutsidePopulation outside ->
        phrases.of("abstain.population", label(specification, outside.field()));
      case Abstention.UnlikeTraining unlike ->
        phrases.of("abstain.unlike", label(specification, unlike.field()));
      case Abstention.TooUncertain uncertain -> phrases.of("abstain.uncertain");
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
    List<String> lines = new ArrayList<>();
    lines.add(phrases.of("market.reach", phrases.number(market.vacancies()),
        phrases.number(market.inReach()), phrases.number(market.near())));
    for (MarketDistance.MissingSkill skill : market.missing()) {
      lines.add(phrases.of("market.missing", skill.label(), phrases.number(skill.askedBy())));
    }
    return lines;
  }
}
