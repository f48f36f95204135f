package org.metier.benchmarks.cvs;

import java.util.List;
import java.util.Map;

/// What came of a folder of CVs.
///
/// @param files how many there are
/// @param refused how many could not be read, by what the profiler said
/// @param mapped how many of those read are in a category that the mapping knows
/// @param withDatedJob share of those read with a job whose start and end are known, or that goes on
/// @param withLinkedDatedJob the same, with an occupation
/// @param withEducation share of those read with any education
/// @param withLevel the same, with a level
/// @param jobs dated jobs in all
/// @param withMain share of the mapped that have a main occupation
/// @param inCategory share of the mapped whose main occupation lies in the category, by way of telling it
/// @param extractionMillis median of getting the text out of a file
/// @param analysisMillis median of making the profile of the text
/// @param categories for each category, how many CVs and how many in it
record CvsReport(int files, Map<String, Integer> refused, int mapped, double withDatedJob,
    double withLinkedDatedJob, double withEducation, double withLevel, int jobs, double withMain,
    Map<String, Double> inCategory, double extractionMillis, double analysisMillis,
    List<Category> categories) {
  CvsReport {
    refused = Map.copyOf(refused);
    inCategory = Map.copyOf(inCategory);
    categories = List.copyOf(categories);
  }

  /// @param read CVs of the category
  /// @param in those whose main occupation lies in it
  record Category(String name, int read, int in) {}

  int read() {
    return files - refused.values().stream().mapToInt(Integer::intValue).sum();
  }
}
