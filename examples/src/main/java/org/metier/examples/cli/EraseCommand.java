package org.metier.examples.cli;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.erasure.Erased;
import org.metier.erasure.Erasure;
import org.metier.vacancy.VacancyId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "erase", mixinStandardHelpOptions = true, description = "Erase a vacancy, or all that is kept of a person, from every file of the home, with a receipt.")
final class EraseCommand implements Callable<Integer> {
  /// What to erase: one of the two.
  static final class Target {
    @Option(names = "--vacancy", paramLabel = "SOURCE:KEY", description = "a vacancy")
    private @Nullable String vacancy;
    @Option(names = "--profile", paramLabel = "PSEUDONYM", description = "a person: stored profile, alerts, what was said of their scores, and the key of their decisions")
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
    Erasure erasure = Erasure.of(home.open());
    Erased erased = target.vacancy != null
        ? erasure.eraseVacancy(VacancyId.parse(target.vacancy), by)
        : erasure.erasePerson(Objects.requireNonNull(target.profile));
    if (output.isJson()) {
      output.json(erased);
    } else {
      output.out()
          .printf("Erased %d at %s; key SHA-256 %s%n", erased.erased(), erased.erasedAt(),
              erased.keySha256());
      for (Erased.Part part : erased.parts()) {
        output.out()
            .printf("  %s: %d%s%n", part.store().name().toLowerCase(Locale.ROOT), part.erased(),
                part.generation() == 0
                    ? ""
                    : "; generation " + part.generation() + " holds no trace of it");
      }
      erased.models()
          .forEach(model -> output.out()
              .printf("  trained with: %s model %s of %s%n", model.part(), model.model(),
                  model.trainedAt()));
    }
    return 0;
  }
}
