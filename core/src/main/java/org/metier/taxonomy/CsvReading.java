package org.metier.taxonomy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.metier.text.Language;

/// Reads CSV files one after the other and keeps account of it. Not thread-safe.
final class CsvReading {
  private final Gathering gathering = new Gathering();
  private final List<TaxonomyReport.SourceFile> files = new ArrayList<>();
  private final List<TaxonomyReport.SkippedRow> skipped = new ArrayList<>();
  private int skippedRows;
  private int obsolete;

  /// @return whether the file had something to use
  boolean read(CsvSource source) {
    if (!source.isCovered()) {
      return leaveOut(source, "its language is not one of Metier's");
    }
    try (CsvTable table = CsvTable.open(source)) {
      EscoRows rows = EscoRows.of(table.columns());
      if (rows == null) {
        return leaveOut(source, table.columns().isEmpty()
            ? "it is empty"
            : "its columns are not those of a file of ESCO");
      }
      if (!rows.isUsed()) {
        return leaveOut(source, "Metier does not use it");
      }
      if (rows.hasLabels() && source.language() == null) {
        throw new TaxonomyException(source.name() + ": the language of its labels is unknown; call"
            + " it something like occupations_en.csv, or name the language");
      }
      readRows(source, table, rows);
    }
    return true;
  }

  private void readRows(CsvSource source, CsvTable table, EscoRows rows) {
    int count = 0;
    while (table.next()) {
      count++;
      if (table.field("status").equals("obsolete")) {
        obsolete++;
        continue;
      }
      try {
        rows.read(table, source.language(), gathering);
      } catch (EscoRows.BadRow e) {
        skip(source, table.line(), String.valueOf(e.getMessage()));
      }
    }
    files.add(new TaxonomyReport.SourceFile(source.name(), count, ""));
  }

  private void skip(CsvSource source, long line, String reason) {
    if (skippedRows++ < TaxonomyReport.MAX_LISTED) {
      skipped.add(new TaxonomyReport.SkippedRow(source.name(), line, reason));
    }
  }

  private boolean leaveOut(CsvSource source, String why) {
    files.add(new TaxonomyReport.SourceFile(source.name(), 0, why));
    return false;
  }

  TaxonomyImport.Result finish() {
    Taxonomy.Compiled compiled = Taxonomy.compile(gathering.finish());
    Taxonomy taxonomy = compiled.taxonomy();
    Map<ConceptKind, Integer> concepts = new EnumMap<>(ConceptKind.class);
    for (ConceptKind kind : ConceptKind.values()) {
      concepts.put(kind, taxonomy.concepts(kind).length);
    }
    if (concepts.getOrDefault(ConceptKind.OCCUPATION, 0)
        + concepts.getOrDefault(ConceptKind.SKILL, 0) == 0) {
      throw new TaxonomyException("the files hold neither an occupation nor a skill"
          + (skipped.isEmpty()
              ? ""
              : " (first of " + skippedRows + " bad rows: "
                  + skipped.getFirst() + ")")
          + "; expected ESCO's occupations and skills");
    }
    Map<Language, Integer> labels = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      labels.put(language, taxonomy.labelCount(language));
    }
    return new TaxonomyImport.Result(taxonomy, new TaxonomyReport(taxonomy.id(), files, concepts,
        labels, compiled.relations(), compiled.droppedRelations(), obsolete, skipped, skippedRows));
  }
}
