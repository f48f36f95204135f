package org.metier.examples.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.metier.home.Home;
import org.metier.index.Matcher;
import org.metier.json.Json;
import org.metier.match.Match;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profiling.Profiler;
import org.metier.profiling.ProfilingException;
import org.metier.taxonomy.Taxonomy;

/// What the portal is about, without any HTTP: from a CV to matches, and from a corrected profile to
/// matches. Keeps nothing between two calls. Thread-safe.
final class CvMatching implements AutoCloseable {
  /// A profile with more characters as JSON is refused unread.
  static final int MAX_PROFILE_CHARACTERS = 2_000_000;

  /// Stands for the person in profile and matches; nobody is told apart, as nobody is remembered.
  private static final String VISITOR = "visitor";
  private static final int TOP = 10;

  private final Taxonomy taxonomy;
  private final Profiler profiler;
  private final Matcher matcher;

  private CvMatching(Taxonomy taxonomy, Profiler profiler, Matcher matcher) {
    this.taxonomy = taxonomy;
    this.profiler = profiler;
    this.matcher = matcher;
  }

  /// What is shown to the person.
  ///
  /// @param rejected skills that the person took out just now
  /// @param matches best first
  record Outcome(CompetenceProfile profile, List<Competence> rejected, List<Match> matches) {
    Outcome {
      rejected = List.copyOf(rejected);
      matches = List.copyOf(matches);
    }
  }

  static CvMatching open(Home home) {
    Taxonomy taxonomy = Taxonomy.of(home);
    Profiler profiler = Profiler.builder(taxonomy).build();
    try {
      return new CvMatching(taxonomy, profiler, Matcher.builder(home).taxonomy(taxonomy).build());
    } catch (RuntimeException e) {
      profiler.close();
      throw e;
    }
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  /// @param cv a file's bytes, or the text as UTF-8
  /// @throws Refused with status 400 if it cannot be read
  Outcome match(byte[] cv) throws IOException {
    CompetenceProfile profile;
    try {
      profile = profiler.profile(new ByteArrayInputStream(cv), VISITOR);
    } catch (ProfilingException e) {
      throw Refused.of(400, "error.cv", e.getMessage());
    }
    return new Outcome(profile, List.of(), matcher.match(profile, TOP));
  }

  /// Matches again with the skills that the person kept.
  ///
  /// @param profileAsJson as an earlier page carried it; it comes from outside, so it may be anything
  /// @param kept URIs of skills
  /// @throws Refused with status 400 if it is no profile, 413 if it is too long
  Outcome rematch(String profileAsJson, Set<String> kept) {
    if (profileAsJson.length() > MAX_PROFILE_CHARACTERS) {
      throw Refused.of(413, "error.413");
    }
    CompetenceProfile before;
    try {
      before = Json.read(profileAsJson, CompetenceProfile.class);
    } catch (IllegalArgumentException e) {
      throw Refused.of(400, "error.profile", e.getMessage());
    }
    List<Competence> left = new ArrayList<>();
    List<Competence> rejected = new ArrayList<>();
    before.competences().forEach(c -> (kept.contains(c.uri()) ? left : rejected).add(c));
    CompetenceProfile profile = before.toBuilder().competences(left).build();
    return new Outcome(profile, rejected, matcher.match(profile, TOP));
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
