package org.metier.profiling;

import java.time.Duration;
import java.util.List;
import org.metier.profile.CompetenceProfile;
import org.metier.profiling.privacy.BlindCv;

/// A profile, with what an adviser should see beside it.
///
/// @param profile what the CV says
/// @param blind the CV without the person, which the spans of the profile's evidence point into, and where
///     each stretch of it stands in the file's own text
/// @param hidden stretches of the file that no reader of the page sees; not scored, and not held against
///     the person, for design templates leave such text behind
/// @param warnings what could not be read, without words of the CV
/// @param reading how long it took to get the text out of the file; zero for text and fields
/// @param analysis how long it took to make the profile of the text
public record ProfiledCv(CompetenceProfile profile, BlindCv blind, List<String> hidden,
    List<String> warnings, Duration reading, Duration analysis) {
  public ProfiledCv {
    hidden = List.copyOf(hidden);
    warnings = List.copyOf(warnings);
  }

  /// What the spans of the profile's evidence point into; whatever tells who the person is is a mark such
  /// as `[name]`.
  public String text() {
    return blind.text();
  }
}
