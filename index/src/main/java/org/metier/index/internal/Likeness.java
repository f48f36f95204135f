package org.metier.index.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.metier.coding.IscoCodes;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Importance;

/// Builds the query for what is like a profile, or like a vacancy: a weighted disjunction of skills,
/// occupations and those near them, and words of titles. The index multiplies each weight with the rarity
/// of its term (BM25's inverse document frequency). It only gathers candidates, for a ranker to order.
public final class Likeness {
  /// Below Lucene's limit of 1,024 clauses; what weighs less shares one clause.
  private static final int MAX_CLAUSES = 800;

  private static final float SKILL = 2.0f;
  private static final float OCCUPATION = 4.0f;
  private static final float RELATED_OCCUPATION = 2.0f;
  /// By digits of the ISCO-08 code that are shared.
  private static final float[] ISCO = {0, 0.1f, 0.3f, 0.8f, 2.0f};
  private static final float TITLE_WORD = 1.0f;
  private static final float LABEL_WORD = 0.6f;

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Map<Term, Float> weights = new HashMap<>();

  private Likeness(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
  }

  public static Query of(CompetenceProfile profile, Taxonomy taxonomy, TextAnalyzer analyzer) {
    Likeness likeness = new Likeness(taxonomy, analyzer);
    for (Competence competence : profile.competences()) {
      float share = competence.origin() == Competence.Origin.IMPLIED ? 0.4f : 1;
      likeness.add(Fields.SKILL, competence.uri(), SKILL * share * sure(competence.confidence()));
    }
    float recency = 1;
    for (HeldOccupation held : profile.occupations()) {
      likeness.words(profile.language(), held.title(), TITLE_WORD * recency);
      if (held.uri() != null) {
        likeness.occupation(held.uri(), recency * sure(held.confidence()));
      }
      recency = Math.max(0.4f, recency * 0.8f);
    }
    profile.wishes().occupations().forEach(uri -> likeness.occupation(uri, 1.2f));
    return likeness.query();
  }

  public static Query of(Vacancy vacancy, Taxonomy taxonomy, TextAnalyzer analyzer) {
    Likeness likeness = new Likeness(taxonomy, analyzer);
    for (SkillDemand demand : vacancy.skills()) {
      float share = demand.importance() == Importance.REQUIRED ? 1.2f : 1;
      likeness.add(Fields.SKILL, demand.uri(), SKILL * share);
    }
    for (OccupationCode code : vacancy.occupations()) {
      likeness.occupation(code.uri(), sure(code.confidence()));
    }
    likeness.words(vacancy.language(), vacancy.title(), TITLE_WORD);
    return likeness.query();
  }

  /// What is unsure counts less, but is never lost.
  private static float sure(double confidence) {
    return (float) Math.max(0.1, confidence);
  }

  private void occupation(String uri, float share) {
    add(Fields.OCCUPATION, uri, OCCUPATION * share);
    String code = IscoCodes.of(taxonomy, uri);
    for (int digits = 1; digits <= code.length(); digits++) {
      add(Fields.ISCO, code.substring(0, digits), ISCO[digits] * share);
    }
    OptionalInt concept = taxonomy.find(uri);
    if (concept.isPresent()) {
      related(taxonomy.broader(concept.getAsInt()), share);
      related(taxonomy.narrower(concept.getAsInt()), share);
      for (Language language : Language.values()) {
        List<String> labels = taxonomy.labels(concept.getAsInt(), language);
        if (!labels.isEmpty()) {
          words(language, labels.getFirst(), LABEL_WORD * share);
        }
      }
    }
  }

  private void related(int[] concepts, float share) {
    for (int concept : concepts) {
      if (taxonomy.kind(concept) == ConceptKind.OCCUPATION) {
        add(Fields.OCCUPATION, taxonomy.uri(concept), RELATED_OCCUPATION * share);
      }
    }
  }

  private void words(@Nullable Language language, String title, float weight) {
    Language known = language == null ? Language.EN : language;
    for (String term : analyzer.terms(known, title)) {
      add(Fields.title(known), term, weight);
    }
  }

  private void add(String field, String value, float weight) {
    weights.merge(new Term(field, value), weight, Math::max);
  }

  private Query query() {
    List<Map.Entry<Term, Float>> terms = new ArrayList<>(weights.entrySet());
    terms.sort(Map.Entry.<Term, Float>comparingByValue(Comparator.reverseOrder())
        .thenComparing(Map.Entry.comparingByKey()));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (var term : terms.subList(0, Math.min(MAX_CLAUSES, terms.size()))) {
      any.add(new BoostQuery(new TermQuery(term.getKey()), term.getValue()),
          BooleanClause.Occur.SHOULD);
    }
    Map<String, Set<BytesRef>> rest = new HashMap<>();
    for (var term : terms.subList(Math.min(MAX_CLAUSES, terms.size()), terms.size())) {
      rest.computeIfAbsent(term.getKey().field(), f -> new TreeSet<>()).add(term.getKey().bytes());
    }
    rest.forEach((field, values) -> any.add(
        new BoostQuery(new ConstantScoreQuery(new TermInSetQuery(field, values)), 0.1f),
        BooleanClause.Occur.SHOULD));
    return any.build();
  }
}
