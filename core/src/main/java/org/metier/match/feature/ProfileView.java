package org.metier.match.feature;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.IntTable;
import org.metier.match.internal.Meaning;
import org.metier.match.internal.VacancyRow;
import org.metier.match.internal.Vocabulary;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// What comparing needs of a profile, worked out once for any number of vacancies. Immutable.
///
/// @param now the moment of the comparison
/// @param skills by number of a skill in the taxonomy the place of the surest competence in `competences`
/// @param held jobs linked to an occupation, latest first
/// @param wanted numbers of wanted occupations
/// @param isPeriodKnown whether any job has a known length
/// @param education the highest level; null when unknown
/// @param languages by packed code ([VacancyRow#packed]) the ordinal of the best level plus 1, 0 when the
///     language is known at no level that is known
/// @param licences a bit for each driving licence that is covered, by its ordinal
/// @param home null when unknown
/// @param words null when the profile is in none of our languages
/// @param meaning null when the taxonomy has no encoder
record ProfileView(CompetenceProfile profile, Instant now, IntTable skills,
    List<Competence> competences, List<Held> held, List<Integer> wanted, boolean isPeriodKnown,
    @Nullable EducationLevel education, IntTable languages, int licences, @Nullable HomePlace home,
    @Nullable ProfileWords words, @Nullable ProfileMeaning meaning) {

  /// A job and the number of its occupation.
  ///
  /// @param months its length; null when unknown
  /// @param monthsSince its end; null when unknown
  record Held(int occupation, HeldOccupation job, @Nullable Integer months,
      @Nullable Integer monthsSince) {
    static Held of(int occupation, HeldOccupation job, LocalDate today) {
      DateRange period = job.period();
      return new Held(occupation, job, period == null ? null : period.months(today),
          period == null ? null : period.monthsSince(today));
    }
  }

  static ProfileView of(CompetenceProfile profile, Instant now, Taxonomy taxonomy,
      Vocabulary vocabulary, @Nullable Meaning meaning) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Competence> competences = new ArrayList<>();
    IntTable skills = skills(profile, taxonomy, competences);
    List<Held> held = new ArrayList<>();
    for (HeldOccupation job : profile.occupations()) {
      find(taxonomy, job.uri())
          .ifPresent(occupation -> held.add(Held.of(occupation, job, today)));
    }
    List<Integer> wanted = new ArrayList<>();
    profile.wishes()
        .occupations()
        .forEach(uri -> find(taxonomy, uri).ifPresent(wanted::add));
    boolean isPeriodKnown = profile.occupations()
        .stream()
        .map(HeldOccupation::period)
        .anyMatch(period -> period != null && period.months(today) != null);
    Language language = profile.language();
    return new ProfileView(profile, now, skills, competences, held, wanted, isPeriodKnown,
        highest(profile), languages(profile), licences(profile), HomePlace.of(profile.place()),
        language == null
            ? null
            : ProfileWords.of(profile, language, vocabulary),
        ProfileMeaning.of(profile, competences, now, taxonomy, meaning));
  }

  /// What the taxonomy does not know is left out.
  private static IntTable skills(CompetenceProfile profile, Taxonomy taxonomy,
      List<Competence> competences) {
    IntTable skills = new IntTable(profile.competences().size());
    for (Competence competence : profile.competences()) {
      OptionalInt skill = taxonomy.find(competence.uri());
      if (skill.isPresent() && taxonomy.kind(skill.getAsInt()) == ConceptKind.SKILL) {
        int known = skills.of(skill.getAsInt());
        if (known == IntTable.ABSENT) {
          skills.put(skill.getAsInt(), competences.size());
          competences.add(competence);
        } else if (competence.origin().compareTo(competences.get(known).origin()) < 0) {
          competences.set(known, competence);
        }
      }
    }
    return skills;
  }

  private static OptionalInt find(Taxonomy taxonomy, @Nullable String uri) {
    return uri == null ? OptionalInt.empty() : taxonomy.find(uri);
  }

  private static @Nullable EducationLevel highest(CompetenceProfile profile) {
    return profile.education()
        .stream()
        .map(Education::level)
        .filter(level -> level != null)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static IntTable languages(CompetenceProfile profile) {
    IntTable languages = new IntTable(profile.languages().size());
    for (LanguageSkill skill : profile.languages()) {
      CefrLevel level = skill.overall();
      int code = VacancyRow.packed(skill.language());
      languages.put(code, Math.max(languages.of(code), level == null ? 0 : 1 + level.ordinal()));
    }
    return languages;
  }

  private static int licences(CompetenceProfile profile) {
    Set<DrivingLicence> covered = EnumSet.noneOf(DrivingLicence.class);
    profile.drivingLicences().forEach(licence -> LicenceFit.cover(licence, covered));
    int licences = 0;
    for (DrivingLicence licence : covered) {
      licences |= 1 << licence.ordinal();
    }
    return licences;
  }

  boolean isStated(int competence) {
    return competences.get(competence).origin() != Competence.Origin.IMPLIED;
  }

  /// Numbers of the words of one job title.
  static Set<Integer> title(Vocabulary vocabulary, Language language, String title) {
    Set<Integer> words = new LinkedHashSet<>();
    vocabulary.collect(language, title, words);
    return words;
  }
}
