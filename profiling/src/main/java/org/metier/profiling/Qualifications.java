package org.metier.profiling;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Education;
import org.metier.profile.LanguageSkill;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.Section;
import org.metier.profiling.document.SectionKind;
import org.metier.profiling.document.StatedEducation;
import org.metier.profiling.document.StatedLanguage;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.qualification.QualificationFinder;
import org.metier.qualification.QualificationFinder.FoundLanguage;
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
      String title = stated.title().of(document.text()).strip().replaceAll("\\s+", " ");
      EducationLevel level = stated.level() == null ? level(title, language) : stated.level();
      if (!title.isEmpty()) {
        education.add(new Education(title.length() > MAX_TITLE
            ? title.substring(0, MAX_TITLE)
            : title, level, stated.period(), quotes.of(stated.title())));
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
      add(skills, stated.code(), stated.level(), stated.span(), quotes);
    }
    for (Section section : document.sections()) {
      if (section.kind() == SectionKind.LANGUAGES || section.kind() == SectionKind.SKILLS) {
        for (FoundLanguage found : finder.languages(section.span().of(document.text()), language)) {
          Span span = shifted(found.span(), section.span().start());
          boolean isPlain = section.kind() == SectionKind.LANGUAGES || found.level() != null;
          if (isPlain && !skills.containsKey(found.language())) {
            add(skills, found.language(), found.level(), span, quotes);
          }
        }
      }
    }
    return List.copyOf(skills.values());
  }

  private static void add(Map<String, LanguageSkill> skills, String code, @Nullable CefrLevel level,
      Span span, Quotes quotes) {
    LanguageSkill known = skills.get(code);
    if (known == null || (known.level() == null && level != null)) {
      skills.put(code, new LanguageSkill(code, level, quotes.of(span)));
    }
  }

  Set<DrivingLicence> licences(CvDocument document, Language language) {
    Set<DrivingLicence> licences = EnumSet.noneOf(DrivingLicence.class);
    licences.addAll(document.licences());
    finder.licences(document.text(), language).forEach(found -> licences.add(found.licence()));
    return licences;
  }

  private static Span shifted(Span span, int by) {
    return new Span(span.start() + by, span.end() + by);
  }
}
