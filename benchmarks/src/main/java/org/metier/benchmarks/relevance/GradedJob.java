package org.metier.benchmarks.relevance;

import java.util.List;
import java.util.Map;

/// A job and the CVs that people graded for it.
///
/// @param skillTerms what the job asks for, in its own words
/// @param grades CV to grade, 1 (irrelevant) to 7 (perfect)
record GradedJob(String id, List<String> skillTerms, Map<String, Integer> grades) {
  GradedJob {
    if (skillTerms.isEmpty()) {
      throw new IllegalArgumentException("job " + id + " has no skill terms");
    }
    skillTerms = List.copyOf(skillTerms);
  }
}
