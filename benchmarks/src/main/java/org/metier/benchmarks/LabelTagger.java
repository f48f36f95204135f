package org.metier.benchmarks;

import java.io.IOException;
import org.metier.link.ConceptTagger.TagConsumer;

/// Finds labels in text: ours or a peer's.
interface LabelTagger {
  void forEachTag(String text, TagConsumer consumer) throws IOException;
}
