package org.metier.training.command;

import java.io.Console;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.metier.home.ModelSlot;
import org.metier.json.Json;
import org.metier.match.model.ModelCard;
import org.metier.training.TrainingProgress;
import org.metier.training.ranker.TrainedRanker;
import picocli.CommandLine;

/// What the training commands print: progress on standard error, on a terminal only; results on standard
/// output.
///
/// @param isJson whether results are one JSON document
record Screen(CommandLine line, boolean isJson) {
  private static final int IMPORTANT_FEATURES = 10;

  TrainingProgress progress() {
    if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
      return TrainingProgress.SILENT;
    }
    return (tree, trees, ndcg) -> {
      line.getErr()
          .printf(Locale.ROOT, "\rtree %d of at most %d, validation NDCG@10 %.4f", tree,
              trees, ndcg);
      line.getErr().flush();
    };
  }

  /// Says how far the training of a linker has come.
  void linker(String what, int done, int of) {
    if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
      line.getErr().printf(Locale.ROOT, "\r%s: %d of %d ", what, done, of);
      line.getErr().flush();
    }
  }

  /// Says that a model is in service, and how to go back.
  void installed(ModelSlot slot) {
    note("installed: " + slot.file() + "; back with ./metier models --back " + slot.part().code());
  }

  /// A line that is not part of the JSON document.
  void note(String text) {
    (isJson ? line.getErr() : line.getOut()).println(text);
    (isJson ? line.getErr() : line.getOut()).flush();
  }

  void show(TrainedRanker ranker, Path file) {
    ModelCard card = ranker.card();
    if (isJson) {
      line.getOut().println(Json.writePretty(card));
      line.getOut().flush();
      return;
    }
    Map<String, Double> measures = card.measures();
    StringBuilder text = new StringBuilder();
    text.append("%nmodel %s, %s trees; people: %s%n%n".formatted(file,
        card.settings().get("treesKept"), card.settings().get("people")));
    text.append("held out                 NDCG@5  NDCG@10      MAP      MRR%n".formatted());
    row(text, "this model", "", measures);
    if (!measures.containsKey("essentialSkills.ndcg@10")) {
      line.getOut().print(text);
      line.getOut().flush();
      return;
    }
    row(text, "essential skills alone", "essentialSkills.", measures);
    row(text, "text similarity alone", "text.", measures);
    text.append("%nNDCG@10 lost without a feature:%n".formatted());
    measures.entrySet()
        .stream()
        .filter(e -> e.getKey().startsWith("importance."))
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(IMPORTANT_FEATURES)
        .forEach(e -> text.append(String.format(Locale.ROOT, "  %-36s %7.4f%n",
            e.getKey().substring("importance.".length()), e.getValue())));
    text.append(String.format(Locale.ROOT,
        "%nOne more essential skill did not lower the score of %.1f %% of %.0f pairs.%n",
        100 * measures.getOrDefault("oneMoreSkill.notLower", 0.0),
        measures.getOrDefault("oneMoreSkill.pairs", 0.0)));
    line.getOut().print(text);
    line.getOut().flush();
  }

  private static void row(StringBuilder text, String name, String prefix,
      Map<String, Double> measures) {
    text.append("%-22s".formatted(name));
    for (String measure : new String[]{"ndcg@5", "ndcg@10", "map", "mrr"}) {
      text.append(String.format(Locale.ROOT, " %8.4f",
          measures.getOrDefault(prefix + measure, Double.NaN)));
    }
    text.append(System.lineSeparator());
  }
}
