package org.metier.profiling;

import java.time.Duration;
import java.util.List;
import org.metier.profile.CompetenceProfile;

/// A profile, with what an adviser should see beside it.
///
/// @param profile what the CV says
/// @param text what the spans of the profile's evidence point into; names, contacts, addresses, birth
///     dates and nationalities are spaces
/// @param hidden stretches of the file that no reader of the page sees; not scored, and not held against
///     the person, for design templates leave such text behind
/// @param warnings what could not be read, without words of the CV
/// @param reading how long it took to get the text
/// @param analysis how long it took to make the profile of it
public record ProfiledCv(CompetenceProfile profile, String text, List<String> hidden,
    List<String> warnings, Duration reading, Duration analysis) {
  public ProfiledCv {
    hidden = List.copyOf(hidden);
    warnings = List.copyOf(warnings);
  }
}
