package org.metier.examples.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.dossier.Correction;
import org.metier.dossier.Dossier;
import org.metier.dossier.MergedProfile;
import org.metier.dossier.ReadDocument;
import org.metier.home.Home;
import org.metier.index.Matched;
import org.metier.index.Matcher;
import org.metier.index.VacancyFilter;
import org.metier.json.Json;
import org.metier.match.Match;
import org.metier.match.Matches;
import org.metier.match.condition.Condition;
import org.metier.match.condition.ConditionCheck;
import org.metier.match.condition.Conditions;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.profiling.ProfiledCv;
import org.metier.profiling.Profiler;
import org.metier.profiling.ProfilingException;
import org.metier.taxonomy.Taxonomy;

/// What the portal is about, without any HTTP: from CVs and what the person corrects to one profile, and
/// from there to matches. Keeps nothing between two calls: a dossier is handed in and out. Thread-safe.
final class CvMatching implements AutoCloseable {
  /// A dossier with more characters as JSON is refused unread.
  static final int MAX_DOSSIER_CHARACTERS = 2_000_000;

  /// Stands for the person in profile and matches; nobody is told apart, as nobody is remembered.
  private static final String VISITOR = "visitor";
  private static final int MAX_DOCUMENTS = 10;
  private static final int MAX_CLAIMS = 500;
  private static final int TOP = 10;
  /// So many are looked through for those that a condition hides.
  private static final int CANDIDATES = 50;
  private static final int HIDDEN_SHOWN = 5;

  private final Taxonomy taxonomy;
  private final Profiler profiler;
  private final Matcher matcher;
  private final Clock clock;

  /// Null where nobody signs in.
  private final @Nullable ShownRankings shown;

  private CvMatching(Taxonomy taxonomy, Profiler profiler, Matcher matcher, Clock clock,
      @Nullable ShownRankings shown) {
    this.shown = shown;
    this.taxonomy = taxonomy;
    this.profiler = profiler;
    this.matcher = matcher;
    this.clock = clock;
  }

  /// What is shown to the person.
  ///
  /// @param read the CV that was read just now; null when only something was corrected
  /// @param unknown words that the person added, and that name no skill
  /// @param hidden the best that a condition hides, by that condition; those that hide none are absent
  /// @param isRecorded whether the audit log keeps what is shown, since the person signed in
  record Outcome(Dossier dossier, MergedProfile merged, @Nullable ProfiledCv read,
      List<String> unknown, Matches matches, Map<Condition, List<Match>> hidden,
      boolean isRecorded) {
    Outcome {
      unknown = List.copyOf(unknown);
      hidden = Collections.unmodifiableMap(new EnumMap<>(hidden));
    }
  }

  /// @param recordsSignedIn whether people may sign in, to whom what is shown is recorded
  static CvMatching open(Home home, Clock clock, boolean recordsSignedIn) {
    Taxonomy taxonomy = Taxonomy.of(home);
    Profiler profiler = Profiler.builder(home, taxonomy).build();
    Matcher matcher = null;
    try {
      matcher = Matcher.builder(home).taxonomy(taxonomy).build();
      ShownRankings shown = recordsSignedIn
          ? ShownRankings.of(home, clock, matcher.ranker())
          : null;
      return new CvMatching(taxonomy, profiler, matcher, clock, shown);
    } catch (RuntimeException e) {
      if (matcher != null) {
        matcher.close();
      }
      profiler.close();
      throw e;
    }
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  Profiler profiler() {
    return profiler;
  }

  /// Today, which dates documents and corrections.
  LocalDate today() {
    return LocalDate.now(clock);
  }

  /// The dossier that an earlier page carried; it comes from outside, so it may be anything.
  ///
  /// @param json blank for a new one
  /// @throws Refused with status 400 if it is no dossier, 413 if it is too long
  Dossier dossier(String json) {
    if (json.length() > MAX_DOSSIER_CHARACTERS) {
      throw Refused.of(413, "error.413");
    }
    try {
      Dossier dossier = json.isBlank() ? Dossier.of(VISITOR) : Json.read(json, Dossier.class);
      // Merging takes the square of the number of claims.
      if (dossier.documents().stream().anyMatch(d -> claims(d.profile()) > MAX_CLAIMS)) {
        throw Refused.of(400, "error.profile",
            "a document has more than " + MAX_CLAIMS + " claims");
      }
      return dossier;
    } catch (IllegalArgumentException e) {
      throw Refused.of(400, "error.profile", e.getMessage());
    }
  }

  private static int claims(CompetenceProfile profile) {
    return profile.occupations().size() + profile.education().size()
        + profile.certificates().size() + profile.languages().size();
  }

  /// Adds a CV and matches with all that is known then.
  ///
  /// @param cv a file's bytes, or the text as UTF-8
  /// @param person id of whoever signed in; null where nobody did
  /// @throws Refused with status 400 if it cannot be read, or the dossier is full
  Outcome add(byte[] cv, Dossier before, @Nullable String person) throws IOException {
    if (before.documents().size() == MAX_DOCUMENTS) {
      throw Refused.of(400, "error.documents");
    }
    ProfiledCv read;
    try {
      String id = "CV " + (before.documents().size() + 1);
      read = profiler.read(new ByteArrayInputStream(cv), id, Wishes.NONE);
    } catch (ProfilingException e) {
      throw Refused.of(400, "error.cv", e.getMessage());
    }
    return outcome(before.with(new ReadDocument(read.profile(), today())), read, List.of(), person);
  }

  /// Takes over what the person says and matches again.
  ///
  /// @param unknown words that name no skill, to be told to the person
  /// @param person id of whoever signed in; null where nobody did
  Outcome correct(Dossier before, List<Correction> corrections, List<String> unknown,
      @Nullable String person) {
    Dossier dossier = before;
    for (Correction correction : corrections) {
      dossier = dossier.with(correction);
    }
    return outcome(dossier, null, unknown, person);
  }

  private Outcome outcome(Dossier dossier, @Nullable ProfiledCv read, List<String> unknown,
      @Nullable String person) {
    MergedProfile merged = dossier.merged(taxonomy);
    ShownRankings recording = person == null ? null : shown;
    CompetenceProfile profile = recording == null || person == null
        ? merged.profile()
        : ShownRankings.profile(person, dossier, taxonomy);
    Matched matched = matcher.matched(profile, VacancyFilter.ALL, Conditions.STANDARD, TOP);
    if (recording != null) {
      recording.record(matched);
    }
    Map<Condition, List<Match>> hidden = new EnumMap<>(Condition.class);
    for (Condition condition : matched.matches().hiddenBy().keySet()) {
      hidden.put(condition, hidden(profile, condition, recording));
    }
    return new Outcome(dossier, merged, read, unknown, matched.matches(), hidden,
        recording != null);
  }

  /// The best that a condition alone hides.
  private List<Match> hidden(CompetenceProfile profile, Condition condition,
      @Nullable ShownRankings recording) {
    Matched matched = matcher.matched(profile, VacancyFilter.ALL,
        Conditions.STANDARD.showing(condition), CANDIDATES);
    List<Match> hidden = matched.matches()
        .matches()
        .stream()
        .filter(match -> match.conditions()
            .contains(new ConditionCheck(condition, ConditionCheck.Outcome.FAILED)))
        .limit(HIDDEN_SHOWN)
        .toList();
    if (recording != null && !hidden.isEmpty()) {
      recording.record(matched, hidden);
    }
    return hidden;
  }

  @Override
  public void close() {
    try {
      matcher.close();
    } finally {
      profiler.close();
    }
  }
}
