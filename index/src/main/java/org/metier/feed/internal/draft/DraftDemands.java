package org.metier.feed.internal.draft;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.feed.SkillText;
import org.metier.feed.StatedCode;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Importance;

/// The occupation of one record and what it asks of a person. Not thread-safe.
final class DraftDemands {
  private static final int MAX_TITLE = 300;
  private static final int MAX_SKILL = 500;

  private final Map<String, LanguageDemand> languages = new TreeMap<>();
  private @Nullable EducationLevel education;
  private final Set<DrivingLicence> licences = EnumSet.noneOf(DrivingLicence.class);
  private final Set<SkillText> skills = new LinkedHashSet<>();
  private final Set<StatedCode> occupationCodes = new LinkedHashSet<>();
  private final Set<String> occupationTitles = new LinkedHashSet<>();

  void education(@Nullable EducationLevel level) {
    if (level != null && (education == null || level.compareTo(education) < 0)) {
      education = level;
    }
  }

  void licence(@Nullable DrivingLicence licence) {
    if (licence != null) {
      licences.add(licence);
    }
  }

  void language(@Nullable String code, @Nullable CefrLevel level, Importance importance) {
    if (code != null && code.matches("[a-z]{2}")) {
      languages.putIfAbsent(code, new LanguageDemand(code, level, importance));
    }
  }

  void skill(String field, @Nullable String received, Importance importance) {
    String text = PlainText.field(received, MAX_SKILL);
    if (text != null) {
      skills.add(new SkillText(field, text, importance));
    }
  }

  void occupationCode(String scheme, @Nullable String version, @Nullable String code) {
    if (code != null && !code.isBlank() && code.length() <= 300) {
      occupationCodes.add(new StatedCode(scheme, version, code.strip()));
    }
  }

  void occupationTitle(@Nullable String received) {
    String text = PlainText.field(received, MAX_TITLE);
    if (text != null) {
      occupationTitles.add(text);
    }
  }

  List<SkillText> skills() {
    return List.copyOf(skills);
  }

  List<StatedCode> occupationCodes() {
    return List.copyOf(occupationCodes);
  }

  List<String> occupationTitles() {
    return List.copyOf(occupationTitles);
  }

  /// Gives the vacancy what is asked in so many words; skills and occupations are coded later.
  void fill(Vacancy.Builder vacancy) {
    vacancy.languages(List.copyOf(languages.values()))
        .education(education)
        .drivingLicences(licences);
  }
}
