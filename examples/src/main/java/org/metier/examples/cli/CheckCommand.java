package org.metier.examples.cli;

import java.util.concurrent.Callable;
import org.metier.index.CheckReport;
import org.metier.index.VacancyIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "check", mixinStandardHelpOptions = true, description = "Verify index, ledger and generations against each other.")
final class CheckCommand implements Callable<Integer> {
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() {
    try (VacancyIndex index = VacancyIndex.open(home.open())) {
      CheckReport report = index.check();
      if (output.isJson()) {
        output.json(report);
      } else {
        report.findings().forEach(output.out()::println);
        output.out()
            .printf("%s: %,d documents in %d generations%n",
                report.isSound() ? "Everything agrees" : report.findings().size() + " findings",
                report.documents(), report.generations());
      }
      return report.isSound() ? 0 : 2;
    }
  }
}
