package org.metier.benchmarks.skills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.metier.benchmarks.skills.Section.Figure;
import org.metier.benchmarks.titles.Bm25Ranker;
import org.metier.benchmarks.titles.GramRanker;
import org.metier.benchmarks.titles.TitleRanker;
import org.metier.link.LinkModel;
import org.metier.link.SkillLink;
import org.metier.link.SkillLinker;
import org.metier.link.internal.SkillFitting;
import org.metier.link.internal.SkillMentions;
import org.metier.link.internal.SkillMentions.Mention;
import org.metier.link.internal.TitleSet;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

/// Measures Metier's linker of skills beside baselines over the same labels, in one run, each measure in a
/// section of the report: another measure is another method that gives a [Section].
final class SkillEvaluation {
  /// Models that did not learn from the mention that they are asked.
  static final String UNSEEN = "metier (cross-validated)";
  /// The model that ships, which may have learnt from the mentions that it is asked.
  static final String SHIPPED = "metier (shipped)";

  private static final double NANOS_PER_MICRO = 1e3;
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final Language LANGUAGE = Language.EN;

  private final Taxonomy taxonomy;
  private final SkillMentions mentions;
  private final LongSupplier cpuNanos;
  private final LongSupplier heapBytes;
  private final TextAnalyzer analyzer = TextAnalyzer.create();

  /// @param cpuNanos time that this thread has computed
  /// @param heapBytes memory in use after what is garbage has been collected
  SkillEvaluation(Taxonomy taxonomy, SkillMentions mentions, LongSupplier cpuNanos,
      LongSupplier heapBytes) {
    this.taxonomy = taxonomy;
    this.mentions = mentions;
    this.cpuNanos = cpuNanos;
    this.heapBytes = heapBytes;
  }

  /// Runs Metier and the baselines, one after the other.
  ///
  /// @param unseen models by part, each of which did not learn from that part; empty to leave them out
  SkillReport run(List<LinkModel> unseen) {
    long before = heapBytes.getAsLong();
    SkillLinker shipped = SkillLinker.over(taxonomy, analyzer);
    mentions.mentions().forEach(m -> ranking(shipped, m));
    double megabytes = (heapBytes.getAsLong() - before) / BYTES_PER_MEGABYTE;
    List<SkillLinker> linkers = unseen.stream().map(shipped::with).toList();
    try (Bm25Ranker bm25 = Bm25Ranker.plain(labels())) {
      Map<String, SkillRanker> systems = systems(shipped, linkers, bm25);
      List<Section> sections = new ArrayList<>();
      sections.add(mentions(systems));
      sections.add(sentences(systems));
      sections.add(wholeSentences(systems));
      sections.add(answers(shipped, linkers));
      sections.add(new EndToEnd(taxonomy, analyzer, mentions.mentions()).section(shipped, linkers));
      sections.add(cost(systems, megabytes));
      return report(sections);
    }
  }

  private SkillReport report(List<Section> sections) {
    int named = (int) mentions.mentions().stream().filter(m -> !m.gold().isEmpty()).count();
    return new SkillReport(taxonomy.id(), taxonomy.concepts(ConceptKind.SKILL).length, named,
        mentions.mentions().size() - named, bySentence().size(), mentions.underspecified(),
        mentions.misplaced(), mentions.unknownLabels(), sections);
  }

  private Map<String, SkillRanker> systems(SkillLinker shipped, List<SkillLinker> unseen,
      Bm25Ranker bm25) {
    Map<String, SkillRanker> systems = new LinkedHashMap<>();
    if (!unseen.isEmpty()) {
      systems.put(UNSEEN,
          mention -> ranking(unseen.get(mention.group() % SkillFitting.FOLDS), mention));
    }
    systems.put(SHIPPED, mention -> ranking(shipped, mention));
    systems.put("bm25", over(bm25));
    systems.put("bm25 x matched share", new CoverageRanker(taxonomy, analyzer, LANGUAGE));
    systems.put("char n-grams", over(new GramRanker(labels())));
    taxonomy.encoder()
        .ifPresent(encoder -> systems.put("encoder alone",
            new EncoderRanker(taxonomy, encoder, LANGUAGE)));
    return systems;
  }

  private static List<Integer> ranking(SkillLinker linker, Mention mention) {
    return linker.rank(mention.sentence(), mention.span(), LANGUAGE, Integer.MAX_VALUE)
        .stream()
        .map(SkillLink::concept)
        .toList();
  }

  private SkillRanker over(TitleRanker ranker) {
    return mention -> ranker.rank(mention.span().of(mention.sentence()))
        .stream()
        .map(uri -> taxonomy.find(uri).orElseThrow())
        .toList();
  }

  private TitleSet labels() {
    List<TitleSet.Label> labels = new ArrayList<>();
    taxonomy.forEachLabel(ConceptKind.SKILL, LANGUAGE,
        (skill, rank, label) -> labels.add(new TitleSet.Label(taxonomy.uri(skill), label)));
    return new TitleSet(List.of(), labels);
  }

  private Section mentions(Map<String, SkillRanker> systems) {
    return section("mentions",
        "each mention on its own; right are all skills of its rows. RP@k = right ones among the first k / min(k, right ones)",
        systems, ranker -> mentions.mentions()
            .stream()
            .filter(m -> !m.gold().isEmpty())
            .map(m -> Ranked.of(m.group(), ranker.rank(m), m.gold()))
            .toList());
  }

  private Section sentences(Map<String, SkillRanker> systems) {
    return section("sentences",
        "the mentions of a sentence together: their rankings dealt out in turn; right are the skills of all",
        systems, ranker -> bySentence().stream().map(own -> {
          Set<Integer> gold = new TreeSet<>();
          own.forEach(m -> gold.addAll(m.gold()));
          return Ranked.of(own.getFirst().group(), dealt(own.stream().map(ranker::rank).toList()),
              gold);
        }).toList());
  }

  private Section wholeSentences(Map<String, SkillRanker> systems) {
    return section("whole sentences",
        "the sentence asked as if it were one mention, as systems that are not given spans see it",
        systems, ranker -> bySentence().stream().map(own -> {
          Set<Integer> gold = new TreeSet<>();
          own.forEach(m -> gold.addAll(m.gold()));
          String sentence = own.getFirst().sentence();
          int group = own.getFirst().group();
          return Ranked.of(group,
              ranker.rank(new Mention(sentence, new Span(0, sentence.length()), group, gold)),
              gold);
        }).toList());
  }

  private static Section section(String name, String about, Map<String, SkillRanker> systems,
      Function<SkillRanker, List<Ranked>> answers) {
    Map<String, Map<String, Figure>> rows = new LinkedHashMap<>();
    systems.forEach((system, ranker) -> rows.put(system, Ranked.figures(answers.apply(ranker))));
    return new Section(name, about, rows);
  }

  /// The mentions with a right skill, by sentence.
  private List<List<Mention>> bySentence() {
    Map<String, List<Mention>> bySentence = new LinkedHashMap<>();
    for (Mention mention : mentions.mentions()) {
      if (!mention.gold().isEmpty()) {
        bySentence.computeIfAbsent(mention.sentence(), s -> new ArrayList<>()).add(mention);
      }
    }
    return List.copyOf(bySentence.values());
  }

  private static List<Integer> dealt(List<List<Integer>> rankings) {
    Set<Integer> dealt = new LinkedHashSet<>();
    int longest = rankings.stream().mapToInt(List::size).max().orElse(0);
    for (int rank = 0; rank < longest; rank++) {
      for (List<Integer> ranking : rankings) {
        if (rank < ranking.size()) {
          dealt.add(ranking.get(rank));
        }
      }
    }
    return List.copyOf(dealt);
  }

  private Section answers(SkillLinker shipped, List<SkillLinker> unseen) {
    Map<String, Map<String, Figure>> rows = new LinkedHashMap<>();
    if (!unseen.isEmpty()) {
      Function<Mention, SkillLinker> linker = m -> unseen.get(m.group() % SkillFitting.FOLDS);
      rows.put(UNSEEN, answers(m -> linked(linker.apply(m), m)));
      for (double least : new double[]{0.3, 0.5, 0.7}) {
        rows.put("  at least " + least + " sure", answers(m -> sure(linker.apply(m), m, least)));
      }
    }
    rows.put(SHIPPED, answers(m -> linked(shipped, m)));
    return new Section("answers",
        "what link() says first, mentions without a skill in the taxonomy included: how often that is right, of mentions with a skill how many are so answered, how many are answered at all, and of those without a skill",
        rows);
  }

  private static Optional<SkillLink> linked(SkillLinker linker, Mention mention) {
    return linker.link(mention.sentence(), mention.span(), LANGUAGE).stream().findFirst();
  }

  private static Optional<SkillLink> sure(SkillLinker linker, Mention mention, double least) {
    return linker.rank(mention.sentence(), mention.span(), LANGUAGE, 1)
        .stream()
        .filter(link -> link.confidence() >= least)
        .findFirst();
  }

  private Map<String, Figure> answers(Function<Mention, Optional<SkillLink>> answer) {
    int named = 0;
    int answered = 0;
    int right = 0;
    int answeredAbsent = 0;
    for (Mention mention : mentions.mentions()) {
      Optional<SkillLink> first = answer.apply(mention);
      named += mention.gold().isEmpty() ? 0 : 1;
      answered += first.isPresent() ? 1 : 0;
      right += first.filter(link -> mention.gold().contains(link.concept())).isPresent() ? 1 : 0;
      answeredAbsent += first.isPresent() && mention.gold().isEmpty() ? 1 : 0;
    }
    int all = mentions.mentions().size();
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("precision", share(right, answered));
    figures.put("recall", share(right, named));
    figures.put("answered", share(answered, all));
    figures.put("without a skill", share(answeredAbsent, all - named));
    return figures;
  }

  private static Figure share(int part, int of) {
    return Figure.of(of == 0 ? 0 : (double) part / of);
  }

  /// Times every mention once all have been asked in the sections before.
  private Section cost(Map<String, SkillRanker> systems, double megabytes) {
    Map<String, Map<String, Figure>> rows = new LinkedHashMap<>();
    systems.forEach((system, ranker) -> {
      double[] micros = mentions.mentions().stream().mapToDouble(mention -> {
        long begin = cpuNanos.getAsLong();
        ranker.rank(mention);
        return (cpuNanos.getAsLong() - begin) / NANOS_PER_MICRO;
      }).sorted().toArray();
      Map<String, Figure> figures = new LinkedHashMap<>();
      figures.put("median µs", Figure.of(quantile(micros, 0.5)));
      figures.put("p95 µs", Figure.of(quantile(micros, 0.95)));
      if (system.equals(SHIPPED)) {
        figures.put("heap MB", Figure.of(megabytes));
      }
      rows.put(system, figures);
    });
    return new Section("cost",
        "processor time of a mention on one core; heap that the linker fills beside taxonomy and encoder, with English labels indexed and all languages encoded",
        rows);
  }

  private static double quantile(double[] ascending, double share) {
    return ascending.length == 0
        ? 0
        : ascending[(int) Math.ceil(share * ascending.length) - 1];
  }
}
