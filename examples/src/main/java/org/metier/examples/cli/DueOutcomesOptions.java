package org.metier.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metier.audit.AuditLog;
import org.metier.monitoring.DueOutcomes;
import org.metier.monitoring.OutcomeFile;
import org.metier.monitoring.OutcomeSearch;
import picocli.CommandLine.Option;

/// Which scores of an audit log are meant, and where their outcomes stand.
final class DueOutcomesOptions {
  @Option(names = "--outcomes", paramLabel = "FILE", description = "what became of people: CSV with id, outcome (1 where that came about of which the score is the chance, else 0) and, where people are scored in more than one spell, began (default: the outcomes that the log itself holds)")
  private @Nullable Path outcomes;

  @Option(names = "--id", paramLabel = "COLUMN", defaultValue = "id", description = "column with the id under which each person was scored (default: ${DEFAULT-VALUE})")
  private String id = "id";

  @Option(names = "--question", paramLabel = "CODE", description = "what was scored, such as potential-26w (default: the only question in the log)")
  private @Nullable String question;

  @Option(names = "--model", paramLabel = "HASH", description = "whose scores, by the hash of the model or its beginning (default: the last model of which an outcome is due)")
  private @Nullable String model;

  @Option(names = "--weeks", paramLabel = "N", description = "after how many weeks an outcome is due (default: as the question says, 26 for potential-26w)")
  private @Nullable Integer weeks;

  @Option(names = "--as-of", paramLabel = "DAY", description = "leave for later what is due after the beginning of this day in UTC, such as 2026-11-01 (default: now)")
  private @Nullable LocalDate asOf;

  Instant now() {
    return asOf == null ? Instant.now() : asOf.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  String id() {
    return id;
  }

  /// @return empty when the log has no score
  Optional<DueOutcomes> find(AuditLog log, Instant now) throws IOException {
    OutcomeSearch search = new OutcomeSearch(question, model, weeks, now);
    Path file = outcomes;
    return file == null ? search.in(log) : search.in(log, OutcomeFile.read(file, id));
  }

  /// Says what was brought together, and what was not.
  static void print(DueOutcomes found, PrintWriter out) {
    DueOutcomes.Account account = found.account();
    out.printf(Locale.ROOT, "%s by model %s: %,d people scored%n", found.question(),
        found.model().substring(0, 12), account.people());
    out.printf(Locale.ROOT, "  outcome due and known     %,10d%n", found.due().size());
    line(out, "not due yet", account.notDue(), account.firstDueAt() == null
        ? ""
        : "; the first on " + account.firstDueAt().toString().substring(0, 10));
    line(out, "due, but not known", account.withoutOutcome(), "");
    line(out, "erased", account.erased(), "");
    line(out, "outcomes without a score", account.outcomesWithoutScore(),
        "; under another id, by another model, or erased");
    line(out, "rows without an outcome", account.unknownRows(), "");
    account.rejected().forEach((reason, rows) -> line(out, "rows left out", rows, "; " + reason));
    account.problems().forEach(problem -> out.println("    " + problem));
    account.otherModels()
        .forEach(hash -> out.println("  also scored by            " + hash.substring(0, 12)
            + "; look at it with --model"));
  }

  private static void line(PrintWriter out, String what, int count, String more) {
    if (count > 0) {
      out.printf(Locale.ROOT, "  %-25s %,10d%s%n", what, count, more);
    }
  }
}
