package org.metier.benchmarks.retrieval;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.BooleanClause.Occur;
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
/// @param search the same of what passes the filter, in Lucene's own queries
record Question(CompetenceProfile profile, VacancyFilter filter, Query likeness, Query search) {
  static Question of(CompetenceProfile profile, Reach reach, Taxonomy taxonomy,
      TextAnalyzer analyzer) {
    VacancyFilter filter = reach.filter(profile);
    Query likeness = Likeness.of(profile, taxonomy, analyzer);
    return new Question(profile, filter, likeness,
        new BooleanQuery.Builder().add(likeness, Occur.MUST)
            .add(PlainFilter.of(filter), Occur.FILTER)
            .build());
  }

  /// Questions of the first people who say where they live.
  static List<Question> placed(GeneratedHome made, int count, Reach reach, TextAnalyzer analyzer) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(made.market()::profile)
        .filter(profile -> profile.place() != null)
        .limit(count)
        .map(profile -> of(profile, reach, made.market().taxonomy(), analyzer))
        .toList();
  }

  int clauses() {
    return likeness instanceof BooleanQuery any ? any.clauses().size() : 1;
  }
}
