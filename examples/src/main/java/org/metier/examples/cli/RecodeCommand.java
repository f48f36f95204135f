package org.metier.examples.cli;

import java.util.concurrent.Callable;
import org.metier.index.RecodeReport;
import org.metier.index.VacancyIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "recode", mixinStandardHelpOptions = true, description = "Code all vacancies anew, with the taxonomy and coder of now, into a new generation; reads no feed.")
final class RecodeCommand implements Callable<Integer> {
  @Option(names = "--back", description = "go back to the generation before instead")
  private boolean isBack;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() {
    try (VacancyIndex index = VacancyIndex.open(home.open())) {
      if (isBack) {
        index.goBack();
        output.out().printf("Back in service: %,d vacancies%n", index.count());
        return 0;
      }
      RecodeReport report = index.recode();
      if (output.isJson()) {
        output.json(report);
      } else {
        output.out()
            .printf(
                "Generation %d is in service: %,d records coded anew, %,d with other occupations"
                    + " than before, %,d for review, %,d merged; metier recode --back undoes it%n",
                report.generation(), report.records(), report.changed(), report.uncoded(),
                report.merged());
      }
      return 0;
    }
  }
}
