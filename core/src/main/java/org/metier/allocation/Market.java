package org.metier.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// People, each with scored candidate vacancies, and vacancies, each with the applications it has room
/// for. Immutable and thread-safe.
///
/// Two markets of the same content are the same, in whatever order they were told: people and vacancies
/// are kept by id, candidates by score and then by id. Memory: 12 bytes a candidate, twice that while
/// building, and the ids.
public final class Market {
  private final List<String> people;
  private final List<String> vacancies;
  private final Map<String, Integer> numbers;
  private final int[] places;
  private final double[] capacities;
  /// Where each person's candidates start, and the end.
  private final int[] starts;
  private final int[] candidates;
  private final double[] scores;

  private Market(Builder told) {
    int[] newNumbers = new int[told.vacancies.size()];
    vacancies = told.vacancies.stream().sorted().toList();
    numbers = HashMap.newHashMap(vacancies.size());
    places = new int[newNumbers.length];
    capacities = new double[newNumbers.length];
    for (int number = 0; number < newNumbers.length; number++) {
      int old = told.number(vacancies.get(number));
      newNumbers[old] = number;
      numbers.put(vacancies.get(number), number);
      places[number] = told.places.get(old);
      capacities[number] = told.places.get(old) * told.wanted.get(old);
    }
    int[] byId = IntStream.range(0, told.people.size())
        .boxed()
        .sorted(Comparator.comparing(told.people::get))
        .mapToInt(Integer::intValue)
        .toArray();
    people = Arrays.stream(byId).mapToObj(told.people::get).toList();
    starts = new int[byId.length + 1];
    candidates = new int[told.size];
    scores = new double[told.size];
    for (int person = 0; person < byId.length; person++) {
      starts[person + 1] = starts[person] + order(told, byId[person], newNumbers, starts[person]);
    }
  }

  /// Copies the candidates of one person, best first.
  ///
  /// @return how many there are
  private int order(Builder told, int person, int[] newNumbers, int to) {
    int from = told.starts.get(person);
    int end = person + 1 < told.starts.size() ? told.starts.get(person + 1) : told.size;
    List<Integer> best = IntStream.range(from, end)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -told.scores[i])
            .thenComparingInt(i -> newNumbers[told.candidates[i]]))
        .toList();
    for (int i = 0; i < best.size(); i++) {
      candidates[to + i] = newNumbers[told.candidates[best.get(i)]];
      scores[to + i] = told.scores[best.get(i)];
    }
    return best.size();
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Ids of all people, sorted.
  public List<String> people() {
    return people;
  }

  /// Ids of all vacancies, sorted.
  public List<String> vacancies() {
    return vacancies;
  }

  /// Candidates of all people together.
  public int candidateCount() {
    return candidates.length;
  }

  /// Every person's best candidates by score alone.
  ///
  /// @param shown vacancies in a list, at least 1
  public List<ShownList> ranked(int shown) {
    return ranked(shown, new double[vacancies.size()]);
  }

  /// Every person's best candidates by score minus price, each for themselves, as a portal ranks when
  /// somebody comes: equal scores by id of the vacancy. Vacancies without a price lose nothing.
  ///
  /// @param shown vacancies in a list, at least 1
  public List<ShownList> ranked(int shown, Prices prices) {
    return ranked(shown, vacancies.stream().mapToDouble(v -> prices.of(v).orElse(0)).toArray());
  }

  private List<ShownList> ranked(int shown, double[] prices) {
    if (shown < 1) {
      throw new IllegalArgumentException("a list must show at least 1 vacancy, was " + shown);
    }
    List<ShownList> lists = new ArrayList<>(people.size());
    for (int person = 0; person < people.size(); person++) {
      int[] best = new int[Math.min(shown, starts[person + 1] - starts[person])];
      select(person, prices, best);
      lists.add(new ShownList(people.get(person), Arrays.stream(best)
          .mapToObj(i -> new Shown(vacancies.get(candidates[i]), scores[i], prices[candidates[i]]))
          .toList()));
    }
    return lists;
  }

  /// Fills `best` with a person's candidates of highest score minus price. Candidates come by falling score
  /// and prices are not negative, so that few are looked at.
  private void select(int person, double[] prices, int[] best) {
    int count = 0;
    for (int i = starts[person]; i < starts[person + 1]; i++) {
      if (count == best.length && (count == 0 || scores[i] < value(best[count - 1], prices))) {
        return;
      }
      int at = count;
      while (at > 0 && isBefore(i, best[at - 1], prices)) {
        at--;
      }
      if (at < best.length) {
        count = Math.min(count + 1, best.length);
        System.arraycopy(best, at, best, at + 1, count - 1 - at);
        best[at] = i;
      }
    }
  }

  private double value(int candidate, double[] prices) {
    return scores[candidate] - prices[candidates[candidate]];
  }

  /// The higher value first, of equal ones the smaller id.
  private boolean isBefore(int one, int other, double[] prices) {
    double first = value(one, prices);
    double second = value(other, prices);
    return first == second ? candidates[one] < candidates[other] : first > second;
  }

  int places(int vacancy) {
    return places[vacancy];
  }

  /// Applications that a vacancy has room for.
  double capacity(int vacancy) {
    return capacities[vacancy];
  }

  /// The index of a person's best candidate; the next person's start is the end.
  int start(int person) {
    return starts[person];
  }

  int end(int person) {
    return starts[person + 1];
  }

  /// The vacancy of a candidate, by its number.
  int vacancy(int candidate) {
    return candidates[candidate];
  }

  double score(int candidate) {
    return scores[candidate];
  }

  /// @throws IllegalArgumentException if the market has no such vacancy
  int number(String vacancy) {
    Integer number = numbers.get(vacancy);
    if (number == null) {
      throw new IllegalArgumentException("the market has no vacancy \"" + vacancy + "\"");
    }
    return number;
  }

  /// What separates a person's best candidate from the last, in points of score; the mean over people with
  /// at least two candidates. 0 when there are none.
  double spread() {
    double sum = 0;
    int count = 0;
    for (int person = 0; person < people.size(); person++) {
      if (starts[person + 1] - starts[person] > 1) {
        sum += scores[starts[person]] - scores[starts[person + 1] - 1];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /// Collects a [Market]: all vacancies first, then people. Not thread-safe.
  public static final class Builder {
    private final List<String> vacancies = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<Double> wanted = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<Integer> starts = new ArrayList<>();
    private int[] candidates = new int[1_024];
    private double[] scores = new double[1_024];
    private int size;

    private Builder() {}

    private int number(String vacancy) {
      @Nullable
      Integer number = numbers.get(vacancy);
      if (number == null) {
        throw new IllegalArgumentException("vacancy \"" + vacancy
            + "\" is a candidate, but was not added; expected all vacancies before people");
      }
      return number;
    }

    /// Adds a vacancy with room for `places * applicationsPerPlace` applications.
    ///
    /// @param id never blank
    /// @param places open positions, at least 0; at 0 there is room for nobody
    /// @param applicationsPerPlace how many applications are wanted for each, at least 0
    /// @throws IllegalArgumentException if it was added before
    public Builder vacancy(String id, int places, double applicationsPerPlace) {
      if (id.isBlank()) {
        throw new IllegalArgumentException("vacancy " + (vacancies.size() + 1) + " has a blank id");
      }
      if (places < 0) {
        throw new IllegalArgumentException(
            "places of vacancy \"" + id + "\" must be at least 0, was " + places);
      }
      if (!(applicationsPerPlace >= 0 && applicationsPerPlace < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("applicationsPerPlace of vacancy \"" + id
            + "\" must be at least 0 and finite, was " + applicationsPerPlace);
      }
      if (numbers.putIfAbsent(id, vacancies.size()) != null) {
        throw new IllegalArgumentException("vacancy \"" + id + "\" was added before");
      }
      vacancies.add(id);
      this.places.add(places);
      wanted.add(applicationsPerPlace);
      return this;
    }

    /// Adds a person with candidates in any order.
    ///
    /// @param id never blank; a pseudonym, since it comes back in lists and offers
    /// @param candidates vacancies that were added before, each once; may be empty
    /// @param scores of the candidates, finite; higher is better
    /// @throws IllegalArgumentException if the person was added before
    public Builder person(String id, List<String> candidates, double... scores) {
      int number = people.size() + 1;
      if (id.isBlank()) {
        throw new IllegalArgumentException("person " + number + " has a blank id");
      }
      if (candidates.size() != scores.length) {
        throw new IllegalArgumentException("person " + number + " has " + candidates.size()
            + " candidates, but " + scores.length + " scores");
      }
      int[] found = new int[scores.length];
      for (int i = 0; i < found.length; i++) {
        found[i] = number(candidates.get(i));
        if (!Double.isFinite(scores[i])) {
          throw new IllegalArgumentException("person " + number + "'s score of vacancy \""
              + candidates.get(i) + "\" must be finite, was " + scores[i]);
        }
      }
      if (new HashSet<>(candidates).size() != found.length) {
        throw new IllegalArgumentException("person " + number + " has a candidate twice");
      }
      if (!known.add(id)) {
        throw new IllegalArgumentException("person " + number + " was added before");
      }
      people.add(id);
      append(found, scores);
      return this;
    }

    private void append(int[] found, double[] of) {
      starts.add(size);
      int needed = Math.addExact(size, found.length);
      if (needed > candidates.length) {
        int length = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * size));
        candidates = Arrays.copyOf(candidates, length);
        scores = Arrays.copyOf(scores, length);
      }
      System.arraycopy(found, 0, candidates, size, found.length);
      System.arraycopy(of, 0, scores, size, of.length);
      size = needed;
    }

    /// The market of all that was added; this builder can go on.
    public Market build() {
      return new Market(this);
    }
  }
}
