package org.metier.dossier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.metier.text.Evidence;

/// What merging does alike with claims of all kinds. Stateless.
final class Claims {
  private Claims() {}

  /// Evidence of all members, each once, that of the first first.
  static <T> List<Evidence> evidence(List<Member<T>> group,
      Function<T, List<Evidence>> evidenceOf) {
    Set<Evidence> evidence = new LinkedHashSet<>();
    group.forEach(member -> evidence.addAll(evidenceOf.apply(member.claim())));
    return List.copyOf(evidence);
  }

  /// The groups that hold a claim of a document that is the one that the person rejected.
  static <T> List<List<Member<T>>> rejected(List<List<Member<T>>> groups, T shown,
      ToDoubleBiFunction<T, T> sameness) {
    return groups.stream()
        .filter(group -> group.stream()
            .allMatch(member -> member.source() instanceof Source.Document))
        .filter(group -> group.stream()
            .anyMatch(member -> sameness.applyAsDouble(shown, member.claim()) > 0))
        .toList();
  }

  /// Puts what the person declared before the claims that it corrects, or into a group of its own.
  static <T> void declare(List<List<Member<T>>> groups, T shown, T declared, Source.Person person,
      ToDoubleBiFunction<T, T> sameness) {
    List<Member<T>> best = null;
    double most = 0;
    for (List<Member<T>> group : groups) {
      for (Member<T> member : group) {
        double same = Math.max(sameness.applyAsDouble(shown, member.claim()),
            sameness.applyAsDouble(declared, member.claim()));
        if (member.source() instanceof Source.Document && same > most) {
          most = same;
          best = group;
        }
      }
    }
    Member<T> first = new Member<>(declared, person);
    if (best == null) {
      groups.add(new ArrayList<>(List.of(first)));
    } else {
      best.addFirst(first);
    }
  }
}
