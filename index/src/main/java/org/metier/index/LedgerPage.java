package org.metier.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metier.feed.FeedProblem;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.Run;
import org.metier.ledger.SilentField;
import org.metier.report.Block;
import org.metier.report.Block.Axis;
import org.metier.report.Block.Column;
import org.metier.report.Block.Fact;
import org.metier.report.Block.Row;
import org.metier.report.Numbers;
import org.metier.report.Report;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// Makes a page of the account of every record that partners delivered: what became of each, why, and what is
/// to be mended. Not thread-safe: one for each page.
public final class LedgerPage {
  /// Examples of each problem, for whoever mends the feed.
  private static final int EXAMPLES = 20;

  private final Phrases phrases;
  private final Numbers numbers;

  private LedgerPage(Language language) {
    phrases = Phrases.of(LedgerPage.class, "ledger", language);
    numbers = Numbers.in(language);
  }

  /// @param balances of each source, as [Ledger#balances] gives them
  public static Report of(List<Ledger.Balance> balances, Language language) {
    LedgerPage page = new LedgerPage(language);
    List<Report.Section> sections = new ArrayList<>();
    for (Ledger.Balance balance : balances) {
      sections.add(new Report.Section(balance.source(), page.source(balance)));
    }
    return new Report(language, page.phrases.of("title"), page.lead(balances), sections);
  }

  private List<Block> lead(List<Ledger.Balance> balances) {
    List<Block> blocks = new ArrayList<>();
    if (balances.isEmpty()) {
      blocks.add(new Block.Notice(Block.Level.NOTE, phrases.of("nothing")));
      return blocks;
    }
    boolean isBalanced = balances.stream().allMatch(b -> b.difference() == 0);
    blocks.add(new Block.Notice(isBalanced ? Block.Level.GOOD : Block.Level.WARNING,
        phrases.of(isBalanced ? "balanced" : "unbalanced")));
    List<Column> columns = new ArrayList<>(List.of(Column.text(phrases.of("column.source")),
        Column.number(phrases.of("column.runs")), Column.number(phrases.of("column.received"))));
    for (RecordEnd end : RecordEnd.values()) {
      columns.add(Column.number(name("end", end)));
    }
    columns.add(Column.number(phrases.of("column.difference")));
    blocks.add(new Block.Table(phrases.of("table.sources"), columns, balances.stream()
        .map(balance -> {
          List<String> cells = new ArrayList<>(List.of(balance.source(),
              numbers.count(balance.runs()), numbers.count(balance.received())));
          for (RecordEnd end : RecordEnd.values()) {
            cells.add(numbers.count(balance.ends().getOrDefault(end, 0L)));
          }
          cells.add(numbers.count(balance.difference()));
          return cells;
        })
        .toList()));
    return blocks;
  }

  private String name(String kind, Enum<?> constant) {
    return phrases.of(kind + "." + constant.name());
  }

  private List<Block> source(Ledger.Balance balance) {
    Run last = balance.lastRun();
    List<Block> blocks = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    balance.stock()
        .forEach((state, count) -> facts
            .add(new Fact(phrases.of("now", name("state", state)), numbers.count(count))));
    facts.add(new Fact(phrases.of("fact.last"), phrases.of("run", numbers.count(last.number()),
        last.startedAt().toString(), name("run", last.state()))));
    facts.add(new Fact(phrases.of("fact.feed"), last.feed()));
    facts.add(new Fact(phrases.of("fact.received"), numbers.count(last.received())));
    facts.add(new Fact(phrases.of("fact.accepted"), numbers.count(last.accepted())));
    blocks.add(new Block.Facts(facts));
    if (last.message() != null) {
      blocks.add(new Block.Notice(Block.Level.WARNING, last.message()));
    }
    for (SilentField field : last.alarms()) {
      blocks.add(new Block.Notice(Block.Level.WARNING, phrases.of("silent", field.field(),
          numbers.share(field.shareBefore()), numbers.share(field.shareNow()))));
    }
    counts(blocks, "table.ends", "column.end", "end", last.ends());
    counts(blocks, "table.reasons", "column.reason", "reason", last.reasons());
    counts(blocks, "table.lost", "column.reason", "reason", last.lost());
    coverage(blocks, last);
    counts(blocks, "table.problems", "column.problem", "problem", last.problems());
    examples(blocks, last.examples());
    return blocks;
  }

  private void counts(List<Block> blocks, String caption, String heading, String kind,
      Map<? extends Enum<?>, Integer> counts) {
    if (counts.isEmpty()) {
      return;
    }
    Map<String, Integer> named = new LinkedHashMap<>();
    counts.forEach((constant, count) -> named.put(name(kind, constant), count));
    blocks.add(new Block.Table(phrases.of(caption),
        List.of(Column.text(phrases.of(heading)), Column.number(phrases.of("column.records"))),
        named.entrySet()
            .stream()
            .map(e -> List.of(e.getKey(), numbers.count(e.getValue())))
            .toList()));
  }

  private void coverage(List<Block> blocks, Run last) {
    if (last.accepted() == 0 || last.coverage().isEmpty()) {
      return;
    }
    List<Row> rows = last.coverage().entrySet().stream().map(field -> {
      double share = (double) field.getValue() / last.accepted();
      return new Row(field.getKey(), share, null, null, numbers.share(share));
    }).toList();
    blocks.add(new Block.RowPlot(phrases.of("plot.coverage"),
        phrases.of("plot.coverage.description"), phrases.of("column.field"),
        Axis.ofShares(phrases.of("axis.coverage")), Block.Mark.BAR, null, rows));
  }

  private void examples(List<Block> blocks, List<FeedProblem> examples) {
    if (examples.isEmpty()) {
      return;
    }
    blocks.add(new Block.Table(phrases.of("table.examples"),
        List.of(Column.text(phrases.of("column.place")), Column.text(phrases.of("column.problem")),
            Column.text(phrases.of("column.field")), Column.text(phrases.of("column.found")),
            Column.text(phrases.of("column.expected"))),
        examples.stream()
            .limit(EXAMPLES)
            .map(p -> List.of(p.place(), name("problem", p.code()), p.field(), p.found(),
                p.expected()))
            .toList()));
  }
}
