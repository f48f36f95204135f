package org.metier.examples.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.metier.alert.Alert;
import org.metier.alert.AlertStore;
import org.metier.index.ErasureReceipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Groups the commands about saved searches and profiles.
@Command(name = "alert", mixinStandardHelpOptions = true, description = "Save searches and profiles, and tell of new vacancies that meet them, each once.", subcommands = {
  AlertAddCommand.class, AlertCommand.Listing.class, AlertRunCommand.class,
  AlertCommand.Removal.class})
final class AlertCommand extends Group {
  /// Lists alerts.
  @Command(name = "list", mixinStandardHelpOptions = true, description = "List the saved alerts.")
  static final class Listing implements Callable<Integer> {
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      List<Alert> alerts = AlertStore.open(home.open()).alerts();
      if (output.isJson()) {
        output.json(alerts);
      } else if (alerts.isEmpty()) {
        output.out().println("No alert is saved; save one with: metier alert add --help");
      } else {
        alerts.forEach(alert -> output.out()
            .printf("%s (of %s): %s%n", alert.id(), alert.owner(),
                String.join(", ", AlertWords.of(alert))));
      }
      return 0;
    }
  }

  /// Removes one alert, or all of a person.
  @Command(name = "remove", mixinStandardHelpOptions = true, description = "Remove an alert, or all of a person, from every file, with a receipt.")
  static final class Removal implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "the id of an alert, or with --owner a person's pseudonym")
    private String name = "";
    @Option(names = "--owner", description = "remove all alerts of the person")
    private boolean isOwner;
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      AlertStore store = AlertStore.open(home.open());
      ErasureReceipt receipt = isOwner ? store.erasePerson(name) : store.remove(name);
      if (output.isJson()) {
        output.json(receipt);
      } else {
        output.out()
            .printf("Removed %d; key SHA-256 %s%n", receipt.erased(), receipt.keySha256());
      }
      return 0;
    }
  }
}
