package org.metier.profiling.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.profile.DateRange;
import org.metier.profile.Wishes;
import org.metier.profiling.privacy.PersonParts;
import org.metier.profiling.privacy.PersonalData;
import org.metier.profiling.privacy.PersonalSpan;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationField;
import org.metier.qualification.EducationLevel;
import org.metier.qualification.LanguageDimension;
import org.metier.section.SectionKind;
import org.metier.text.Language;
import org.metier.text.Span;

/// Writes the fields of a structured CV as a document, blanking what is personal on the way. Not
/// thread-safe.
public final class CvWriter {
  /// Holds nothing but word lists.
  private static final PersonalData FINDER = PersonalData.create();

  private final List<String> names;
  private final List<PersonalSpan> personal = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Section> sections = new ArrayList<>();
  private final List<StatedJob> jobs = new ArrayList<>();
  private final List<StatedEducation> education = new ArrayList<>();
  private final List<StatedLanguage> languages = new ArrayList<>();
  private final Map<DrivingLicence, Span> licences = new EnumMap<>(DrivingLicence.class);
  private final List<StatedCertificate> certificates = new ArrayList<>();
  private final List<Span> wanted = new ArrayList<>();
  private final List<StatedConcept> concepts = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Wishes terms = Wishes.NONE;
  private @Nullable Place place;
  private @Nullable Language language;

  /// @param names of the person, which must not come through
  public CvWriter(List<String> names) {
    this.names = List.copyOf(names);
  }

  /// Adds a line or paragraph.
  ///
  /// @return where it stands; null when nothing but blanks is left of it
  public @Nullable Span line(SectionKind kind, String words) {
    String stripped = words.strip();
    List<PersonalSpan> found = FINDER.find(stripped, parts(kind, stripped));
    String plain = PersonalSpan.blank(stripped, found);
    if (plain.isBlank()) {
      return null;
    }
    int start = text.length();
    text.append(plain).append('\n');
    found.forEach(span -> personal.add(span.shifted(start)));
    extend(kind, new Span(start, text.length()));
    int skipped = plain.indexOf(plain.strip());
    return new Span(start + skipped, start + skipped + plain.strip().length());
  }

  private PersonParts parts(SectionKind kind, String words) {
    List<Span> references = kind == SectionKind.REFERENCES && !words.isEmpty()
        ? List.of(new Span(0, words.length()))
        : List.of();
    return new PersonParts(List.of(), references, names, word -> false, place -> false);
  }

  private void extend(SectionKind kind, Span span) {
    int last = sections.size() - 1;
    if (last >= 0 && sections.get(last).kind() == kind) {
      sections.set(last,
          new Section(kind, new Span(sections.get(last).span().start(), span.end())));
    } else {
      sections.add(new Section(kind, span));
    }
  }

  public void job(String title, @Nullable DateRange period) {
    job(title, "", period);
  }

  /// @param uri of the occupation in a taxonomy; blank when the file does not say
  public void job(String title, String uri, @Nullable DateRange period) {
    Span span = line(SectionKind.EXPERIENCE, title);
    if (span != null) {
      jobs.add(StatedJob.of(span, period));
      coded(uri, span);
    }
  }

  private void coded(String uri, Span span) {
    if (!uri.isBlank()) {
      concepts.add(new StatedConcept(uri.strip(), span));
    }
  }

  /// @param name blank when the file has only the code
  /// @param uri of the skill in a taxonomy; blank when the file does not say
  public void skill(String name, String uri) {
    // A line that is never scored as words: a bare code has none.
    Span span = name.isBlank()
        ? line(SectionKind.PERSONAL, uri)
        : line(SectionKind.SKILLS, name);
    if (span != null) {
      coded(uri, span);
    }
  }

  /// The title over the whole CV.
  public void headline(String title) {
    Span span = line(SectionKind.HEADLINE, title);
    if (span != null) {
      jobs.add(StatedJob.of(span, null));
    }
  }

  public void education(String title, @Nullable EducationLevel level, @Nullable Integer eqf,
      @Nullable EducationField field, @Nullable DateRange period) {
    Span span = line(SectionKind.EDUCATION, title);
    if (span != null) {
      education.add(new StatedEducation(span, level, eqf, field, period));
    }
  }

  /// @param issuer blank when not said
  public void certificate(String title, String issuer, @Nullable DateRange period) {
    Span span = line(SectionKind.CERTIFICATES, title);
    if (span != null) {
      certificates.add(
          new StatedCertificate(span, line(SectionKind.CERTIFICATES, issuer), period));
    }
  }

  /// @param code ISO 639-1, or ISO 639-3 where there is none; null when the file gives only a name, which is then read as text
  /// @param level of the language as a whole; null when not said, or when dimensions are
  /// @param dimensions those said, in order
  public void language(@Nullable String code, String name, @Nullable CefrLevel level,
      SortedMap<LanguageDimension, CefrLevel> dimensions) {
    if (name.isBlank()) {
      return;
    }
    // Levels only: words such as "writing" would be taken for skills.
    StringBuilder words = new StringBuilder(name);
    if (level != null) {
      words.append(' ').append(level);
    }
    dimensions.values().forEach(reached -> words.append(' ').append(reached));
    Span span = line(SectionKind.LANGUAGES, words.toString());
    if (span != null && code != null) {
      languages.add(new StatedLanguage(code, level, dimensions, span));
    }
  }

  public void licence(DrivingLicence licence) {
    // Where nothing is scored: categories such as C are also names of skills.
    Span span = line(SectionKind.PERSONAL, "driving licence " + licence);
    if (span != null) {
      licences.putIfAbsent(licence, span);
    }
  }

  /// Hours, pay, place and time of work that the person asks for.
  public void terms(Wishes wishes) {
    terms = wishes;
  }

  public void wanted(String title) {
    wanted(title, "");
  }

  /// @param title blank when the file has only the code
  /// @param uri of the occupation in a taxonomy; blank when the file does not say
  public void wanted(String title, String uri) {
    Span span = line(SectionKind.WISH, title.isBlank() ? uri : title);
    if (span != null) {
      if (!title.isBlank()) {
        wanted.add(span);
      }
      coded(uri, span);
    }
  }

  public void place(@Nullable Place home) {
    place = home;
  }

  public void language(@Nullable Language declared) {
    language = declared;
  }

  public void warn(String warning) {
    warnings.add(warning);
  }

  public CvDocument toDocument() {
    return CvDocument.builder(text.toString())
        .sections(sections)
        .jobs(jobs)
        .education(education)
        .certificates(certificates)
        .languages(languages)
        .licences(licences)
        .wanted(wanted)
        .concepts(concepts)
        .terms(terms)
        .place(place)
        .language(language)
        .warnings(warnings)
        .structured()
        .personal(personal)
        .build();
  }
}
