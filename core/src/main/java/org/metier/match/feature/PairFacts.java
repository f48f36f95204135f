package org.metier.match.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.IntTable;
import org.metier.match.internal.RowWriter;
import org.metier.match.internal.VacancyRow;
import org.metier.match.internal.Vocabulary;
import org.metier.match.reason.Reason;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.qualification.EducationLevel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Importance;

/// What the features of a pair were read from, with the words of both sides: what a reader is shown. Valid
/// until the next pair is compared.
///
/// @param row of the vacancy, which the numbers were read from
/// @param vacancy the same, where the evidence is
record PairFacts(Comparison comparison, ProfileView profile, Demands demands, CommonWords common,
    VacancyRow row, Vacancy vacancy, Taxonomy taxonomy, Vocabulary vocabulary) {
  private static final int MAX_COMMON = 10;

  /// The reason that words a group of features.
  Reason reason(Feature.Group group, double contribution) {
    return switch (group) {
      case ESSENTIAL_SKILLS -> new Reason.EssentialSkills(shared(demands.essential()),
          missing(demands.essential()), contribution);
      case OPTIONAL_SKILLS -> new Reason.OptionalSkills(shared(demands.optional()),
          missing(demands.optional()), contribution);
      case HELD_OCCUPATION -> held(contribution);
      case WANTED_OCCUPATION -> wanted(contribution);
      case COMMON_WORDS -> new Reason.CommonWords(commonWords(), contribution);
      case KIND_OF_WORK -> comparison.meaning().reason(contribution);
      case EXPERIENCE -> comparison.experience().reason(contribution);
      case EDUCATION -> new Reason.EducationLevels(comparison.educationHad(),
          comparison.educationAsked(), educationEvidence(), contribution);
      case LANGUAGES -> new Reason.Languages(comparison.languages().languages(),
          languageEvidence(), contribution);
      case LICENCES -> new Reason.Licences(comparison.licences().asked(),
          comparison.licences().had(), comparison.licences().isProfileKnown(), licenceEvidence(),
          contribution);
      case DISTANCE -> comparison.distance().reason(vacancy.workplaces(), contribution);
      case TERMS -> comparison.terms().reason(vacancy, contribution);
      case FRESHNESS -> new Reason.Freshness(comparison.ageDays(), contribution);
    };
  }

  /// Heaviest first.
  private List<Reason.SharedSkill> shared(DemandList list) {
    List<Reason.SharedSkill> shared = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      int competence = profile.skills().of(list.skill(i));
      if (competence != IntTable.ABSENT) {
        String uri = taxonomy.uri(list.skill(i));
        shared.add(new Reason.SharedSkill(uri, profile.competences().get(competence).evidence(),
            list.stated(i) == DemandList.NOWHERE
                ? null
                : evidence(uri, row.importance(list.stated(i)))));
      }
    }
    return shared;
  }

  /// Skills asked for that the profile does not show, heaviest first.
  private List<String> missing(DemandList list) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (list.isAsked(i) && profile.skills().of(list.skill(i)) == IntTable.ABSENT) {
        missing.add(taxonomy.uri(list.skill(i)));
      }
    }
    return missing;
  }

  private Evidence evidence(String uri, Importance importance) {
    for (SkillDemand demand : vacancy.skills()) {
      if (demand.importance() == importance && demand.uri().equals(uri)) {
        return demand.evidence();
      }
    }
    throw new IllegalStateException("the row of " + vacancy.id() + " has the skill " + uri
        + " (" + importance + "), which the vacancy lacks");
  }

  private Reason held(double contribution) {
    OccupationFit.Pair pair = comparison.occupation().held();
    if (pair == null) {
      return new Reason.HeldOccupation(null, ofVacancy(), null, contribution);
    }
    ProfileView.Held held = profile.held().get(pair.ofPerson());
    return new Reason.HeldOccupation(taxonomy.uri(held.occupation()),
        taxonomy.uri(pair.ofVacancy()), first(held.job()), contribution);
  }

  private Reason wanted(double contribution) {
    OccupationFit.Pair pair = comparison.occupation().wanted();
    return pair == null
        ? new Reason.WantedOccupation(null, ofVacancy(), contribution)
        : new Reason.WantedOccupation(taxonomy.uri(profile.wanted().get(pair.ofPerson())),
            taxonomy.uri(pair.ofVacancy()), contribution);
  }

  private @Nullable String ofVacancy() {
    return row.codeCount() == 0 ? null : taxonomy.uri(row.code(0));
  }

  /// Where the highest level was read.
  private List<Evidence> educationEvidence() {
    EducationLevel highest = comparison.educationHad();
    return profile.profile()
        .education()
        .stream()
        .filter(course -> highest != null && course.level() == highest)
        .flatMap(course -> course.evidence().stream())
        .toList();
  }

  private Map<String, Evidence> languageEvidence() {
    Map<String, Evidence> evidence = new TreeMap<>();
    for (LanguageSkill skill : profile.profile().languages()) {
      boolean isAsked = comparison.languages()
          .languages()
          .stream()
          .anyMatch(asked -> asked.language().equals(skill.language()));
      if (isAsked && !skill.evidence().isEmpty()) {
        evidence.putIfAbsent(skill.language(), skill.evidence().getFirst());
      }
    }
    return evidence;
  }

  private List<Evidence> licenceEvidence() {
    return comparison.licences().asked().isEmpty()
        ? List.of()
        : profile.profile().licenceEvidence().values().stream().flatMap(List::stream).toList();
  }

  private static @Nullable Evidence first(HeldOccupation job) {
    return job.evidence().isEmpty() ? null : job.evidence().getFirst();
  }

  /// As the vacancy writes them, the most telling first, at most ten.
  private List<String> commonWords() {
    ProfileWords words = profile.words();
    Language language = vacancy.language();
    if (words == null || language != words.language()) {
      return List.of();
    }
    Map<Integer, String> forms = new LinkedHashMap<>();
    common.mostTelling(words, MAX_COMMON).forEach(word -> forms.put(word, ""));
    if (!forms.isEmpty()) {
      vocabulary.forms(language, vacancy.title(), forms);
      vocabulary.forms(language, RowWriter.counted(vacancy.description()), forms);
    }
    return List.copyOf(forms.values());
  }
}
