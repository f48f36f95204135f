package org.metier.feed;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.metier.MetierFormat;
import org.metier.feed.internal.metier.VacancyLine;
import org.metier.vacancy.VacancyId;

/// Writes a feed of Metier's own format, one line a vacancy; see [MetierFormat] for its names. What
/// [FeedReader] reads of it, as the same source, is equal to the drafts that were written, if those came
/// from a reader themselves.
///
/// Equal drafts give equal lines. Holds nothing but the current line. Not thread-safe; closes nothing.
public final class FeedWriter {
  private final Appendable out;
  private @Nullable String source;
  private int records;
  private boolean isEnded;

  private FeedWriter(Appendable out) {
    this.out = out;
  }

  /// @param out takes characters, to be encoded as UTF-8
  public static FeedWriter to(Appendable out) {
    return new FeedWriter(out);
  }

  /// @throws IllegalArgumentException if the vacancy is coded already, or is of another source than those
  ///     before it, whose keys it could repeat
  /// @throws IllegalStateException after [#end]
  public void write(VacancyDraft draft) throws IOException {
    if (!draft.vacancy().occupations().isEmpty() || !draft.vacancy().skills().isEmpty()) {
      throw new IllegalArgumentException("vacancy " + draft.vacancy().id()
          + " is coded already; a feed says what its source states");
    }
    line(draft.vacancy().id(), VacancyLine.of(draft));
  }

  /// Writes a tombstone.
  ///
  /// @param at null when it is not known
  /// @throws IllegalArgumentException if the vacancy is of another source than those before it
  /// @throws IllegalStateException after [#end]
  public void withdraw(VacancyId id, @Nullable Instant at) throws IOException {
    line(id, VacancyLine.ofWithdrawn(id, at));
  }

  /// Writes the last line, by which a reader knows that nothing is missing.
  ///
  /// @param cursor where the next delivery will go on; null when there is no such thing
  /// @throws IllegalStateException if it is there already
  public void end(@Nullable String cursor) throws IOException {
    requireOpen();
    isEnded = true;
    out.append(VacancyLine.ofEnd(records, cursor)).append('\n');
  }

  private void line(VacancyId id, String text) throws IOException {
    requireOpen();
    if (source != null && !source.equals(id.source())) {
      throw new IllegalArgumentException("a feed has one source, here " + source + ", but "
          + id + " is of another; write it to a feed of its own");
    }
    source = id.source();
    records++;
    out.append(text).append('\n');
  }

  private void requireOpen() {
    if (isEnded) {
      throw new IllegalStateException("the feed has its end already");
    }
  }
}
