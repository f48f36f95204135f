package org.metier.match;

import java.util.List;
import org.metier.rank.Forest;

/// A trained ranker: a forest and the names of the features it was trained on, as read from and written
/// to Metier's model file.
///
/// @param features in the forest's order; each names a [Feature]
public record RankerModel(List<String> features, Forest forest) {
  public RankerModel {
    features = List.copyOf(features);
  }
}
