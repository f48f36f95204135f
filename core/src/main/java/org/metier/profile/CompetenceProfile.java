package org.metier.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.qualification.DrivingLicence;
import org.metier.text.Evidence;
import org.metier.text.Language;

/// What a person can do and wants, each claim with its evidence. Immutable.
///
/// It never holds a name, date of birth, photo, gender, nationality or family status.
///
/// @param id chosen by the portal; a pseudonym, never a name
/// @param language of the documents, null when none of ours
/// @param occupations latest first
/// @param competences each skill once
/// @param licenceEvidence where licences were read, for those of `drivingLicences` that were
public record CompetenceProfile(String id, @Nullable Language language,
    List<HeldOccupation> occupations, List<Competence> competences, List<Education> education,
    List<Certificate> certificates, List<LanguageSkill> languages,
    Set<DrivingLicence> drivingLicences, Map<DrivingLicence, List<Evidence>> licenceEvidence,
    @Nullable Place place, Wishes wishes) {

  public CompetenceProfile {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a profile needs an id");
    }
    occupations = List.copyOf(occupations);
    competences = List.copyOf(competences);
    education = List.copyOf(education);
    languages = List.copyOf(languages);
    certificates = List.copyOf(certificates);
    drivingLicences = Collections.unmodifiableSet(new TreeSet<>(drivingLicences));
    if (!drivingLicences.containsAll(licenceEvidence.keySet())) {
      throw new IllegalArgumentException("evidence must be for licences of the profile, was for "
          + licenceEvidence.keySet());
    }
    licenceEvidence = copy(licenceEvidence);
  }

  private static Map<DrivingLicence, List<Evidence>> copy(
      Map<DrivingLicence, List<Evidence>> evidence) {
    Map<DrivingLicence, List<Evidence>> copy = new TreeMap<>();
    evidence.forEach((licence, read) -> copy.put(licence, List.copyOf(read)));
    return Collections.unmodifiableMap(copy);
  }

  /// Months that the person worked in each occupation, by its URI: jobs at the same time count once.
  /// Occupations whose jobs have no known length are absent.
  ///
  /// @param today stands for the end of what goes on
  public SortedMap<String, Integer> monthsByOccupation(LocalDate today) {
    SortedMap<String, List<DateRange>> periods = new TreeMap<>();
    for (HeldOccupation job : occupations) {
      String uri = job.uri();
      DateRange period = job.period();
      if (uri != null && period != null) {
        periods.computeIfAbsent(uri, u -> new ArrayList<>()).add(period);
      }
    }
    SortedMap<String, Integer> months = new TreeMap<>();
    periods.forEach((uri, worked) -> {
      Integer length = Periods.months(worked, today);
      if (length != null) {
        months.put(uri, length);
      }
    });
    return months;
  }

  public static Builder builder(String id) {
    return new Builder(id);
  }

  /// A builder that starts from this profile.
  public Builder toBuilder() {
    return new Builder(id).language(language)
        .occupations(occupations)
        .competences(competences)
        .education(education)
        .certificates(certificates)
        .languages(languages)
        .drivingLicences(drivingLicences)
        .licenceEvidence(licenceEvidence)
        .place(place)
        .wishes(wishes);
  }

  /// Collects the components of a [CompetenceProfile]; all but the id are optional. Not thread-safe.
  public static final class Builder {
    private final String id;
    private @Nullable Language language;
    private List<HeldOccupation> occupations = List.of();
    private List<Competence> competences = List.of();
    private List<Education> education = List.of();
    private List<Certificate> certificates = List.of();
    private List<LanguageSkill> languages = List.of();
    private Set<DrivingLicence> drivingLicences = Set.of();
    private Map<DrivingLicence, List<Evidence>> licenceEvidence = Map.of();
    private @Nullable Place place;
    private Wishes wishes = Wishes.NONE;

    private Builder(String id) {
      this.id = id;
    }

    public Builder language(@Nullable Language language) {
      this.language = language;
      return this;
    }

    public Builder occupations(List<HeldOccupation> occupations) {
      this.occupations = occupations;
      return this;
    }

    public Builder competences(List<Competence> competences) {
      this.competences = competences;
      return this;
    }

    public Builder education(List<Education> education) {
      this.education = education;
      return this;
    }

    public Builder certificates(List<Certificate> certificates) {
      this.certificates = certificates;
      return this;
    }

    public Builder languages(List<LanguageSkill> languages) {
      this.languages = languages;
      return this;
    }

    public Builder drivingLicences(Set<DrivingLicence> drivingLicences) {
      this.drivingLicences = drivingLicences;
      return this;
    }

    public Builder licenceEvidence(Map<DrivingLicence, List<Evidence>> licenceEvidence) {
      this.licenceEvidence = licenceEvidence;
      return this;
    }

    public Builder place(@Nullable Place place) {
      this.place = place;
      return this;
    }

    public Builder wishes(Wishes wishes) {
      this.wishes = wishes;
      return this;
    }

    public CompetenceProfile build() {
      return new CompetenceProfile(id, language, occupations, competences, education, certificates,
          languages, drivingLicences, licenceEvidence, place, wishes);
    }
  }
}
