package org.metier.qualification;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;
import org.metier.text.Span;

/// Finds languages with their level, driving licences and levels of education in running text, in all
/// of Metier's languages. One vocabulary for vacancies and CVs. Thread-safe.
public final class QualificationFinder {
  private final List<Vocabulary> vocabularies = Arrays.stream(Language.values())
      .map(Vocabulary::of)
      .toList();

  private QualificationFinder() {}

  /// Reads the vocabularies of all languages: make one and share it.
  public static QualificationFinder create() {
    return new QualificationFinder();
  }

  /// What is known about the text that languages are looked for in.
  public enum Context {
    /// Running text: a language counts if a level, a word about knowing it or asking for it, or other
    /// languages stand by it.
    PROSE,
    /// The languages section of a CV or vacancy: every language named counts.
    SECTION
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

  /// The languages that a running text says somebody knows or must know.
  ///
  /// @param language that the text is written in
  public List<FoundLanguage> languages(String text, Language language) {
    return languages(text, language, Context.PROSE);
  }

  /// @param language that the text is written in
  public List<FoundLanguage> languages(String text, Language language, Context context) {
    return new LanguageReader(vocabulary(language), new Words(text, language), context).read();
  }

  /// The driving licences in a text; one without a category is for cars, B. A category counts only
  /// beside a word for the licence.
  ///
  /// @param language that the text is written in
  public List<FoundLicence> licences(String text, Language language) {
    return new LicenceReader(vocabulary(language), new Words(text, language)).read();
  }

  /// The levels of education in a text.
  ///
  /// @param language that the text is written in
  public List<FoundEducation> education(String text, Language language) {
    return new EducationReader(vocabulary(language), new Words(text, language)).read();
  }

  /// A text read once, to look for several things in it.
  ///
  /// @param language that the text is written in
  public Reading read(String text, Language language) {
    return new Reading(vocabulary(language), new Words(text, language));
  }

  /// A running text, cut into words. Not thread-safe.
  public static final class Reading {
    private final Vocabulary vocabulary;
    private final Words words;

    private Reading(Vocabulary vocabulary, Words words) {
      this.vocabulary = vocabulary;
      this.words = words;
    }

    /// As [QualificationFinder#languages(String, Language)].
    public List<FoundLanguage> languages() {
      return new LanguageReader(vocabulary, words, Context.PROSE).read();
    }

    /// As [QualificationFinder#licences].
    public List<FoundLicence> licences() {
      return new LicenceReader(vocabulary, words).read();
    }

    /// As [QualificationFinder#education].
    public List<FoundEducation> education() {
      return new EducationReader(vocabulary, words).read();
    }
  }

  private Vocabulary vocabulary(Language language) {
    return vocabularies.get(language.ordinal());
  }
}
