package org.metier.qualification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;
import org.metier.text.Span;

/// Finds languages with their level, driving licences and levels of education in running text, in all
/// of Metier's languages. One vocabulary for vacancies and CVs. Thread-safe.
public final class QualificationFinder {
  private QualificationFinder() {}

  public static QualificationFinder create() {
    return new QualificationFinder();
  }

  /// A language named in a text.
  ///
  /// @param language ISO 639-1 code in lower case
  /// @param level null when none stands beside it
  public record FoundLanguage(String language, @Nullable CefrLevel level, Span span) {}

  /// A licence named in a text.
  public record FoundLicence(DrivingLicence licence, Span span) {}

  /// A level of education named in a text.
  public record FoundEducation(EducationLevel level, Span span) {}

  /// @param language that the text is written in
  public List<FoundLanguage> languages(String text, Language language) {
    return List.of();
  }

  public List<FoundLicence> licences(String text, Language language) {
    return List.of();
  }

  public List<FoundEducation> education(String text, Language language) {
    return List.of();
  }
}
