package org.metier.benchmarks.retrieval;

import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.metier.index.VacancyFilter;
import org.metier.index.internal.Likeness;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;

/// Whose candidates are looked for, and how narrowly.
///
/// @param likeness the disjunction that our retrieval makes of the profile
record Question(CompetenceProfile profile, VacancyFilter filter, Query likeness) {
  static Question of(CompetenceProfile profile, Reach reach, Taxonomy taxonomy,
      TextAnalyzer analyzer) {
    return new Question(profile, reach.filter(profile), Likeness.of(profile, taxonomy, analyzer));
  }

  int clauses() {
    return likeness instanceof BooleanQuery any ? any.clauses().size() : 1;
  }
}
