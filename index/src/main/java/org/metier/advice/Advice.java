package org.metier.advice;

import java.util.List;
import java.util.Optional;
import org.metier.potential.MarketDistance;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// What a [LearningAdvisor] says to a profile and a target.
public sealed interface Advice {
  /// Whose advice this is.
  String profileId();

  /// What the person should be asked, the most pressing first.
  List<Question> questions();

  /// How far the profile is from the vacancies of its line of work, for a diagnosis of job potential: in reach are those
  /// whose every required skill is there, near are those that lack one of the skills to learn and nothing else.
  ///
  /// @param taxonomy that the advice was given in
  /// @param language of the missing skills' labels
  /// @return empty where too little is known of the profile to say anything
  Optional<MarketDistance> marketDistance(Taxonomy taxonomy, Language language);

  /// None: too little is known to say anything that holds.
  ///
  /// @param knownSkills how many skills of the profile the taxonomy knows, confirmed, stated or implied
  record Withheld(String profileId, int knownSkills, List<Question> questions) implements Advice {
    public Withheld {
      questions = List.copyOf(questions);
      if (questions.isEmpty()) {
        throw new IllegalArgumentException("advice that is withheld must say what to ask for");
      }
    }

    @Override
    public Optional<MarketDistance> marketDistance(Taxonomy taxonomy, Language language) {
      return Optional.empty();
    }
  }

  /// What is there, what is missing, what to learn and where else to look.
  ///
  /// @param reach whose vacancies were counted
  /// @param toLearn what is usual in the line of work first, then what opens most vacancies
  /// @param near closest first
  /// @param questions whose answers would make the advice better; may be empty
  record Given(String profileId, Target target, Reach reach, Gap gap, Counts counts,
      List<SkillToLearn> toLearn, List<NearOccupation> near,
      List<Question> questions) implements Advice {
    public Given {
      toLearn = List.copyOf(toLearn);
      near = List.copyOf(near);
      questions = List.copyOf(questions);
    }

    @Override
    public Optional<MarketDistance> marketDistance(Taxonomy taxonomy, Language language) {
      List<MarketDistance.MissingSkill> missing = toLearn.stream()
          .map(skill -> new MarketDistance.MissingSkill(
              taxonomy.label(taxonomy.find(skill.uri()).orElseThrow(), language),
              skill.askedInLine()))
          .toList();
      int opened = toLearn.stream().mapToInt(SkillToLearn::opens).sum();
      return Optional.of(new MarketDistance(counts.inLine(), counts.met(), opened, missing));
    }
  }
}
