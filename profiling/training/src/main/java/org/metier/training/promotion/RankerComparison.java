package org.metier.training.promotion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.metier.match.model.RankerModel;
import org.metier.measure.Bootstrap;
import org.metier.measure.Coverage;
import org.metier.measure.Interval;
import org.metier.measure.PairedTest;
import org.metier.training.judgment.PeopleGroups;
import org.metier.vacancy.Vacancy;

/// A candidate ranker beside the one in service, measured on the same people that neither was told to serve well:
///
/// | figure | of |
/// |---|---|
/// | `ndcg@5`, `ndcg@10` | people with grades that differ; each gain by how likely the person looked there |
/// | `map`, `mrr`, `recall@10` | the same people; relevant is an application and more; not corrected for looks |
/// | `calibration error` | all: how far the forecast that a person applies for what is shown misses, see [org.metier.measure.Calibration]; each ranker's scores become chances by a step function that never falls, fitted on other people |
/// | `coverage@10` | all: share of the candidates that is among anybody's first ten |
/// | `exposure by …` | all: mean over people of a group's share of the attention within the first ten |
///
/// Intervals are of 95 %, by bootstrap over people; tests flip signs by person. Equal input gives equal figures.
/// Immutable.
///
/// @param figures in the order above
/// @param gaps between groups of people, by attribute
public record RankerComparison(int people, List<ComparedFigure> figures, List<GroupGap> gaps,
    TopTens topTens) {
  private static final long SEED = 1;

  public RankerComparison {
    figures = List.copyOf(figures);
    gaps = List.copyOf(gaps);
  }

  /// How the first tens of people change.
  ///
  /// @param kept mean over people of how many vacancies stay among the first ten
  /// @param changedShare share of people of whose first ten fewer than `keptAtLeast` stay
  /// @param keptAtLeast of ten; of fewer candidates the same share of them
  public record TopTens(double kept, double changedShare, int keptAtLeast) {}

  /// Measures both.
  ///
  /// @param vacancies of all candidates, and what else is open
  /// @param groups of people, from a file that no ranker reads
  /// @param keptAtLeast see [TopTens]; 1 to 10
  public static RankerComparison of(RankerModel candidate, RankerModel inService,
      HeldOutPeople heldOut, Collection<Vacancy> vacancies, PeopleGroups groups,
      int keptAtLeast) {
    if (heldOut.measured().isEmpty()) {
      throw new IllegalArgumentException("nobody is held out to compare rankers on");
    }
    return new Measuring(RankedPeople.of(candidate.aligned(), heldOut),
        RankedPeople.of(inService.aligned(), heldOut), heldOut.measured()).all(vacancies, groups,
            keptAtLeast);
  }

  /// The figure of that name; empty when it was not measured.
  public Optional<ComparedFigure> find(String name) {
    return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
  }

  private static final class Measuring {
    private final RankedPeople candidate;
    private final RankedPeople inService;
    private final List<HeldOutPerson> people;
    private final int[] all;
    private final int[] informative;
    private final List<ComparedFigure> figures = new ArrayList<>();

    Measuring(RankedPeople candidate, RankedPeople inService, List<HeldOutPerson> people) {
      this.candidate = candidate;
      this.inService = inService;
      this.people = people;
      all = IntStream.range(0, people.size()).toArray();
      informative = IntStream.of(all).filter(p -> people.get(p).isInformative()).toArray();
    }

    RankerComparison all(Collection<Vacancy> vacancies, PeopleGroups groups, int keptAtLeast) {
      if (informative.length > 0) {
        mean("ndcg@5", informative, p -> candidate.ndcg(5, p), p -> inService.ndcg(5, p));
        mean("ndcg@10", informative, p -> candidate.ndcg(10, p), p -> inService.ndcg(10, p));
        mean("map", informative, candidate::averagePrecision, inService::averagePrecision);
        mean("mrr", informative, candidate::reciprocalRank, inService::reciprocalRank);
        mean("recall@10", informative, candidate::recall, inService::recall);
      }
      if (candidate.hasForecasts()) {
        function("calibration error", candidate.calibration()::error,
            inService.calibration()::error);
      }
      coverage();
      VacancyGroup.of(vacancies).forEach(this::exposure);
      return new RankerComparison(people.size(), figures,
          GroupGap.all(people, informative, candidate, inService, groups), topTens(keptAtLeast));
    }

    private void mean(String name, int[] of, IntToDoubleFunction first,
        IntToDoubleFunction second) {
      double[] a = RankedPeople.each(of, first);
      double[] b = RankedPeople.each(of, second);
      PairedTest test = PairedTest.of(a, b, SEED);
      figures.add(new ComparedFigure(name, of.length, average(a), Bootstrap.ofMean(a, SEED),
          average(b), Bootstrap.ofMean(b, SEED), test.difference(), test.interval(),
          test.pValue()));
    }

    private static double average(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum / values.length;
    }

    private void function(String name, ToDoubleFunction<int[]> first,
        ToDoubleFunction<int[]> second) {
      double a = first.applyAsDouble(all);
      double b = second.applyAsDouble(all);
      figures.add(new ComparedFigure(name, all.length, a, Bootstrap.of(all.length, SEED, first),
          b, Bootstrap.of(all.length, SEED, second), a - b, Bootstrap.of(all.length, SEED,
              drawn -> first.applyAsDouble(drawn) - second.applyAsDouble(drawn)),
          null));
    }

    /// A draw with repetitions shows fewer different vacancies than the people themselves, so intervals are moved
    /// to have their middle where the figure is.
    private void coverage() {
      Map<String, Integer> catalogue = new HashMap<>();
      people.forEach(person -> person.vacancies()
          .forEach(vacancy -> catalogue.putIfAbsent(vacancy, catalogue.size())));
      int[][] ofCandidate = tops(candidate, catalogue);
      ToDoubleFunction<int[]> first = drawn -> Coverage.of(ofCandidate, drawn, catalogue.size());
      int[][] ofService = tops(inService, catalogue);
      ToDoubleFunction<int[]> second = drawn -> Coverage.of(ofService, drawn, catalogue.size());
      double a = first.applyAsDouble(all);
      double b = second.applyAsDouble(all);
      Interval difference = Bootstrap.of(all.length, SEED,
          drawn -> first.applyAsDouble(drawn) - second.applyAsDouble(drawn));
      figures.add(new ComparedFigure("coverage@10", all.length, a,
          around(a, Bootstrap.of(all.length, SEED, first)), b,
          around(b, Bootstrap.of(all.length, SEED, second)), a - b, around(a - b, difference),
          null));
    }

    private static Interval around(double figure, Interval interval) {
      double half = (interval.high() - interval.low()) / 2;
      return new Interval(figure - half, figure + half);
    }

    private int[][] tops(RankedPeople ranked, Map<String, Integer> catalogue) {
      int[][] tops = new int[people.size()][];
      for (int person : all) {
        tops[person] = ranked.top(person)
            .stream()
            .mapToInt(vacancy -> catalogue.getOrDefault(vacancy, 0))
            .toArray();
      }
      return tops;
    }

    private void exposure(VacancyGroup group, Map<String, String> groupOf) {
      UnaryOperator<String> complete = vacancy -> groupOf.getOrDefault(vacancy, "not at hand");
      Set<String> names = new TreeSet<>();
      people.forEach(person -> person.vacancies().forEach(v -> names.add(complete.apply(v))));
      List<Map<String, Double>> ofCandidate = IntStream.of(all)
          .mapToObj(person -> candidate.exposure(person, complete))
          .toList();
      List<Map<String, Double>> ofService = IntStream.of(all)
          .mapToObj(person -> inService.exposure(person, complete))
          .toList();
      for (String name : names) {
        mean("exposure by " + group.words() + ": " + name, all,
            person -> ofCandidate.get(person).getOrDefault(name, 0.0),
            person -> ofService.get(person).getOrDefault(name, 0.0));
      }
    }

    private TopTens topTens(int keptAtLeast) {
      double kept = 0;
      int changed = 0;
      for (int person : all) {
        List<String> now = inService.top(person);
        Set<String> staying = new HashSet<>(candidate.top(person));
        staying.retainAll(now);
        double share = (double) staying.size() / now.size();
        kept += RankedPeople.TOP * share;
        changed += share < (double) keptAtLeast / RankedPeople.TOP ? 1 : 0;
      }
      return new TopTens(kept / all.length, (double) changed / all.length, keptAtLeast);
    }
  }
}
