package org.metier.advice;

import java.util.List;

/// What a [LearningAdvisor] says to a profile and a target.
public sealed interface Advice {
  /// Whose advice this is.
  String profileId();

  /// What the person should be asked, the most pressing first.
  List<Question> questions();

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
  }
}
