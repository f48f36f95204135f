package org.metier.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// A part of a report. Closed, so that every rendering is a `switch` without a default.
public sealed interface Block {
  /// One or more sentences.
  record Text(String text) implements Block {
    public Text {
      Report.requireText("a text", text);
    }
  }

  /// What must not be overlooked.
  record Notice(Level level, String text) implements Block {
    public Notice {
      Report.requireText("a notice", text);
    }
  }

  /// How urgent a notice is; said in words, never by colour alone.
  enum Level {
    GOOD, NOTE, WARNING
  }

  /// Statements.
  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /// Names and what stands for each.
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /// @param value may be empty
  /// @param language of the value; null for that of the report
  record Fact(String name, String value, @Nullable Language language) {
    /// In the language of the report.
    public Fact(String name, String value) {
      this(name, value, null);
    }
  }

  /// A table; the first cell of each row names the row.
  ///
  /// @param caption says what the table holds
  /// @param rows as many cells each as there are columns
  record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {
    public Table {
      Report.requireText("the caption of a table", caption);
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException("a row of \"" + caption + "\" has " + row.size()
              + " cells and not " + columns.size());
        }
      }
    }
  }

  /// @param isNumber whether its cells are set flush right
  /// @param language of the cells; null for that of the report
  record Column(String heading, boolean isNumber, @Nullable Language language) {
    public Column {
      Report.requireText("the heading of a column", heading);
    }

    /// Cells as somebody wrote them in another language.
    public Column in(Language other) {
      return new Column(heading, isNumber, other);
    }

    public static Column text(String heading) {
      return new Column(heading, false, null);
    }

    public static Column number(String heading) {
      return new Column(heading, true, null);
    }
  }

  /// A value per row, as a dot with its interval or as a bar from 0; its figures follow as a table.
  ///
  /// @param title what is shown
  /// @param description what is to be seen, in a sentence, for those who do not see it
  /// @param rowHeading what the rows are, such as `Group`
  /// @param line a value that others are compared with, such as the whole's; null for none
  record RowPlot(String title, String description, String rowHeading, Axis axis, Mark mark,
      @Nullable Double line, List<Row> rows) implements Block {
    public RowPlot {
      Report.requireText("the title of a plot", title);
      Report.requireText("the description of a plot", description);
      rows = List.copyOf(rows);
    }
  }

  /// How a value is drawn.
  enum Mark {
    DOT, BAR
  }

  /// @param low and `high` bound the value; null for none
  /// @param text the value in words, as the table has it; also where there is no value, such as hidden ones
  record Row(String label, @Nullable Double value, @Nullable Double low, @Nullable Double high,
      String text) {}

  /// Curves on two axes; their points follow as a table.
  ///
  /// @param line what a line stands for that the curves are looked at with
  record CurvePlot(String title, String description, Axis x, Axis y, Guide line,
      List<Curve> curves) implements Block {
    /// More cannot be told apart.
    public static final int MAX_CURVES = 6;

    public CurvePlot {
      Report.requireText("the title of a plot", title);
      Report.requireText("the description of a plot", description);
      curves = List.copyOf(curves);
      if (curves.size() > MAX_CURVES) {
        throw new IllegalArgumentException(
            "a plot has at most " + MAX_CURVES + " curves, had " + curves.size());
      }
    }
  }

  /// A line that helps to read curves. Closed, so that a page draws each.
  sealed interface Guide {
    /// Points on the line from corner to corner are right.
    record Diagonal() implements Guide {}

    /// What was chosen on the axis of `x`.
    record Chosen(double x) implements Guide {}

    /// No line.
    record None() implements Guide {}
  }

  /// @param points in the order in which they are joined
  record Curve(String name, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /// @param low and `high` bound `y`; null for none
  record Point(double x, double y, @Nullable Double low, @Nullable Double high) {}

  /// @param label what is measured, with its unit
  /// @param most above `least`
  record Axis(String label, double least, double most, Unit unit) {
    public Axis {
      if (!(least < most) || !Double.isFinite(most - least)) {
        throw new IllegalArgumentException(
            "an axis must go up, was from " + least + " to " + most);
      }
    }

    /// Shares from 0 to 1.
    public static Axis ofShares(String label) {
      return new Axis(label, 0, 1, Unit.SHARE);
    }

    double share(double value) {
      return Math.clamp((value - least) / (most - least), 0, 1);
    }
  }

  /// How numbers of an axis are written.
  enum Unit {
    /// In per cent.
    SHARE,
    /// With as many decimals as the ticks need.
    NUMBER
  }

  /// Plots beside each other, as far as there is room, whose figures stand in tables below.
  ///
  /// @param rowPlots with titles of their own
  /// @param curvePlots the same; after the others
  /// @param figures of all plots together, at least one table
  record Panel(List<RowPlot> rowPlots, List<CurvePlot> curvePlots, List<Table> figures)
      implements
        Block {
    public Panel {
      rowPlots = List.copyOf(rowPlots);
      curvePlots = List.copyOf(curvePlots);
      figures = List.copyOf(figures);
      if (figures.isEmpty()) {
        throw new IllegalArgumentException("plots need their figures as a table");
      }
    }
  }

  /// What somebody wrote in another language than the report's.
  record Quoted(Language language, List<Block> blocks) implements Block {
    public Quoted {
      blocks = List.copyOf(blocks);
    }
  }

  /// Blocks under a heading of their own.
  record Part(String heading, List<Block> blocks) implements Block {
    public Part {
      Report.requireText("the heading of a part", heading);
      blocks = List.copyOf(blocks);
    }
  }
}
