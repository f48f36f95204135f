package org.metier.examples.demo;

import java.util.List;

/// A partner's format. Breaks some records beyond the vacancies given, and says which.
sealed interface FeedLayout permits FranceEmploi, PracaPl, Stellen, WerkNl {
  /// Name of the format among Metier's.
  String format();

  /// Whether a mapping file goes with the feed.
  boolean isMapped();

  Written write(List<Advert> adverts);

  /// A whole feed.
  record Written(String text, int records, List<Defect> defects) {
    public Written {
      defects = List.copyOf(defects);
    }
  }
}
