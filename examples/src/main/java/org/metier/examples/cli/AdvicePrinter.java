package org.metier.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.metier.advice.Advice;
import org.metier.advice.AdviceWording;
import org.metier.advice.AdviceWording.Part;
import org.metier.advice.Target;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Writes advice for a person to read.
final class AdvicePrinter {
  private final AdviceWording wording;
  private final int most;
  private final PrintWriter out;

  /// @param most of each part
  AdvicePrinter(Taxonomy taxonomy, Language reader, int most, PrintWriter out) {
    wording = AdviceWording.in(reader, taxonomy);
    this.most = most;
    this.out = out;
  }

  void print(Advice advice, Target target) {
    out.println(switch (target) {
      case Target.WantedOccupation wanted -> wording.label(wanted.uri());
      case Target.WantedVacancy wanted -> wanted.vacancy().title() + "  [" + wanted.vacancy().id()
          + "]";
    });
    switch (advice) {
      case Advice.Withheld withheld -> out.println("  " + wording.describe(withheld));
      case Advice.Given given -> print(given);
    }
    part(Part.QUESTIONS, advice.questions(), wording::describe);
  }

  private void print(Advice.Given advice) {
    out.println("  " + wording.describe(advice.gap()));
    out.println("  " + wording.describe(advice.counts()));
    part(Part.SHOWN, advice.gap().shown(), wording::describe);
    part(Part.IMPLIED, advice.gap().implied(), wording::describe);
    part(Part.MISSING, advice.gap().missing(), wording::describe);
    if (advice.toLearn().isEmpty()) {
      out.println(wording.heading(Part.LEARN));
      out.println("  " + wording.nothingToLearn());
    }
    part(Part.LEARN, advice.toLearn(), wording::describe);
    part(Part.NEAR, advice.near(), near -> String.format(Locale.ROOT, "%.2f  %s",
        near.closeness(), wording.describe(near)));
  }

  private <T> void part(Part part, List<T> items, Function<T, String> describe) {
    if (!items.isEmpty()) {
      out.println(wording.heading(part) + " (" + items.size() + ")");
      items.stream().limit(most).forEach(item -> out.println("  - " + describe.apply(item)));
    }
  }
}
