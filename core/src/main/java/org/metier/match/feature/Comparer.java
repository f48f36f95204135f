package org.metier.match.feature;

import java.util.ArrayList;
import java.util.List;
import org.metier.match.internal.VacancyRow;
import org.metier.match.internal.Vocabulary;
import org.metier.match.reason.Reason;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.Vacancy;

/// Compares one profile with vacancies, one after the other, in memory that is used again for each. Not
/// thread-safe.
public final class Comparer {
  private static final Feature[] FEATURES = Feature.values();
  private static final Feature.Group[] GROUPS = Feature.Group.values();

  private final ProfileView profile;
  private final Taxonomy taxonomy;
  private final Vocabulary vocabulary;
  private final Nearness nearness;
  private final Demands demands;
  private final CommonWords common = new CommonWords();

  Comparer(ProfileView profile, Taxonomy taxonomy, Vocabulary vocabulary,
      OccupationSkills occupationSkills) {
    this.profile = profile;
    this.taxonomy = taxonomy;
    this.vocabulary = vocabulary;
    nearness = new Nearness(profile, taxonomy);
    demands = new Demands(taxonomy, occupationSkills);
  }

  Comparison compare(VacancyRow vacancy) {
    demands.read(vacancy);
    Nearness.Fit fit = nearness.of(vacancy);
    return new Comparison(SkillFit.of(demands.essential(), profile, demands.usualWeight()),
        SkillFit.of(demands.optional(), profile, demands.usualWeight()), demands.isStated(),
        !profile.skills().isEmpty(), OccupationFit.of(vacancy, fit),
        WordFit.of(profile.words(), vacancy, common),
        MeaningFit.of(profile.meaning(), vacancy),
        ExperienceFit.of(profile, vacancy, fit), profile.education(), vacancy.education(),
        LanguageFit.of(profile, vacancy), LicenceFit.of(profile, vacancy),
        DistanceFit.of(profile, vacancy), TermsFit.of(profile, vacancy),
        Comparison.ageDays(vacancy.postedAt(), profile.now()));
  }

  /// @param features to be filled from `from` on, one per [Feature], NaN where unknown
  public void features(VacancyRow vacancy, double[] features, int from) {
    Comparison comparison = compare(vacancy);
    for (int f = 0; f < FEATURES.length; f++) {
      features[from + f] = FEATURES[f].of(comparison);
    }
  }

  /// What the features were read from, with the words of both sides: a reason for each [Feature.Group], in their
  /// order.
  ///
  /// @param row of the vacancy
  /// @param contributions of the groups, by ordinal
  public List<Reason> reasons(VacancyRow row, Vacancy vacancy, double[] contributions) {
    PairFacts facts = new PairFacts(compare(row), profile, demands, common, row, vacancy,
        taxonomy, vocabulary);
    List<Reason> reasons = new ArrayList<>();
    for (Feature.Group group : GROUPS) {
      reasons.add(facts.reason(group, contributions[group.ordinal()]));
    }
    return reasons;
  }
}
