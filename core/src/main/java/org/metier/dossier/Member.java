package org.metier.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.metier.profile.CompetenceProfile;

/// A claim, and who makes it.
record Member<T>(T claim, Source source) {
  /// When the source was written; null when nobody knows.
  @Nullable
  LocalDate date() {
    return switch (source) {
      case Source.Person(LocalDate on) -> on;
      case Source.Document document -> document.date();
    };
  }

  /// Puts claims that are the same together, at most one of each document. Quadratic in the number of
  /// claims of a kind, of which a person has few.
  ///
  /// @param documents in order of precedence, which the members of each group keep
  /// @param claims of one kind
  /// @param sameness 0 for two claims, more the surer it is that they are one
  static <T> List<List<Member<T>>> groups(List<ReadDocument> documents,
      Function<CompetenceProfile, List<T>> claims, ToDoubleBiFunction<T, T> sameness) {
    List<List<Member<T>>> groups = new ArrayList<>();
    for (ReadDocument document : documents) {
      Source source = new Source.Document(document.id(), document.date());
      List<List<Member<T>>> open = new ArrayList<>(groups);
      for (T claim : claims.apply(document.profile())) {
        List<Member<T>> best = nearest(claim, open, sameness);
        if (best == null) {
          groups.add(new ArrayList<>(List.of(new Member<>(claim, source))));
        } else {
          best.add(new Member<>(claim, source));
          List<Member<T>> taken = best;
          open.removeIf(group -> group == taken);
        }
      }
    }
    return groups;
  }

  private static <T> @Nullable List<Member<T>> nearest(T claim, List<List<Member<T>>> groups,
      ToDoubleBiFunction<T, T> sameness) {
    List<Member<T>> best = null;
    double most = 0;
    for (List<Member<T>> group : groups) {
      for (Member<T> member : group) {
        double same = sameness.applyAsDouble(claim, member.claim());
        if (same > most) {
          most = same;
          best = group;
        }
      }
    }
    return best;
  }
}
