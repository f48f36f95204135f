package org.metier.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.metier.link.Candidates.Candidate;
import org.metier.rank.Forest;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.internal.TitleReadings;

/// Links job titles to occupations: looks for labels that are alike in writing (words and character n-grams)
/// and, where the taxonomy has an encoder, near in meaning, and lets a learned ranker choose.
///
/// Thread-safe: build one and share it. The labels of a language are indexed when its first title comes
/// (about half a second for all of ESCO), those of all languages encoded with the first title of all (one to
/// two seconds). A title costs two milliseconds then. [#link] remembers the titles that it was asked lately.
/// Memory for ESCO beside the taxonomy: 43 MB with titles in one language, 73 MB with all five.
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
  /// A title whose best similarity in its own language is lower is looked up in the others, too, unless an
  /// encoder tells the way there.
  private static final double WEAK_SIMILARITY = 0.3;

  private final LinkedConcepts concepts;
  private final TextAnalyzer analyzer;
  private final LinkModel model;
  private final Map<Language, TitleIndex> indexes = new ConcurrentHashMap<>();
  private final Vectors vectors;

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

  /// Encodes the labels when they are first asked for.
  private static final class Vectors {
    private final LinkedConcepts concepts;
    private @Nullable LabelVectors made;

    Vectors(LinkedConcepts concepts) {
      this.concepts = concepts;
    }

    /// @return null without an encoder
    synchronized @Nullable LabelVectors get() {
      if (made == null) {
        made = concepts.taxonomy()
            .encoder()
            .map(encoder -> new LabelVectors(concepts.taxonomy(), concepts.numbers(), encoder,
                TitleReadings::of))
            .orElse(null);
      }
      return made;
    }
  }

  private OccupationLinker(Taxonomy taxonomy, TextAnalyzer analyzer, LinkModel model) {
    if (model.task() != LinkTask.TITLES) {
      throw new IllegalArgumentException(
          "model must be one of titles, was one of " + model.task().kind());
    }
    this.analyzer = analyzer;
    this.model = model;
    concepts = new LinkedConcepts(taxonomy);
    vectors = new Vectors(concepts);
  }

  /// A linker with the model that ships with Metier.
  public static OccupationLinker over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return over(taxonomy, analyzer, LinkModel.standard(LinkTask.TITLES));
  }

  /// A linker with a model of one's own, or that of a home ([LinkModel#of]).
  ///
  /// @throws IllegalArgumentException if the model is not one of titles
  public static OccupationLinker over(Taxonomy taxonomy, TextAnalyzer analyzer, LinkModel model) {
    return new OccupationLinker(taxonomy, analyzer, model);
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
        : likely(scored(title, language), limit);
  }

  private List<OccupationLink> likely(List<Scored> scored, int limit) {
    List<OccupationLink> links = links(scored, place -> !concepts.isGroup(place), limit);
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
      List<Scored> scored = scored(title, language);
      known = new Suggestions(likely(scored, SUGGESTED), links(scored, place -> true, RANKED));
      if (title.length() <= LONGEST_REMEMBERED) {
        recent.put(question, known);
      }
    }
    return known;
  }

  /// The occupations and ISCO groups that a title may mean, best first, unlikely ones included: for ranking,
  /// where [#link] answers.
  ///
  /// @param limit how many at most, at least 1; there are never more than some seventy
  public List<OccupationLink> rank(String title, Language language, int limit) {
    requireLimit(limit);
    return links(scored(title, language), place -> true, limit);
  }

  private static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, was " + limit);
    }
  }

  /// What the ranker sees of a title: for training it.
  ///
  /// @return in ascending order of the concepts
  public List<TitleCandidate> candidates(String title, Language language) {
    return found(title, language).stream()
        .map(found -> new TitleCandidate(concepts.numbers()[found.place()], found.features()))
        .toList();
  }

  private record Scored(Candidate candidate, double score) {}

  private List<Scored> scored(String title, Language language) {
    Forest forest = ranker().forest();
    return found(title, language).stream()
        .map(found -> new Scored(found, forest.score(found.features())))
        .sorted(Comparator.comparingDouble(Scored::score).reversed()) // stable: equal ones by place
        .toList();
  }

  private LinkRanker ranker() {
    return model.ranker(concepts.taxonomy().encoder().isPresent());
  }

  private List<OccupationLink> links(List<Scored> scored, IntPredicate allowed, int limit) {
    List<Scored> best = scored.stream()
        .filter(s -> allowed.test(s.candidate.place()))
        .limit(Math.max(2, limit))
        .toList();
    LinkConfidence confidence = ranker().confidence();
    List<OccupationLink> links = new ArrayList<>();
    for (int k = 0; k < Math.min(limit, best.size()); k++) {
      Scored own = best.get(k);
      double lead = best.size() < 2
          ? LinkConfidence.MOST_LEAD
          : own.score - best.get(k == 0 ? 1 : 0).score;
      links.add(new OccupationLink(concepts.numbers()[own.candidate.place()],
          confidence.of(
              LinkTask.TITLES.confidenceInputs(own.score, lead, own.candidate.features())),
          own.candidate.label()));
    }
    return links;
  }

  private List<Candidate> found(String title, Language language) {
    List<String> readings = TitleReadings.of(Exclusion.without(JobTitle.plain(title)));
    LabelVectors labels = vectors.get();
    Writing writing = writing(readings, language, labels != null);
    Meaning meaning = labels == null ? null : new Meaning(labels, readings, language);
    return new Candidates(concepts, readings.getFirst(), language, writing, meaning, labels).list();
  }

  private Writing writing(List<String> readings, Language language, boolean hasEncoder) {
    Taxonomy taxonomy = concepts.taxonomy();
    Writing writing = new Writing(concepts.size());
    for (String reading : readings) {
      writing.add(index(language), reading, language, 1);
    }
    boolean hasLabels = taxonomy.labelCount(language) > 0;
    if (writing.highest() < WEAK_SIMILARITY && !(hasEncoder && hasLabels)) {
      for (Language other : Language.values()) {
        if (other != language && taxonomy.labelCount(other) > 0) {
          for (String reading : readings) {
            writing.add(index(other), reading, other, TitleSimilarity.OTHER_LANGUAGE);
          }
        }
      }
    }
    return writing;
  }

  private TitleIndex index(Language language) {
    return indexes.computeIfAbsent(language, l -> {
      TitleIndex.Builder builder = new TitleIndex.Builder(l, analyzer);
      for (int place = 0; place < concepts.size(); place++) {
        builder.add(place, concepts.taxonomy().labels(concepts.numbers()[place], l));
      }
      return builder.build();
    });
  }
}
