package org.metier.examples.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.index.ErasureReceipt;
import org.metier.index.ProfileStore;
import org.metier.index.VacancyIndex;
import org.metier.vacancy.VacancyId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "erase", mixinStandardHelpOptions = true, description = "Erase a vacancy or a stored profile from every file of the index, with a receipt.")
final class EraseCommand implements Callable<Integer> {
  /// What to erase: one of the two.
  static final class Target {
    @Option(names = "--vacancy", paramLabel = "SOURCE:KEY", description = "a vacancy")
    private @Nullable String vacancy;
    @Option(names = "--profile", paramLabel = "PSEUDONYM", description = "a stored profile")
    private @Nullable String profile;
  }

  @Option(names = "--by", paramLabel = "ROLE", description = "role or pseudonym of the person who asks for it (default: ${DEFAULT-VALUE})", defaultValue = "command line")
  private String by = "command line";
  @ArgGroup(multiplicity = "1")
  private Target target = new Target();
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() {
    ErasureReceipt receipt = erase(home.open());
    if (output.isJson()) {
      output.json(receipt);
    } else {
      output.out()
          .printf("Erased %d at %s; key SHA-256 %s; index generation %d holds no trace of it%n",
              receipt.erased(),
              receipt.erasedAt(), receipt.keySha256(), receipt.generation());
    }
    return 0;
  }

  private ErasureReceipt erase(Home opened) {
    if (target.vacancy != null) {
      try (VacancyIndex index = VacancyIndex.open(opened)) {
        return index.erase(VacancyId.parse(target.vacancy), by);
      }
    }
    try (ProfileStore profiles = ProfileStore.open(opened)) {
      return profiles.erase(java.util.Objects.requireNonNull(target.profile));
    }
  }
}
