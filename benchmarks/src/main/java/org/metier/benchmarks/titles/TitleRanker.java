package org.metier.benchmarks.titles;

import java.util.List;

/// Something that orders concepts for a job title.
public interface TitleRanker {
  /// URIs of concepts, the likeliest first; those it knows nothing for may be left out.
  List<String> rank(String title);
}
