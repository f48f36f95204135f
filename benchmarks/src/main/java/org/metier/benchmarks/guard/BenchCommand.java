package org.metier.benchmarks.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench`.
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measure speed and memory beside peers, in one run and without native libraries.", subcommands = GrowthCommand.class, footer = {
  "",
  "Exit codes: 0 done, 1 a defect of Metier, 2 the call or its input is to be mended, 3 a figure fell behind the baseline."})
final class BenchCommand implements Callable<Integer> {
  /// A figure fell behind.
  static final int BEHIND = 3;

  @Option(names = "--guard", description = "compare with the baseline, and fail when a figure falls behind")
  private boolean guard;

  @Option(names = "--baseline", paramLabel = "FILE", description = "compare with this one instead of the one that ships")
  private @Nullable Path baseline;

  @Option(names = "--write-baseline", paramLabel = "FILE", description = "write what is measured as a baseline, with the tolerances of the one before")
  private @Nullable Path written;

  @Spec
  private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (!guard && written == null) {
      throw new IllegalArgumentException(
          "say what to do: --guard, or --write-baseline FILE (see --help)");
    }
    PrintWriter out = command.commandLine().getOut();
    Baseline before = baseline == null ? shipped() : read(baseline);
    List<Figure> figures = new Guard(before, Stopwatch.Effort.COMMAND)
        .figures(figure -> print(figure, out));
    if (written != null) {
      Files.writeString(written, Json.writePretty(Baseline.of(figures, before)) + "\n");
    }
    return guard ? compared(before, figures, out) : 0;
  }

  /// Prints figures beside the baseline.
  ///
  /// @return the exit code
  static int compared(Baseline before, List<Figure> figures, PrintWriter out) {
    int behind = 0;
    out.printf(Locale.ROOT, "%n%-66s %10s %10s %10s%n", "", "baseline", "now", "bound");
    for (Baseline.Verdict verdict : before.verdicts(figures)) {
      behind += verdict.isBehind() ? 1 : 0;
      out.printf(Locale.ROOT, "%-66s %10s %10s %10s%s%n", name(verdict.figure()),
          text(verdict.entry().value()), text(verdict.figure().value()),
          text(verdict.entry().bound()), verdict.isBehind() ? "  BEHIND" : "");
    }
    out.println(behind == 0
        ? "nothing fell behind"
        : behind + " of " + figures.size() + " fell behind the baseline");
    out.flush();
    return behind == 0 ? 0 : BEHIND;
  }

  private static void print(Figure figure, PrintWriter out) {
    out.printf(Locale.ROOT, "%-66s %s%n", name(figure), text(figure.value()));
    out.flush();
  }

  private static String name(Figure figure) {
    return figure.name() + switch (figure.unit()) {
      case TIMES -> " (times as fast)";
      case BYTES -> " (bytes)";
    };
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, value < 1 ? "%.4f" : value < 100 ? "%.2f" : "%,.0f", value);
  }

  static Baseline shipped() {
    try (InputStream in = Objects.requireNonNull(
        BenchCommand.class.getResourceAsStream("baseline.json"), "baseline.json")) {
      return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Baseline.class);
    } catch (IOException e) {
      throw new UncheckedIOException("baseline.json cannot be read", e);
    }
  }

  private static Baseline read(Path file) {
    try {
      return Json.read(Files.readString(file), Baseline.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--baseline: " + file + " cannot be read as a baseline", e);
    }
  }
}
