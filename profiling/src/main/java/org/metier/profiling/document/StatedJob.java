package org.metier.profiling.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.text.Span;

/// A job that a CV states.
///
/// @param titles stretches of the text of which one is the title, likeliest first; the others may be the
///     employer or the place
/// @param period null when not said
/// @param block all that is said about the job, its title included; null when that is not known
public record StatedJob(List<Span> titles, @Nullable DateRange period, @Nullable Span block) {
  public StatedJob {
    if (titles.isEmpty()) {
      throw new IllegalArgumentException("a stated job needs a title");
    }
    titles = List.copyOf(titles);
  }

  /// A job of which only title and period are known.
  public static StatedJob of(Span title, @Nullable DateRange period) {
    return new StatedJob(List.of(title), period, null);
  }
}
