package org.metier.profile;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// What the person wants. Empty or null means: not said, which is not agreement.
///
/// @param occupations URIs of wanted occupations
/// @param contracts kinds that would do
/// @param salary the least that would do
/// @param maxDistanceKm how far the person would go to work, in kilometres, greater than 0
/// @param availability when the person can begin
public record Wishes(Set<String> occupations, Set<Contract> contracts, @Nullable WeeklyHours hours,
    @Nullable Salary salary, @Nullable Double maxDistanceKm, @Nullable RemoteWork remote,
    @Nullable Availability availability) {
  /// Nothing was said.
  public static final Wishes NONE = builder().build();

  public Wishes {
    if (maxDistanceKm != null && !(maxDistanceKm > 0)) {
      throw new IllegalArgumentException(
          "the distance must be greater than 0 km, was " + maxDistanceKm);
    }
    occupations = Collections.unmodifiableSet(new TreeSet<>(occupations));
    contracts = Collections.unmodifiableSet(new TreeSet<>(contracts));
  }
  public static Builder builder() {
    return new Builder();
  }

  /// A builder that starts from these wishes.
  public Builder toBuilder() {
    return new Builder().occupations(occupations)
        .contracts(contracts)
        .hours(hours)
        .salary(salary)
        .maxDistanceKm(maxDistanceKm)
        .remote(remote)
        .availability(availability);
  }

  /// These wishes, and where one is not said, that of others.
  public Wishes orElse(Wishes others) {
    return new Wishes(occupations.isEmpty() ? others.occupations : occupations,
        contracts.isEmpty() ? others.contracts : contracts, hours == null ? others.hours : hours,
        salary == null ? others.salary : salary,
        maxDistanceKm == null ? others.maxDistanceKm : maxDistanceKm,
        remote == null ? others.remote : remote,
        availability == null ? others.availability : availability);
  }

  /// Collects [Wishes]; each is optional. Not thread-safe.
  public static final class Builder {
    private Set<String> occupations = Set.of();
    private Set<Contract> contracts = Set.of();
    private @Nullable WeeklyHours hours;
    private @Nullable Salary salary;
    private @Nullable Double maxDistanceKm;
    private @Nullable RemoteWork remote;
    private @Nullable Availability availability;

    private Builder() {}

    public Builder occupations(Set<String> occupations) {
      this.occupations = occupations;
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

    public Builder salary(@Nullable Salary salary) {
      this.salary = salary;
      return this;
    }

    public Builder maxDistanceKm(@Nullable Double maxDistanceKm) {
      this.maxDistanceKm = maxDistanceKm;
      return this;
    }

    public Builder remote(@Nullable RemoteWork remote) {
      this.remote = remote;
      return this;
    }

    public Builder availability(@Nullable Availability availability) {
      this.availability = availability;
      return this;
    }

    public Wishes build() {
      return new Wishes(occupations, contracts, hours, salary, maxDistanceKm, remote,
          availability);
    }
  }
}
