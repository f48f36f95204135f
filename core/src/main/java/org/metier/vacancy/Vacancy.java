package org.metier.vacancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// One open position, as its partner published it and as Metier understood it. Immutable.
///
/// Absent is absent: a null or empty component means that the source does not say, never a default.
///
/// @param title never blank
/// @param description plain text, paragraphs separated by newlines; may be empty
/// @param language of title and description, null when none of ours
/// @param occupations best first; empty when the vacancy is not coded
/// @param review what a person is asked to decide about the occupation; null when nobody is asked
/// @param skills in order of appearance, each concept once
/// @param education the lowest level asked for
/// @param experienceMonths the least experience asked for; 0 when beginners are welcome
/// @param drivingLicences required categories
/// @param postedAt when the partner first published it
/// @param validThrough after this instant it is no longer shown
/// @param url where a person can read it
/// @param applyUrl where a person can answer it, when that is another address
/// @param positions how many people are looked for, at least 1
/// @param startsOn first day of work
/// @param flags what speaks against trusting the text
/// @param raw values as received, by the source's own field name, kept beside what was made of them
public record Vacancy(VacancyId id, String title, String description, @Nullable Language language,
    @Nullable String employer, List<Place> workplaces, @Nullable RemoteWork remote,
    List<OccupationCode> occupations, @Nullable OccupationReview review, List<SkillDemand> skills,
    List<LanguageDemand> languages,
    @Nullable EducationLevel education, @Nullable Integer experienceMonths,
    Set<DrivingLicence> drivingLicences, @Nullable Contract contract, @Nullable WeeklyHours hours,
    @Nullable Salary salary, @Nullable Instant postedAt, @Nullable Instant validThrough,
    @Nullable String url, @Nullable String applyUrl, @Nullable Integer positions,
    @Nullable LocalDate startsOn, Set<VacancyFlag> flags, Map<String, String> raw) {

  public Vacancy {
    if (title.isBlank()) {
      throw new IllegalArgumentException("vacancy " + id + " has a blank title");
    }
    if (experienceMonths != null && experienceMonths < 0) {
      throw new IllegalArgumentException(
          "vacancy " + id + " asks for " + experienceMonths + " months of experience");
    }
    if (positions != null && positions < 1) {
      throw new IllegalArgumentException("vacancy " + id + " has " + positions + " positions");
    }
    workplaces = List.copyOf(workplaces);
    occupations = List.copyOf(occupations);
    skills = List.copyOf(skills);
    languages = List.copyOf(languages);
    drivingLicences = Collections.unmodifiableSet(new TreeSet<>(drivingLicences));
    flags = Collections.unmodifiableSet(new TreeSet<>(flags));
    raw = Collections.unmodifiableMap(new TreeMap<>(raw));
  }

  public static Builder builder(VacancyId id, String title) {
    return new Builder(id, title);
  }

  /// A builder that starts from this vacancy.
  public Builder toBuilder() {
    return new Builder(id, title).description(description)
        .language(language)
        .employer(employer)
        .workplaces(workplaces)
        .remote(remote)
        .occupations(occupations)
        .review(review)
        .skills(skills)
        .languages(languages)
        .education(education)
        .experienceMonths(experienceMonths)
        .drivingLicences(drivingLicences)
        .contract(contract)
        .hours(hours)
        .salary(salary)
        .postedAt(postedAt)
        .validThrough(validThrough)
        .url(url)
        .applyUrl(applyUrl)
        .positions(positions)
        .startsOn(startsOn)
        .flags(flags)
        .raw(raw);
  }

  /// Collects the components of a [Vacancy]; all but id and title are optional. Not thread-safe.
  public static final class Builder {
    private VacancyId id;
    private String title;
    private String description = "";
    private @Nullable Language language;
    private @Nullable String employer;
    private List<Place> workplaces = List.of();
    private @Nullable RemoteWork remote;
    private List<OccupationCode> occupations = List.of();
    private @Nullable OccupationReview review;
    private List<SkillDemand> skills = List.of();
    private List<LanguageDemand> languages = List.of();
    private @Nullable EducationLevel education;
    private @Nullable Integer experienceMonths;
    private Set<DrivingLicence> drivingLicences = Set.of();
    private @Nullable Contract contract;
    private @Nullable WeeklyHours hours;
    private @Nullable Salary salary;
    private @Nullable Instant postedAt;
    private @Nullable Instant validThrough;
    private @Nullable String url;
    private @Nullable String applyUrl;
    private @Nullable Integer positions;
    private @Nullable LocalDate startsOn;
    private Set<VacancyFlag> flags = Set.of();
    private Map<String, String> raw = Map.of();

    private Builder(VacancyId id, String title) {
      this.id = id;
      this.title = title;
    }

    public Builder id(VacancyId id) {
      this.id = id;
      return this;
    }

    public Builder title(String title) {
      this.title = title;
      return this;
    }

    public Builder description(String description) {
      this.description = description;
      return this;
    }

    public Builder language(@Nullable Language language) {
      this.language = language;
      return this;
    }

    public Builder employer(@Nullable String employer) {
      this.employer = employer;
      return this;
    }

    public Builder workplaces(List<Place> workplaces) {
      this.workplaces = workplaces;
      return this;
    }

    public Builder remote(@Nullable RemoteWork remote) {
      this.remote = remote;
      return this;
    }

    public Builder occupations(List<OccupationCode> occupations) {
      this.occupations = occupations;
      return this;
    }

    public Builder review(@Nullable OccupationReview review) {
      this.review = review;
      return this;
    }

    public Builder skills(List<SkillDemand> skills) {
      this.skills = skills;
      return this;
    }

    public Builder languages(List<LanguageDemand> languages) {
      this.languages = languages;
      return this;
    }

    public Builder education(@Nullable EducationLevel education) {
      this.education = education;
      return this;
    }

    public Builder experienceMonths(@Nullable Integer experienceMonths) {
      this.experienceMonths = experienceMonths;
      return this;
    }

    public Builder drivingLicences(Set<DrivingLicence> drivingLicences) {
      this.drivingLicences = drivingLicences;
      return this;
    }

    public Builder contract(@Nullable Contract contract) {
      this.contract = contract;
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

    public Builder postedAt(@Nullable Instant postedAt) {
      this.postedAt = postedAt;
      return this;
    }

    public Builder validThrough(@Nullable Instant validThrough) {
      this.validThrough = validThrough;
      return this;
    }

    public Builder url(@Nullable String url) {
      this.url = url;
      return this;
    }

    public Builder applyUrl(@Nullable String applyUrl) {
      this.applyUrl = applyUrl;
      return this;
    }

    public Builder positions(@Nullable Integer positions) {
      this.positions = positions;
      return this;
    }

    public Builder startsOn(@Nullable LocalDate startsOn) {
      this.startsOn = startsOn;
      return this;
    }

    public Builder flags(Set<VacancyFlag> flags) {
      this.flags = flags;
      return this;
    }

    public Builder raw(Map<String, String> raw) {
      this.raw = raw;
      return this;
    }

    public Vacancy build() {
      return new Vacancy(id, title, description, language, employer, workplaces, remote,
          occupations, review,
          skills, languages, education, experienceMonths, drivingLicences, contract, hours, salary,
          postedAt, validThrough, url, applyUrl, positions, startsOn, flags, raw);
    }
  }
}
