package org.metier.coding;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.qualification.QualificationFinder;
import org.metier.text.Language;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Importance;

/// Finds languages, licences and education in a description, where the source has no fields for them.
final class RequirementFinder {
  private final QualificationFinder finder = QualificationFinder.create();

  /// @param stated what the source says; its own requirements stay as they are
  /// @param cues of its description
  void complete(Vacancy.Builder vacancy, Vacancy stated, Language language, Cues cues) {
    QualificationFinder.Reading reading = finder.read(stated.description(), language);
    if (stated.languages().isEmpty()) {
      Map<String, LanguageDemand> demands = new TreeMap<>();
      for (var found : reading.languages()) {
        LanguageDemand demand = new LanguageDemand(found.language(), found.level(),
            cues.importance(found.span()));
        demands.merge(found.language(), demand, RequirementFinder::stronger);
      }
      vacancy.languages(java.util.List.copyOf(demands.values()));
    }
    if (stated.drivingLicences().isEmpty()) {
      Set<DrivingLicence> licences = EnumSet.noneOf(DrivingLicence.class);
      for (var found : reading.licences()) {
        if (cues.importance(found.span()) != Importance.DESIRED) {
          licences.add(found.licence());
        }
      }
      vacancy.drivingLicences(licences);
    }
    if (stated.education() == null) {
      vacancy.education(education(reading, cues));
    }
  }

  private @Nullable EducationLevel education(QualificationFinder.Reading reading,
      Cues cues) {
    EducationLevel lowest = null;
    for (var found : reading.education()) {
      boolean isAsked = cues.importance(found.span()) != Importance.DESIRED;
      if (isAsked && (lowest == null || found.level().compareTo(lowest) < 0)) {
        lowest = found.level();
      }
    }
    return lowest;
  }

  private static LanguageDemand stronger(LanguageDemand a, LanguageDemand b) {
    if (a.level() == null || b.level() == null) {
      return a.level() == null ? b : a;
    }
    return a.importance().compareTo(b.importance()) <= 0 ? a : b;
  }
}
