package org.metier.taxonomy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// The rows of ESCO's CSV files, told apart by their columns and not by the files' names.
enum EscoRows {
  /// Concepts with their labels: occupations, skills, groups and the thematic collections.
  CONCEPTS(Set.of("concepturi", "preferredlabel")) {
    @Override
    void read(CsvTable row, @Nullable Language language, Gathering into) {
      String uri = uri(row, "conceptUri");
      ConceptKind kind = kind(row, uri);
      into.concept(uri, kind, code(row, kind));
      if (kind == ConceptKind.SKILL) {
        into.skill(uri, row.field("skillType").equals("knowledge"), reuse(row));
      }
      String note = row.field("regulatedProfessionNote");
      if (!note.isEmpty() && !note.endsWith("unregulated")) {
        into.regulated(uri);
      }
      if (language != null) {
        into.labels(uri, language, row.field("preferredLabel"), list(row.field("altLabels")),
            list(row.field("hiddenLabels")));
      }
      list(row.field("broaderConceptUri")).forEach(above -> into.broader(uri, above));
    }
  },
  /// One path of the skill hierarchy, from the top to a group.
  HIERARCHY(Set.of("level 0 uri", "level 0 preferred term")) {
    @Override
    void read(CsvTable row, @Nullable Language language, Gathering into) {
      String above = "";
      uri(row, "Level 0 URI");
      for (int level = 0; !row.field("Level " + level + " URI").isEmpty(); level++) {
        String uri = uri(row, "Level " + level + " URI");
        into.concept(uri, ConceptKind.SKILL_GROUP, row.field("Level " + level + " code"));
        if (language != null) {
          into.labels(uri, language, row.field("Level " + level + " preferred term"), List.of(),
              List.of());
        }
        if (!above.isEmpty()) {
          into.broader(uri, above);
        }
        above = uri;
      }
    }
  },
  /// What is above what.
  BROADER(Set.of("concepturi", "broaderuri")) {
    @Override
    void read(CsvTable row, @Nullable Language language, Gathering into) {
      into.broader(uri(row, "conceptUri"), uri(row, "broaderUri"));
    }
  },
  /// Which skills an occupation needs.
  OCCUPATION_SKILLS(Set.of("occupationuri", "relationtype", "skilluri")) {
    @Override
    void read(CsvTable row, @Nullable Language language, Gathering into) {
      String occupation = uri(row, "occupationUri");
      String skill = uri(row, "skillUri");
      String type = row.field("relationType").toLowerCase(Locale.ROOT);
      switch (type) {
        case "essential" -> into.essential(occupation, skill);
        case "optional" -> into.optional(occupation, skill);
        default -> throw new BadRow("relationType", type, "essential or optional");
      }
    }
  },
  /// How skills relate to each other; Metier does not use it.
  SKILL_SKILLS(Set.of("originalskilluri", "relatedskilluri")) {
    @Override
    void read(CsvTable row, @Nullable Language language, Gathering into) {}
  },
  /// Names of concept schemes; Metier does not use them.
  SCHEMES(Set.of("conceptschemeuri")) {
    @Override
    void read(CsvTable row, @Nullable Language language, Gathering into) {}
  };

  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");
  private static final Pattern LINE_OR_BAR = Pattern.compile("[\\n\\r|]+");

  @SuppressWarnings("ImmutableEnumChecker") // each is a Set.of
  private final Set<String> columns;

  EscoRows(Set<String> columns) {
    this.columns = columns;
  }

  /// A row that cannot be used; the reason is the message.
  static final class BadRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRow(String column, String found, String expected) {
      super(column + (found.isEmpty() ? " is empty" : " is \"" + found + "\"") + "; expected "
          + expected);
    }
  }

  /// Adds what a row says.
  ///
  /// @throws BadRow if it cannot be used
  abstract void read(CsvTable row, @Nullable Language language, Gathering into);

  /// @return null when no file of ESCO has these columns
  static @Nullable EscoRows of(Set<String> columns) {
    return Arrays.stream(values())
        .filter(r -> columns.containsAll(r.columns))
        .findFirst()
        .orElse(null);
  }

  boolean isUsed() {
    return this != SKILL_SKILLS && this != SCHEMES;
  }

  boolean hasLabels() {
    return this == CONCEPTS || this == HIERARCHY;
  }

  private static String uri(CsvTable row, String column) {
    String uri = row.field(column);
    if (!URI.matcher(uri).matches()) {
      throw new BadRow(column, uri, "a URI such as http://data.europa.eu/esco/isco/C2654");
    }
    return uri;
  }

  private static ConceptKind kind(CsvTable row, String uri) {
    String type = row.field("conceptType");
    return switch (type) {
      case "Occupation" -> ConceptKind.OCCUPATION;
      case "KnowledgeSkillCompetence" -> ConceptKind.SKILL;
      case "ISCOGroup" -> ConceptKind.ISCO_GROUP;
      case "SkillGroup" -> ConceptKind.SKILL_GROUP;
      case "" -> kindByUri(uri);
      default -> throw new BadRow("conceptType", type,
          "Occupation, KnowledgeSkillCompetence, ISCOGroup or SkillGroup");
    };
  }

  private static ConceptKind kindByUri(String uri) {
    if (uri.contains("/occupation/")) {
      return ConceptKind.OCCUPATION;
    }
    if (uri.contains("/isco/")) {
      return ConceptKind.ISCO_GROUP;
    }
    if (uri.contains("/skill/")) {
      return ConceptKind.SKILL;
    }
    throw new BadRow("conceptType", "",
        "Occupation, KnowledgeSkillCompetence, ISCOGroup or SkillGroup");
  }

  private static String code(CsvTable row, ConceptKind kind) {
    return switch (kind) {
      case OCCUPATION -> digits(row, "iscoGroup", "\\d{4}|", "4 digits such as 0110");
      case ISCO_GROUP -> digits(row, "code", "\\d{1,4}", "1 to 4 digits such as 0110");
      case SKILL_GROUP -> row.field("code");
      case SKILL -> "";
    };
  }

  private static String digits(CsvTable row, String column, String allowed, String expected) {
    String code = row.field(column).replaceFirst("^C(?=\\d)", "");
    if (!code.matches(allowed)) {
      throw new BadRow(column, code, expected + ", leading zeros kept");
    }
    return code;
  }

  private static @Nullable ReuseLevel reuse(CsvTable row) {
    return switch (row.field("reuseLevel")) {
      case "transversal" -> ReuseLevel.TRANSVERSAL;
      case "cross-sector" -> ReuseLevel.CROSS_SECTOR;
      case "sector-specific" -> ReuseLevel.SECTOR_SPECIFIC;
      case "occupation-specific" -> ReuseLevel.OCCUPATION_SPECIFIC;
      default -> null;
    };
  }

  /// The values of a cell: one a line, in the collections parted by bars; never parted by commas,
  /// which labels contain.
  private static List<String> list(String cell) {
    return LINE_OR_BAR.splitAsStream(cell).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
