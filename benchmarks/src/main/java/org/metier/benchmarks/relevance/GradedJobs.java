package org.metier.benchmarks.relevance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metier.json.Json;

/// Reads the jobs and their judgments.
final class GradedJobs {
  /// One line of the file of jobs.
  record Job(String id, List<String> skillTerms) {}

  private GradedJobs() {}

  /// @param judgments CSV with the columns vacancyId, cvId and grade1to7
  /// @param vacancies JSON Lines of id and skillTerms
  /// @throws IllegalArgumentException if a line is none of these; the message says which and why
  static List<GradedJob> read(Path judgments, Path vacancies) throws IOException {
    Map<String, Map<String, Integer>> grades = grades(judgments);
    List<GradedJob> jobs = new ArrayList<>();
    List<String> lines = Files.readAllLines(vacancies);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Job job = job(lines.get(i), vacancies, i + 1);
        Map<String, Integer> own = grades.remove(job.id());
        if (own != null) {
          jobs.add(new GradedJob(job.id(), job.skillTerms(), own));
        }
      }
    }
    if (!grades.isEmpty()) {
      throw new IllegalArgumentException(
          judgments + " grades CVs for the job " + grades.keySet().iterator().next()
              + ", which " + vacancies + " does not have");
    }
    if (jobs.isEmpty()) {
      throw new IllegalArgumentException(judgments + " has no judgment");
    }
    return jobs;
  }

  private static Job job(String line, Path file, int number) {
    try {
      return Json.read(line, Job.class);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ":" + number + ": expected {\"id\": …, \"skillTerms\": [ … ]}", e);
    }
  }

  private static Map<String, Map<String, Integer>> grades(Path judgments) throws IOException {
    Map<String, Map<String, Integer>> grades = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(judgments)) {
      for (NamedCsvRecord row : csv) {
        String grade = row.findField("grade1to7").orElse("");
        String vacancy = row.findField("vacancyId").orElse("");
        String cv = row.findField("cvId").orElse("");
        if (vacancy.isBlank() || cv.isBlank() || !grade.matches("[1-7]")) {
          throw new IllegalArgumentException(judgments + ":" + row.getStartingLineNumber()
              + ": expected vacancyId, cvId and grade1to7 (1 to 7)");
        }
        grades.computeIfAbsent(vacancy, v -> new TreeMap<>()).put(cv, Integer.valueOf(grade));
      }
    }
    return grades;
  }
}
