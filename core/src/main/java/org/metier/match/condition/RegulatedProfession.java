package org.metier.match.condition;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;

/// A hint that a vacancy's work may be reserved to people with a recognised qualification: check whether a
/// recognition is needed. Never a verdict, and nothing is hidden for it alone. Immutable.
///
/// @param occupation the ISCO-08 unit group of the vacancy's occupation, or the URI of the occupation where
///     only the taxonomy says that it is regulated
/// @param countries of work for which that is known; empty when only the taxonomy says so
/// @param extent whether all work of the unit group is meant
/// @param basis what it follows from, such as `2005/36/EC`; `RPD` for the European Commission's Regulated
///     Professions Database; `ESCO` where only the taxonomy says so
public record RegulatedProfession(String occupation, Set<String> countries, Extent extent,
    String basis) {
  /// How much of a unit group is regulated.
  public enum Extent {
    /// Practically all of it.
    ALL,
    /// Some occupations of it, the use of a title, or running a business of one's own.
    SOME
  }

  public RegulatedProfession {
    countries = Collections.unmodifiableSet(new TreeSet<>(countries));
  }

  /// What is known of a vacancy's first occupation in the countries of its workplaces; where it names
  /// none, only what holds throughout the European Union.
  public static Optional<RegulatedProfession> of(Vacancy vacancy, Taxonomy taxonomy) {
    for (OccupationCode code : vacancy.occupations()) {
      OptionalInt known = taxonomy.find(code.uri());
      if (known.isPresent()) {
        return of(known.getAsInt(), countries(vacancy), taxonomy);
      }
    }
    return Optional.empty();
  }

  private static Optional<RegulatedProfession> of(int occupation, Set<String> countries,
      Taxonomy taxonomy) {
    return RegulatedProfessions.standard()
        .find(taxonomy.code(occupation), countries)
        .or(() -> taxonomy.isRegulated(occupation)
            ? Optional.of(new RegulatedProfession(taxonomy.uri(occupation), Set.of(), Extent.SOME,
                "ESCO"))
            : Optional.empty());
  }

  /// The countries where the vacancy's work is done, as far as it says.
  private static Set<String> countries(Vacancy vacancy) {
    return vacancy.workplaces()
        .stream()
        .map(Place::country)
        .filter(RegulatedProfession::isSaid)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isSaid(@Nullable String country) {
    return country != null;
  }
}
