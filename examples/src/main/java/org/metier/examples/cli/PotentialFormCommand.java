package org.metier.examples.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.metier.potential.IntakeForm;
import org.metier.potential.Specification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "form", mixinStandardHelpOptions = true, description = "Print the questions of an intake form.")
final class PotentialFormCommand implements Callable<Integer> {
  @Option(names = "--spec", paramLabel = "FILE", defaultValue = "intake", description = "the specification; intake and jobless name examples (default: ${DEFAULT-VALUE})")
  private String specification = "intake";

  @Mixin
  private LanguageOption language = new LanguageOption();

  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() {
    List<IntakeForm.Item> items = IntakeForm.of(Specification.named(specification))
        .items(language.language());
    if (output.isJson()) {
      output.json(items);
      return 0;
    }
    for (IntakeForm.Item item : items) {
      output.out().println(item.field() + ": " + item.text() + range(item));
      if (!item.choices().isEmpty()) {
        output.out()
            .println("  " + item.choices()
                .stream()
                .map(c -> c.value() + " = " + c.text())
                .collect(Collectors.joining("; ")));
      }
    }
    return 0;
  }

  /// Numbers and no unit, which is of one language and stands in the question.
  private static String range(IntakeForm.Item item) {
    IntakeForm.Range range = item.range();
    return range == null ? "" : " [" + plain(range.low()) + " - " + plain(range.high()) + "]";
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
