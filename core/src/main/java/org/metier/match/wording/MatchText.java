package org.metier.match.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.match.Match;
import org.metier.match.condition.ConditionCheck;
import org.metier.match.condition.RegulatedProfession;
import org.metier.match.reason.Coverage;
import org.metier.match.reason.Question;
import org.metier.match.reason.Reason;
import org.metier.match.reason.Side;
import org.metier.match.reason.Topic;
import org.metier.match.wording.Wording.Line;
import org.metier.match.wording.Wording.Section;
import org.metier.text.internal.Phrases;

/// Puts what there is to say about a match into sections for one reader.
final class MatchText {
  private static final int MAX_QUESTIONS = 3;

  /// A reason of at least this share of the strongest one's contribution speaks strongly.
  private static final double STRONG = 0.5;
  /// One below this share hardly matters.
  private static final double WEAK = 0.1;

  private final Wording wording;
  private final Phrases phrases;
  private final Reader reader;

  MatchText(Wording wording, Phrases phrases, Reader reader) {
    this.wording = wording;
    this.phrases = phrases;
    this.reader = reader;
  }

  List<Section> sections(Match match) {
    List<Section> sections = new ArrayList<>();
    for (Side side : Side.values()) {
      add(sections, wording.heading(side), side(match, side));
    }
    List<Line> checks = new ArrayList<>();
    for (ConditionCheck check : match.conditions()) {
      if (reader != Reader.JOB_SEEKER || check.outcome() == ConditionCheck.Outcome.FAILED) {
        checks.add(Line.of(wording.describe(check)));
      }
    }
    RegulatedProfession regulated = match.regulated();
    if (regulated != null) {
      checks.add(Line.of(wording.describe(regulated)));
    }
    add(sections, phrases.of("section.conditions"), checks);
    add(sections, phrases.of("section.questions"), questions(match));
    if (reader == Reader.ANALYST) {
      AnalystText figures = new AnalystText(phrases);
      add(sections, phrases.of("section.sums"), figures.sums(match));
      add(sections, phrases.of("section.features"), figures.features(match));
    }
    return sections;
  }

  private static void add(List<Section> sections, String heading, List<Line> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(heading, lines));
    }
  }

  private List<Line> side(Match match, Side side) {
    List<Line> lines = new ArrayList<>();
    switch (side) {
      case CAN_DO -> addFit(lines, match, side, match.fitness().coverage());
      case WANTS_TO -> addFit(lines, match, side, match.interest().coverage());
      case MARKET -> {
      }
    }
    for (Reason reason : match.reasons(side)) {
      if (reader == Reader.ANALYST || isTelling(reason)) {
        lines.add(line(match, reason));
      }
    }
    return lines;
  }

  private void addFit(List<Line> lines, Match match, Side side, Coverage coverage) {
    lines.add(Line.of(wording.describe(match, side)));
    if (reader == Reader.JOB_SEEKER) {
      return;
    }
    lines.add(Line.of(phrases.of("coverage.known",
        phrases.number(Math.floor(100 * coverage.share())))));
    addUnknown(lines, "coverage.ofPerson", "topic.", coverage.unknownOfPerson());
    addUnknown(lines, "coverage.ofVacancy", "topic.vacancy.", coverage.unknownOfVacancy());
  }

  private void addUnknown(List<Line> lines, String key, String prefix, Collection<Topic> unknown) {
    if (!unknown.isEmpty()) {
      Set<String> names = new LinkedHashSet<>();
      unknown.forEach(topic -> names.add(name(topic, prefix)));
      lines.add(Line.of(phrases.of(key, String.join(", ", names))));
    }
  }

  private String name(Topic topic, String prefix) {
    boolean isOwnName = switch (topic) {
      case WANTED_OCCUPATION, EXPERIENCE, MAX_DISTANCE -> true;
      case SKILLS, HELD_OCCUPATION, EDUCATION, LANGUAGES, LICENCES, PLACE, REMOTE, CONTRACT, HOURS, SALARY ->
        false;
    };
    return phrases.of((isOwnName ? prefix : "topic.") + topic);
  }

  private Line line(Match match, Reason reason) {
    String heading = wording.heading(reason);
    String text = wording.describe(reason);
    return switch (reader) {
      case JOB_SEEKER -> new Line(heading, text);
      case COUNSELLOR -> new Line(withStrength(heading, match, reason), text);
      case ANALYST -> new Line(heading,
          phrases.of("share", AnalystText.score(phrases, reason.contribution()), text));
    };
  }

  private String withStrength(String heading, Match match, Reason reason) {
    String strength = strength(match, reason);
    return strength == null ? heading : heading + " (" + phrases.of("strength." + strength) + ")";
  }

  /// How much a reason counts beside the strongest of its match; null where it only says why the place in
  /// the list is another.
  private static @Nullable String strength(Match match, Reason reason) {
    if (reason instanceof Reason.EmployerCap) {
      return null;
    }
    double strongest = match.reasons()
        .stream()
        .mapToDouble(r -> Math.abs(r.contribution()))
        .max()
        .orElse(0);
    double share = strongest == 0 ? 0 : reason.contribution() / strongest;
    if (Math.abs(share) < WEAK) {
      return "none";
    }
    return (share > 0 ? "for" : "against") + (Math.abs(share) < STRONG ? "" : ".strong");
  }

  /// Whether a reason has anything to say but that nothing is asked or known.
  private boolean isTelling(Reason reason) {
    return switch (reason) {
      case Reason.EssentialSkills r -> !r.shared().isEmpty() || !r.missing().isEmpty();
      case Reason.OptionalSkills r -> !r.shared().isEmpty() || !r.missing().isEmpty();
      case Reason.HeldOccupation r -> r.ofVacancy() != null;
      case Reason.WantedOccupation r -> r.ofVacancy() != null && r.ofPerson() != null;
      // Words out of their sentences say little to the person who wrote them.
      case Reason.CommonWords r -> reader != Reader.JOB_SEEKER && !r.words().isEmpty();
      case Reason.KindOfWork r -> r.kinship() != Reason.Kinship.UNKNOWN;
      case Reason.Experience r -> r.months() != null || r.askedMonths() != null;
      case Reason.EducationLevels r -> r.asked() != null;
      case Reason.Languages r -> !r.languages().isEmpty();
      case Reason.Licences r -> !r.asked().isEmpty();
      case Reason.Distance r -> r.workplace() != null || r.remote() != null;
      case Reason.Terms r -> r.contract() != null || r.hours() != null || r.salary() != null;
      case Reason.Freshness r -> r.ageDays() != null;
      case Reason.Boost r -> true;
      case Reason.Crowding r -> true;
      case Reason.EmployerCap r -> true;
    };
  }

  private List<Line> questions(Match match) {
    List<Line> lines = new ArrayList<>();
    if (reader == Reader.JOB_SEEKER && match.reasons().stream().anyMatch(MatchText::isMissing)) {
      lines.add(Line.of(phrases.of("help.skills")));
    }
    Set<String> asked = new LinkedHashSet<>();
    for (Question question : match.questions()) {
      boolean isForReader = reader != Reader.JOB_SEEKER
          || question.asked() == Question.Party.PERSON;
      if (isForReader && asked.size() < MAX_QUESTIONS) {
        String text = wording.describe(question);
        asked.add(reader == Reader.ANALYST
            ? phrases.of("question", AnalystText.score(phrases, question.reach()), text)
            : text);
      }
    }
    asked.forEach(text -> lines.add(Line.of(text)));
    return lines;
  }

  private static boolean isMissing(Reason reason) {
    return (reason instanceof Reason.EssentialSkills essential && !essential.missing().isEmpty())
        || (reason instanceof Reason.OptionalSkills optional && !optional.missing().isEmpty());
  }
}
