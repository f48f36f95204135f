package org.metier.feed.internal;

import java.io.IOException;
import java.util.function.Consumer;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedException;
import org.metier.feed.FeedItem;
import org.metier.feed.FeedReader;
import org.metier.feed.mapping.Mapping;

/// One way to write a feed. A new format is one class here, one line in [FeedReader] and one fixture.
public interface FeedFormat {
  /// The name it is asked for by, in lower case.
  String name();

  /// Whether it reads by a [Mapping].
  default boolean needsMapping() {
    return false;
  }

  /// How likely the first bytes are of this format.
  boolean recognises(FeedHead head);

  /// Whether a feed may be of this format when it is said to be: more than [#recognises] where a feed
  /// without records tells nothing of its format.
  default boolean accepts(FeedHead head) {
    return recognises(head);
  }

  /// Reads every record in order.
  ///
  /// @throws FeedException if the feed is cut off or cannot be read on
  FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException;
}
