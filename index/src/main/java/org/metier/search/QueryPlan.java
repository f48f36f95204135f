package org.metier.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.metier.index.internal.Fields;

/// How an understood query is put to the index.
///
/// Each term is a choice of the best of its literal forms, per language and part, and of the concepts that
/// its words stand for; what is second best adds a tenth. A title says more than a text, words as written
/// more than their stems, and a concept less than the word itself in a title, but more than in a text. The
/// weights were tuned by looking at searches on real advertisements.
final class QueryPlan {
  private static final float TITLE = 3.0f;
  private static final float EXACT_TITLE = 3.6f;
  private static final float TEXT = 0.8f;
  private static final float EXACT_TEXT = 1.0f;
  private static final float EMPLOYER = 1.5f;
  private static final float PLACE = 2.0f;
  private static final float PHRASE_TITLE = 5.0f;
  private static final float PHRASE_TEXT = 2.0f;
  private static final float OCCUPATION = 0.9f;
  private static final float DOUBTFUL_OCCUPATION = 0.35f;
  private static final float GROUP = 0.6f;
  private static final float SKILL = 0.35f;
  private static final float SECOND_BEST = 0.1f;
  /// Steps in which rarities are kept, so that one takes a byte.
  private static final double STEPS = 16;
  private static final int MAX_STEPS = 255;

  private final UnderstoodQuery query;
  private final WordMode mode;

  QueryPlan(UnderstoodQuery query, WordMode mode) {
    this.query = query;
    this.mode = mode;
  }

  /// How rare each term and concept is now: one byte each, in the order of the query.
  byte[] rarities(IndexReader reader) throws IOException {
    byte[] rarities = new byte[query.words().size() + query.concepts().size()];
    int at = 0;
    for (UnderstoodQuery.Word word : query.words()) {
      rarities[at++] = rarity(reader, common(reader, word));
    }
    for (UnderstoodQuery.Concept concept : query.concepts()) {
      int count = 0;
      for (Term term : concept.terms()) {
        count = Math.max(count, reader.docFreq(term));
      }
      rarities[at++] = rarity(reader, count);
    }
    return rarities;
  }

  private static int common(IndexReader reader, UnderstoodQuery.Word word) throws IOException {
    int count = 0;
    if (word.term().isPhrase()) {
      count = Integer.MAX_VALUE;
      for (String part : word.term().words()) {
        count = Math.min(count, reader.docFreq(new Term(Fields.EXACT_TEXT, part)));
      }
      return count;
    }
    for (Term term : word.forms()) {
      count = Math.max(count, reader.docFreq(term));
    }
    return count;
  }

  /// BM25's inverse document frequency in steps, at least one step.
  private static byte rarity(IndexReader reader, int count) {
    double all = Math.max(reader.maxDoc(), count);
    double rarity = Math.log(1 + (all - count + 0.5) / (count + 0.5));
    return (byte) Math.clamp(Math.round(rarity * STEPS), 1, MAX_STEPS);
  }

  private static float weight(byte rarity) {
    return (float) ((rarity & 0xff) / STEPS);
  }

  /// @param rarities as [#rarities] gave them, now or when the first page was made
  Query query(byte[] rarities) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    int wanted = 0;
    boolean isAnythingNeeded = false;
    List<UnderstoodQuery.Word> words = query.words();
    for (int i = 0; i < words.size(); i++) {
      UnderstoodQuery.Word word = words.get(i);
      switch (word.term().need()) {
        case WANTED -> {
          all.add(choice(i, rarities), Occur.SHOULD);
          wanted++;
        }
        case REQUIRED -> {
          all.add(choice(i, rarities), Occur.MUST);
          isAnythingNeeded = true;
        }
        case EXCLUDED -> all.add(literal(word, 1), Occur.MUST_NOT);
      }
    }
    if (wanted == 0 && !isAnythingNeeded) {
      all.add(new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE), Occur.FILTER);
    }
    all.setMinimumNumberShouldMatch(mode.least(wanted, isAnythingNeeded));
    return all.build();
  }

  private Query choice(int place, byte[] rarities) {
    List<Query> choices = new ArrayList<>();
    UnderstoodQuery.Word word = query.words().get(place);
    choices.addAll(literals(word, weight(rarities[place])));
    for (int c = 0; c < query.concepts().size(); c++) {
      UnderstoodQuery.Concept concept = query.concepts().get(c);
      if (concept.words().contains(place)) {
        // In another language the word itself may be rare where its concept is not.
        float rarity = Math.max(weight(rarities[place]),
            weight(rarities[query.words().size() + c]));
        choices.addAll(concept(concept, rarity));
      }
    }
    return new DisjunctionMaxQuery(choices, SECOND_BEST);
  }

  private static Query literal(UnderstoodQuery.Word word, float rarity) {
    return new DisjunctionMaxQuery(literals(word, rarity), SECOND_BEST);
  }

  private static List<Query> literals(UnderstoodQuery.Word word, float rarity) {
    List<Query> choices = new ArrayList<>();
    if (word.term().isPhrase()) {
      String[] parts = word.term().words().toArray(String[]::new);
      choices.add(weighed(new PhraseQuery(Fields.EXACT_TITLE, parts), PHRASE_TITLE * rarity));
      choices.add(weighed(new PhraseQuery(Fields.EXACT_TEXT, parts), PHRASE_TEXT * rarity));
      choices.add(weighed(new PhraseQuery(Fields.EXACT_EMPLOYER, parts), EMPLOYER * rarity));
      choices.add(weighed(new PhraseQuery(Fields.EXACT_PLACE, parts), PLACE * rarity));
    } else {
      for (Term form : word.forms()) {
        choices.add(weighed(new TermQuery(form), field(form.field()) * rarity));
      }
    }
    return choices;
  }

  private static float field(String name) {
    return switch (name) {
      case Fields.EXACT_TITLE -> EXACT_TITLE;
      case Fields.EXACT_TEXT -> EXACT_TEXT;
      case Fields.EXACT_EMPLOYER -> EMPLOYER;
      case Fields.EXACT_PLACE -> PLACE;
      default -> name.startsWith("title") ? TITLE : TEXT;
    };
  }

  private static List<Query> concept(UnderstoodQuery.Concept concept, float rarity) {
    Map<String, Set<BytesRef>> byField = new LinkedHashMap<>();
    for (Term term : concept.terms()) {
      byField.computeIfAbsent(term.field(), f -> new TreeSet<>()).add(term.bytes());
    }
    List<Query> choices = new ArrayList<>();
    Set<String> fields = new LinkedHashSet<>(byField.keySet());
    for (String field : fields) {
      float weight = (float) concept.confidence() * rarity * switch (field) {
        case Fields.SURE_OCCUPATION -> OCCUPATION;
        case Fields.OCCUPATION -> DOUBTFUL_OCCUPATION;
        case Fields.FACET -> GROUP;
        default -> SKILL;
      };
      choices.add(weighed(new ConstantScoreQuery(new TermInSetQuery(field,
          byField.getOrDefault(field, Set.of()))), weight));
    }
    return choices;
  }

  private static Query weighed(Query query, float weight) {
    return new BoostQuery(query, weight);
  }
}
