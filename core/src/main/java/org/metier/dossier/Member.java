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
        int best = nearest(claim, open, sameness);
        if (best < 0) {
          groups.add(new ArrayList<>(List.of(new Member<>(claim, source))));
        } else {
          open.remove(best).add(new Member<>(claim, source));
        }
      }
    }
    return groups;
  }

  /// The number of the group that a claim belongs to; -1 when to none.
  private static <T> int nearest(T claim, List<List<Member<T>>> groups,
      ToDoubleBiFunction<T, T> sameness) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < groups.size(); i++) {
      for (Member<T> member : groups.get(i)) {
        double same = sameness.applyAsDouble(claim, member.claim());
        if (same > most) {
          most = same;
          best = i;
        }
      }
    }
    return best;
  }
}
