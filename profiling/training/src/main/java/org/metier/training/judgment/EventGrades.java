package org.metier.training.judgment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.metier.training.judgment.Judgment;

/// How good a match each event speaks for, as a grade; a vacancy that was shown and left alone has grade 0, and
/// of several events the weightiest counts.
///
/// @param click 1 to 4
/// @param application at least that of a click, and so on
public record EventGrades(int click, int application, int interview, int placement) {
  /// 1, 2, 3 and 4.
  public static final EventGrades DEFAULT = new EventGrades(1, 2, 3, 4);

  public EventGrades {
    List<Integer> grades = List.of(click, application, interview, placement);
    int before = 1;
    for (int i = 0; i < grades.size(); i++) {
      if (grades.get(i) < before || grades.get(i) > Judgment.MAX_GRADE) {
        throw new IllegalArgumentException("the grade of "
            + PortalEvent.values()[i].name().toLowerCase(Locale.ROOT) + " must be " + before
            + " to " + Judgment.MAX_GRADE + ", was " + grades.get(i));
      }
      before = grades.get(i);
    }
  }

  /// Reads grades as [#toString] writes them, such as `1,2,3,4`.
  public static EventGrades parse(String text) {
    List<Integer> grades = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (!part.strip().matches("[0-9]")) {
        throw new IllegalArgumentException("expected four grades, of click, application, interview "
            + "and placement, such as 1,2,3,4, was \"" + text + "\"");
      }
      grades.add(Integer.valueOf(part.strip()));
    }
    if (grades.size() != PortalEvent.values().length) {
      throw new IllegalArgumentException("expected four grades, such as 1,2,3,4, were "
          + grades.size());
    }
    return new EventGrades(grades.get(0), grades.get(1), grades.get(2), grades.get(3));
  }

  /// The grade of an event.
  public int of(PortalEvent event) {
    return switch (event) {
      case CLICK -> click;
      case APPLICATION -> application;
      case INTERVIEW -> interview;
      case PLACEMENT -> placement;
    };
  }

  @Override
  public String toString() {
    return click + "," + application + "," + interview + "," + placement;
  }
}
