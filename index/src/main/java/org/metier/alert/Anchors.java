package org.metier.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Chooses the terms under which an alert is filed: a vacancy that meets it is sure to have one of them, and
/// few other vacancies do.
///
/// Each of occupations, skills and words is a choice of such terms. The choice taken is that with the least
/// sum of frequencies. What vacancies offer is not known here; how often alerts ask for a term stands for
/// it, but never less than a guess by the term's kind.
final class Anchors {
  private static final double[] ISCO_GUESS = {0, 0.1, 0.03, 0.01, 0.003};
  private static final double UNKNOWN_GUESS = 0.1;
  private static final double GUESS = 0.001;
  /// So many imagined alerts that ask for nothing keep the frequencies of few alerts small.
  private static final double SMOOTHING = 1_000;

  private final TermNumbers numbers;
  private final Map<Integer, Integer> counts = new HashMap<>();
  private int alerts;

  Anchors(TermNumbers numbers) {
    this.numbers = numbers;
  }

  /// Counts an alert's terms; to be called for all before [#of].
  void count(int[] program) {
    alerts++;
    for (int at = CompiledAlert.SECTIONS; at < program.length;) {
      int end = at + 2 + program[at + 1];
      for (int term : switch (program[at]) {
        case CompiledAlert.OCCUPATIONS -> terms(program, at + 2, end, 1);
        case CompiledAlert.SKILLS -> terms(program, at + 3, end, 2);
        case CompiledAlert.WORDS -> asked(program, at, end);
        default -> new int[0];
      }) {
        counts.merge(term, 1, Integer::sum);
      }
      at = end;
    }
  }

  private static int[] terms(int[] program, int from, int end, int step) {
    IntList terms = new IntList();
    for (int at = from; at < end; at += step) {
      terms.add(program[at]);
    }
    return terms.toArray();
  }

  private static int[] asked(int[] program, int at, int end) {
    IntList terms = new IntList();
    for (int entry = at + 3; entry < end; entry += 2 + program[entry + 1]) {
      if (program[entry] != CompiledAlert.NOT) {
        terms.addAll(program, entry + 2, entry + 2 + program[entry + 1]);
      }
    }
    terms.sortUnique();
    return terms.toArray();
  }

  /// The terms to file an alert under; [TermNumbers#everything] alone when it asks for none of these.
  int[] of(int[] program) {
    List<int[]> choices = new ArrayList<>();
    IntList words = new IntList();
    boolean isEachLanguageAsked = true;
    for (int at = CompiledAlert.SECTIONS; at < program.length;) {
      int end = at + 2 + program[at + 1];
      switch (program[at]) {
        case CompiledAlert.OCCUPATIONS -> choices.add(with(program, Condition.OCCUPATION,
            numbers.unknownOccupation, terms(program, at + 2, end, 1)));
        case CompiledAlert.SKILLS -> choices.add(with(program, Condition.SKILLS,
            numbers.unknownSkills, enoughSkills(program, at, end)));
        case CompiledAlert.WORDS -> {
          int[] one = words(program, at, end);
          isEachLanguageAsked &= one != null;
          if (one != null) {
            words.addAll(one, 0, one.length);
          }
        }
        default -> {
        }
      }
      at = end;
    }
    if (isEachLanguageAsked && words.size() > 0) {
      choices.add(with(program, Condition.WORDS, numbers.unknownWords, words.toArray()));
    }
    int[] best = {numbers.everything};
    double least = 1;
    for (int[] choice : choices) {
      double cost = cost(choice);
      if (cost < least) {
        best = choice;
        least = cost;
      }
    }
    return best;
  }

  private static int[] with(int[] program, Condition condition, int unknown, int[] terms) {
    IntList all = new IntList();
    all.addAll(terms, 0, terms.length);
    if ((program[CompiledAlert.FLAGS] & 1 << condition.ordinal()) != 0) {
      all.add(unknown);
    }
    all.sortUnique();
    return all.toArray();
  }

  /// The rarest skills, as many as are needed that all others together weigh too little.
  private static int[] enoughSkills(int[] program, int at, int end) {
    int spare = program[at + 2] - 1;
    int first = at + 3;
    while (first < end && program[first + 1] <= spare) {
      spare -= program[first + 1];
      first += 2;
    }
    return terms(program, first, end, 2);
  }

  /// One word that every fitting vacancy in this language has, or one for each alternative.
  ///
  /// @return null when the wording only excludes
  private int @Nullable [] words(int[] program, int at, int end) {
    IntList any = new IntList();
    int rarest = TermNumbers.NONE;
    for (int entry = at + 3; entry < end; entry += 2 + program[entry + 1]) {
      int word = rarest(program, entry + 2, entry + 2 + program[entry + 1]);
      if (program[entry] == CompiledAlert.ANY) {
        any.add(word);
      } else if (program[entry] == CompiledAlert.ALL
          && (rarest == TermNumbers.NONE || cost(word) < cost(rarest))) {
        rarest = word;
      }
    }
    if (rarest != TermNumbers.NONE) {
      return new int[]{rarest};
    }
    return any.size() == 0 ? null : any.toArray();
  }

  private int rarest(int[] program, int from, int end) {
    int rarest = program[from];
    for (int at = from + 1; at < end; at++) {
      if (cost(program[at]) < cost(rarest)) {
        rarest = program[at];
      }
    }
    return rarest;
  }

  private double cost(int[] terms) {
    double sum = 0;
    for (int term : terms) {
      sum += cost(term);
    }
    return sum;
  }

  private double cost(int term) {
    double guess = GUESS;
    if (term >= numbers.unknownOccupation && term <= numbers.everything) {
      guess = UNKNOWN_GUESS;
    } else if (numbers.iscoDigits(term) > 0) {
      guess = ISCO_GUESS[numbers.iscoDigits(term)];
    }
    return Math.max(guess, counts.getOrDefault(term, 0) / (alerts + SMOOTHING));
  }
}
