package org.metier.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Evidence;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Why a match scored as it did. Closed, so that every renderer is a `switch` without a default and a
/// new reason fails to compile until each renderer words it.
///
/// Each reason stands for one group of [Feature]s, and says what is known on both sides.
public sealed interface Reason {
  /// This reason's share of the score. The shares of one match and its base sum to the score.
  double contribution();

  /// A skill on both sides.
  ///
  /// @param uri of the skill in the taxonomy
  /// @param ofPerson where the profile shows it; empty when implied by an occupation held
  /// @param ofVacancy where the vacancy asks for it; null when its occupation implies it
  record SharedSkill(String uri, List<Evidence> ofPerson, @Nullable Evidence ofVacancy) {
    public SharedSkill {
      ofPerson = List.copyOf(ofPerson);
    }
  }

  /// Skills the vacancy cannot do without.
  ///
  /// @param missing URIs of those that the profile does not show
  record EssentialSkills(List<SharedSkill> shared, List<String> missing,
      double contribution) implements Reason {
    public EssentialSkills {
      shared = List.copyOf(shared);
      missing = List.copyOf(missing);
    }
  }

  /// Skills that help.
  record OptionalSkills(List<SharedSkill> shared, List<String> missing,
      double contribution) implements Reason {
    public OptionalSkills {
      shared = List.copyOf(shared);
      missing = List.copyOf(missing);
    }
  }

  /// How near the vacancy's occupation is to one that the person held or wants.
  ///
  /// @param ofPerson URI of the nearest occupation of the profile; null when none is known
  /// @param ofVacancy URI of the vacancy's occupation; null when it is not coded
  /// @param isWanted whether the person named it as a wish
  record Occupation(@Nullable String ofPerson, @Nullable String ofVacancy, boolean isWanted,
      @Nullable Evidence personEvidence, double contribution) implements Reason {}

  /// Words that profile and vacancy have in common.
  record CommonWords(List<String> words, double contribution) implements Reason {
    public CommonWords {
      words = List.copyOf(words);
    }
  }

  /// Months of work in the vacancy's or a near occupation, and how long ago.
  ///
  /// @param months null when no period is known
  /// @param monthsSince months since the last such job; null when unknown
  /// @param askedMonths null when the vacancy does not say
  record Experience(@Nullable Integer months, @Nullable Integer monthsSince,
      @Nullable Integer askedMonths,
      double contribution) implements Reason {}

  /// Level of education, had and asked.
  record EducationLevels(@Nullable EducationLevel had, @Nullable EducationLevel asked,
      double contribution)
      implements
        Reason {}

  /// One language that the vacancy asks for.
  ///
  /// @param had null when the profile does not show the language or its level
  record LanguageMatch(String language, boolean isKnown, @Nullable CefrLevel had,
      @Nullable CefrLevel asked) {}

  /// Languages asked for; empty when the vacancy asks for none.
  record Languages(List<LanguageMatch> languages, double contribution) implements Reason {
    public Languages {
      languages = List.copyOf(languages);
    }
  }

  /// Driving licences asked for.
  ///
  /// @param had those of `asked` that the profile covers
  record Licences(List<DrivingLicence> asked, List<DrivingLicence> had,
      double contribution) implements Reason {
    public Licences {
      asked = List.copyOf(asked);
      had = List.copyOf(had);
    }
  }

  /// How far the person lives from the nearest workplace, and how much can be done from elsewhere.
  ///
  /// @param distanceKm great-circle distance in kilometres; null when one side is unknown
  /// @param workplace the nearest one; null when none is known
  /// @param maxDistanceKm how far the person would go; null when not said
  /// @param remote null when the vacancy does not say
  /// @param isRemoteWanted whether that suits the person; null when one side does not say
  record Distance(@Nullable Double distanceKm, @Nullable Place workplace,
      @Nullable Double maxDistanceKm, @Nullable RemoteWork remote,
      @Nullable Boolean isRemoteWanted, double contribution) implements Reason {}

  /// Contract, hours and salary against the person's wishes.
  record Terms(@Nullable Contract contract, @Nullable Boolean isContractWanted,
      @Nullable WeeklyHours hours,
      @Nullable Boolean areHoursWanted, @Nullable Salary salary, @Nullable Boolean isSalaryEnough,
      double contribution) implements Reason {}

  /// How long ago the vacancy was posted.
  ///
  /// @param ageDays null when unknown
  record Freshness(@Nullable Integer ageDays, double contribution) implements Reason {}
}
