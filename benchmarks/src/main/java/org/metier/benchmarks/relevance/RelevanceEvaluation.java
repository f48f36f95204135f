package org.metier.benchmarks.relevance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metier.coding.VacancyCoder;
import org.metier.feed.SkillText;
import org.metier.feed.VacancyDraft;
import org.metier.home.Home;
import org.metier.match.Ranker;
import org.metier.measure.Ndcg;
import org.metier.measure.PairedTest;
import org.metier.profile.Wishes;
import org.metier.profiling.ProfiledCv;
import org.metier.profiling.Profiler;
import org.metier.profiling.ProfilingException;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Importance;

/// Ranks the judged CVs of each job by Metier's ranker and by BM25 over their texts, and measures both.
final class RelevanceEvaluation {
  private static final long SEED = 1;

  private final List<GradedJob> jobs;
  private final Map<String, ProfiledCv> cvs;
  private final int unreadable;

  private RelevanceEvaluation(List<GradedJob> jobs, Map<String, ProfiledCv> cvs, int unreadable) {
    this.jobs = jobs;
    this.cvs = cvs;
    this.unreadable = unreadable;
  }

  static RelevanceReport run(Home home, List<GradedJob> jobs, Path cvFolder, Clock clock)
      throws IOException {
    Map<String, Path> files = files(cvFolder);
    TreeSet<String> judged = new TreeSet<>();
    jobs.forEach(job -> judged.addAll(job.grades().keySet()));
    Map<String, ProfiledCv> cvs = new TreeMap<>();
    Taxonomy taxonomy = Taxonomy.of(home);
    try (Profiler profiler = Profiler.builder(home, taxonomy).clock(clock).build()) {
      for (String cv : judged) {
        Path file = files.get(cv);
        if (file != null) {
          try {
            cvs.put(cv, profiler.read(file, cv, Wishes.NONE));
          } catch (ProfilingException unreadable) {
            // Left out for both sides; the report counts it.
          }
        }
      }
    }
    if (cvs.isEmpty()) {
      throw new IllegalArgumentException("none of the " + judged.size() + " judged CVs is in "
          + cvFolder
          + "; expected files named after the judgments' cvId, such as " + judged.first() + ".pdf");
    }
    return new RelevanceEvaluation(jobs, cvs, judged.size() - cvs.size()).measure(home, taxonomy,
        clock);
  }

  private static Map<String, Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .collect(Collectors.toMap(
              f -> f.getFileName().toString().replaceFirst("[.][^.]*$", ""), f -> f, (a, b) -> a,
              TreeMap::new));
    }
  }

  private RelevanceReport measure(Home home, Taxonomy taxonomy, Clock clock) throws IOException {
    TextAnalyzer analyzer = TextAnalyzer.create();
    VacancyCoder coder = VacancyCoder.over(taxonomy, analyzer);
    Ranker ranker = Ranker.open(home, taxonomy, analyzer);
    Map<String, String> texts = new TreeMap<>();
    cvs.forEach((id, cv) -> texts.put(id, cv.text()));
    List<double[]> rows = new ArrayList<>();
    try (Bm25 bm25 = new Bm25(texts, analyzer)) {
      for (GradedJob job : jobs) {
        List<String> known = job.grades().keySet().stream().filter(cvs::containsKey).toList();
        if (known.size() < 2) {
          continue;
        }
        Vacancy vacancy = coder.code(draft(job));
        Map<String, Double> words = bm25.scores(job.skillTerms());
        int[] byMetier = grades(job, known, cv -> ranker
            .match(Objects.requireNonNull(cvs.get(cv)).profile(), vacancy, clock.instant())
            .score());
        int[] byBm25 = grades(job, known, cv -> words.getOrDefault(cv, 0.0));
        rows.add(new double[]{Ndcg.at(5, byMetier), Ndcg.at(10, byMetier), Ndcg.at(5, byBm25),
          Ndcg.at(10, byBm25),
          random(5, byMetier), random(10, byMetier)});
      }
    }
    return report(rows);
  }

  /// The job as a vacancy that states its terms as required skills.
  static VacancyDraft draft(GradedJob job) {
    Vacancy vacancy = Vacancy.builder(new VacancyId("judged", job.id()), job.skillTerms().getLast())
        .description(String.join("\n", job.skillTerms()))
        .language(Language.EN)
        .build();
    List<SkillText> skills = job.skillTerms()
        .stream()
        .map(t -> new SkillText("skillTerms", t, Importance.REQUIRED))
        .toList();
    return VacancyDraft.of(vacancy, skills, List.of(), job.skillTerms());
  }

  /// The grades in the order of the scores, equal scores by CV.
  private static int[] grades(GradedJob job, List<String> known, ToDoubleFunction<String> score) {
    Map<String, Double> scores = new TreeMap<>();
    known.forEach(cv -> scores.put(cv, score.applyAsDouble(cv)));
    return scores.entrySet()
        .stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .mapToInt(e -> job.grades().getOrDefault(e.getKey(), 0))
        .toArray();
  }

  /// What a random order reaches on average, over shuffles with a fixed seed.
  private static double random(int k, int[] grades) {
    Random dice = new Random(1);
    int[] shuffled = grades.clone();
    double sum = 0;
    for (int round = 0; round < 1_000; round++) {
      for (int i = shuffled.length - 1; i > 0; i--) {
        int j = dice.nextInt(i + 1);
        int swap = shuffled[i];
        shuffled[i] = shuffled[j];
        shuffled[j] = swap;
      }
      sum += Ndcg.at(k, shuffled);
    }
    return sum / 1_000;
  }

  private RelevanceReport report(List<double[]> rows) {
    double[] metier = rows.stream().mapToDouble(r -> r[1]).toArray();
    double[] bm25 = rows.stream().mapToDouble(r -> r[3]).toArray();
    PairedTest paired = PairedTest.of(metier, bm25, SEED);
    return new RelevanceReport(rows.size(), cvs.size(), unreadable,
        new RelevanceReport.Measures(mean(rows, 0), mean(rows, 1)),
        new RelevanceReport.Measures(mean(rows, 2), mean(rows, 3)),
        new RelevanceReport.Measures(mean(rows, 4), mean(rows, 5)), paired.difference(),
        paired.interval().low(), paired.interval().high(), paired.pValue());
  }

  private static double mean(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(r -> r[column]).average().orElse(0);
  }
}
