package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.evaluation.CycloneDx;
import org.metier.evaluation.EvaluationRun;
import org.metier.evaluation.TechnicalFile;
import org.metier.evaluation.TechnicalPage;
import org.metier.fairness.GroupFile;
import org.metier.potential.Capacity;
import org.metier.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "potential", mixinStandardHelpOptions = true, description = "The technical file of a model of job potential, from the run that trained it.", footer = {
  "", "RUN is the JSON of an evaluation run; it holds cases under pseudonyms, the report none.",
  "--json prints a bill of materials with a model card after CycloneDX 1.6."})
final class ReportPotentialCommand implements Callable<Integer> {
  @Option(names = "--run", required = true, paramLabel = "FILE", description = "the evaluation run")
  private Path run = Path.of("");
  @Option(names = "--groups", paramLabel = "FILE", description = "the groups of each person, when the run has none; no scorer reads it")
  private @Nullable Path groups;
  @Option(names = "--id", paramLabel = "COLUMN", defaultValue = GroupFile.ID, description = "column of pseudonyms in that file (default: ${DEFAULT-VALUE})")
  private String id = GroupFile.ID;

  @Option(names = "--capacity", paramLabel = "FILE", description = "who is invited, as ./metier potential capacity set it after the run, with who set it and why")
  private @Nullable Path capacity;

  @Option(names = "--written-in", paramLabel = "LANGUAGE", defaultValue = "EN", description = "language of the specification: purpose, population and the like stay as written, and are marked as of it (default: ${DEFAULT-VALUE})")
  private Language written = Language.EN;

  @Option(names = "--least", paramLabel = "N", defaultValue = "20", description = "hide what rests on fewer people (default: ${DEFAULT-VALUE})")
  private int least = 20;
  @Mixin
  private BandsOption bands = new BandsOption();
  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() throws IOException {
    EvaluationRun read;
    try {
      read = EvaluationRun.read(Files.readString(run));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(run + ": " + e.getMessage(), e);
    }
    Path chosen = capacity;
    if (chosen != null) {
      read = read.with(Capacity.read(chosen));
    }
    Path separate = groups;
    TechnicalFile file = separate == null
        ? read.technicalFile(least)
        : read.technicalFile(least, GroupFile.read(separate, id, bands.edges()));
    output.write(CycloneDx.of(file),
        () -> TechnicalPage.of(file, null, output.language(), written));
    return 0;
  }
}
