package org.metier.training.judgment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.profile.CompetenceProfile;
import org.metier.training.TrainingDataException;
import org.metier.training.internal.Sha256;
import org.metier.vacancy.Vacancy;

/// What a portal knows of how vacancies suited people: what it showed them and what came of it, what
/// counsellors thought, or both. Immutable.
///
/// @param profiles by id
/// @param vacancies by id, as `source:key`
/// @param log null where only counsellors judged
/// @param sha256 hash of each input, by its name
public record PortalJudgments(Map<String, CompetenceProfile> profiles,
    Map<String, Vacancy> vacancies, @Nullable ImpressionLog log, Ratings ratings,
    Map<String, String> sha256) {
  public PortalJudgments {
    profiles = Collections.unmodifiableMap(profiles);
    vacancies = Collections.unmodifiableMap(vacancies);
    sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    if (log == null && ratings.byPerson().isEmpty()) {
      throw new TrainingDataException("there are neither impressions nor ratings to learn from");
    }
  }

  /// Reads files: profiles and vacancies as [JudgedData#read] does, logs as [LogReading], ratings as
  /// [Ratings#read]. A bad profile or vacancy ends the reading; a bad line of a log is counted.
  ///
  /// @param logs in the order in which they were written; may be empty
  /// @param ratings null for none
  /// @param profilesAsOf see [LeakCheck]
  public static PortalJudgments read(Path profiles, Path vacancies, List<Path> logs,
      @Nullable Path ratings, @Nullable Instant profilesAsOf) throws IOException {
    Map<String, CompetenceProfile> profileOfId = JudgedData.profiles(profiles);
    Map<String, Vacancy> vacancyOfId = JudgedData.vacancies(vacancies);
    LeakCheck leaks = new LeakCheck(profilesAsOf);
    Map<String, String> hashes = new TreeMap<>();
    hashes.put(String.valueOf(profiles.getFileName()), Sha256.of(profiles));
    hashes.put(String.valueOf(vacancies.getFileName()), Sha256.of(vacancies));
    ImpressionLog log = null;
    if (!logs.isEmpty()) {
      LogReading reading = new LogReading(profileOfId, vacancyOfId, leaks);
      for (Path file : logs) {
        reading.read(file);
        hashes.put(String.valueOf(file.getFileName()), Sha256.of(file));
      }
      log = reading.log();
    }
    Ratings rated = Ratings.NONE;
    if (ratings != null) {
      rated = Ratings.read(ratings, profileOfId, vacancyOfId, leaks);
      hashes.put(String.valueOf(ratings.getFileName()), Sha256.of(ratings));
    }
    return new PortalJudgments(profileOfId, vacancyOfId, log, rated, hashes);
  }
}
