package org.metier.examples.cli;

import java.util.concurrent.Callable;
import org.metier.potential.Specification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "specification", mixinStandardHelpOptions = true, description = "Check a specification and print it, to keep or to start from.")
final class PotentialSpecificationCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "a specification, or one of the examples intake and jobless")
  private String name = "";

  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() {
    Specification specification = Specification.named(name);
    output.out().print(specification.toJson());
    output.err()
        .println("specification " + specification.name() + ", sha256 " + specification.sha256()
            + ": " + specification.features().size() + " features of "
            + specification.fields().size() + " fields");
    return 0;
  }
}
