package org.metier.training.judgment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import org.metier.profile.CompetenceProfile;
import org.metier.vacancy.Vacancy;

/// Reads the files of a simulated portal.
final class Logs {
  private Logs() {}

  static ImpressionLog read(Path folder, String file, @Nullable Instant profilesAsOf)
      throws IOException {
    Map<String, CompetenceProfile> profiles = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("profiles.jsonl"))) {
      CompetenceProfile profile = Json.read(line, CompetenceProfile.class);
      profiles.put(profile.id(), profile);
    }
    Map<String, Vacancy> vacancies = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("vacancies.jsonl"))) {
      Vacancy vacancy = Json.read(line, Vacancy.class);
      vacancies.put(vacancy.id().toString(), vacancy);
    }
    LogReading reading = new LogReading(profiles, vacancies, new LeakCheck(profilesAsOf));
    reading.read(folder.resolve(file));
    return reading.log();
  }
}
