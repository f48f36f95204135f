package org.metier.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.metier.home.Home;
import org.metier.home.internal.WholeFile;

/// A log in a folder of a test, its clock, and its files as somebody sees them who does not write through it.
final class WrittenLog {
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  static final String MODEL = "ab".repeat(32);

  /// Forcing takes most of the time of a test.
  static final AuditSettings UNFORCED = AuditSettings.STANDARD
      .withForcing(AuditSettings.Forcing.SYSTEM);

  /// A clock that a test moves.
  static final class MovedClock extends Clock {
    private Instant now = START;

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  final Home home;
  final MovedClock clock = new MovedClock();
  final AuditLog log;

  private WrittenLog(Path folder) {
    home = Home.open(folder);
    AuditLog.configure(home, UNFORCED);
    log = AuditLog.open(home, clock);
  }

  static WrittenLog in(Path folder) {
    return new WrittenLog(folder);
  }

  /// A log of several segments.
  ///
  /// @param days one segment for each
  /// @param scores in each segment
  static WrittenLog of(Path folder, int days, int scores) {
    WrittenLog written = new WrittenLog(folder);
    AuditLog.configure(written.home, UNFORCED.withSegments(10_000_000, 1));
    for (int day = 0; day < days; day++) {
      for (int i = 0; i < scores; i++) {
        written.score("person-" + (i % 3), "inputs " + day + " " + i);
      }
      written.clock.move(Duration.ofDays(1));
    }
    return written;
  }

  long score(String person, String inputs) {
    return log.recordScore(person, score(inputs));
  }

  static ScoreRecord score(String inputs) {
    return new ScoreRecord("potential-26w", inputs, MODEL,
        WholeFile.sha256(inputs.getBytes(StandardCharsets.UTF_8)), inputs.length() / 64.0, "MIDDLE",
        List.of(new ReasonShare("monthsOut", -0.25)));
  }

  Path segments() {
    return home.auditLog().resolve("log");
  }

  List<Path> segmentFiles() throws IOException {
    try (var files = Files.list(segments())) {
      return files.sorted().toList();
    }
  }

  Path head() {
    return home.auditKeys().resolve("audit.head");
  }

  List<String> lines(Path segment) throws IOException {
    return new ArrayList<>(Files.readAllLines(segment));
  }

  void write(Path segment, List<String> lines) throws IOException {
    Files.writeString(segment, String.join("\n", lines) + "\n");
  }

  /// The first fault, or what says that there is none.
  String fault() {
    Verification found = log.verify(null);
    return found.isWhole()
        ? "whole"
        : found.faults().getFirst().kind() + " " + found.faults().getFirst().entry();
  }
}
