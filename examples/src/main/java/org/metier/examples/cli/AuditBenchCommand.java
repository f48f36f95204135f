package org.metier.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.metier.audit.AuditLog;
import org.metier.audit.ReasonShare;
import org.metier.audit.ScoreRecord;
import org.metier.audit.Verification;
import org.metier.home.Home;
import org.metier.home.internal.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "bench", mixinStandardHelpOptions = true, description = "Write a log of made-up scores into an empty home and verify it, with the time that both take on this disk.")
final class AuditBenchCommand implements Callable<Integer> {
  @Option(names = "--entries", paramLabel = "N", description = "how many scores (default: ${DEFAULT-VALUE})", defaultValue = "100000")
  private int entries = 100_000;
  @Option(names = "--batch", paramLabel = "N", description = "how many are written at a time (default: ${DEFAULT-VALUE})", defaultValue = "1000")
  private int batch = 1_000;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() throws IOException {
    if (entries < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "--entries and --batch must be at least 1, were " + entries + " and " + batch);
    }
    Home opened = home.open();
    requireEmpty(opened);
    AuditLog log = AuditLog.open(opened, Clock.systemUTC());
    long start = System.nanoTime();
    for (int from = 0; from < entries; from += batch) {
      int count = Math.min(batch, entries - from);
      List<String> people = new ArrayList<>(count);
      List<ScoreRecord> scores = new ArrayList<>(count);
      for (int i = from; i < from + count; i++) {
        people.add("made-up-" + i % Math.max(1, entries / 10));
        scores.add(score(i));
      }
      log.recordScores(people, scores);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long verifying = System.nanoTime();
    Verification found = log.verify(null);
    double verified = (System.nanoTime() - verifying) / 1e9;
    output.out()
        .printf(Locale.ROOT,
            "%,d entries in %.1f s, %,.0f a second, %d at a time; %d bytes of log and %d of sealed"
                + " inputs each; verified in %.1f s: %s%n",
            entries, seconds, entries / seconds, batch, found.bytes() / entries,
            bytes(opened.auditLog().resolve("records")) / entries, verified,
            found.isWhole() ? "whole" : found.faults());
    return found.isWhole() ? 0 : 1;
  }

  /// Whatever is kept in a home may be served one day, with the log beside it.
  private static void requireEmpty(Home opened) throws IOException {
    try (Stream<Path> entries = Files.list(opened.folder())) {
      if (entries.anyMatch(entry -> Files.isDirectory(entry))) {
        throw new IllegalArgumentException(
            opened.folder() + " is in use, and its audit log must not be filled with made-up"
                + " scores; name an empty folder with --home");
      }
    }
  }

  private static ScoreRecord score(int i) {
    String inputs = "{\"monthsOut\":" + i % 40 + ",\"isco\":\"" + (1_000 + i % 8_000)
        + "\",\"languages\":2,\"licence\":true,\"wish\":\"full time within 30 km\"}";
    String result = WholeFile.sha256(inputs.getBytes(StandardCharsets.UTF_8));
    return new ScoreRecord("bench", inputs, "ab".repeat(32), result, i % 100 / 100.0, "MIDDLE",
        List.of(new ReasonShare("monthsOut", -0.21), new ReasonShare("isco", 0.12),
            new ReasonShare("licence", 0.04)));
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
