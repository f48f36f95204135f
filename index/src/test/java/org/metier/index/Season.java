package org.metier.index;

import java.io.IOException;
import java.nio.file.Path;

/// Takes in what is not taken in yet.
final class Season {
  private Season() {}

  /// Takes a delivery in unless it was taken in to its end before.
  static void takeIn(VacancyIndex index, MadeFeeds.Delivered delivered, Path feeds)
      throws IOException {
    if (!KilledIngest.isDone(index, delivered)) {
      index.ingest(delivered.from(feeds));
    }
  }
}
