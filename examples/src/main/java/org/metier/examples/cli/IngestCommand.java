package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.Delivery;
import org.metier.feed.Feed;
import org.metier.feed.Source;
import org.metier.feed.mapping.Mapping;
import org.metier.home.Home;
import org.metier.index.Loss;
import org.metier.index.Sources;
import org.metier.index.VacancyIndex;
import org.metier.ledger.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ingest", mixinStandardHelpOptions = true, description = "Take a partner's feed into the index; the same feed twice changes nothing.")
final class IngestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FEED", description = "the file to read; it may be packed by zip or gzip")
  private Path file = Path.of("");
  @Option(names = "--source", required = true, paramLabel = "ID|FILE", description = "identifier of the partner, such as pl-boards, or its declaration, which is kept in the home")
  private String source = "";
  @Option(names = "--format", paramLabel = "NAME", description = "the format of the feed (default: as declared, else told from the content)")
  private @Nullable String format;
  @Option(names = "--mapping", paramLabel = "FILE", description = "says which column is which, for csv and json")
  private @Nullable Path mapping;
  @Option(names = "--delivery", paramLabel = "KIND", description = "full or delta (default: as declared, else delta)")
  private @Nullable Delivery delivery;
  @Option(names = "--zone", paramLabel = "ZONE", description = "time zone of dates that carry none")
  private @Nullable ZoneId zone;
  @Option(names = "--as-of", paramLabel = "INSTANT", description = "compare deadlines with this moment instead of now: for an archive")
  private @Nullable Instant asOf;
  @Option(names = "--accept-loss", description = "withdraw what is absent even if much is; the ledger notes it")
  private boolean isLossAccepted;
  @Option(names = "--problems", paramLabel = "N", description = "how many problems to show one by one (default: ${DEFAULT-VALUE})", defaultValue = "10")
  private int problems = 10;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() throws IOException {
    Home opened = home.open();
    Feed feed = Feed.of(source(opened), file).progress(progress()).build();
    try (VacancyIndex index = VacancyIndex.open(opened)) {
      Run run = index.ingest(feed, isLossAccepted ? Loss.ACCEPTED : Loss.ASK);
      if (output.isJson()) {
        output.json(run);
      } else {
        new RunPrinter(output.out()).print(run, problems);
        output.out()
            .printf("In the index now: %,d vacancies, %,d of them open%n", index.count(),
                index.countOpen());
      }
      return switch (run.state()) {
        case COMPLETE, STARTED -> 0;
        case CUT_OFF, WAITING, UNREADABLE -> {
          output.err().println(run.message());
          yield 2;
        }
      };
    }
  }

  private Source source(Home opened) throws IOException {
    Path declaration = Path.of(source);
    Source declared = source.endsWith(".json") && Files.exists(declaration)
        ? Sources.of(opened).declare(declaration)
        : Sources.of(opened).find(source).orElseGet(() -> Source.of(source));
    if (format != null || mapping != null) {
      declared = declared.withFormat(format == null ? declared.format() : format,
          mapping == null ? declared.mapping() : Mapping.read(mapping));
    }
    if (zone != null) {
      declared = declared.withZone(zone);
    }
    if (delivery != null) {
      declared = declared.withDelivery(delivery);
    }
    return asOf == null ? declared : declared.withAsOf(asOf);
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
