package org.metier.profiling.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.profiling.extraction.Extraction.Extracted;

/// Collects the text of a document that flows (DOCX, ODT, RTF, HTML) as lines, up to
/// [TextExtractor#MAX_CHARACTERS]. A row of a table whose cells have one line each becomes one line with
/// tabs; a date or label of one line stands before the first line of the cell that follows it; other cells
/// follow one another, so that a table that only lays out columns is read column by column.
final class FlowText {
  private static final int LONGEST_LABEL = 42;

  private final StringBuilder page = new StringBuilder();
  private final HiddenText hidden = new HiddenText();
  private final Deque<Row> rows = new ArrayDeque<>();
  private int characters;

  private static final class Row {
    private final List<String> cells = new ArrayList<>();
    private @Nullable StringBuilder open;
  }

  private StringBuilder target() {
    Row row = rows.peek();
    if (row == null) {
      return page;
    }
    if (row.open == null) {
      row.open = new StringBuilder();
    }
    return row.open;
  }

  void add(String words) {
    int room = Math.min(words.length(), TextExtractor.MAX_CHARACTERS - characters);
    target().append(words, 0, room);
    characters += room;
  }

  /// Adds words in which a blank at the start of a line, or after another, says nothing.
  void addWords(String words) {
    StringBuilder text = target();
    char last = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
    add(last == ' ' || last == '\n' || last == '\t' ? words.stripLeading() : words);
  }

  /// Adds words that nobody sees.
  void addHidden(String words) {
    hidden.add(words);
  }

  /// Ends the line unless it is empty.
  void endLine() {
    hidden.end();
    StringBuilder text = target();
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  /// Leaves an empty line.
  void endParagraph() {
    endLine();
    StringBuilder text = target();
    if (text.length() > 1 && text.charAt(text.length() - 2) != '\n') {
      text.append('\n');
    }
  }

  /// Opens a row of a table, in the open cell of another when there is one.
  void startRow() {
    endLine();
    rows.push(new Row());
  }

  boolean isInRow() {
    return !rows.isEmpty();
  }

  void endCell() {
    hidden.end();
    Row row = rows.peek();
    if (row != null) {
      row.cells.add(row.open == null ? "" : row.open.toString().strip());
      row.open = null;
    }
  }

  void endRow() {
    Row row = rows.peek();
    if (row == null) {
      return;
    }
    if (row.open != null) {
      endCell();
    }
    rows.pop();
    List<String> cells = row.cells.stream().filter(c -> !c.isEmpty()).toList();
    StringBuilder text = target();
    boolean isLine = cells.stream().noneMatch(c -> c.indexOf('\n') >= 0);
    String between = isLine ? "\t" : "\n";
    String whole = cells.stream().collect(Collectors.joining(between));
    if (!isLine && cells.size() > 1 && cells.getFirst().length() <= LONGEST_LABEL
        && cells.getFirst().indexOf('\n') < 0) {
      whole = cells.getFirst() + "\t"
          + cells.stream().skip(1).collect(Collectors.joining(between));
    }
    text.append(whole);
    endLine();
  }

  boolean isFull() {
    return characters >= TextExtractor.MAX_CHARACTERS;
  }

  Extracted extracted() {
    while (isInRow()) {
      endRow();
    }
    hidden.end();
    List<String> notes = isFull()
        ? List.of("only the first " + TextExtractor.MAX_CHARACTERS + " characters were read")
        : List.of();
    int end = Math.min(page.length(), TextExtractor.MAX_CHARACTERS);
    return new Extracted(page.substring(0, end), 0, hidden.stretches(), List.of(), notes);
  }
}
