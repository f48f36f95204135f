package org.metier.profiling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Certificate;
import org.metier.profile.Education;
import org.metier.profile.LanguageSkill;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.Section;
import org.metier.profiling.document.StatedCertificate;
import org.metier.profiling.document.StatedEducation;
import org.metier.profiling.document.StatedLanguage;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationField;
import org.metier.qualification.EducationLevel;
import org.metier.qualification.LanguageDimension;
import org.metier.qualification.QualificationFinder;
import org.metier.qualification.QualificationFinder.FoundLanguage;
import org.metier.section.SectionKind;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;

/// Education, languages and licences of a document. Thread-safe.
final class Qualifications {
  private static final int MAX_TITLE = 120;

  private final QualificationFinder finder;
  private final EducationFields fields = EducationFields.load();

  Qualifications(QualificationFinder finder) {
    this.finder = finder;
  }

  List<Education> education(CvDocument document, Language language, Quotes quotes) {
    List<Education> education = new ArrayList<>();
    for (StatedEducation stated : document.education()) {
      String title = plain(stated.title(), document);
      EducationLevel level = stated.level() == null
          ? levelOfCourse(title, language)
          : stated.level();
      if (!title.isEmpty()) {
        String line = line(document.text(), stated.title());
        EducationField field = stated.field() == null ? fields.of(title, line) : stated.field();
        education.add(new Education(title, level,
            stated.eqf() == null ? EqfLevels.of(line) : stated.eqf(), field, stated.period(),
            List.of(quotes.of(stated.title()))));
      }
    }
    return education;
  }

  /// The level of a course: among courses "BA" or "licence" needs no other word to say that it is one.
  @Nullable
  EducationLevel levelOfCourse(String words, Language language) {
    EducationLevel level = level(words, language);
    return level == null ? level(cue(language) + " " + words, language) : level;
  }

  /// A word about schooling that names no level itself.
  private static String cue(Language language) {
    return switch (language) {
      case EN -> "degree";
      case FR -> "diplôme";
      case NL -> "diploma";
      case PL -> "wykształcenie";
      case DE -> "abschluss";
    };
  }

  /// The highest level that words name; null when none.
  @Nullable
  EducationLevel level(String words, Language language) {
    EducationLevel highest = null;
    for (QualificationFinder.FoundEducation found : finder.education(words, language)) {
      if (highest == null || found.level().compareTo(highest) > 0) {
        highest = found.level();
      }
    }
    return highest;
  }

  /// Whether words name a driving licence.
  boolean isLicence(String words, Language language) {
    return !finder.licences(words, language).isEmpty();
  }

  /// Languages of fields first, then those that the text of sections about languages and skills names.
  List<LanguageSkill> languages(CvDocument document, Language language, Quotes quotes) {
    Map<String, LanguageSkill> skills = new LinkedHashMap<>();
    for (StatedLanguage stated : document.languages()) {
      add(skills, new LanguageSkill(stated.code(), stated.level(), stated.dimensions(),
          List.of(quotes.of(stated.span()))));
    }
    for (Section section : document.sections()) {
      if (section.kind() == SectionKind.LANGUAGES || section.kind() == SectionKind.SKILLS) {
        addLanguages(skills, section, document, language, quotes);
      }
    }
    return List.copyOf(skills.values());
  }

  private void addLanguages(Map<String, LanguageSkill> skills, Section section,
      CvDocument document, Language language, Quotes quotes) {
    String text = section.span().of(document.text());
    List<FoundLanguage> found = finder.languages(text, language);
    for (int i = 0; i < found.size(); i++) {
      FoundLanguage one = found.get(i);
      int next = i + 1 < found.size() ? found.get(i + 1).span().start() : text.length();
      Map<LanguageDimension, CefrLevel> dimensions = next < one.span().end()
          ? Map.of()
          : LanguageDimensions.of(text.substring(one.span().end(), next));
      Span span = shifted(one.span(), section.span().start());
      boolean isPlain = section.kind() == SectionKind.LANGUAGES || one.level() != null;
      if (isPlain && isNew(one, span, document, skills)) {
        List<Evidence> evidence = List.of(quotes.of(span));
        add(skills, dimensions.isEmpty()
            ? LanguageSkill.of(one.language(), one.level(), evidence)
            : new LanguageSkill(one.language(), null, dimensions, evidence));
      }
    }
  }

  /// Whether words about a language say more than fields do. The words of a field can give its language a
  /// level, and speak of no other: "Ancient Greek" is not Greek.
  private static boolean isNew(FoundLanguage found, Span span, CvDocument document,
      Map<String, LanguageSkill> skills) {
    return document.languages()
        .stream()
        .filter(field -> field.span().overlaps(span))
        .findFirst()
        .map(field -> field.code().equals(found.language()))
        .orElse(!skills.containsKey(found.language()));
  }

  private static void add(Map<String, LanguageSkill> skills, LanguageSkill skill) {
    LanguageSkill known = skills.get(skill.language());
    if (known == null || (known.overall() == null && skill.overall() != null)) {
      skills.put(skill.language(), skill);
    }
  }

  /// Licences of fields and of the text, each with where it is named.
  Map<DrivingLicence, List<Evidence>> licences(CvDocument document, Language language,
      Quotes quotes) {
    Map<DrivingLicence, List<Evidence>> licences = new EnumMap<>(DrivingLicence.class);
    document.licences()
        .forEach((licence, span) -> licences.put(licence, List.of(quotes.of(span))));
    finder.licences(document.text(), language)
        .forEach(
            found -> licences.putIfAbsent(found.licence(), List.of(quotes.of(found.span()))));
    return licences;
  }

  List<Certificate> certificates(CvDocument document, Quotes quotes) {
    List<Certificate> certificates = new ArrayList<>();
    for (StatedCertificate stated : document.certificates()) {
      Span issuer = stated.issuer();
      certificates.add(new Certificate(plain(stated.title(), document),
          issuer == null ? null : plain(issuer, document), stated.period(),
          List.of(quotes.of(stated.title()))));
    }
    return certificates;
  }

  /// The line that a span begins on.
  private static String line(String text, Span span) {
    int from = text.lastIndexOf('\n', span.start()) + 1;
    int to = text.indexOf('\n', span.end());
    return text.substring(Math.min(from, span.start()), to < 0 ? text.length() : to);
  }

  private static String plain(Span span, CvDocument document) {
    String words = span.of(document.text()).strip().replaceAll("\\s+", " ");
    return words.length() > MAX_TITLE ? words.substring(0, MAX_TITLE) : words;
  }

  private static Span shifted(Span span, int by) {
    return new Span(span.start() + by, span.end() + by);
  }
}
