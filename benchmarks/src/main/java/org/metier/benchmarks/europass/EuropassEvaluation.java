package org.metier.benchmarks.europass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.metier.benchmarks.europass.EuropassReport.OtherFile;
import org.metier.benchmarks.europass.EuropassReport.StructuredFile;
import org.metier.home.Home;
import org.metier.profile.Wishes;
import org.metier.profiling.ProfiledCv;
import org.metier.profiling.Profiler;
import org.metier.profiling.ProfilingException;

/// Reads every file of a folder, structured ones twice: as a profile, and by a walk over their elements.
final class EuropassEvaluation {
  private EuropassEvaluation() {}

  static EuropassReport run(Home home, Path folder, Clock clock) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException(folder + " holds no file; name a folder of CVs");
    }
    List<StructuredFile> structured = new ArrayList<>();
    List<OtherFile> others = new ArrayList<>();
    try (Profiler profiler = Profiler.builder(home).clock(clock).build()) {
      for (Path file : files) {
        String name = folder.relativize(file).toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xml") || lower.endsWith(".json")) {
          structured.add(structured(profiler, file, name));
        } else {
          others.add(other(profiler, file, name));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new EuropassReport(structured, others);
  }

  private static StructuredFile structured(Profiler profiler, Path file, String name)
      throws IOException {
    StatedFields stated;
    try {
      stated = StatedFields.of(Leaves.of(Files.readAllBytes(file)));
    } catch (IllegalArgumentException e) {
      stated = new StatedFields(Map.of(), List.of(), List.of(), List.of());
    }
    try {
      ProfiledCv cv = profiler.read(file, "europass", Wishes.NONE);
      return new StructuredFile(name, stated.counts(), ProfiledFields.of(cv, stated), "");
    } catch (ProfilingException e) {
      return new StructuredFile(name, stated.counts(), Map.of(), advice(e, file));
    }
  }

  private static OtherFile other(Profiler profiler, Path file, String name) {
    long start = System.nanoTime();
    String answer;
    try {
      ProfiledCv cv = profiler.read(file, "europass", Wishes.NONE);
      answer = "read: %d jobs, %d education, %d languages, %d skills%s".formatted(
          cv.profile().occupations().size(), cv.profile().education().size(),
          cv.profile().languages().size(), cv.profile().competences().size(),
          cv.warnings().isEmpty() ? "" : "; " + String.join("; ", cv.warnings()));
    } catch (ProfilingException e) {
      answer = "refused: it " + advice(e, file);
    }
    return new OtherFile(name, answer, Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  /// The message without the path, which differs from one machine to the next.
  private static String advice(ProfilingException e, Path file) {
    return String.valueOf(e.getMessage()).replace(file + " ", "");
  }
}
