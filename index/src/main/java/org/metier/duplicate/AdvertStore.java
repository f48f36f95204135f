package org.metier.duplicate;

import java.util.List;
import java.util.Optional;
import org.metier.vacancy.VacancyId;

/// What clustering must know, as an index can tell it. It shows advertisements and rulings as they are
/// after a change, and clusters as they were before it.
public interface AdvertStore {
  /// The advertisement of that id, if there is one (still).
  Optional<Advert> find(VacancyId id);

  /// All advertisements that have one of these terms (see [Advert#terms]), in any order. A store may leave
  /// out those that share the fewest terms, beyond 1,000 of them; clusters of so large a neighbourhood may
  /// then depend on the order of arrival.
  List<Advert> sharing(long[] terms);

  /// The cluster that an advertisement was in, gone ones included.
  Optional<Cluster> clusterOf(VacancyId id);

  /// The cluster of that name, if there is one.
  Optional<Cluster> cluster(String name);

  /// The rulings that name an advertisement.
  List<Ruling> rulings(VacancyId id);
}
