package org.metier.match.reason;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
/// Each reason but those of policy and of the crowd stands for one group of
/// [org.metier.match.feature.Feature]s, and says what is known on both sides.
public sealed interface Reason {
  /// This reason's share of the score. The shares of one match and its base sum to the score.
  double contribution();

  /// What this reason speaks about.
  default Side side() {
    return switch (this) {
      case EssentialSkills r -> Side.CAN_DO;
      case OptionalSkills r -> Side.CAN_DO;
      case HeldOccupation r -> Side.CAN_DO;
      case WantedOccupation r -> Side.WANTS_TO;
      case CommonWords r -> Side.CAN_DO;
      case KindOfWork r -> Side.CAN_DO;
      case Experience r -> Side.CAN_DO;
      case EducationLevels r -> Side.CAN_DO;
      case Languages r -> Side.CAN_DO;
      case Licences r -> Side.CAN_DO;
      case Distance r -> Side.WANTS_TO;
      case Terms r -> Side.WANTS_TO;
      case Freshness r -> Side.MARKET;
      case Boost r -> Side.MARKET;
      case Crowding r -> Side.MARKET;
      case EmployerCap r -> Side.MARKET;
    };
  }

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

  /// How near the vacancy's occupation is to one that the person held.
  ///
  /// @param ofPerson URI of the nearest occupation held; null when none is known
  /// @param ofVacancy URI of the vacancy's occupation; null when it is not coded
  /// @param personEvidence where the job was read; null when nothing was read
  record HeldOccupation(@Nullable String ofPerson, @Nullable String ofVacancy,
      @Nullable Evidence personEvidence, double contribution) implements Reason {}

  /// How near the vacancy's occupation is to one that the person wishes for.
  ///
  /// @param ofPerson URI of the nearest occupation wished for; null when none is
  /// @param ofVacancy URI of the vacancy's occupation; null when it is not coded
  record WantedOccupation(@Nullable String ofPerson, @Nullable String ofVacancy,
      double contribution) implements Reason {}

  /// Words that profile and vacancy have in common.
  record CommonWords(List<String> words, double contribution) implements Reason {
    public CommonWords {
      words = List.copyOf(words);
    }
  }

  /// How near two kinds of work are in meaning.
  enum Kinship {
    /// As near as two jobs of one trade.
    NEAR,
    /// Nearer than jobs usually are.
    RELATED,
    /// No nearer than two jobs drawn by lot.
    FAR,
    /// One side says too little, or the taxonomy has no encoder.
    UNKNOWN
  }

  /// How near what the person did and can is in meaning to the vacancy, whatever words and languages the two
  /// use.
  record KindOfWork(Kinship kinship, double contribution) implements Reason {}

  /// Months of work in the vacancy's or a near occupation, and how long ago.
  ///
  /// @param months null when no period is known
  /// @param monthsSince months since the last such job; null when unknown
  /// @param askedMonths null when the vacancy does not say
  record Experience(@Nullable Integer months, @Nullable Integer monthsSince,
      @Nullable Integer askedMonths,
      double contribution) implements Reason {}

  /// Level of education, had and asked.
  ///
  /// @param ofPerson where the highest level was read; empty when nothing was read
  record EducationLevels(@Nullable EducationLevel had, @Nullable EducationLevel asked,
      List<Evidence> ofPerson, double contribution) implements Reason {
    public EducationLevels {
      ofPerson = List.copyOf(ofPerson);
    }
  }

  /// One language that the vacancy asks for.
  ///
  /// @param had null when the profile does not show the language or its level
  record LanguageMatch(String language, boolean isKnown, @Nullable CefrLevel had,
      @Nullable CefrLevel asked) {}

  /// Languages asked for; empty when the vacancy asks for none.
  ///
  /// @param ofPerson where the profile shows them, by language; those of which nothing was read are absent
  record Languages(List<LanguageMatch> languages, Map<String, Evidence> ofPerson,
      double contribution) implements Reason {
    public Languages {
      languages = List.copyOf(languages);
      ofPerson = Collections.unmodifiableMap(new TreeMap<>(ofPerson));
    }
  }

  /// Driving licences asked for.
  ///
  /// @param had those of `asked` that the profile covers
  /// @param isAnyKnown whether the profile names any licence
  /// @param ofPerson where the profile names licences; empty when nothing was read
  record Licences(List<DrivingLicence> asked, List<DrivingLicence> had, boolean isAnyKnown,
      List<Evidence> ofPerson, double contribution) implements Reason {
    public Licences {
      ofPerson = List.copyOf(ofPerson);
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

  /// Policy puts this occupation forward: a [org.metier.match.Policy.Boost] adds to the score.
  ///
  /// @param list name of the list that names it, such as `shortage occupations 2026`
  /// @param occupation as that list names it: an ISCO-08 code or the URI of an occupation
  record Boost(String list, String occupation, double contribution) implements Reason {}

  /// Many others are shown this vacancy, so that it loses its price: see [org.metier.allocation.Prices].
  ///
  /// @param prices id of the set of prices
  /// @param contribution the price with a minus before it, less than 0
  record Crowding(String prices, double contribution) implements Reason {
    public Crowding {
      if (!(contribution < 0)) {
        throw new IllegalArgumentException(
            "a crowd takes from the score: contribution must be less than 0, was " + contribution);
      }
    }
  }

  /// Policy put others before this match: so many of one employer were before it already. Takes nothing
  /// from the score.
  ///
  /// @param most how many of one employer stand among the first `within`
  /// @param rank the place, from 1, that the score alone would give
  record EmployerCap(String employer, int most, int within, int rank) implements Reason {
    /// @return 0: the place changes, not the score
    @Override
    public double contribution() {
      return 0;
    }
  }
}
