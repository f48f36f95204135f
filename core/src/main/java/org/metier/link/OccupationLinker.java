package org.metier.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Links job titles to occupations, by the words and the character n-grams that titles and labels share.
///
/// Thread-safe: build one and share it. The labels of a language are indexed when its first title comes
/// (about a second for all of ESCO); a title costs about a third of a millisecond then, and several times
/// that when its own language has nothing like it and the others are asked. [#link] remembers the titles
/// that it was asked lately.
public final class OccupationLinker {
  /// How many likely occupations [#suggestions] names at most.
  public static final int SUGGESTED = 5;
  /// How many concepts [#suggestions] ranks at most.
  public static final int RANKED = 30;

  /// Below this chance the first occupation is no answer.
  private static final double LEAST_CONFIDENCE = 0.1;
  /// Boards repeat each other's titles, so that the last answers are kept: some 10 MB of them.
  private static final int REMEMBERED = 4_096;
  private static final int LONGEST_REMEMBERED = 200;
  /// A title whose best score in its own language is lower is looked up in the others, too.
  private static final double WEAK_SCORE = 0.3;

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  /// The concepts that titles link to; all arrays of a search are in this order.
  private final int[] concepts;
  private final int[][] above;
  private final int[][] below;
  private final Map<Language, TitleIndex> indexes = new ConcurrentHashMap<>();

  private final Map<Question, Suggestions> recent = Collections
      .synchronizedMap(new Recent<>(REMEMBERED));

  private record Question(String title, Language language) {}

  /// Forgets what was not asked for longest.
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Recent(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }

  private OccupationLinker(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
    concepts = IntStream
        .concat(Arrays.stream(taxonomy.concepts(ConceptKind.OCCUPATION)),
            Arrays.stream(taxonomy.concepts(ConceptKind.ISCO_GROUP)))
        .sorted()
        .toArray();
    above = Arrays.stream(concepts)
        .mapToObj(c -> places(taxonomy.broader(c)))
        .toArray(int[][]::new);
    below = Arrays.stream(concepts)
        .mapToObj(c -> places(taxonomy.narrower(c)))
        .toArray(int[][]::new);
  }

  public static OccupationLinker over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new OccupationLinker(taxonomy, analyzer);
  }

  /// The occupations a title may mean, best first; empty when none is likely. Occupations that are
  /// equally likely come in the order of their URIs.
  ///
  /// @param title a job title, with or without noise such as "(m/w/d)"
  /// @param language of the title; its labels are asked first, then those of the other languages
  /// @param limit how many at most, at least 1
  public List<OccupationLink> link(String title, Language language, int limit) {
    requireLimit(limit);
    List<OccupationLink> likely = suggestions(title, language).likely;
    return limit <= SUGGESTED
        ? likely.subList(0, Math.min(limit, likely.size()))
        : likely(evidence(title, language), limit);
  }

  private List<OccupationLink> likely(Evidence evidence, int limit) {
    List<OccupationLink> links = links(evidence,
        i -> taxonomy.kind(concepts[i]) == ConceptKind.OCCUPATION, limit);
    return links.isEmpty() || links.getFirst().confidence() < LEAST_CONFIDENCE ? List.of() : links;
  }

  /// What a title may mean, from one look at it.
  ///
  /// @param likely as [#link] answers with limit [#SUGGESTED]
  /// @param ranked as [#rank] answers with limit [#RANKED]
  public record Suggestions(List<OccupationLink> likely, List<OccupationLink> ranked) {
    public Suggestions {
      likely = List.copyOf(likely);
      ranked = List.copyOf(ranked);
    }
  }

  /// What [#link] and [#rank] say, for callers that need both. Remembers the titles that it was asked
  /// lately.
  public Suggestions suggestions(String title, Language language) {
    Question question = new Question(title, language);
    Suggestions known = recent.get(question);
    if (known == null) {
      Evidence evidence = evidence(title, language);
      known = new Suggestions(likely(evidence, SUGGESTED), links(evidence, i -> true, RANKED));
      if (title.length() <= LONGEST_REMEMBERED) {
        recent.put(question, known);
      }
    }
    return known;
  }

  /// The occupations and ISCO groups that have anything in common with a title, best first, unlikely
  /// ones included: for ranking, where [#link] answers.
  ///
  /// @param limit how many at most, at least 1
  public List<OccupationLink> rank(String title, Language language, int limit) {
    requireLimit(limit);
    return links(evidence(title, language), i -> true, limit);
  }

  private static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, was " + limit);
    }
  }

  private List<OccupationLink> links(Evidence evidence, IntPredicate allowed, int limit) {
    int[] best = evidence.best(Math.max(2, limit), allowed);
    List<OccupationLink> links = new ArrayList<>();
    for (int k = 0; k < Math.min(limit, best.length); k++) {
      double score = evidence.score(best[k]);
      double rival = best.length < 2 ? 0 : evidence.score(best[k == 0 ? 1 : 0]);
      double confidence = TitleSimilarity.confidence(score, score - rival,
          evidence.coverage(best[k]));
      String label = taxonomy.label(concepts[best[k]], evidence.language(best[k]),
          evidence.label(best[k]));
      links.add(new OccupationLink(concepts[best[k]], confidence, label));
    }
    return links;
  }

  private Evidence evidence(String title, Language language) {
    List<String> readings = JobTitle.readings(JobTitle.plain(title));
    Evidence evidence = new Evidence(concepts.length);
    for (String reading : readings) {
      evidence.add(index(language), reading, language, 1);
    }
    if (evidence.highest() < WEAK_SCORE) {
      for (Language other : Language.values()) {
        if (other != language && taxonomy.labelCount(other) > 0) {
          for (String reading : readings) {
            evidence.add(index(other), reading, other, TitleSimilarity.OTHER_LANGUAGE);
          }
        }
      }
    }
    evidence.spread(above, below);
    return evidence;
  }

  private TitleIndex index(Language language) {
    return indexes.computeIfAbsent(language, l -> {
      TitleIndex.Builder builder = new TitleIndex.Builder(l, analyzer);
      for (int i = 0; i < concepts.length; i++) {
        builder.add(i, taxonomy.labels(concepts[i], l));
      }
      return builder.build();
    });
  }

  private int[] places(int[] related) {
    return Arrays.stream(related)
        .map(c -> Arrays.binarySearch(concepts, c))
        .filter(i -> i >= 0)
        .toArray();
  }
}
