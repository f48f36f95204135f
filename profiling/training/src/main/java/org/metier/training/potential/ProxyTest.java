package org.metier.training.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.metier.measure.AreaUnderCurve;
import org.metier.measure.Bootstrap;
import org.metier.measure.Interval;

/// How well the features tell who belongs to a protected group, and which of them do: a logistic regression on held-out
/// people, and what its area under the curve loses when a feature's values are shuffled. An area near .5 says that the
/// features know nothing of the group; leaving a protected field out is no safeguard where it is high.
public final class ProxyTest {
  private static final int FOLDS = 5;
  private static final double RIDGE = 10;
  private static final int MOST = 40_000;
  private static final int DRAWN = 10_000;
  private static final int FEWEST = 50;
  private static final double CHANCE = 0.52;
  private static final int SHOWN = 5;
  /// Least area that one feature must account for to be shown as a proxy.
  private static final double WORTH_SHOWING = 0.005;

  private final Spells spells;
  private final Groups groups;
  private final long seed;

  public ProxyTest(Spells spells, Groups groups, long seed) {
    this.spells = spells;
    this.groups = groups;
    this.seed = seed;
  }

  /// What was found of a group.
  ///
  /// @param group name, such as `sex=female`
  /// @param members of it among the people tested
  /// @param people tested
  /// @param auc on held-out people, 0 to 1
  /// @param interval of it, over people
  /// @param proxies those first that tell most; none where no feature tells anything
  public record Found(String group, int members, int people, double auc, Interval interval,
      List<Proxy> proxies) {
    public Found {
      proxies = List.copyOf(proxies);
    }
  }

  /// A feature that tells of a group.
  ///
  /// @param loss of area under the curve when its values are shuffled
  public record Proxy(String feature, double loss) {}

  /// Every group of every attribute that has enough members; of an attribute with two groups, one.
  public List<Found> run() {
    List<Found> found = new ArrayList<>();
    for (int a = 0; a < groups.attributes().size(); a++) {
      int attribute = a;
      int[] known = IntStream.range(0, spells.size())
          .filter(i -> groups.isKnown(i, attribute))
          .toArray();
      int[] people = PotentialTrainer.evenly(known, MOST);
      int count = groups.names(a).size();
      for (int g = count == 2 ? 1 : 0; g < count; g++) {
        boolean[] isMember = new boolean[people.length];
        int members = 0;
        for (int i = 0; i < people.length; i++) {
          isMember[i] = groups.isIn(people[i], a, g);
          members += isMember[i] ? 1 : 0;
        }
        if (members >= FEWEST && people.length - members >= FEWEST) {
          found.add(found(groups.names(a).get(g), people, isMember, members));
        }
      }
    }
    return found;
  }

  private Found found(String group, int[] people, boolean[] isMember, int members) {
    double[] scores = new double[people.length];
    double[][] shuffled = new double[spells.features()][people.length];
    Folds folds = Folds.of(spells, people, FOLDS, seed);
    for (int fold = 0; fold < FOLDS; fold++) {
      int[] held = folds.places(fold);
      int[] learning = complement(held, people.length);
      int[] others = at(people, learning);
      Design design = Design.of(spells, others, Shape.BENT);
      LinearFit fit = new LinearFit(spells, others, design,
          new Membership(learning, isMember), RIDGE).fit();
      score(fit, design, at(people, held), held, scores, shuffled);
    }
    double auc = AreaUnderCurve.of(scores, isMember);
    Interval interval = interval(scores, isMember);
    List<Proxy> proxies = new ArrayList<>();
    // where a coin does about as well, no feature is blamed
    for (int f = 0; interval.low() > CHANCE && f < shuffled.length; f++) {
      double loss = auc - AreaUnderCurve.of(shuffled[f], isMember);
      if (loss >= WORTH_SHOWING) {
        proxies.add(new Proxy(spells.featureNames().get(f), loss));
      }
    }
    proxies.sort(Comparator.comparingDouble((Proxy p) -> -p.loss()));
    return new Found(group, members, people.length, auc, interval,
        proxies.subList(0, Math.min(SHOWN, proxies.size())));
  }

  /// Scores held-out people, and again with each feature taken from the next person but some.
  private void score(LinearFit fit, Design design, int[] held, int[] places, double[] scores,
      double[][] shuffled) {
    double[] own = fit.scores(held);
    double[][] added = new double[held.length][spells.features()];
    int[] index = new int[design.size() + 1];
    double[] number = new double[design.size() + 1];
    for (int i = 0; i < held.length; i++) {
      int size = design.read(spells, held[i], index, number);
      for (int k = 0; k < size; k++) {
        added[i][design.feature(index[k])] += fit.weights()[index[k]] * number[k];
      }
    }
    int away = held.length / 2;
    for (int i = 0; i < held.length; i++) {
      scores[places[i]] = own[i];
      for (int f = 0; f < shuffled.length; f++) {
        shuffled[f][places[i]] = own[i] - added[i][f] + added[(i + away) % held.length][f];
      }
    }
  }

  private Interval interval(double[] scores, boolean[] isMember) {
    int n = Math.min(scores.length, DRAWN);
    double scale = Math.sqrt((double) n / scores.length);
    double auc = AreaUnderCurve.of(scores, isMember);
    double[] some = new double[n];
    boolean[] ofThem = new boolean[n];
    for (int i = 0; i < n; i++) {
      int at = (int) ((long) i * scores.length / n);
      some[i] = scores[at];
      ofThem[i] = isMember[at];
    }
    double center = AreaUnderCurve.of(some, ofThem);
    Interval wide = Bootstrap.of(n, seed, drawn -> {
      double[] s = new double[n];
      boolean[] m = new boolean[n];
      for (int i = 0; i < n; i++) {
        s[i] = some[drawn[i]];
        m[i] = ofThem[drawn[i]];
      }
      return AreaUnderCurve.of(s, m);
    });
    return new Interval(auc + scale * (wide.low() - center), auc + scale * (wide.high() - center));
  }

  private static int[] complement(int[] places, int size) {
    boolean[] isHeld = new boolean[size];
    for (int place : places) {
      isHeld[place] = true;
    }
    return IntStream.range(0, size).filter(i -> !isHeld[i]).toArray();
  }

  private static int[] at(int[] people, int[] places) {
    return Arrays.stream(places).map(i -> people[i]).toArray();
  }

  /// Plain logistic likelihood of being in the group.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Membership(int[] places, boolean[] isMember) implements RowLikelihood {
    @Override
    public int rows() {
      return places.length;
    }

    @Override
    public void at(int row, double score, double[] cell) {
      double chance = 1 / (1 + Math.exp(-score));
      cell[0] = (isMember[places[row]] ? 1 : 0) - chance;
      cell[1] = chance * (1 - chance);
    }

    @Override
    public double settle(double[] scores) {
      return 0;
    }
  }
}
