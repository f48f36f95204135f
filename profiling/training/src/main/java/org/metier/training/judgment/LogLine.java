package org.metier.training.judgment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a portal's log, as it stands there.
///
/// @param event `impression`, or the code of a [PortalEvent]
/// @param list pseudonym of the list that the person was shown, one showing of it
/// @param vacancy as `source:key`
/// @param at when the list was shown, or the event happened
/// @param person pseudonym, the id of the profile; of impressions only
/// @param position in the list, from 1; of impressions only
/// @param shuffled where the portal drew this position by lot to learn what positions do: a name for what was
///     drawn with what, such as `1-10`, the same in every list in which the same positions were drawn; null
///     where the ranking put it there
public record LogLine(String event, String list, String vacancy, Instant at,
    @Nullable String person, @Nullable Integer position, @Nullable String shuffled) {
  static final String IMPRESSION = "impression";

  /// @throws IllegalArgumentException if the parts do not fit each other
  public LogLine {
    requireText("list", list);
    requireText("vacancy", vacancy);
    boolean isImpression = event.equals(IMPRESSION);
    if (!isImpression && PortalEvent.ofCode(event).isEmpty()) {
      throw new IllegalArgumentException("\"event\" must be impression, " + PortalEvent.codes());
    }
    if (isImpression) {
      if (person == null || person.isBlank()) {
        throw new IllegalArgumentException("an impression needs \"person\"");
      }
      if (position == null || position < 1 || position > ImpressionLog.MAX_POSITION) {
        throw new IllegalArgumentException("an impression needs a \"position\" of 1 to "
            + ImpressionLog.MAX_POSITION + ", was " + position);
      }
    } else if (person != null || position != null || shuffled != null) {
      throw new IllegalArgumentException(
          "person, position and shuffled belong to the impression, not to what followed it");
    }
  }

  private static void requireText(String name, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("\"" + name + "\" is blank");
    }
  }
}
