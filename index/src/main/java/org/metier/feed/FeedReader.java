package org.metier.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.Archives;
import org.metier.feed.internal.CappedInputStream;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.ats.GreenhouseFormat;
import org.metier.feed.internal.ats.LeverFormat;
import org.metier.feed.internal.ats.SmartRecruitersFormat;
import org.metier.feed.internal.board.CareerjetFormat;
import org.metier.feed.internal.board.HrXml2Format;
import org.metier.feed.internal.board.IndeedFormat;
import org.metier.feed.internal.board.JoobleFormat;
import org.metier.feed.internal.board.TrovitFormat;
import org.metier.feed.internal.draft.PlainText;
import org.metier.feed.internal.metier.MetierFormat;
import org.metier.feed.internal.page.SchemaOrgFormat;
import org.metier.feed.internal.service.EuresFormat;
import org.metier.feed.internal.service.EuresPortalFormat;
import org.metier.feed.internal.service.FranceTravailFormat;
import org.metier.feed.internal.service.JobTechFormat;
import org.metier.feed.internal.service.NavFormat;
import org.metier.feed.mapping.CsvFormat;
import org.metier.feed.mapping.MappedJsonFormat;

/// Reads feeds of every format Metier knows, record by record, without ever holding a whole feed. A feed may
/// come packed by gzip or zip; each entry of an archive is then read as a feed of its own.
public final class FeedReader {
  /// All formats, the most telling first.
  private static final List<FeedFormat> FORMATS = List.of(
      new MetierFormat(),
      new EuresFormat(),
      new HrXml2Format(),
      new IndeedFormat(),
      new TrovitFormat(),
      new CareerjetFormat(),
      new JoobleFormat(),
      new FranceTravailFormat(),
      new JobTechFormat(),
      new NavFormat(),
      new EuresPortalFormat(),
      new GreenhouseFormat(),
      new LeverFormat(),
      new SmartRecruitersFormat(),
      new SchemaOrgFormat(),
      new MappedJsonFormat(),
      new CsvFormat());

  private FeedReader() {}

  /// The names of the formats.
  public static List<String> formats() {
    return FORMATS.stream().map(FeedFormat::name).toList();
  }

  /// Hands over what became of every record, in order.
  ///
  /// Time is linear in the feed; memory is that of the largest record (of the whole page for a
  /// `JobPosting` in HTML).
  ///
  /// @return how the feed ended
  /// @throws FeedException if the feed as a whole cannot be used; records handed over before
  ///     are good, but nothing follows from what was absent
  /// @throws IOException if the bytes cannot be read
  public static FeedEnd read(Feed feed, Consumer<FeedItem> items) throws IOException {
    Counted counted = new Counted(feed, items);
    try (InputStream raw = feed.open()) {
      return new Archives(feed.limits(),
          (name, entry, bytes) -> plain(feed, name, bytes, entry == null
              ? counted
              : item -> counted.accept(Placed.in(entry, item))))
          .read(feed.name(), raw);
    } catch (NoSuchFileException e) {
      throw new FeedException("there is no file " + e.getFile() + "; check the path", e);
    }
  }

  /// Reads a feed that is not packed, or no longer.
  private static FeedEnd plain(Feed feed, String name, BufferedInputStream bytes,
      Consumer<FeedItem> items) throws IOException {
    FeedHead head = head(bytes, name);
    FeedFormat format = format(feed, head);
    Source source = feed.source();
    FeedInput input = new FeedInput(source.id(), name,
        new CappedInputStream(bytes, name, feed.limits().feedBytes()), head, source.mapping(),
        source.zone(), source.dateOrder(), feed.limits());
    return format.read(input, items);
  }

  private static FeedHead head(BufferedInputStream bytes, String name) throws IOException {
    bytes.mark(FeedHead.BYTES + 1);
    byte[] first = bytes.readNBytes(FeedHead.BYTES);
    bytes.reset();
    FeedHead head = FeedHead.of(first, first.length);
    if (head.text().isBlank()) {
      throw new FeedException(name + " is empty: an empty file is an accident of its sender, not an"
          + " empty feed; fetch it again (nothing was changed)");
    }
    return head;
  }

  private static FeedFormat format(Feed feed, FeedHead head) {
    FeedFormat found = FORMATS.stream()
        .filter(f -> feed.source().mapping() == null || f.needsMapping())
        .filter(f -> f.recognises(head))
        .findFirst()
        .orElse(null);
    FeedFormat chosen = feed.source().format() == null ? found : named(feed.source().format());
    if (chosen == null) {
      throw unknown(feed, head);
    }
    if (!chosen.accepts(head)) {
      throw mismatch(feed, head, chosen, found);
    }
    if (chosen.needsMapping() && feed.source().mapping() == null) {
      throw new FeedException(feed.name() + " is " + chosen.name()
          + ", which needs a mapping file that says which column is which; name one with --mapping");
    }
    if (!chosen.needsMapping() && feed.source().mapping() != null) {
      throw new FeedException("format " + chosen.name()
          + " takes no mapping file; leave it out, or name the format json or csv");
    }
    return chosen;
  }

  private static FeedFormat named(String name) {
    return FORMATS.stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new FeedException("unknown format \"" + PlainText.line(name)
            + "\"; known formats: "
            + FORMATS.stream().map(FeedFormat::name).collect(Collectors.joining(", "))));
  }

  private static FeedException unknown(Feed feed, FeedHead head) {
    if (head.isHtml()) {
      return errorPage(feed.name());
    }
    return new FeedException(
        "the format of " + feed.name() + " cannot be told from its first bytes ("
            + looks(head) + "); name it with --format: " + String.join(", ", formats())
            + (feed.source().mapping() == null ? "; csv and json need a mapping file" : ""));
  }

  private static FeedException mismatch(Feed feed, FeedHead head, FeedFormat chosen,
      @Nullable FeedFormat found) {
    if (head.isHtml() && !chosen.name().equals("schemaorg")) {
      return errorPage(feed.name());
    }
    return new FeedException(feed.name() + " is not of format " + chosen.name() + ": it "
        + looks(head) + (found == null ? "" : "; try --format " + found.name())
        + " (nothing was changed)");
  }

  private static FeedException errorPage(String name) {
    return new FeedException(
        name + " is an HTML page without a JobPosting, most likely an error page"
            + " sent in place of the feed; fetch it again (nothing was changed)");
  }

  private static String looks(FeedHead head) {
    return head.isJson()
        ? "looks like JSON"
        : head.isHtml()
            ? "looks like an HTML page"
            : head.isMarkup()
                ? "looks like XML"
                : head.isText() ? "looks like text" : "is not text";
  }

  /// Counts records against the limit and reports progress.
  private static final class Counted implements Consumer<FeedItem> {
    private final Feed feed;
    private final Consumer<FeedItem> next;
    private int received;

    Counted(Feed feed, Consumer<FeedItem> next) {
      this.feed = feed;
      this.next = next;
    }

    @Override
    public void accept(FeedItem item) {
      received++;
      if (received > feed.limits().records()) {
        throw new FeedException(feed.name() + " has more than " + feed.limits().records()
            + " records, the limit; split the feed, or raise the limit if that is its usual size");
      }
      next.accept(item);
      feed.progress().accept(received);
    }
  }
}
