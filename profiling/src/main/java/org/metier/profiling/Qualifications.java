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
import org.metier.profiling.document.SectionKind;
import org.metier.profiling.document.StatedCertificate;
import org.metier.profiling.document.StatedEducation;
import org.metier.profiling.document.StatedLanguage;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.qualification.QualificationFinder;
import org.metier.qualification.QualificationFinder.FoundLanguage;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;

/// Education, languages and licences of a document. Thread-safe.
final class Qualifications {
  private static final int MAX_TITLE = 120;

  private final QualificationFinder finder;

  Qualifications(QualificationFinder finder) {
    this.finder = finder;
  }

  List<Education> education(CvDocument document, Language language, Quotes quotes) {
    List<Education> education = new ArrayList<>();
    for (StatedEducation stated : document.education()) {
      String title = plain(stated.title(), document);
      EducationLevel level = stated.level() == null ? level(title, language) : stated.level();
      if (!title.isEmpty()) {
        education.add(new Education(title, level, stated.eqf(), stated.field(), stated.period(),
            List.of(quotes.of(stated.title()))));
      }
    }
    return education;
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

  /// Languages of fields first, then those that the text of sections about languages and skills names.
  List<LanguageSkill> languages(CvDocument document, Language language, Quotes quotes) {
    Map<String, LanguageSkill> skills = new LinkedHashMap<>();
    for (StatedLanguage stated : document.languages()) {
      add(skills, new LanguageSkill(stated.code(), stated.level(), stated.dimensions(),
          List.of(quotes.of(stated.span()))));
    }
    for (Section section : document.sections()) {
      if (section.kind() == SectionKind.LANGUAGES || section.kind() == SectionKind.SKILLS) {
        for (FoundLanguage found : finder.languages(section.span().of(document.text()), language)) {
          Span span = shifted(found.span(), section.span().start());
          boolean isPlain = section.kind() == SectionKind.LANGUAGES || found.level() != null;
          if (isPlain && isNew(found, span, document, skills)) {
            add(skills, LanguageSkill.of(found.language(), found.level(),
                List.of(quotes.of(span))));
          }
        }
      }
    }
    return List.copyOf(skills.values());
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

  private static String plain(Span span, CvDocument document) {
    String words = span.of(document.text()).strip().replaceAll("\\s+", " ");
    return words.length() > MAX_TITLE ? words.substring(0, MAX_TITLE) : words;
  }

  private static Span shifted(Span span, int by) {
    return new Span(span.start() + by, span.end() + by);
  }
}
