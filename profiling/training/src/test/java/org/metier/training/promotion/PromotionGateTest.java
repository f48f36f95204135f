package org.metier.training.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.json.Json;
import org.metier.match.feature.Feature;
import org.metier.match.model.RankerModel;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import org.metier.training.TrainingDataException;
import org.metier.training.judgment.PeopleGroups;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Contract;

class PromotionGateTest {
  private static final int CANDIDATES = 25;
  private static final int GOOD = Feature.ESSENTIAL_SKILLS_SHARE.ordinal();
  private static final int ASIDE = Feature.REMOTE_WORK_FIT.ordinal();
  private static final RankerModel BY_SKILLS = model(GOOD, 1, ASIDE, 0);

  private final List<Vacancy> vacancies = IntStream.range(0, 200)
      .mapToObj(i -> Vacancy.builder(new VacancyId("a", "%03d".formatted(i)), "Baker")
          .contract(i % 2 == 0 ? Contract.PERMANENT : Contract.SEASONAL)
          .build())
      .toList();
  private final HeldOutPeople people = new HeldOutPeople(people(0, 300), people(300, 150));
  private final PeopleGroups groups = groups();

  @TempDir
  private Path folder = Path.of("");

  /// Nine steps of one feature, and of another.
  private static RankerModel model(int first, double weight, int second, double other) {
    List<Tree> trees = new ArrayList<>();
    for (int step = 1; step < 10; step++) {
      trees.add(stump(first, step / 10.0, weight));
      trees.add(stump(second, step / 10.0, other));
    }
    return RankerModel.of(Forest.of(Feature.values().length, 0, trees));
  }

  private static Tree stump(int feature, double threshold, double value) {
    return new Tree(new int[]{feature, -1, -1}, new double[]{threshold, 0, 0},
        new boolean[]{true, false, false}, new int[]{1, 0, 0}, new int[]{2, 0, 0},
        new double[]{0, 0, value}, new double[]{100, 50, 50});
  }

  /// The grade follows the share of skills; every second person has values beside it that say nothing.
  private List<HeldOutPerson> people(int from, int count) {
    List<HeldOutPerson> people = new ArrayList<>();
    for (int p = from; p < from + count; p++) {
      Random random = new Random(p);
      double[][] rows = new double[CANDIDATES][Feature.values().length];
      int[] grades = new int[CANDIDATES];
      List<String> ids = new ArrayList<>();
      for (int v = 0; v < CANDIDATES; v++) {
        Arrays.fill(rows[v], Double.NaN);
        rows[v][GOOD] = random.nextDouble();
        rows[v][ASIDE] = p % 2 == 0 ? 0 : random.nextDouble();
        grades[v] = Math.clamp(Math.round(rows[v][GOOD] * 5 - 1 + random.nextGaussian()), 0, 4);
        ids.add(vacancies.get((7 * p + v) % vacancies.size()).id().toString());
      }
      double[] looks = new double[CANDIDATES];
      Arrays.fill(looks, 1);
      people.add(new HeldOutPerson("p" + p, ids, rows, grades, looks));
    }
    return people;
  }

  private static PeopleGroups groups() {
    SortedMap<String, String> sex = new TreeMap<>();
    for (int p = 0; p < 300; p++) {
      sex.put("p" + p, p % 2 == 0 ? "f" : "m");
    }
    return new PeopleGroups(new TreeMap<>(Map.of("sex", sex)));
  }

  private PromotionReport report(RankerModel candidate, PromotionBounds bounds) {
    return PromotionReport.of(candidate, BY_SKILLS, people, vacancies, groups, bounds);
  }

  private static PromotionBounds bounds(double ndcgLoss, double gap, double gapRise) {
    PromotionBounds usual = PromotionBounds.DEFAULT;
    return new PromotionBounds(1, usual.peopleAtLeast(), ndcgLoss, usual.calibrationErrorAtMost(),
        usual.calibrationErrorRiseAtMost(), gap, gapRise, usual.topTenKeptAtLeast(),
        usual.topTenChangedShareAtMost(), usual.coverageLossAtMost());
  }

  private static List<String> broken(PromotionReport report) {
    return report.gate().broken().stream().map(GateCheck::bound).toList();
  }

  @Test
  void the_model_in_service_passes_against_itself_and_nothing_flips() {
    PromotionReport report = report(BY_SKILLS, PromotionBounds.DEFAULT);
    assertTrue(report.isPassed(), report.gate().toString());
    assertEquals(List.of(), report.flips().people());
    assertEquals(10, report.comparison().topTens().kept(), 1e-12);
    ComparedFigure ndcg = report.comparison().find("ndcg@10").orElseThrow();
    assertEquals(0, ndcg.difference());
    assertEquals(Double.valueOf(1), ndcg.pValue());
  }

  @Test
  void a_worse_model_is_refused_and_the_report_says_which_bound_it_breaks() {
    PromotionReport report = report(model(GOOD, -1, ASIDE, 0), PromotionBounds.DEFAULT);
    assertFalse(report.isPassed());
    GateCheck loss = report.gate().broken().getFirst();
    assertEquals("ndcgAt10LossAtMost", loss.bound());
    assertEquals(0.01, loss.allowed());
    assertTrue(loss.measured() > 0.2, loss.toString());
    assertTrue(broken(report).contains("topTenChangedShareAtMost"), broken(report).toString());
  }

  @Test
  void a_model_that_serves_one_group_worse_is_refused_though_it_may_lose_that_much() {
    RankerModel skewed = model(GOOD, 1, ASIDE, 1.2);
    PromotionReport report = report(skewed, bounds(0.5, 0.1, 0.03));
    assertEquals(List.of("groupGapAtMost: sex", "groupGapRiseAtMost: sex"), broken(report));
    GroupGap gap = report.comparison().gaps().getFirst();
    assertEquals(List.of("f", "m"), gap.groups().stream().map(GroupGap.Group::name).toList());
    assertTrue(gap.groups().getFirst().candidate() > gap.groups().getLast().candidate() + 0.1,
        gap.toString());
    assertTrue(gap.inService() < 0.05, gap.toString());
    assertTrue(report(skewed, bounds(0.5, 1, 1)).isPassed());
  }

  @Test
  void the_flips_name_the_people_and_the_feature_that_moved() {
    FlipReport flips = report(model(GOOD, 1, ASIDE, 1.2), PromotionBounds.DEFAULT).flips();
    assertTrue(List.of("REMOTE_WORK_FIT", "ESSENTIAL_SKILLS_SHARE")
        .contains(flips.features().getFirst().feature()), flips.features().toString());
    FlipReport.Flip most = flips.people().getFirst();
    assertEquals(10, most.kept() + most.entering().size());
    assertEquals(most.entering().size(), most.leaving().size());
    assertTrue(flips.people()
        .stream()
        .allMatch(flip -> Integer.parseInt(flip.person().substring(1)) % 2 == 1),
        "others have nothing beside their skills");
    assertTrue(flips.people().stream().allMatch(flip -> flip.kept() >= most.kept()));
  }

  @Test
  void too_few_people_prove_nothing() {
    HeldOutPeople few = new HeldOutPeople(people(0, 50), List.of());
    PromotionReport report = PromotionReport.of(BY_SKILLS, BY_SKILLS, few, vacancies,
        PeopleGroups.NONE, PromotionBounds.DEFAULT);
    assertEquals(List.of("peopleAtLeast"), broken(report));
    assertEquals(2, report.gate().notMeasured().size(), "neither calibration nor groups");
  }

  @Test
  void exposure_is_shared_by_contract_and_coverage_counts_the_shown() {
    RankerComparison comparison = report(BY_SKILLS, PromotionBounds.DEFAULT).comparison();
    double shares = comparison.figures()
        .stream()
        .filter(f -> f.name().startsWith("exposure by contract"))
        .mapToDouble(ComparedFigure::candidate)
        .sum();
    assertEquals(1, shares, 1e-9);
    assertEquals(1, comparison.find("coverage@10").orElseThrow().candidate(), 1e-12);
  }

  @Test
  void what_people_overlooked_counts_by_its_inverse() {
    double[][] rows = new double[3][Feature.values().length];
    rows[0][GOOD] = 0.9;
    rows[1][GOOD] = 0.5;
    rows[2][GOOD] = 0.1;
    HeldOutPerson person = new HeldOutPerson("p", List.of("a:1", "a:2", "a:3"), rows,
        new int[]{0, 1, 1}, new double[]{1, 1, 0.25});
    double ndcg = new HeldOutPeople(List.of(person), List.of()).measures(BY_SKILLS)
        .getOrDefault("ndcg@5", 0.0);
    // ranked gains 0, 1, 4; ideal 4, 1, 0
    double log3 = 1.584962500721156;
    assertEquals((1 / log3 + 4 / 2.0) / (4 + 1 / log3), ndcg, 1e-12);
  }

  @Test
  void bounds_are_read_from_a_file_and_unknown_ones_are_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("bounds.json"),
        Json.write(PromotionBounds.DEFAULT));
    assertEquals(PromotionBounds.DEFAULT, PromotionBounds.read(file));
    Files.writeString(file,
        Json.write(PromotionBounds.DEFAULT).replace("}", ",\"groupGab\":0.1}"));
    TrainingDataException refusal = assertThrows(TrainingDataException.class,
        () -> PromotionBounds.read(file));
    assertTrue(String.valueOf(refusal.getMessage()).contains("groupGab"), refusal.getMessage());
  }

  @Test
  void a_report_reads_back_and_holds_no_more_than_ids_and_numbers() {
    PromotionReport report = report(model(GOOD, 1, ASIDE, 1.2), PromotionBounds.DEFAULT);
    String json = Json.write(report);
    assertEquals(report, Json.read(json, PromotionReport.class));
    assertFalse(json.contains("Baker"), "the title of every vacancy");
  }

  @Test
  void chances_never_fall_with_the_score_and_are_shares_where_scores_tie() {
    ScoreChances chances = ScoreChances.fit(new double[]{1, 1, 2, 3, 3},
        new double[]{0, 1, 0, 1, 1},
        new double[]{1, 1, 1, 1, 1});
    assertEquals(1.0 / 3, chances.of(1), 1e-12); // 1 and 2 are pooled: one of three
    assertEquals(1.0 / 3, chances.of(2), 1e-12);
    assertEquals(1, chances.of(3), 1e-12);
    assertEquals(1, chances.of(9), 1e-12);
    assertEquals(1.0 / 3, chances.of(-9), 1e-12);
    ScoreChances seldom = ScoreChances.fit(new double[]{1, 1}, new double[]{0, 1},
        new double[]{1, 0.6});
    assertEquals(1 / 1.6, seldom.of(1), 1e-12);
  }
}
