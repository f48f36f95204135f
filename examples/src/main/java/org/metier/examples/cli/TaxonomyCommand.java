package org.metier.examples.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.taxonomy.TaxonomyImport;
import org.metier.taxonomy.TaxonomyReport;
import org.metier.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "taxonomy", mixinStandardHelpOptions = true, description = "Import or show the taxonomy of a home.", subcommands = {
  TaxonomyCommand.Import.class, TaxonomyCommand.Show.class})
final class TaxonomyCommand extends Group {

  @Command(name = "import", mixinStandardHelpOptions = true, description = "Read folders in ESCO's CSV layout and compile them into the home.")
  static final class Import implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "one folder, or one per language")
    private List<Path> folders = List.of();
    @Mixin
    private HomeOption home = new HomeOption();
    @Option(names = "--no-encoder", description = "train no encoder of the labels: seconds instead of minutes, and titles are linked by writing alone")
    private boolean isPlain;
    @Mixin
    private Output output = new Output();
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      TaxonomyImport all = TaxonomyImport.of(folders);
      TaxonomyReport report = (isPlain ? all.withoutEncoder() : all.telling(this::tell))
          .into(home.open());
      if (output.isJson()) {
        output.json(report);
      } else {
        print(report, output.out());
      }
      return 0;
    }

    /// On a terminal only, and on standard error.
    private void tell(int round, int rounds) {
      if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        err.printf(round < rounds
            ? "\rlearning from the labels: round %d of %d"
            : "\rlearnt from the labels: %2$d rounds     %n", round, rounds);
        err.flush();
      }
    }

    private static void print(TaxonomyReport report, PrintWriter out) {
      out.println("Taxonomy " + report.taxonomyId() + " from " + report.files().size() + " files");
      report.concepts()
          .forEach((kind, count) -> out.printf("  %-12s %,8d%n",
              kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), count));
      report.labels()
          .forEach(
              (language, count) -> out.printf("  labels in %s %,8d%n", language.code(), count));
      out.printf("  relations dropped, one end unknown: %,d%n", report.droppedRelations());
      out.printf("  rows skipped: %,d%n", report.skippedRows());
      report.skipped().stream().limit(10).forEach(row -> out.println("    " + row));
    }
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Say what the taxonomy of a home holds.")
  static final class Show implements Callable<Integer> {
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    record Summary(String id, int occupations, int skills, java.util.Map<String, Integer> labels,
        boolean hasEncoder) {}

    @Override
    public Integer call() {
      Home opened = home.open();
      Taxonomy taxonomy = Taxonomy.of(opened);
      java.util.Map<String, Integer> labels = new java.util.LinkedHashMap<>();
      for (Language language : Language.values()) {
        labels.put(language.code(), taxonomy.labelCount(language));
      }
      Summary summary = new Summary(taxonomy.id(), taxonomy.concepts(ConceptKind.OCCUPATION).length,
          taxonomy.concepts(ConceptKind.SKILL).length, labels, taxonomy.encoder().isPresent());
      if (output.isJson()) {
        output.json(summary);
      } else {
        output.out()
            .printf("Taxonomy %s: %,d occupations, %,d skills, labels %s, %s%n", summary.id(),
                summary.occupations(),
                summary.skills(), labels,
                summary.hasEncoder() ? "with an encoder of them" : "no encoder");
      }
      return 0;
    }
  }
}
