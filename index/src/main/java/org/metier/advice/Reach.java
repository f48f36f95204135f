package org.metier.advice;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.place.GeoPoint;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.LanguageSkill;
import org.metier.text.Language;
import org.metier.work.Contract;

/// Which open vacancies a person could take, skills apart. Immutable. Each setting keeps out what is known
/// not to fit; an empty or null one keeps out nothing.
///
/// @param near around where a place of work must lie, or the work be fully remote; null for anywhere. A
///     vacancy whose place is not known to a town or finer, and that is not fully remote, is out of reach then
/// @param radiusKm great-circle distance in kilometres, greater than 0, at most 20,100; null without `near`
/// @param contracts that would do; a vacancy that does not say is in reach
/// @param knownLanguages ISO 639-1 codes; a vacancy that asks for another one, not merely as a plus, is out
///     of reach
/// @param adLanguages that the advertisement may be written in
/// @param countries ISO 3166-1 alpha-2, one of which a place of work must lie in
public record Reach(@Nullable GeoPoint near, @Nullable Double radiusKm, Set<Contract> contracts,
    Set<String> knownLanguages, Set<Language> adLanguages, Set<String> countries) {
  /// All that is open.
  public static final Reach ALL = builder().build();

  private static final double FARTHEST_KM = 20_100;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  public Reach {
    if ((near == null) != (radiusKm == null)) {
      throw new IllegalArgumentException(
          "near and radiusKm belong together, were " + near + " and " + radiusKm);
    }
    if (radiusKm != null && !(radiusKm > 0 && radiusKm <= FARTHEST_KM)) {
      throw new IllegalArgumentException(
          "radiusKm must be greater than 0 and at most 20100, was " + radiusKm);
    }
    knownLanguages = sorted(knownLanguages, LANGUAGE, "a language must be an ISO 639-1 code such as"
        + " fr");
    countries = sorted(countries, COUNTRY, "a country must be an ISO 3166-1 alpha-2 code such as"
        + " FR");
    contracts = Collections.unmodifiableSet(new TreeSet<>(contracts));
    adLanguages = Collections.unmodifiableSet(new TreeSet<>(adLanguages));
  }

  private static Set<String> sorted(Set<String> codes, Pattern form, String expected) {
    for (String code : codes) {
      if (!form.matcher(code).matches()) {
        throw new IllegalArgumentException(expected + ", was " + code);
      }
    }
    return Collections.unmodifiableSet(new TreeSet<>(codes));
  }

  /// What a profile says of it: within the wished distance of the person's place if both are known, the wished
  /// contracts, and the languages of the profile with that of its documents, if it names any.
  public static Builder of(CompetenceProfile profile) {
    Builder reach = builder().contracts(profile.wishes().contracts());
    GeoPoint home = profile.place() == null ? null : profile.place().distancePoint();
    Double radiusKm = profile.wishes().maxDistanceKm();
    if (home != null && radiusKm != null) {
      reach.near(home, Math.min(radiusKm, FARTHEST_KM));
    }
    Set<String> known = new TreeSet<>();
    for (LanguageSkill skill : profile.languages()) {
      known.add(skill.language());
    }
    if (!known.isEmpty() && profile.language() != null) {
      known.add(profile.language().code());
    }
    return reach.knownLanguages(known);
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Collects the settings of a [Reach]; all are optional. Not thread-safe.
  public static final class Builder {
    private @Nullable GeoPoint near;
    private @Nullable Double radiusKm;
    private Set<Contract> contracts = Set.of();
    private Set<String> knownLanguages = Set.of();
    private Set<Language> adLanguages = Set.of();
    private Set<String> countries = Set.of();

    private Builder() {}

    /// Work within so many kilometres as the crow flies.
    public Builder near(GeoPoint centre, double withinKm) {
      near = centre;
      radiusKm = withinKm;
      return this;
    }

    public Builder contracts(Set<Contract> contracts) {
      this.contracts = contracts;
      return this;
    }

    public Builder knownLanguages(Set<String> codes) {
      knownLanguages = codes;
      return this;
    }

    public Builder adLanguages(Set<Language> languages) {
      adLanguages = languages;
      return this;
    }

    public Builder countries(Set<String> codes) {
      countries = codes;
      return this;
    }

    public Reach build() {
      return new Reach(near, radiusKm, contracts, knownLanguages, adLanguages, countries);
    }
  }
}
