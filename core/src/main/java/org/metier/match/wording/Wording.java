package org.metier.match.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.match.Match;
import org.metier.match.Matches;
import org.metier.match.condition.Condition;
import org.metier.match.condition.ConditionCheck;
import org.metier.match.condition.RegulatedProfession;
import org.metier.match.reason.Question;
import org.metier.match.reason.Reason;
import org.metier.match.reason.Side;
import org.metier.match.reason.Topic;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// Words matches for a [Reader] in their language: what fits, what is missing, what is unknown, what to ask
/// and to check. Plain text, one or more sentences each.
///
/// The sentences stand in `wording_xx.properties` beside this class, what differs for one reader in
/// `jobseeker_xx.properties` and `analyst_xx.properties`. Immutable and thread-safe.
public final class Wording {
  /// Nobody answers a long list.
  private static final int MAX_QUESTIONS = 3;

  private final Language language;
  private final Reader reader;
  private final Phrases phrases;
  private final ReasonText reasons;

  private Wording(Language language, Reader reader, Taxonomy taxonomy) {
    this.language = language;
    this.reader = reader;
    phrases = phrases(language, reader);
    reasons = new ReasonText(language, taxonomy, phrases, reader != Reader.JOB_SEEKER);
  }

  private static Phrases phrases(Language language, Reader reader) {
    Phrases common = Phrases.of(Wording.class, "wording", language);
    return switch (reader) {
      case JOB_SEEKER -> Phrases.of(Wording.class, "jobseeker", language).over(common);
      case COUNSELLOR -> common;
      case ANALYST -> Phrases.of(Wording.class, "analyst", language).over(common);
    };
  }

  public static Wording in(Language language, Reader reader, Taxonomy taxonomy) {
    return new Wording(language, reader, taxonomy);
  }

  /// A part of an explanation.
  ///
  /// @param lines in order of importance, at least one
  public record Section(String heading, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /// A statement.
  ///
  /// @param heading what it is about, in a word or two; null when the text says so itself
  /// @param text whole sentences
  public record Line(@Nullable String heading, String text) {
    static Line of(String text) {
      return new Line(null, text);
    }
  }

  /// What a reason is about, in a word or two: `Distance`.
  public String heading(Reason reason) {
    return phrases.of("heading." + switch (reason) {
      case Reason.EssentialSkills r -> "essential";
      case Reason.OptionalSkills r -> "optional";
      case Reason.HeldOccupation r -> "heldOccupation";
      case Reason.WantedOccupation r -> "wantedOccupation";
      case Reason.CommonWords r -> "words";
      case Reason.KindOfWork r -> "kind";
      case Reason.Experience r -> "experience";
      case Reason.EducationLevels r -> "education";
      case Reason.Languages r -> "languages";
      case Reason.Licences r -> "licences";
      case Reason.Distance r -> "distance";
      case Reason.Terms r -> "terms";
      case Reason.Freshness r -> "freshness";
      case Reason.Boost r -> "boost";
      case Reason.Crowding r -> "crowd";
      case Reason.EmployerCap r -> "cap";
    });
  }

  /// What a side is about: `Can do`.
  String heading(Side side) {
    return phrases.of("side." + side);
  }

  /// What a condition is about: `Distance to work`.
  public String heading(Condition condition) {
    return phrases.of("condition." + condition);
  }

  /// The reason in full sentences, its contribution left out.
  public String describe(Reason reason) {
    return reasons.describe(reason);
  }

  /// How well a match does on fitness or interest, in words; that too little is known where Metier
  /// abstains. What is meant is the balance of the side's reasons, so it does not depend on a model's scale.
  ///
  /// @param side one of the person's
  public String describe(Match match, Side side) {
    return phrases.of("fit." + side + "." + switch (Balance.of(match, side)) {
      case MOST -> "most";
      case SOME -> "some";
      case FEW -> "few";
      case UNKNOWN -> "unknown";
    });
  }

  /// What became of a condition.
  public String describe(ConditionCheck check) {
    return phrases.of("check." + check.outcome(), heading(check.condition()));
  }

  /// A hint to check whether a recognition is needed.
  public String describe(RegulatedProfession regulated) {
    String basis = regulated.basis().equals("RPD")
        ? phrases.of("regulated.basis.RPD")
        : regulated.basis();
    if (regulated.basis().equals("ESCO")) {
      return phrases.of("regulated.unknown", basis);
    }
    return phrases.of("regulated." + regulated.extent(), countries(regulated.countries()), basis);
  }

  private String countries(Set<String> countries) {
    return countries.isEmpty()
        ? phrases.of("regulated.everywhere")
        : countries.stream()
            .map(country -> Locale.of("", country).getDisplayCountry(language.locale()))
            .collect(Collectors.joining(", "));
  }

  /// What to ask whom; to a job seeker, what to tell.
  public String describe(Question question) {
    Topic topic = question.topic();
    return phrases.of("ask." + question.asked() + "." + switch (question.asked()) {
      case PERSON -> topic.name();
      case EMPLOYER -> switch (topic) {
        case HELD_OCCUPATION, EXPERIENCE, WANTED_OCCUPATION -> "OCCUPATION";
        case PLACE, MAX_DISTANCE -> "PLACE";
        case SKILLS, REMOTE, CONTRACT, HOURS, SALARY -> topic.name();
        case EDUCATION, LANGUAGES, LICENCES -> throw new IllegalArgumentException(
            topic + " is no question to an employer: what an ad does not ask for is not unknown");
      };
    });
  }

  /// A line with its heading before it, as the language joins the two.
  public String joined(Line line) {
    String heading = line.heading();
    return heading == null ? line.text() : phrases.of("line", heading, line.text());
  }

  /// How many were hidden for which condition, and how many were full, a sentence each; empty when none was.
  public List<String> hidden(Matches matches) {
    List<String> sentences = new ArrayList<>();
    matches.hiddenBy()
        .forEach((condition, count) -> sentences
            .add(phrases.of("hidden", phrases.of("hidden." + condition), phrases.number(count))));
    if (matches.full() > 0) {
      sentences.add(
          phrases.of("hidden", phrases.of("hidden.full"), phrases.number(matches.full())));
    }
    return sentences;
  }

  /// What would make all of the matches surer, a sentence each, most useful first.
  public List<String> questions(Matches matches) {
    return matches.questions()
        .stream()
        .map(this::describe)
        .distinct()
        .limit(MAX_QUESTIONS)
        .toList();
  }

  /// The whole of a match, section by section: what the person can do, what they want, the market,
  /// conditions, what to ask; for an analyst also sums and features.
  public List<Section> explain(Match match) {
    return new MatchText(this, phrases, reader).sections(match);
  }
}
