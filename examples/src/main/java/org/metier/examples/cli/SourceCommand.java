package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.metier.feed.Source;
import org.metier.index.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "source", mixinStandardHelpOptions = true, description = "Declare or list the partners that deliver vacancies.", subcommands = {
  SourceCommand.Add.class, SourceCommand.Show.class})
final class SourceCommand extends Group {

  @Command(name = "add", mixinStandardHelpOptions = true, description = "Check a declaration and keep it, with its mapping, in the home.")
  static final class Add implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the declaration, one JSON object")
    private Path file = Path.of("");
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
      Source source = Sources.of(home.open()).declare(file);
      output.out().println("Declared: " + line(source));
      return 0;
    }
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "The declared sources, with all settings.")
  static final class Show implements Callable<Integer> {
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
      List<Source> sources = Sources.of(home.open()).all();
      if (output.isJson()) {
        output.json(sources.stream().map(SourceCommand::line).toList());
      } else {
        sources.forEach(source -> output.out().println(line(source)));
      }
      return 0;
    }
  }

  private static String line(Source source) {
    return "%s: %s delivery, format %s%s, zone %s, time to live %s, trust %s, terms %s".formatted(
        source.id(), RunPrinter.words(source.delivery().name()),
        source.format() == null ? "told from the content" : source.format(),
        source.mapping() == null ? "" : " with a mapping",
        source.zone() == null ? "of the format" : source.zone(),
        source.timeToLive() == null ? "unlimited" : source.timeToLive().toDays() + " days",
        source.trust(),
        source.terms().licence() == null ? "not declared" : source.terms().licence());
  }
}
