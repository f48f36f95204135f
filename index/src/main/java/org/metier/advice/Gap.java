package org.metier.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Competence;
import org.metier.text.Evidence;

/// The skills of a target against those of a profile. Each skill that the target needs or welcomes is in
/// exactly one of the lists. Immutable.
///
/// The skills of an occupation are those that the taxonomy calls essential or optional to it. The skills of a
/// vacancy are those that its text names; where it names none that the taxonomy knows, those of its likeliest
/// occupation stand in.
///
/// @param shown what the person confirmed or a document states
/// @param implied what only an occupation held speaks for: to be asked, neither had nor missing
/// @param missing what nothing speaks for
public record Gap(List<Shown> shown, List<Implied> implied, List<Missing> missing) {
  public Gap {
    shown = List.copyOf(shown);
    implied = List.copyOf(implied);
    missing = List.copyOf(missing);
  }

  /// A skill that the person has.
  ///
  /// @param uri of the skill in the taxonomy
  /// @param origin confirmed or stated
  /// @param ofPerson where the profile shows it; may be empty for what the person confirmed
  /// @param ofVacancy where the vacancy asks for it; null when its occupation or a wanted one does
  public record Shown(String uri, Need need, Competence.Origin origin, List<Evidence> ofPerson,
      @Nullable Evidence ofVacancy) {
    public Shown {
      ofPerson = List.copyOf(ofPerson);
      if (origin == Competence.Origin.IMPLIED) {
        throw new IllegalArgumentException(uri + " is only implied, and so to be asked");
      }
    }
  }

  /// A skill that the person may well have.
  ///
  /// @param occupations URIs of the occupations held to which it is essential, latest first; empty when the
  ///     profile implies it for another reason
  /// @param ofVacancy where the vacancy asks for it; null when its occupation or a wanted one does
  /// @param asked by how many vacancies of the person's line in reach, see [Counts#inLine]
  public record Implied(String uri, Need need, List<String> occupations,
      @Nullable Evidence ofVacancy, int asked) {
    public Implied {
      occupations = List.copyOf(occupations);
    }
  }

  /// A skill that the profile does not show.
  ///
  /// @param ofVacancy where the vacancy asks for it; null when its occupation or a wanted one does
  /// @param asked by how many vacancies of the person's line in reach, see [Counts#inLine]
  public record Missing(String uri, Need need, @Nullable Evidence ofVacancy, int asked) {}

  /// How many of the needed skills are shown, of how many; the rest is implied or missing.
  public int neededShown() {
    return (int) shown.stream().filter(skill -> skill.need().isNeeded()).count();
  }

  /// How many skills the target cannot do without.
  public int needed() {
    return (int) (neededShown() + implied.stream().filter(s -> s.need().isNeeded()).count()
        + missing.stream().filter(s -> s.need().isNeeded()).count());
  }
}
