package org.metier.feed.mapping;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedException;
import org.metier.feed.FeedItem;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.PlainText;

/// A table with a header line (RFC 4180), read by a mapping.
public final class CsvFormat implements FeedFormat {
  private static final int MAX_COLUMNS = 2_000;

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public boolean needsMapping() {
    return true;
  }

  @Override
  public boolean recognises(FeedHead head) {
    return head.isText() && !head.isJson() && !head.isMarkup();
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    Mapping mapping = input.requiredMapping();
    Charset charset = input.head().charset(mapping.settings().charset());
    Reader text = new InputStreamReader(input.bytes(), charset.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT));
    try (CsvReader<CsvRecord> rows = rows(input, mapping.settings(), text)) {
      table(input, mapping, rows.iterator(), items);
      return FeedEnd.whole(name());
    } catch (CsvParseException e) {
      throw new FeedException(input.name()
          + " cannot be read as a table: a quoted cell is not closed,"
          + " or a row has more than " + input.limits().recordBytes()
          + " bytes; check separator and quote in the mapping, or fetch it again if it is cut off"
          + "", e);
    } catch (UncheckedIOException e) {
      throw undecodable(input, charset, Objects.requireNonNull(e.getCause()));
    } catch (CharacterCodingException e) {
      throw undecodable(input, charset, e);
    }
  }

  private static FeedException undecodable(FeedInput input, Charset charset, IOException e)
      throws IOException {
    if (!(e instanceof CharacterCodingException)) {
      throw e;
    }
    return new FeedException(input.name() + " is not all " + charset.name()
        + "; set \"charset\" in the mapping, such as windows-1250, or fetch it again"
        + "", e);
  }

  private static CsvReader<CsvRecord> rows(FeedInput input, Mapping.Settings settings,
      Reader text) {
    int max = input.limits().recordBytes();
    return CsvReader.builder()
        .fieldSeparator(settings.separator())
        .quoteCharacter(settings.quote())
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .skipEmptyLines(true)
        .maxBufferSize(Math.max(max, 1 << 20))
        .build(CsvRecordHandler.builder()
            .maxFields(MAX_COLUMNS)
            .maxFieldSize(max)
            .maxRecordSize(max)
            .build(), text);
  }

  private static void table(FeedInput input, Mapping mapping, Iterator<CsvRecord> rows,
      Consumer<FeedItem> items) {
    List<String> first = rows.next().getFields();
    int width = first.size();
    Map<String, Integer> header = header(input, mapping, first);
    MappedRecord record = new MappedRecord(mapping, input.zone());
    while (rows.hasNext()) {
      CsvRecord row = rows.next();
      Draft draft = new Draft(input.source(), "line " + row.getStartingLineNumber());
      if (row.getFieldCount() < width && !rows.hasNext()) {
        throw input.cutOff("line " + row.getStartingLineNumber() + ", whose row has "
            + row.getFieldCount() + " of " + width + " cells");
      }
      if (row.getFieldCount() == width) {
        record.read(column -> {
          Integer index = header.get(column);
          return index == null ? null : row.getField(index);
        }, draft);
      } else {
        draft.problem(ProblemCode.BAD_RECORD, "", row.getFieldCount() + " cells",
            width + " cells, as in the header");
      }
      items.accept(draft.finish());
    }
  }

  private static Map<String, Integer> header(FeedInput input, Mapping mapping, List<String> cells) {
    Map<String, Integer> header = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = i == 0 && cells.get(i).startsWith("\ufeff")
          ? cells.get(i).substring(1)
          : cells.get(i);
      if (!name.isBlank() && header.put(name.strip(), i) != null) {
        throw new FeedException(input.name() + ":1: the column \"" + PlainText.shortened(name, 60)
            + "\" stands twice in the header; columns need different names");
      }
    }
    Set<String> missing = new TreeSet<>(mapping.columns());
    missing.removeAll(header.keySet());
    if (!missing.isEmpty()) {
      throw new FeedException(input.name() + ":1: the header lacks " + quoted(missing)
          + ", which the mapping reads; it has " + quoted(new TreeSet<>(header.keySet()))
          + (header.size() == 1 ? "; is \"separator\" in the mapping right?" : ""));
    }
    return header;
  }

  private static String quoted(Set<String> names) {
    List<String> few = names.stream()
        .limit(40)
        .map(n -> "\"" + PlainText.shortened(PlainText.line(n), 60) + "\"")
        .toList();
    return String.join(", ", few) + (names.size() > 40 ? ", …" : "");
  }
}
