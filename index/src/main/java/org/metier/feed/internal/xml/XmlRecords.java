package org.metier.feed.internal.xml;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.metier.feed.FeedException;
import org.metier.feed.FeedItem;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.draft.Draft;

/// The records of an XML feed: the elements of one name, wherever in the document they stand. One record is
/// in memory at a time.
public final class XmlRecords {
  /// One record.
  public interface Reader {
    void read(XmlNode item, Draft draft);
  }

  private final FeedInput input;
  private final ItemScanner scanner;
  private final Reader reader;
  private final Consumer<FeedItem> items;
  private int received;

  /// @param names of the elements that are records, without prefix, in lower case
  public XmlRecords(FeedInput input, Set<String> names, Reader reader, Consumer<FeedItem> items) {
    this.input = input;
    this.reader = reader;
    this.items = items;
    scanner = new ItemScanner(new XmlText(input.bytes(), input.head()), names,
        input.limits().recordBytes());
  }

  /// Reads to the end tag of the root.
  ///
  /// @throws FeedException if it is not there, or if something follows it
  public void read() throws IOException {
    while (true) {
      ItemScanner.Piece piece = scanner.next();
      switch (piece.kind()) {
        case ITEM -> items.accept(item(piece));
        case UNCLOSED -> items.accept(unusable(piece, ProblemCode.BAD_RECORD,
            "an item without its end", "an end tag for every tag, and ]]> after CDATA"));
        case TOO_LARGE -> items.accept(unusable(piece, ProblemCode.TOO_LARGE, "a larger item",
            "at most " + input.limits().recordBytes() + " characters"));
        case STRAY_END -> items.accept(unusable(piece, ProblemCode.BAD_RECORD,
            "the end of an item that did not begin", "a start tag for every end tag"));
        case END -> {
          end();
          return;
        }
        case CUT_OFF -> throw input.cutOff("item " + (received + 1) + " at line " + scanner.line());
      }
      if (scanner.isRootItem()) {
        end();
        return;
      }
    }
  }

  private void end() throws IOException {
    if (received == 0 && scanner.holdsFailure()) {
      throw new FeedException(input.name() + " holds an error message in place of vacancies;"
          + " fetch it again (nothing was changed)");
    }
    if (scanner.goesOn()) {
      throw new FeedException(input.name() + " goes on after the end of its XML at line "
          + scanner.line() + "; have the sender mend it (nothing of it was taken over)");
    }
  }

  private FeedItem item(ItemScanner.Piece piece) {
    return switch (XmlTrees.read(piece.text(), input.limits())) {
      case XmlTrees.Tree(XmlNode root) -> {
        Draft draft = draft(piece);
        reader.read(root, draft);
        yield draft.finish();
      }
      case XmlTrees.Unusable(ProblemCode code, String found, String expected) ->
        unusable(piece, code,
            found, expected);
    };
  }

  private FeedItem unusable(ItemScanner.Piece piece, ProblemCode code, String found,
      String expected) {
    Draft draft = draft(piece);
    draft.problem(code, "", found, expected);
    return draft.finish();
  }

  private Draft draft(ItemScanner.Piece piece) {
    received++;
    return new Draft(input.source(), "item " + received + " (line " + piece.line() + ")");
  }
}
