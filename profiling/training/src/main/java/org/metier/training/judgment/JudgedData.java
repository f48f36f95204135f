package org.metier.training.judgment;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.metier.json.Json;
import org.metier.profile.CompetenceProfile;
import org.metier.training.TrainingDataException;
import org.metier.training.internal.Sha256;
import org.metier.vacancy.Vacancy;

/// What a ranker is trained on: people, vacancies, and what somebody thought of some pairs of them.
/// Immutable.
///
/// @param profiles by id
/// @param vacancies by id, as `source:key`
/// @param judgments each pair once; both ends are among the profiles and vacancies
/// @param sha256 hash of each input, by its name
public record JudgedData(Map<String, CompetenceProfile> profiles, Map<String, Vacancy> vacancies,
    List<Judgment> judgments, Map<String, String> sha256) {
  public JudgedData {
    profiles = Collections.unmodifiableMap(new TreeMap<>(profiles));
    vacancies = Collections.unmodifiableMap(new TreeMap<>(vacancies));
    judgments = List.copyOf(judgments);
    sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    Set<List<String>> pairs = new HashSet<>();
    for (Judgment judgment : judgments) {
      if (!profiles.containsKey(judgment.profile())
          || !vacancies.containsKey(judgment.vacancy())) {
        throw new IllegalArgumentException("profile " + judgment.profile() + " or vacancy "
            + judgment.vacancy() + " of a judgment is missing");
      }
      if (!pairs.add(List.of(judgment.profile(), judgment.vacancy()))) {
        throw new IllegalArgumentException("profile " + judgment.profile() + " and vacancy "
            + judgment.vacancy() + " are judged twice");
      }
    }
  }

  /// Reads three files of JSON Lines: one judgment, vacancy or profile a line, in UTF-8; blank lines are
  /// skipped. The first bad line ends the reading, for judgments are too costly to lose some unnoticed.
  ///
  /// @throws TrainingDataException if a line is not what it should be, names what is not there or repeats
  ///     an earlier one
  public static JudgedData read(Path judgments, Path vacancies, Path profiles) throws IOException {
    Map<String, CompetenceProfile> profileOfId = profiles(profiles);
    Map<String, Vacancy> vacancyOfId = vacancies(vacancies);
    List<Judgment> rows = new ArrayList<>();
    Set<List<String>> pairs = new HashSet<>();
    forEachLine(judgments, Judgment.class, j -> {
      rows.add(j);
      if (!profileOfId.containsKey(j.profile())) {
        return "profile \"" + j.profile() + "\" is not in " + profiles;
      }
      if (!vacancyOfId.containsKey(j.vacancy())) {
        return "vacancy \"" + j.vacancy() + "\" is not in " + vacancies
            + "; expected an id such as source:key";
      }
      return pairs.add(List.of(j.profile(), j.vacancy()))
          ? ""
          : "this pair was judged before; expected each once";
    });
    if (rows.isEmpty()) {
      throw new TrainingDataException(judgments
          + " holds no judgments; expected lines such as "
          + Json.write(new Judgment("p1", "acme:42", 3)));
    }
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : List.of(judgments, vacancies, profiles)) {
      hashes.put(String.valueOf(file.getFileName()), Sha256.of(file));
    }
    return new JudgedData(profileOfId, vacancyOfId, rows, hashes);
  }

  /// Profiles by id, of JSON Lines.
  ///
  /// @throws TrainingDataException at the first bad or repeated line
  static Map<String, CompetenceProfile> profiles(Path file) throws IOException {
    Map<String, CompetenceProfile> profileOfId = new HashMap<>();
    forEachLine(file, CompetenceProfile.class, p -> profileOfId.put(p.id(), p) == null
        ? ""
        : "the profile id " + p.id() + " was there before; expected each once");
    return profileOfId;
  }

  /// Vacancies by id, of JSON Lines.
  ///
  /// @throws TrainingDataException at the first bad or repeated line
  static Map<String, Vacancy> vacancies(Path file) throws IOException {
    Map<String, Vacancy> vacancyOfId = new HashMap<>();
    forEachLine(file, Vacancy.class, v -> vacancyOfId.put(v.id().toString(), v) == null
        ? ""
        : "the vacancy id " + v.id() + " was there before; expected each once");
    return vacancyOfId;
  }

  /// @param accept says what is wrong with a value, or nothing
  private static <T> void forEachLine(Path file, Class<T> type, Function<T, String> accept)
      throws IOException {
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          String problem = accept.apply(parse(file, number, line, type));
          if (!problem.isEmpty()) {
            throw new TrainingDataException(file + ":" + number + ": " + problem);
          }
        }
      }
    } catch (CharacterCodingException e) {
      throw new TrainingDataException(file + ":" + (number + 1) + ": not UTF-8", e);
    }
  }

  private static <T> T parse(Path file, int number, String line, Class<T> type) {
    try {
      return Json.read(line, type);
    } catch (IllegalArgumentException e) {
      throw new TrainingDataException(
          file + ":" + number + ": " + String.valueOf(e.getMessage()).replaceFirst("^line 1: ", ""),
          e);
    }
  }
}
