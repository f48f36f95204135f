package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.advice.Advice;
import org.metier.advice.LearningAdvisor;
import org.metier.advice.SkillToLearn;
import org.metier.advice.Target;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.potential.MarketDistance;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Fills a [MarketDistance] from what learning advice counts in the vacancies of a home.
final class MarketDistances {
  private static final int SKILLS = 5;

  private MarketDistances() {}

  /// How far a profile is from the vacancies of its line of work.
  ///
  /// @param profile JSON of a profile
  /// @param occupation URI of the occupation that the person wants
  /// @param language of the skills' labels
  /// @return null where too little is known of the profile to say anything
  static @Nullable MarketDistance of(Home home, Path profile, String occupation, Language language)
      throws IOException {
    Taxonomy taxonomy = Taxonomy.of(home);
    CompetenceProfile read = read(profile);
    try (LearningAdvisor advisor = LearningAdvisor.builder(home)
        .taxonomy(taxonomy)
        .skills(SKILLS)
        .build()) {
      return of(advisor.advise(read, Target.occupation(occupation)), taxonomy, language);
    }
  }

  private static CompetenceProfile read(Path profile) throws IOException {
    try {
      return Json.read(Files.readString(profile), CompetenceProfile.class);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(profile + ": " + e.getMessage()
          + "; expected a profile as ./metier profile --json prints it", e);
    }
  }

  /// Vacancies in the person's line of work: in reach are those whose every required skill is there, near are those that
  /// lack one of the skills to learn and nothing else.
  static @Nullable MarketDistance of(Advice advice, Taxonomy taxonomy, Language language) {
    return switch (advice) {
      case Advice.Withheld withheld -> null;
      case Advice.Given given -> {
        List<MarketDistance.MissingSkill> missing = given.toLearn()
            .stream()
            .map(skill -> new MarketDistance.MissingSkill(
                taxonomy.label(taxonomy.find(skill.uri()).orElseThrow(), language),
                skill.askedInLine()))
            .toList();
        int near = given.toLearn().stream().mapToInt(SkillToLearn::opens).sum();
        yield new MarketDistance(given.counts().inLine(), given.counts().met(), near, missing);
      }
    };
  }
}
