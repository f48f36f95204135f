package org.metier.profiling.document;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.profile.Wishes;
import org.metier.profiling.privacy.PersonalSpan;
import org.metier.qualification.DrivingLicence;
import org.metier.text.Language;
import org.metier.text.Span;

/// A CV in one form. Its text holds no name, address, birth date, nationality or contact any more:
/// whoever makes a document has blanked them.
///
/// @param text what the spans of all parts point into
/// @param sections in order, not overlapping
/// @param jobs in the order of the document
/// @param licences those of fields of their own, each with where it is named
/// @param dates periods of jobs, whose words ("current") are no skills
/// @param wanted titles of work that the person asks for
/// @param concepts what the file names by codes of a taxonomy, beside or instead of words
/// @param terms hours, pay, place and time of work that the person asks for; its occupations are empty, for
///     `wanted` has their titles
/// @param place where the person lives: town and country, never the street
/// @param language that the file declares; null when it does not, or names none of ours
/// @param warnings what could not be read, for the adviser; without words of the CV
/// @param isStructured whether its parts come from fields of their own, so that a title is all of its field
/// @param personal where the text is blank because it told who the person is, in order
public record CvDocument(String text, List<Section> sections, List<StatedJob> jobs,
    List<StatedEducation> education, List<StatedCertificate> certificates,
    List<StatedLanguage> languages, Map<DrivingLicence, Span> licences, List<Span> dates,
    List<Span> wanted, List<StatedConcept> concepts, Wishes terms, @Nullable Place place,
    @Nullable Language language, List<String> warnings, boolean isStructured,
    List<PersonalSpan> personal) {
  public CvDocument {
    sections = List.copyOf(sections);
    jobs = List.copyOf(jobs);
    education = List.copyOf(education);
    certificates = List.copyOf(certificates);
    languages = List.copyOf(languages);
    licences = Collections.unmodifiableMap(new TreeMap<>(licences));
    dates = List.copyOf(dates);
    wanted = List.copyOf(wanted);
    concepts = List.copyOf(concepts);
    warnings = List.copyOf(warnings);
    personal = List.copyOf(personal);
    if (!terms.occupations().isEmpty()) {
      throw new IllegalArgumentException("the terms of a document must name no occupations, had "
          + terms.occupations().size());
    }
  }

  /// @param text of the document, with blanks for what is personal
  public static Builder builder(String text) {
    return new Builder(text);
  }

  /// Collects the parts of a [CvDocument]; all but the text are optional. Not thread-safe.
  public static final class Builder {
    private final String text;
    private List<Section> sections = List.of();
    private List<StatedJob> jobs = List.of();
    private List<StatedEducation> education = List.of();
    private List<StatedCertificate> certificates = List.of();
    private List<StatedLanguage> languages = List.of();
    private Map<DrivingLicence, Span> licences = Map.of();
    private List<Span> dates = List.of();
    private List<Span> wanted = List.of();
    private List<StatedConcept> concepts = List.of();
    private Wishes terms = Wishes.NONE;
    private @Nullable Place place;
    private @Nullable Language language;
    private List<String> warnings = List.of();
    private boolean isStructured;
    private List<PersonalSpan> personal = List.of();

    private Builder(String text) {
      this.text = text;
    }

    public Builder sections(List<Section> sections) {
      this.sections = sections;
      return this;
    }

    public Builder jobs(List<StatedJob> jobs) {
      this.jobs = jobs;
      return this;
    }

    public Builder education(List<StatedEducation> education) {
      this.education = education;
      return this;
    }

    public Builder certificates(List<StatedCertificate> certificates) {
      this.certificates = certificates;
      return this;
    }

    public Builder languages(List<StatedLanguage> languages) {
      this.languages = languages;
      return this;
    }

    public Builder licences(Map<DrivingLicence, Span> licences) {
      this.licences = licences;
      return this;
    }

    public Builder dates(List<Span> dates) {
      this.dates = dates;
      return this;
    }

    public Builder wanted(List<Span> wanted) {
      this.wanted = wanted;
      return this;
    }

    public Builder concepts(List<StatedConcept> concepts) {
      this.concepts = concepts;
      return this;
    }

    public Builder terms(Wishes terms) {
      this.terms = terms;
      return this;
    }

    public Builder place(@Nullable Place place) {
      this.place = place;
      return this;
    }

    public Builder language(@Nullable Language language) {
      this.language = language;
      return this;
    }

    public Builder warnings(List<String> warnings) {
      this.warnings = warnings;
      return this;
    }

    public Builder structured() {
      this.isStructured = true;
      return this;
    }

    public Builder personal(List<PersonalSpan> personal) {
      this.personal = personal;
      return this;
    }

    public CvDocument build() {
      return new CvDocument(text, sections, jobs, education, certificates, languages, licences,
          dates, wanted, concepts, terms, place, language, warnings, isStructured, personal);
    }
  }
}
