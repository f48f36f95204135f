package org.metier.rights;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.audit.AuditEvent;
import org.metier.oversight.Case;
import org.metier.oversight.CaseId;
import org.metier.oversight.Note;
import org.metier.place.Place;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// Tells a person in plain words what is held on them: a text of headings and sentences, to be sent with the file. Says
/// bands, never chances, and repeats what the person said. Immutable and thread-safe.
///
/// The sentences stand in `letter_xx.properties` beside this class. Dates are in the language's long form, in UTC.
public final class Letter {
  private final Taxonomy taxonomy;
  private final Language language;
  private final Phrases phrases;
  private final DateTimeFormatter date;

  private Letter(Taxonomy taxonomy, Language language) {
    this.taxonomy = taxonomy;
    this.language = language;
    phrases = Phrases.of(Letter.class, "letter", language);
    date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .withZone(ZoneOffset.UTC);
  }

  /// @param taxonomy names skills and occupations
  public static Letter in(Language language, Taxonomy taxonomy) {
    return new Letter(taxonomy, language);
  }

  /// The whole letter, a line for each heading and paragraph.
  public String of(Held held) {
    List<String> lines = new ArrayList<>();
    lines.add(phrases.of("title"));
    lines.add("");
    lines.add(phrases.of("asked", day(held.at())));
    lines.add(phrases.of("code", held.person()));
    if (held.isNothing()) {
      lines.add("");
      lines.add(phrases.of("nothing"));
    } else {
      section(lines, "profile", profile(held));
      section(lines, "alerts", List.of(held.alerts().isEmpty()
          ? phrases.of("alerts.none")
          : phrases.of("alerts.some", held.alerts().size(), held.delivered())));
      section(lines, "shown", List.of(counted("shown", dates(held, AuditEvent.Ranked.class))));
      section(lines, "scores", scores(held));
      section(lines, "models", List.of(held.models().isEmpty()
          ? phrases.of("models.none")
          : phrases.of("models.some", held.models().size())));
      section(lines, "others", held.others().isEmpty()
          ? List.of()
          : List.of(phrases.of("others.some", String.join(", ", held.others().keySet()))));
      section(lines, "kept", held.kept().stream().map(this::kept).toList());
    }
    section(lines, "rights", Stream.of("correct", "erase", "disagree", "person", "complain")
        .map(right -> phrases.of("rights." + right))
        .toList());
    lines.add("");
    lines.add(phrases.of("closing"));
    return String.join("\n", lines) + "\n";
  }

  private void section(List<String> lines, String heading, List<String> sentences) {
    if (!sentences.isEmpty()) {
      lines.add("");
      lines.add(phrases.of(heading));
      lines.addAll(sentences);
    }
  }

  private String day(Instant at) {
    return date.format(at);
  }

  private List<String> profile(Held held) {
    CompetenceProfile profile = held.profile();
    if (profile == null) {
      return List.of(phrases.of("profile.none"));
    }
    List<String> sentences = new ArrayList<>();
    Instant since = held.profileSince();
    if (since != null) {
      sentences.add(phrases.of("profile.since", day(since)));
    }
    add(sentences, "jobs", profile.occupations().stream().map(HeldOccupation::title));
    add(sentences, "skills", profile.competences().stream().map(this::name));
    add(sentences, "education", Stream.concat(
        profile.education().stream().map(e -> e.title()),
        profile.certificates().stream().map(c -> c.title())));
    add(sentences, "languages", profile.languages()
        .stream()
        .map(l -> java.util.Locale.of(l.language()).getDisplayLanguage(language.locale())
            + (l.level() == null ? "" : " " + l.level())));
    add(sentences, "licences", profile.drivingLicences().stream().map(l -> l.name()));
    Place place = profile.place();
    add(sentences, "place", place == null
        ? Stream.of()
        : Stream.<@Nullable String>of(place.postcode(), place.city(), place.region(),
            place.country()).filter(Objects::nonNull));
    return sentences;
  }

  private void add(List<String> sentences, String key, Stream<String> items) {
    String all = items.distinct().collect(Collectors.joining(", "));
    if (!all.isEmpty()) {
      sentences.add(phrases.of("profile." + key, all));
    }
  }

  private String name(Competence competence) {
    OptionalInt concept = taxonomy.find(competence.uri());
    return concept.isPresent()
        ? taxonomy.label(concept.getAsInt(), language)
        : competence.uri();
  }

  private static List<Instant> dates(Held held, Class<? extends AuditEvent> kind) {
    return held.decisions()
        .stream()
        .filter(d -> kind.isInstance(d.event()))
        .map(HeldDecision::at)
        .toList();
  }

  private String counted(String key, List<Instant> dates) {
    return dates.isEmpty()
        ? phrases.of(key + ".none")
        : phrases.of(key + ".some", dates.size(),
            days(day(dates.getFirst()), day(dates.getLast())));
  }

  private String days(String first, String last) {
    return first.equals(last)
        ? phrases.of("days.one", first)
        : phrases.of("days.several", first,
            last);
  }

  private List<String> scores(Held held) {
    List<String> sentences = new ArrayList<>();
    sentences.add(counted("scores", dates(held, AuditEvent.Scored.class)));
    List<Instant> abstentions = dates(held, AuditEvent.Abstained.class);
    if (!abstentions.isEmpty()) {
      sentences.add(counted("abstentions", abstentions));
    }
    for (Case one : held.cases()) {
      boolean isOfRankings = one.question().equals(CaseId.ofRankings(held.person()).question());
      sentences.add(isOfRankings
          ? phrases.of("case.ranking")
          : phrases.of("case", one.question()));
      one.notes().forEach(note -> sentences.add("- " + said(note)));
    }
    return sentences;
  }

  private String said(Note note) {
    String on = day(note.at());
    return switch (note) {
      case Note.Rated rated -> phrases.of("case.rated", on, band(rated.own().band()));
      case Note.Shown shown -> phrases.of("case.shown", on,
          shown.band() == null ? "" : ": " + band(shown.band()));
      case Note.Abstained _ -> phrases.of("case.abstained", on);
      case Note.Overridden override -> phrases.of("case.overridden", on,
          override.text().isBlank() ? "" : ": " + override.text());
      case Note.Lifted lifted -> phrases.of("case.lifted", on, lifted.text());
      case Note.Disagreed disagreed -> phrases.of("case.disagreed", on, disagreed.text());
      case Note.Happened happened -> phrases.of("case.happened", on,
          phrases.of(happened.isPositive() ? "case.happened.yes" : "case.happened.no"));
    };
  }

  /// In words; a code that is none of Metier's bands as the portal wrote it.
  private String band(String code) {
    String key = "band." + code;
    return phrases.patterns().containsKey(key) ? phrases.of(key) : code;
  }

  private String kept(Kept kept) {
    String what = switch (kept.what()) {
      case "profile", "alerts", "oversight", "decisions", "log", "membership" ->
        phrases.of("kept." + kept.what());
      default -> kept.what(); // a store of the portal, by its own name
    };
    Instant until = kept.until();
    return until == null
        ? phrases.of("kept.asked", what)
        : phrases.of("kept.until", what, day(until));
  }
}
