package org.metier.advice.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.metier.advice.Counts;
import org.metier.advice.Reach;
import org.metier.index.internal.Fields;
import org.metier.taxonomy.Taxonomy;

/// All that is counted in the index for one piece of advice, in one pass over the postings of the coded
/// skills and occupations. Reads no stored field.
///
/// @param counts the vacancies in reach
/// @param skills by the number of the skill, those that a vacancy in line or of the wanted occupation asks for
/// @param occupations vacancies in reach by the URI of the occupation that they are coded to
/// @param unitGroups vacancies in reach by the ISCO-08 code of four digits that they are coded into
public record ReachCount(Counts counts, Map<Integer, SkillTally> skills,
    Map<String, Integer> occupations, Map<String, Integer> unitGroups) {
  public ReachCount {
    skills = Map.copyOf(skills);
    occupations = Map.copyOf(occupations);
    unitGroups = Map.copyOf(unitGroups);
  }

  /// Linear in the postings of skills and occupations; a few numbers for each vacancy in line, and a bit or
  /// four bytes for each entry of the index.
  ///
  /// @param wanted URI of the wanted occupation; null when none is known
  /// @param isHad whether the person has a skill, by its number
  public static ReachCount of(IndexSearcher searcher, Reach reach, Instant now, Line line,
      @Nullable String wanted, IntPredicate isHad, Taxonomy taxonomy) throws IOException {
    Query inReach = ReachQuery.of(reach, now, searcher);
    Weight reached = weight(searcher, inReach);
    Weight lined = weight(searcher, within(line, inReach));
    Gathering gathering = new Gathering();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      SegmentCount.of(leaf, reached, lined, wanted, isHad, taxonomy).addTo(gathering);
    }
    return gathering.count();
  }

  private static Weight weight(IndexSearcher searcher, Query query) throws IOException {
    return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  private static Query within(Line line, Query inReach) {
    return new BooleanQuery.Builder().add(inReach, Occur.FILTER)
        .add(new BooleanQuery.Builder()
            .add(ReachQuery.any(Fields.OCCUPATION, line.occupations()), Occur.SHOULD)
            .add(ReachQuery.any(Fields.ISCO, line.unitGroups()), Occur.SHOULD)
            .build(), Occur.FILTER)
        .build();
  }

  /// Sums segments up.
  static final class Gathering {
    int inReach;
    int inLine;
    int silent;
    int met;
    int lacking;
    int wanted;
    final Map<Integer, SkillTally> skills = new HashMap<>();
    final Map<String, Integer> occupations = new HashMap<>();
    final Map<String, Integer> unitGroups = new HashMap<>();

    private Gathering() {}

    private ReachCount count() {
      return new ReachCount(new Counts(inReach, inLine, silent, met, lacking, wanted), skills,
          occupations, unitGroups);
    }
  }
}
