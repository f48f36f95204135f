package org.metier.benchmarks.vacancies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.metier.coding.VacancyCoder;
import org.metier.coding.crosswalk.IscoGroups;
import org.metier.coding.learned.CodedAd;
import org.metier.coding.learned.OccupationTrainer;
import org.metier.feed.VacancyDraft;
import org.metier.match.Match;
import org.metier.match.Ranker;
import org.metier.match.internal.Candidates;
import org.metier.match.internal.RowWriter;
import org.metier.match.internal.VacancyRow;
import org.metier.measure.Ndcg;
import org.metier.measure.PairedTest;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Ranks all advertisements for a profile of each unit group that has some, and measures whether those of the
/// group come first.
///
/// The codes that people gave the advertisements are what is measured against; the ranker never sees
/// them. It sees what a coder makes of title and text: one that was trained on the other parts of a
/// cross-validation, near-duplicates together, and one that knows the taxonomy's labels alone.
final class VacanciesEvaluation {
  private static final int TOP = 10;
  private static final int WORST = 15;
  private static final String LEARNED = "metier, coder trained on other advertisements";
  private static final String LABELS = "metier, labels of the taxonomy alone";
  private static final String BM25 = "BM25 with stemming";

  private final Taxonomy taxonomy;
  private final Ranker ranker;
  private final Language language;
  private final int folds;
  private final long seed;
  private final TextAnalyzer analyzer;

  VacanciesEvaluation(Taxonomy taxonomy, TextAnalyzer analyzer, Ranker ranker, Language language,
      int folds, long seed) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
    this.ranker = ranker;
    this.language = language;
    this.folds = folds;
    this.seed = seed;
  }

  /// @param leastAds of a group that is measured, at least 1
  /// @param now for freshness, which nothing here has
  VacanciesReport run(List<CodedAd> ads, int leastAds, Instant now) {
    String[] codes = ads.stream().map(CodedAd::unitGroup).toArray(String[]::new);
    List<Integer> groups = groups(codes, leastAds);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("no unit group has " + leastAds + " of the " + ads.size()
          + " advertisements");
    }
    GroupProfiles profiles = new GroupProfiles(taxonomy, language);
    Map<String, double[]> measures = new LinkedHashMap<>();
    measures.put(LEARNED, byRanker(learned(ads), profiles, groups, codes, now));
    measures.put(LABELS, byRanker(labels(ads), profiles, groups, codes, now));
    measures.put(BM25, byBm25(ads, profiles, groups, codes));
    return report(ads.size(), leastAds, groups, codes, measures);
  }

  /// Concepts of the groups, by code.
  private List<Integer> groups(String[] codes, int leastAds) {
    Map<String, Integer> counts = new TreeMap<>();
    Arrays.stream(codes).forEach(code -> counts.merge(code, 1, Integer::sum));
    IscoGroups known = IscoGroups.of(taxonomy);
    List<Integer> groups = new ArrayList<>();
    counts.forEach((code, count) -> {
      String uri = known.concept(code);
      if (count >= leastAds && uri != null) {
        groups.add(taxonomy.find(uri).orElseThrow());
      }
    });
    return groups;
  }

  private List<Vacancy> learned(List<CodedAd> ads) {
    int[] of = OccupationTrainer.folds(ads.stream().map(CodedAd::text).toList(), folds, seed);
    Vacancy[] coded = new Vacancy[ads.size()];
    for (int f = 0; f < folds; f++) {
      int fold = f;
      List<CodedAd> others = IntStream.range(0, of.length)
          .filter(i -> of[i] != fold)
          .mapToObj(ads::get)
          .toList();
      VacancyCoder coder = VacancyCoder.builder(taxonomy, analyzer)
          .model(OccupationTrainer.builder(taxonomy).seed(seed).build().train(others).model())
          .build();
      for (int i = 0; i < of.length; i++) {
        if (of[i] == fold) {
          coded[i] = coder.code(draft(i, ads.get(i)));
        }
      }
    }
    return List.of(coded);
  }

  private List<Vacancy> labels(List<CodedAd> ads) {
    VacancyCoder coder = VacancyCoder.over(taxonomy, analyzer);
    return IntStream.range(0, ads.size()).mapToObj(i -> coder.code(draft(i, ads.get(i)))).toList();
  }

  private static VacancyDraft draft(int number, CodedAd ad) {
    return VacancyDraft.of(Vacancy
        .builder(new VacancyId("coded", String.format("ad-%07d", number)), ad.text().title())
        .description(ad.text().description())
        .employer(ad.text().employer().isEmpty() ? null : ad.text().employer())
        .build(), List.of(), List.of(), List.of());
  }

  private double[] byRanker(List<Vacancy> vacancies, GroupProfiles profiles, List<Integer> groups,
      String[] codes, Instant now) {
    Rows rows = new Rows(vacancies, RowWriter.of(taxonomy, analyzer));
    return groups.stream().mapToDouble(group -> {
      CompetenceProfile profile = profiles.of(group);
      int[] best = ranker.rank(profile, rows, TOP, now)
          .stream()
          .map(Match::vacancy)
          .mapToInt(v -> Integer.parseInt(v.id().key().substring(3)))
          .toArray();
      return ndcg(best, codes, taxonomy.code(group));
    }).toArray();
  }

  private double[] byBm25(List<CodedAd> ads, GroupProfiles profiles, List<Integer> groups,
      String[] codes) {
    List<List<String>> terms = ads.stream()
        .map(ad -> analyzer.terms(language,
            ad.text().title() + "\n" + RowWriter.counted(ad.text().description())))
        .toList();
    try (AdIndex index = new AdIndex(terms)) {
      return groups.stream()
          .mapToDouble(group -> ndcg(
              index.best(analyzer.terms(language, profiles.text(group)), TOP), codes,
              taxonomy.code(group)))
          .toArray();
    }
  }

  private static double ndcg(int[] ranked, String[] codes, String group) {
    int[] grades = Arrays.stream(ranked).map(i -> grade(codes[i], group)).toArray();
    return Ndcg.at(TOP, grades,
        Arrays.stream(codes).mapToInt(code -> grade(code, group)).toArray());
  }

  private static int grade(String code, String group) {
    return code.equals(group) ? 2 : code.regionMatches(0, group, 0, 3) ? 1 : 0;
  }

  private VacanciesReport report(int ads, int leastAds, List<Integer> groups, String[] codes,
      Map<String, double[]> measures) {
    double[] own = of(measures, LEARNED);
    double[] bm25 = of(measures, BM25);
    Map<String, Double> means = new LinkedHashMap<>();
    measures.forEach((name, of) -> means.put(name, Arrays.stream(of).average().orElseThrow()));
    List<VacanciesReport.Group> worst = IntStream.range(0, groups.size())
        .mapToObj(i -> {
          String code = taxonomy.code(groups.get(i));
          int count = (int) Arrays.stream(codes).filter(code::equals).count();
          return new VacanciesReport.Group(code, taxonomy.label(groups.get(i), Language.EN), count,
              own[i], bm25[i]);
        })
        .sorted(Comparator.comparingDouble(VacanciesReport.Group::metier)
            .thenComparing(VacanciesReport.Group::code))
        .limit(WORST)
        .toList();
    return new VacanciesReport(ads, groups.size(), leastAds, means,
        PairedTest.of(own, bm25, seed), worst);
  }

  private static double[] of(Map<String, double[]> measures, String name) {
    return Objects.requireNonNull(measures.get(name));
  }

  /// Rows made once for all profiles.
  private record Rows(List<Vacancy> vacancies, List<byte[]> rows) implements Candidates {
    Rows(List<Vacancy> vacancies, RowWriter writer) {
      this(vacancies, vacancies.stream().map(writer::row).toList());
    }

    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public void read(int candidate, VacancyRow row) {
      row.read(rows.get(candidate), 0);
    }

    @Override
    public VacancyId id(int candidate) {
      return vacancies.get(candidate).id();
    }

    @Override
    public Vacancy vacancy(int candidate) {
      return vacancies.get(candidate);
    }
  }
}
