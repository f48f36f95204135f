package org.metier.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.metier.alert.AlertStore;
import org.metier.alert.Batch;
import org.metier.alert.Delivery;
import org.metier.alert.DeliveryReport;
import org.metier.home.Home;
import org.metier.index.VacancyIndex;
import org.metier.vacancy.Vacancy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "run", mixinStandardHelpOptions = true, description = "Print what is new for each alert since the last run.")
final class AlertRunCommand implements Callable<Integer> {
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  /// What a run printed, for machines.
  record Result(DeliveryReport report, List<Batch> batches) {}

  @Override
  public Integer call() {
    Home opened = home.open();
    try (VacancyIndex index = VacancyIndex.open(opened)) {
      List<Batch> batches = new ArrayList<>();
      DeliveryReport report = AlertStore.open(opened)
          .deliver(new IndexArrivals(index), batch -> {
            if (output.isJson()) {
              batches.add(batch);
            } else {
              batch.deliveries().forEach(delivery -> print(delivery, index));
            }
          });
      if (output.isJson()) {
        output.json(new Result(report, batches));
      } else {
        output.out()
            .printf("%d deliveries of %d new vacancies%n", report.deliveries(),
                report.arrivals());
      }
      return 0;
    }
  }

  private void print(Delivery delivery, VacancyIndex index) {
    String title = index.find(delivery.vacancy()).map(Vacancy::title).orElse("(gone since)");
    output.out().printf("%s <- %s  [%s]%n", delivery.alert(), title, delivery.vacancy());
  }
}
