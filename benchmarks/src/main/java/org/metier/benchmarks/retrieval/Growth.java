package org.metier.benchmarks.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.benchmarks.Consumption;
import org.metier.index.Matcher;
import org.metier.match.Ranker;
import org.metier.match.model.RankerModel;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import org.metier.text.TextAnalyzer;

/// How the cost of a match grows with candidates, trees and index: one of the three is changed, the others
/// stay as they are usual.
///
/// Costs are medians of one thread's processor time over profiles that take turns. For one thread.
public final class Growth {
  private static final int PROFILES = 50;
  private static final int TOP = 20;

  private final Path folder;
  private final int rounds;
  private final TextAnalyzer analyzer = TextAnalyzer.create();

  /// What is usual.
  ///
  /// @param candidates 1 to 10,000
  /// @param trees at least 1: those of the model that ships, again and again as long as it takes
  /// @param vacancies at least 1
  public record Setting(int candidates, int trees, int vacancies) {
    public Setting {
      if (candidates < 1 || candidates > 10_000 || trees < 1 || vacancies < 1) {
        throw new IllegalArgumentException("candidates must be 1 to 10,000, trees and vacancies at"
            + " least 1, were " + candidates + ", " + trees + " and " + vacancies);
      }
    }
  }

  /// @param matchMicros processor time of a match, from profile to reasons
  /// @param bareMicros of bare Lucene's search for as many candidates
  public record Cost(Setting setting, double matchMicros, double bareMicros) {}

  /// @param folder where generated indexes are kept from run to run
  /// @param rounds how often all profiles are matched, at least 1, half of them to warm up
  public Growth(Path folder, int rounds) {
    this.folder = folder;
    this.rounds = rounds;
  }

  /// @param settings those of one size of index next to each other, so that each is opened once
  public List<Cost> costs(List<Setting> settings) throws IOException {
    List<Cost> costs = new ArrayList<>();
    for (int from = 0; from < settings.size();) {
      int vacancies = settings.get(from).vacancies;
      GeneratedHome made = GeneratedHome.in(folder, 42, vacancies);
      try (BareLucene bare = BareLucene.over(made)) {
        List<Question> questions = Question.placed(made, PROFILES, Reach.OPEN, analyzer);
        if (costs.isEmpty()) {
          cost(made, bare, questions, settings.get(from)); // compiles what all of them run
        }
        for (; from < settings.size() && settings.get(from).vacancies == vacancies; from++) {
          costs.add(cost(made, bare, questions, settings.get(from)));
        }
      }
    }
    return costs;
  }

  private Cost cost(GeneratedHome made, BareLucene bare, List<Question> questions, Setting setting)
      throws IOException {
    Ranker ranker = Ranker.of(model(setting.trees), made.market().taxonomy(), analyzer);
    double[] ours = new double[rounds];
    double[] theirs = new double[rounds];
    try (Matcher matcher = made.matcher(analyzer, setting.candidates, ranker)) {
      for (int round = 0; round < rounds; round++) {
        ours[round] = micros(questions,
            q -> matcher.match(q.profile(), q.filter(), TOP).isEmpty());
        theirs[round] = micros(questions, q -> bare.best(q, setting.candidates).length == 0);
      }
    }
    return new Cost(setting, median(ours), median(theirs));
  }

  private static RankerModel model(int trees) {
    Forest standard = RankerModel.standard().forest();
    List<Tree> some = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      some.add(standard.trees().get(t % standard.trees().size()));
    }
    return RankerModel.of(Forest.of(standard.featureCount(), standard.offset(), some));
  }

  private interface Task {
    boolean isEmpty(Question question) throws IOException;
  }

  private static double micros(List<Question> questions, Task task) throws IOException {
    long start = Consumption.cpuNanos();
    int empty = 0;
    for (Question question : questions) {
      empty += task.isEmpty(question) ? 1 : 0;
    }
    double micros = (Consumption.cpuNanos() - start) / 1e3 / questions.size();
    if (empty == questions.size()) {
      throw new IllegalStateException("no profile found anything");
    }
    return micros;
  }

  /// Over the later half, which is compiled.
  private static double median(double[] values) {
    double[] later = Arrays.copyOfRange(values, values.length / 2, values.length);
    Arrays.sort(later);
    return later[later.length / 2];
  }
}
