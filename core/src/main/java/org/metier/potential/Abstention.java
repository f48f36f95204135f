package org.metier.potential;

import java.util.List;

/// Why no chance is told. Each is a fact about the data or the model, never about the person's worth.
public sealed interface Abstention {
  /// As a log holds it: capitals and '_', at times with the field that it is about after a colon.
  String code();

  /// Whether what each known feature adds to a score or takes away still holds, though the chance as a whole says nothing.
  default boolean leavesContributions() {
    return switch (this) {
      case TooLittleKnown _,TooUncertain _ -> true;
      case OutsidePopulation _,PopulationUnknown _,Contradictory _,UnlikeTraining _ -> false;
    };
  }

  /// Too little of what the model goes by is known.
  ///
  /// @param coverage share that is known of all that moves scores, 0 to 1
  /// @param least below which the model abstains
  /// @param ask unknown features, those that matter most first
  record TooLittleKnown(double coverage, double least, List<String> ask) implements Abstention {
    public TooLittleKnown {
      ask = List.copyOf(ask);
    }

    @Override
    public String code() {
      return "TOO_LITTLE_KNOWN";
    }
  }

  /// A rule of the population does not hold.
  ///
  /// @param field that the rule is about
  record OutsidePopulation(String field) implements Abstention {
    @Override
    public String code() {
      return "OUTSIDE_POPULATION:" + field;
    }
  }

  /// It is not known whether a rule of the population holds.
  ///
  /// @param field that the rule is about, and that is unknown
  record PopulationUnknown(String field) implements Abstention {
    @Override
    public String code() {
      return "POPULATION_UNKNOWN:" + field;
    }
  }

  /// Two things are known that cannot both be true.
  ///
  /// @param field one of them
  /// @param other the other
  record Contradictory(String field, String other) implements Abstention {
    @Override
    public String code() {
      return "CONTRADICTORY:" + field;
    }
  }

  /// A value that hardly anybody in the training had, so that nothing was learnt about it.
  ///
  /// @param field whose value it is
  record UnlikeTraining(String field) implements Abstention {
    @Override
    public String code() {
      return "UNLIKE_TRAINING:" + field;
    }
  }

  /// The interval of the chance spans so many bands that it says nothing.
  record TooUncertain(Band from, Band to) implements Abstention {
    @Override
    public String code() {
      return "TOO_UNCERTAIN";
    }
  }
}
