package org.metier.training.judgment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/// Who is learnt from and who is held out: by person and by time, so that no held-out person was ever learnt
/// from, and all that is held out is later than all that was learnt from. Immutable.
///
/// 70 % of the people are learnt from, 10 % say when to stop, 20 % are held out. Of the first two the lists
/// before the cut count, of the third those from the cut on; the others are left out.
public final class TimeSplit {
  /// What a list is for.
  public enum Role {
    /// To learn from.
    TRAINING,
    /// To say when to stop, and what chance a score means.
    VALIDATION,
    /// To measure on.
    HELD_OUT,
    /// Nothing: of a person to learn from, but too late, or held out, but too early.
    LEFT_OUT
  }

  private static final double TRAINING_SHARE = 0.7;
  private static final double VALIDATION_SHARE = 0.1;
  private static final double EARLY_SHARE = 0.7;

  private final Map<String, Role> people;
  private final Instant cut;

  private TimeSplit(Map<String, Role> people, Instant cut) {
    this.people = people;
    this.cut = cut;
  }

  /// @param times of all lists, for a cut with 70 % of them before it; at least one
  /// @param seed who is held out derives from it and from the people's ids
  public static TimeSplit of(Collection<String> people, long[] times, long seed) {
    long[] ascending = times.clone();
    Arrays.sort(ascending);
    return of(people,
        Instant.ofEpochMilli(ascending[(int) (EARLY_SHARE * (ascending.length - 1))]), seed);
  }

  /// @param cut from which on lists are held out
  public static TimeSplit of(Collection<String> people, Instant cut, long seed) {
    List<String> order = new ArrayList<>(new TreeSet<>(people));
    Collections.shuffle(order, new Random(seed));
    Map<String, Role> roles = new HashMap<>();
    for (int i = 0; i < order.size(); i++) {
      double share = (i + 0.5) / order.size();
      roles.put(order.get(i), share < TRAINING_SHARE
          ? Role.TRAINING
          : share < TRAINING_SHARE + VALIDATION_SHARE ? Role.VALIDATION : Role.HELD_OUT);
    }
    return new TimeSplit(roles, cut);
  }

  public Instant cut() {
    return cut;
  }

  /// @param person one of those that were split
  /// @param at when the list was shown, or the rating given
  public Role role(String person, Instant at) {
    Role role = people.get(person);
    if (role == null) {
      throw new IllegalArgumentException("the person is none of those that were split");
    }
    boolean isLate = !at.isBefore(cut);
    return switch (role) {
      case TRAINING, VALIDATION -> isLate ? Role.LEFT_OUT : role;
      case HELD_OUT -> isLate ? Role.HELD_OUT : Role.LEFT_OUT;
      case LEFT_OUT -> Role.LEFT_OUT;
    };
  }
}
