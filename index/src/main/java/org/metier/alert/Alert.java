package org.metier.alert;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.WeeklyHours;

/// A saved search or profile: conditions that a new vacancy must meet, all of them. Immutable.
///
/// An empty or null component asks nothing. What a vacancy does not state does not meet a condition, unless
/// [#mayBeUnknown] names it. It never holds more about a person than a pseudonym and what is looked for.
///
/// @param id unique among all alerts; 1 to 128 characters
/// @param owner pseudonym of the person whose alert it is, never a name; 1 to 128 characters
/// @param wording by the language of the vacancy; a vacancy in another language does not fit
/// @param occupations URIs of occupations or ISCO groups; narrower ones fit too. One of these or of
///     `iscoGroups` among the vacancy's codes is enough
/// @param iscoGroups ISCO-08 codes of 1 to 4 digits
/// @param near where a place of work must lie; fully remote work fits too
/// @param countries ISO 3166-1 alpha-2, of a place of work
/// @param contracts one of which must be offered
/// @param hours that the offered ones must overlap
/// @param pay that the upper end of the offered pay must reach
/// @param languages that the advertisement may be written in
/// @param sources identifiers of partners
/// @param remote one of which must be offered
/// @param excludedEmployers names, compared without regard to case and spacing; a vacancy that names no
///     employer is not excluded
/// @param mayBeUnknown conditions that a vacancy meets by not saying
public record Alert(String id, String owner, Map<Language, Wording> wording,
    Set<String> occupations, Set<String> iscoGroups, @Nullable SkillWish skills,
    @Nullable Area near, Set<String> countries, Set<Contract> contracts,
    @Nullable WeeklyHours hours, @Nullable LeastPay pay, Set<Language> languages,
    Set<String> sources, Set<RemoteWork> remote, Set<String> excludedEmployers,
    Set<Condition> mayBeUnknown) {
  /// The most entries of each set, so that one alert cannot slow all others down.
  static final int MAX_VALUES = 1_000;
  private static final int MAX_ID = 128;

  public Alert {
    requireLength("id", id);
    requireLength("owner", owner);
    wording = Collections.unmodifiableMap(new TreeMap<>(wording));
    occupations = sorted("occupations", occupations, ".+", "a URI");
    iscoGroups = sorted("iscoGroups", iscoGroups, "[0-9]{1,4}", "1 to 4 digits such as 7512");
    countries = sorted("countries", countries, "[A-Z]{2}", "an ISO 3166-1 alpha-2 code such as FR");
    contracts = sorted("contracts", contracts);
    languages = sorted("languages", languages);
    sources = sorted("sources", sources, "[a-z0-9][a-z0-9._-]{0,63}", "a source such as pl-boards");
    remote = sorted("remote", remote);
    excludedEmployers = sorted("excludedEmployers", excludedEmployers, "(?s).*\\S.*", "a name");
    mayBeUnknown = sorted("mayBeUnknown", mayBeUnknown);
    boolean asksNothing = wording.isEmpty() && occupations.isEmpty() && iscoGroups.isEmpty()
        && skills == null && near == null && countries.isEmpty() && contracts.isEmpty()
        && hours == null && pay == null && languages.isEmpty() && sources.isEmpty()
        && remote.isEmpty();
    if (asksNothing) {
      throw new IllegalArgumentException(
          "the alert asks nothing, so that every vacancy would meet it;"
              + " give it words, an occupation, a place or another condition");
    }
  }

  private static void requireLength(String name, String value) {
    if (value.isBlank() || value.length() > MAX_ID) {
      throw new IllegalArgumentException("an alert's " + name + " must have 1 to " + MAX_ID
          + " characters and not be blank, had " + value.length());
    }
  }

  private static <T extends Comparable<T>> Set<T> sorted(String name, Collection<T> values) {
    if (values.size() > MAX_VALUES) {
      throw new IllegalArgumentException("an alert's " + name + " must be at most " + MAX_VALUES
          + ", were " + values.size());
    }
    return Collections.unmodifiableSet(new TreeSet<>(values));
  }

  private static Set<String> sorted(String name, Collection<String> values, String pattern,
      String expected) {
    for (String value : values) {
      if (!value.matches(pattern) || value.length() > 1_000) {
        throw new IllegalArgumentException(
            "an alert's " + name + " hold \"" + value + "\"; expected " + expected);
      }
    }
    return sorted(name, values);
  }

  public static Builder builder(String id, String owner) {
    return new Builder(id, owner);
  }

  /// What a person with this profile would want to hear of, to be refined before it is built.
  ///
  /// Takes what matching compares: wished occupations with all that is narrower, and the ISCO unit groups
  /// of held ones; skills, of which the vacancy must ask for `leastSkills` (two that were only implied by a
  /// job count as one); the wished distance around the person's place; contracts, hours, pay and remote
  /// work as wished. Skills and terms of employment may be unknown, occupation and place may not.
  ///
  /// @param leastSkills 0 to ask for none; never more is asked than the person has
  public static Builder ofProfile(String id, String owner, CompetenceProfile profile,
      int leastSkills, Taxonomy taxonomy) {
    return ProfileAlert.of(builder(id, owner), profile, leastSkills, taxonomy);
  }

  /// A saved query, to be refined before it is built. Words must all occur; `"several words"` must follow
  /// each other; `-word` and `-"several words"` must not occur. Stop words outside quotes are left out.
  ///
  /// @param languages in which the query is looked for; at least one
  /// @throws IllegalArgumentException if the query has no word, or a quote is not closed
  public static Builder ofSearch(String id, String owner, String query, Set<Language> languages,
      TextAnalyzer analyzer) {
    return SearchWords.of(builder(id, owner), query, List.copyOf(new TreeSet<>(languages)),
        analyzer);
  }

  /// Collects the components of an [Alert]; all but id and owner are optional. Not thread-safe.
  public static final class Builder {
    private final String id;
    private final String owner;
    private Map<Language, Wording> wording = Map.of();
    private Set<String> occupations = Set.of();
    private Set<String> iscoGroups = Set.of();
    private @Nullable SkillWish skills;
    private @Nullable Area near;
    private Set<String> countries = Set.of();
    private Set<Contract> contracts = Set.of();
    private @Nullable WeeklyHours hours;
    private @Nullable LeastPay pay;
    private Set<Language> languages = Set.of();
    private Set<String> sources = Set.of();
    private Set<RemoteWork> remote = Set.of();
    private Set<String> excludedEmployers = Set.of();
    private Set<Condition> mayBeUnknown = Set.of();

    private Builder(String id, String owner) {
      this.id = id;
      this.owner = owner;
    }

    public Builder wording(Map<Language, Wording> wording) {
      this.wording = wording;
      return this;
    }

    public Builder occupations(Set<String> occupations) {
      this.occupations = occupations;
      return this;
    }

    public Builder iscoGroups(Set<String> iscoGroups) {
      this.iscoGroups = iscoGroups;
      return this;
    }

    public Builder skills(@Nullable SkillWish skills) {
      this.skills = skills;
      return this;
    }

    public Builder near(@Nullable Area near) {
      this.near = near;
      return this;
    }

    public Builder countries(Set<String> countries) {
      this.countries = countries;
      return this;
    }

    public Builder contracts(Set<Contract> contracts) {
      this.contracts = contracts;
      return this;
    }

    public Builder hours(@Nullable WeeklyHours hours) {
      this.hours = hours;
      return this;
    }

    public Builder pay(@Nullable LeastPay pay) {
      this.pay = pay;
      return this;
    }

    public Builder languages(Set<Language> languages) {
      this.languages = languages;
      return this;
    }

    public Builder sources(Set<String> sources) {
      this.sources = sources;
      return this;
    }

    public Builder remote(Set<RemoteWork> remote) {
      this.remote = remote;
      return this;
    }

    public Builder excludedEmployers(Set<String> excludedEmployers) {
      this.excludedEmployers = excludedEmployers;
      return this;
    }

    public Builder mayBeUnknown(Set<Condition> mayBeUnknown) {
      this.mayBeUnknown = mayBeUnknown;
      return this;
    }

    public Alert build() {
      return new Alert(id, owner, wording, occupations, iscoGroups, skills, near, countries,
          contracts, hours, pay, languages, sources, remote, excludedEmployers, mayBeUnknown);
    }
  }
}
