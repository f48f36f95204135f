package org.metier.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.metier.allocation.OfferBook;
import org.metier.allocation.OpenOffers;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;
import org.metier.match.Match;
import org.metier.match.Matches;
import picocli.CommandLine.Option;

/// To how many people at a time a vacancy is shown, kept in a file from one call to the next.
final class OfferOptions {
  @Option(names = "--offers", paramLabel = "FILE", description = "JSON of who has which vacancy open: leave out what is full, and note there what this person is shown; made if it is not there")
  private @Nullable Path file;
  @Option(names = "--person", paramLabel = "ID", description = "with --offers: the person's pseudonym")
  private @Nullable String person;
  @Option(names = "--max-open", paramLabel = "N", description = "with --offers: people who may have one vacancy open at a time (default: ${DEFAULT-VALUE})", defaultValue = "20")
  private int maxOpen;
  @Option(names = "--open-days", paramLabel = "N", description = "with --offers: days after which an offer no longer counts (default: ${DEFAULT-VALUE})", defaultValue = "14")
  private int openDays;

  /// Null where no file was given.
  @Nullable
  OfferBook book() throws IOException {
    if (file == null) {
      return null;
    }
    if (person == null || person.isBlank()) {
      throw new IllegalArgumentException("--offers wants to know whom the matches are shown to:"
          + " give --person, such as --person p17");
    }
    OpenOffers state = Files.exists(file)
        ? Json.read(Files.readString(file), OpenOffers.class)
        : OpenOffers.NONE;
    return OfferBook.of(state, maxOpen, Duration.ofDays(openDays), InstantSource.system());
  }

  /// Whether a person was named.
  boolean isGiven() {
    return person != null;
  }

  /// The id of the profile.
  String person() {
    return person == null ? "cv" : person;
  }

  /// Notes what is shown.
  void open(OfferBook book, Matches matches) throws IOException {
    for (Match match : matches.matches()) {
      book.offer(person(), match.vacancy().id().toString());
    }
    if (file != null) {
      WholeFile.replace(file,
          (Json.writePretty(book.state()) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
