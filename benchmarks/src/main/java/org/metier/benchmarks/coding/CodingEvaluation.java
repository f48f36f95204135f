package org.metier.benchmarks.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.benchmarks.coding.TitleBm25.Titled;
import org.metier.coding.CodedAds;
import org.metier.coding.IscoCodes;
import org.metier.coding.VacancyCoder;
import org.metier.coding.crosswalk.IscoGroups;
import org.metier.coding.learned.AdClusters;
import org.metier.coding.learned.AdText;
import org.metier.coding.learned.CalibrationTable;
import org.metier.coding.learned.CodedAd;
import org.metier.coding.learned.OccupationTrainer;
import org.metier.feed.VacancyDraft;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Measures how advertisements are coded to ISCO-08 unit groups: by Metier's coder with a model that was
/// trained on other advertisements, by the same coder without any (the taxonomy's labels alone), by BM25
/// over the titles of the same training advertisements, and by BM25 over the labels.
///
/// Without a training file the advertisements are parted into five, near-duplicates together, and each
/// part is coded by what was trained on the other four. The two of them that are trained at the same
/// time run on the common pool.
final class CodingEvaluation {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int MOST_CONFUSIONS = 20;
  private static final String LEARNED = "metier";
  private static final String LABELS = "metierLabels";
  private static final String BM25 = "bm25Titles";
  private static final String BM25_LABELS = "bm25Labels";

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer = TextAnalyzer.create();
  private final int folds;
  private final long seed;
  private final LongSupplier nanoClock;

  CodingEvaluation(Taxonomy taxonomy, int folds, long seed, LongSupplier nanoClock) {
    this.taxonomy = taxonomy;
    this.folds = folds;
    this.seed = seed;
    this.nanoClock = nanoClock;
  }

  /// Answers of each system by advertisement.
  @SuppressWarnings("ArrayRecordComponent") // never compared, filled in by fold
  private record Answers(Map<String, Answer[]> bySystem, double[] millis) {}

  /// @param training null for a split of `test`
  CodingReport run(CodedAds test, @Nullable CodedAds training) {
    List<CodedAd> ads = test.ads();
    List<AdText> texts = ads.stream().map(CodedAd::text).toList();
    Answers answers = new Answers(new LinkedHashMap<>(), new double[ads.size()]);
    for (String system : List.of(LEARNED, LABELS, BM25, BM25_LABELS)) {
      answers.bySystem.put(system, new Answer[ads.size()]);
    }
    labels(ads, answers);
    String split;
    if (training == null) {
      int[] of = OccupationTrainer.folds(texts, folds, seed);
      IntStream.range(0, folds)
          .parallel()
          .forEach(fold -> learned(other(ads, of, fold), ads,
              IntStream.range(0, of.length).filter(i -> of[i] == fold).toArray(), answers));
      split = folds + " folds by cluster of near-duplicates";
    } else {
      List<CodedAd> apart = apart(training.ads(), ads);
      learned(apart, ads, IntStream.range(0, ads.size()).toArray(), answers);
      split = "trained on another file, without its " + (training.ads().size() - apart.size())
          + " near-duplicates of this one";
    }
    return report(test, (int) Arrays.stream(AdClusters.of(texts)).distinct().count(), split,
        answers);
  }

  private static List<CodedAd> other(List<CodedAd> ads, int[] of, int fold) {
    return IntStream.range(0, of.length).filter(i -> of[i] != fold).mapToObj(ads::get).toList();
  }

  /// Training advertisements that are in no cluster with a test one.
  private static List<CodedAd> apart(List<CodedAd> training, List<CodedAd> test) {
    List<AdText> all = new ArrayList<>(test.stream().map(CodedAd::text).toList());
    training.forEach(ad -> all.add(ad.text()));
    int[] clusters = AdClusters.of(all);
    Set<Integer> tested = new TreeSet<>();
    for (int i = 0; i < test.size(); i++) {
      tested.add(clusters[i]);
    }
    return IntStream.range(0, training.size())
        .filter(i -> !tested.contains(clusters[test.size() + i]))
        .mapToObj(training::get)
        .toList();
  }

  private void learned(List<CodedAd> training, List<CodedAd> ads, int[] tested, Answers answers) {
    var model = OccupationTrainer.builder(taxonomy).seed(seed).build().train(training).model();
    VacancyCoder coder = VacancyCoder.builder(taxonomy, analyzer).model(model).build();
    for (int i : tested) {
      VacancyDraft draft = draft(i, ads.get(i).text());
      long begin = nanoClock.getAsLong();
      Vacancy coded = coder.code(draft);
      answers.millis[i] = (nanoClock.getAsLong() - begin) / NANOS_PER_MILLI;
      at(answers, LEARNED)[i] = answer(coded);
    }
    try (TitleBm25 bm25 = new TitleBm25(training.stream()
        .map(ad -> new Titled(ad.text().title(), ad.unitGroup()))
        .toList())) {
      for (int i : tested) {
        at(answers, BM25)[i] = bm25.answer(ads.get(i).text().title());
      }
    }
  }

  private void labels(List<CodedAd> ads, Answers answers) {
    VacancyCoder coder = VacancyCoder.over(taxonomy, analyzer);
    List<Titled> labels = new ArrayList<>();
    for (Language language : Language.values()) {
      for (ConceptKind kind : List.of(ConceptKind.OCCUPATION, ConceptKind.ISCO_GROUP)) {
        taxonomy.forEachLabel(kind, language, (concept, rank, label) -> {
          if (taxonomy.code(concept).length() == 4) {
            labels.add(new Titled(label, taxonomy.code(concept)));
          }
        });
      }
    }
    try (TitleBm25 bm25 = new TitleBm25(labels)) {
      for (int i = 0; i < ads.size(); i++) {
        at(answers, LABELS)[i] = answer(coder.code(draft(i, ads.get(i).text())));
        at(answers, BM25_LABELS)[i] = bm25.answer(ads.get(i).text().title());
      }
    }
  }

  private static Answer[] at(Answers answers, String system) {
    return java.util.Objects.requireNonNull(answers.bySystem.get(system));
  }

  private static VacancyDraft draft(int number, AdText text) {
    return VacancyDraft.of(Vacancy.builder(new VacancyId("coded", "ad-" + number), text.title())
        .description(text.description())
        .employer(text.employer().isEmpty() ? null : text.employer())
        .build(), List.of(), List.of(), List.of());
  }

  /// Unit groups of what a vacancy was coded to, or of what was proposed.
  private Answer answer(Vacancy vacancy) {
    var review = vacancy.review();
    List<OccupationCode> codes = review == null ? vacancy.occupations() : review.proposals();
    List<String> groups = codes.stream()
        .map(code -> IscoCodes.of(taxonomy, code.uri()))
        .distinct()
        .toList();
    return new Answer(groups, codes.isEmpty() ? 0 : codes.getFirst().confidence());
  }

  private CodingReport report(CodedAds test, int clusters, String split, Answers answers) {
    List<String> right = test.ads().stream().map(ad -> right(ad.unitGroup())).toList();
    CalibrationTable table = new CalibrationTable();
    Answer[] own = at(answers, LEARNED);
    int coded = 0;
    int rightOfCoded = 0;
    Map<List<String>, Integer> confusions = new TreeMap<>(
        Comparator.comparing((List<String> pair) -> pair.get(0))
            .thenComparing(pair -> pair.get(1)));
    for (int i = 0; i < own.length; i++) {
      String first = own[i].groups().isEmpty() ? "" : own[i].groups().getFirst();
      boolean isRight = first.equals(right.get(i));
      table.add(own[i].confidence(), isRight);
      if (own[i].confidence() >= VacancyCoder.LEAST_CONFIDENCE) {
        coded++;
        rightOfCoded += isRight ? 1 : 0;
      }
      if (!isRight) {
        confusions.merge(List.of(right.get(i), first), 1, Integer::sum);
      }
    }
    Map<String, CodingReport.Figures> systems = new LinkedHashMap<>();
    answers.bySystem.forEach((name, all) -> systems.put(name, figures(all, right)));
    double[] millis = answers.millis.clone();
    Arrays.sort(millis);
    return new CodingReport(taxonomy.id(), test.rows(), test.skipped(), own.length, clusters, split,
        VacancyCoder.LEAST_CONFIDENCE, (double) coded / own.length, (double) rightOfCoded / coded,
        table.expectedError(), table.bands(), systems, millis[millis.length / 2],
        most(confusions));
  }

  /// A national unit group that ISCO-08 lacks can only be answered by the minor group around it.
  private String right(String unitGroup) {
    String uri = IscoGroups.of(taxonomy).nearest(unitGroup);
    return uri == null ? unitGroup : IscoCodes.of(taxonomy, uri);
  }

  private List<CodingReport.Confusion> most(Map<List<String>, Integer> confusions) {
    return confusions.entrySet()
        .stream()
        .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
        .limit(MOST_CONFUSIONS)
        .map(c -> new CodingReport.Confusion(c.getKey().get(0), label(c.getKey().get(0)),
            c.getKey().get(1), label(c.getKey().get(1)), c.getValue()))
        .toList();
  }

  private String label(String group) {
    String uri = IscoGroups.of(taxonomy).concept(group);
    return uri == null ? "" : taxonomy.label(taxonomy.find(uri).orElseThrow(), Language.EN);
  }

  private static CodingReport.Figures figures(Answer[] answers, List<String> right) {
    int first = 0;
    int amongThree = 0;
    for (int i = 0; i < answers.length; i++) {
      List<String> groups = answers[i].groups();
      first += !groups.isEmpty() && groups.getFirst().equals(right.get(i)) ? 1 : 0;
      amongThree += groups.subList(0, Math.min(3, groups.size())).contains(right.get(i)) ? 1 : 0;
    }
    double share = (double) first / answers.length;
    return new CodingReport.Figures(share, (double) amongThree / answers.length,
        StrictMath.sqrt(share * (1 - share) / answers.length));
  }
}
