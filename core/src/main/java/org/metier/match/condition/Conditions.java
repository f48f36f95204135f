package org.metier.match.condition;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

/// What a person cannot do without, and which of it hides vacancies. Immutable.
///
/// Licences, the distance, hours and pay are those of the profile and its wishes; what is ruled out, how
/// long the way may take, and rights to practise are said here. Whatever hides is counted in
/// [org.metier.match.Matches].
///
/// @param hiding the conditions whose failing hides; the others are checked and shown all the same
/// @param ruledOutContracts kinds that the person does not take
/// @param ruledOutRemote so for working on site, partly or wholly from home
/// @param practise what was said about rights to practise
/// @param maxCommuteMinutes the longest way to work, one way, greater than 0; null when not said
public record Conditions(Set<Condition> hiding, Set<Contract> ruledOutContracts,
    Set<RemoteWork> ruledOutRemote, List<PractiseRight> practise,
    @Nullable Integer maxCommuteMinutes) {
  /// Nothing is hidden.
  public static final Conditions NONE = hidingBy(Set.of());

  /// All conditions hide but hours and pay, which are wishes unless somebody says that they are more.
  public static final Conditions STANDARD = hidingBy(EnumSet.complementOf(
      EnumSet.of(Condition.HOURS, Condition.SALARY)));

  public Conditions {
    if (maxCommuteMinutes != null && maxCommuteMinutes < 1) {
      throw new IllegalArgumentException(
          "maxCommuteMinutes must be at least 1, was " + maxCommuteMinutes);
    }
    hiding = sorted(hiding);
    ruledOutContracts = sorted(ruledOutContracts);
    ruledOutRemote = sorted(ruledOutRemote);
    practise = List.copyOf(practise);
  }

  private static <T extends Comparable<T>> Set<T> sorted(Collection<T> some) {
    return Collections.unmodifiableSet(new TreeSet<>(some));
  }

  /// These conditions hide, and nothing is ruled out.
  public static Conditions hidingBy(Set<Condition> conditions) {
    return new Conditions(conditions, Set.of(), Set.of(), List.of(), null);
  }

  /// The same, but that one hides nothing: how what it hid is shown.
  public Conditions showing(Condition condition) {
    Set<Condition> others = new TreeSet<>(hiding);
    others.remove(condition);
    return new Conditions(others, ruledOutContracts, ruledOutRemote, practise, maxCommuteMinutes);
  }

  public Conditions withRuledOut(Set<Contract> contracts, Set<RemoteWork> remote) {
    return new Conditions(hiding, contracts, remote, practise, maxCommuteMinutes);
  }

  public Conditions withPractise(List<PractiseRight> rights) {
    return new Conditions(hiding, ruledOutContracts, ruledOutRemote, rights, maxCommuteMinutes);
  }

  /// @param minutes one way, greater than 0
  public Conditions withMaxCommuteMinutes(int minutes) {
    return new Conditions(hiding, ruledOutContracts, ruledOutRemote, practise, minutes);
  }
}
