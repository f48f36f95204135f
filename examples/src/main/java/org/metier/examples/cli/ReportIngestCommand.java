package org.metier.examples.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.metier.index.Ledger;
import org.metier.index.LedgerPage;
import org.metier.index.VacancyIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "ingest", mixinStandardHelpOptions = true, description = "What became of every record that partners delivered.")
final class ReportIngestCommand implements Callable<Integer> {
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() throws IOException {
    try (VacancyIndex index = VacancyIndex.open(home.open())) {
      List<Ledger.Balance> balances = index.ledger().balances();
      output.write(balances, () -> LedgerPage.of(balances, output.language()));
    }
    return 0;
  }
}
