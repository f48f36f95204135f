package org.metier.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.coding.crosswalk.CrosswalkImport;
import org.metier.coding.crosswalk.CrosswalkReport;
import org.metier.coding.crosswalk.Crosswalks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "crosswalk", mixinStandardHelpOptions = true, description = "Import or show what national occupation codes mean in ISCO-08 and ESCO.", subcommands = {
  CrosswalkCommand.Import.class, CrosswalkCommand.Show.class})
final class CrosswalkCommand extends Group {
  private static final int SHOWN = 10;

  @Command(name = "import", mixinStandardHelpOptions = true, description = "Read a CSV or TSV with the columns code, target and, if need be, weight, replaced-by, scheme, version.")
  static final class Import implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the crosswalk")
    private Path file = Path.of("");
    @Option(names = "--scheme", paramLabel = "NAME", description = "the classification, such as rome or kzis (default: the file's column)")
    private @Nullable String scheme;
    @Option(names = "--version", paramLabel = "VERSION", description = "of the classification, such as 2018 (default: the file's column)")
    private @Nullable String version;
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
      CrosswalkReport report = CrosswalkImport.into(home.open(), file, scheme, version);
      if (output.isJson()) {
        output.json(report);
      } else {
        print(report, output.out());
      }
      return 0;
    }

    private static void print(CrosswalkReport report, PrintWriter out) {
      out.printf("Crosswalk %s %s: %,d codes from %,d rows, %,d of them replaced by others%n",
          report.scheme(), report.version(), report.codes(), report.rows(), report.replaced());
      out.printf("  rows skipped: %,d%n", report.skipped().size());
      report.skipped().stream().limit(SHOWN).forEach(row -> out.println("    " + row));
      out.printf("  codes whose replacement has no target: %,d%n", report.unmapped().size());
      report.unmapped().stream().limit(SHOWN).forEach(code -> out.println("    " + code));
      out.printf("  targets that the taxonomy does not have: %,d%n", report.orphans().size());
      report.orphans()
          .stream()
          .limit(SHOWN)
          .forEach(orphan -> out.println("    " + orphan.code() + " -> " + orphan.target()));
      out.printf("  unit groups that no code leads to: %,d of %,d%n", report.neverHit().size(),
          report.unitGroups());
    }
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "List the crosswalks of a home.")
  static final class Show implements Callable<Integer> {
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      Map<String, Integer> sizes = Crosswalks.of(home.open()).sizes();
      if (output.isJson()) {
        output.json(sizes);
      } else {
        sizes.forEach((name, codes) -> output.out().printf("%-24s %,8d codes%n", name, codes));
        output.out().println("built in: kzis, styrk08");
      }
      return 0;
    }
  }
}
