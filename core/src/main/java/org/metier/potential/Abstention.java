package org.metier.potential;

import java.util.List;

/// Why no chance is told. Each is a fact about the data or the model, never about the person's worth.
public sealed interface Abstention {
  /// As a log holds it: capitals and '_', at times with the field that it is about after a colon.
  String code();

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
