package org.metier.training.potential;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// How long a fit of one linear model takes beside Smile's plain logistic regression, on the same people, encoded columns
/// ready in both cases but not read yet. Processor time of the whole process, since Smile uses several threads; one run
/// of each, so that differences of a few tenths say nothing.
///
/// @param oursSeconds one hazard model over all spells, of the wall clock
/// @param oursProcessorSeconds of all threads
/// @param smileSeconds Smile's logistic regression on those whose outcome is known
/// @param smileProcessorSeconds of all threads
public record Race(int people, double oursSeconds, double oursProcessorSeconds,
    double smileSeconds, double smileProcessorSeconds) {
  private static final double RIDGE = 10;

  /// Runs both, one after the other.
  public static Race of(Spells spells) {
    int[] people = IntStream.range(0, spells.size()).toArray();
    SmilePeers smile = new SmilePeers(spells, people);
    double[] theirs = timed(() -> smile.logistic(new int[]{0}));
    double[] ours = timed(() -> Fitted.fit(spells, people,
        new Candidate(org.metier.potential.Family.HAZARD, Shape.STRAIGHT, RIDGE, 1, 0, 0), 1));
    return new Race(people.length, ours[0], ours[1], theirs[0], theirs[1]);
  }

  private static double[] timed(Supplier<?> work) {
    long wall = System.nanoTime();
    long processor = processorNanos();
    if (work.get() == null) {
      throw new IllegalStateException("nothing was fitted");
    }
    return new double[]{(System.nanoTime() - wall) / 1e9, (processorNanos() - processor) / 1e9};
  }

  private static long processorNanos() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(java.time.Duration::toNanos)
        .orElse(0L);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d people: hazard model %.1f s (processor %.1f s), Smile's"
        + " logistic regression %.1f s (processor %.1f s)", people, oursSeconds,
        oursProcessorSeconds, smileSeconds, smileProcessorSeconds);
  }
}
