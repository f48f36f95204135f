package org.metier.examples.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditLog;
import org.metier.audit.Replay;
import org.metier.audit.ReplayReport;
import org.metier.audit.Replayed;
import org.metier.home.Home;
import org.metier.match.Ranker;
import org.metier.potential.AssessmentReplay;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "replay", mixinStandardHelpOptions = true, description = "Compute the last recorded rankings and scores again and say whether the same comes out; exits with 2 when something differs or cannot be computed though nothing was erased.")
final class AuditReplayCommand implements Callable<Integer> {
  @Option(names = "--last", paramLabel = "N", description = "how many (default: ${DEFAULT-VALUE})", defaultValue = "1000")
  private int last = 1_000;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() {
    if (last < 1) {
      throw new IllegalArgumentException("--last must be at least 1, was " + last);
    }
    Home opened = home.open();
    AuditLog log = AuditCommand.log(opened);
    Taxonomy taxonomy = Taxonomy.of(opened);
    TextAnalyzer analyzer = TextAnalyzer.create();
    long start = System.nanoTime();
    Replay replay = Replay.of(log, model -> Ranker.of(model, taxonomy, analyzer));
    AssessmentReplay assessments = AssessmentReplay.of(log.models());
    questions(log).stream()
        .filter(AssessmentReplay::isAnswering)
        .forEach(question -> replay.with(question, assessments));
    ReplayReport report = replay.newest(last);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (output.isJson()) {
      output.json(report);
    } else {
      Map<String, Integer> counts = new TreeMap<>();
      report.all().forEach(one -> counts.merge(words(one), 1, Integer::sum));
      output.out()
          .printf(Locale.ROOT, "%d decisions looked at in %.1f s%n", report.all().size(),
              seconds);
      counts.forEach((words, count) -> output.out().printf("  %s: %d%n", words, count));
      report.differing()
          .stream()
          .limit(20)
          .forEach(one -> output.out().printf("  entry %d: %s%n", one.entry(), one.first()));
      report.failed()
          .stream()
          .limit(20)
          .forEach(one -> output.out().printf("  entry %d: %s%n", one.entry(), one.why()));
    }
    return isProven(report) ? 0 : 2;
  }

  private static boolean isProven(ReplayReport report) {
    return report.differing().isEmpty() && report.failed().isEmpty()
        && report.all().stream().noneMatch(Replayed.ModelGone.class::isInstance);
  }

  /// What was scored, by its codes.
  private static Set<String> questions(AuditLog log) {
    Set<String> questions = new TreeSet<>();
    log.forEach(entry -> {
      if (entry.event() instanceof AuditEvent.Scored scored) {
        questions.add(scored.question());
      }
    });
    return questions;
  }

  private static String words(Replayed replayed) {
    return switch (replayed) {
      case Replayed.Identical _ -> "identical";
      case Replayed.Differs _ -> "differs";
      case Replayed.Failed _ -> "could not be computed";
      case Replayed.InputsErased _ -> "inputs erased with the person";
      case Replayed.InputsGone _ -> "inputs not kept, or their file is gone";
      case Replayed.ModelGone gone -> "model no longer kept: " + gone.model();
      case Replayed.TaxonomyGone gone -> "made with another taxonomy: " + gone.taxonomy();
      case Replayed.NoScorer scored -> "no scorer here for " + scored.question();
    };
  }
}
