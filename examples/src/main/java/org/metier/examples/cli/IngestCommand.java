package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.Feed;
import org.metier.feed.mapping.Mapping;
import org.metier.index.IngestReport;
import org.metier.index.VacancyIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ingest", mixinStandardHelpOptions = true, description = "Take a partner's feed into the index; the same feed twice changes nothing.")
final class IngestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FEED", description = "the file to read")
  private Path file = Path.of("");
  @Option(names = "--source", required = true, paramLabel = "ID", description = "identifier of the partner, such as pl-boards")
  private String source = "";
  @Option(names = "--format", paramLabel = "NAME", description = "such as francetravail or jobtech; an unknown name lists all (default: told from the content)")
  private @Nullable String format;
  @Option(names = "--mapping", paramLabel = "FILE", description = "says which column is which, for csv and json")
  private @Nullable Path mapping;
  @Option(names = "--zone", paramLabel = "ZONE", description = "time zone of dates that carry none (default: that of the format's country, else UTC)")
  private @Nullable ZoneId zone;
  @Option(names = "--problems", paramLabel = "N", description = "how many problems to show one by one (default: ${DEFAULT-VALUE})", defaultValue = "10")
  private int problems = 10;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() throws IOException {
    Feed.Builder feed = Feed.of(source, file).format(format).zone(zone).progress(progress());
    if (mapping != null) {
      feed.mapping(Mapping.read(mapping));
    }
    try (VacancyIndex index = VacancyIndex.open(home.open())) {
      IngestReport report = index.ingest(feed.build());
      if (output.isJson()) {
        output.json(report);
      } else {
        new IngestPrinter(output.out()).print(report, problems);
        output.out()
            .printf("In the index now: %,d vacancies, %,d of them open%n", index.count(),
                index.countOpen());
      }
    }
    return 0;
  }

  private IntConsumer progress() {
    if (!output.isTerminal()) {
      return received -> {};
    }
    return received -> {
      if (received % 100 == 0) {
        output.err().printf("\r%,d records", received);
        output.err().flush();
      }
    };
  }
}
