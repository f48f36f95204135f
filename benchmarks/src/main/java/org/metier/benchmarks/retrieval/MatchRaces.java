package org.metier.benchmarks.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.metier.benchmarks.race.Race;
import org.metier.benchmarks.race.Work;
import org.metier.index.Matcher;
import org.metier.match.Ranker;
import org.metier.match.model.RankerModel;
import org.metier.text.TextAnalyzer;

/// Matching and retrieving on a small index of made-up vacancies, beside bare Lucene's search
/// of [MatchBenchmark] over the same index. Most of what matching costs is the same on a large one, while the
/// bare search is cheaper here: multiples are larger than there.
public final class MatchRaces implements AutoCloseable {
  private static final int VACANCIES = 3_000;
  private static final int PROFILES = 50;
  private static final int CANDIDATES = 500;
  private static final int TOP = 20;

  private final Matcher matcher;
  private final BareLucene lucene;
  private final List<Question> questions;

  private MatchRaces(Matcher matcher, BareLucene lucene, List<Question> questions) {
    this.matcher = matcher;
    this.lucene = lucene;
    this.questions = questions;
  }

  /// Makes the index first.
  ///
  /// @param folder empty; to be deleted by the caller
  public static MatchRaces in(Path folder) throws IOException {
    GeneratedHome made = GeneratedHome.in(folder, 42, VACANCIES);
    TextAnalyzer analyzer = TextAnalyzer.create();
    Ranker ranker = Ranker.of(RankerModel.standard(), made.market().taxonomy(), analyzer);
    return new MatchRaces(made.matcher(analyzer, CANDIDATES, ranker), BareLucene.over(made),
        Question.placed(made, PROFILES, Reach.OPEN, analyzer));
  }

  public List<Race> all() {
    Work match = forNext(q -> matcher.match(q.profile(), q.filter(), TOP).size());
    Work candidates = forNext(q -> matcher.candidateIds(q.profile(), q.filter()).size());
    return List.of(
        new Race.Speed("match: best 20 of 500 with reasons / bare Lucene", match, bare()),
        new Race.Speed("match: 500 candidates / bare Lucene", candidates, bare()),
        new Race.Memory("match: best 20 of 500 with reasons", match),
        new Race.Memory("match: 500 candidates", candidates));
  }

  private Work bare() {
    return forNext(question -> lucene.best(question, CANDIDATES).length);
  }

  private interface Task {
    int answer(Question question) throws IOException;
  }

  private Work forNext(Task task) {
    int[] next = {0};
    return () -> {
      next[0] = (next[0] + 1) % questions.size();
      return task.answer(questions.get(next[0]));
    };
  }

  @Override
  public void close() throws IOException {
    matcher.close();
    lucene.close();
  }
}
