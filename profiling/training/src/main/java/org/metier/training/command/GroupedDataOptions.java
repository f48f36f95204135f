package org.metier.training.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.potential.Specification;
import org.metier.training.potential.Groups;
import org.metier.training.potential.SpellTable;
import picocli.CommandLine.Option;

/// A table of spells, its specification and, for measuring alone, protected columns.
final class GroupedDataOptions {
  @Option(names = "--data", required = true, paramLabel = "FILE", description = "past spells, such as spells.csv")
  private Path data = Path.of("");

  @Option(names = "--spec", required = true, paramLabel = "FILE", description = "the specification; intake and jobless name the examples that ship with Metier")
  private String specification = "";

  @Option(names = "--protected", paramLabel = "FILE", description = "protected columns in a file of their own (default: the data)")
  private @Nullable Path protectedFile;

  @Option(names = "--id", paramLabel = "COLUMN", defaultValue = "id", description = "pseudonym that joins the two files (default: ${DEFAULT-VALUE})")
  private String id = "id";

  Specification specification() {
    return Specification.named(specification);
  }

  Path data() {
    return data;
  }

  @Nullable
  Path protectedFile() {
    return protectedFile;
  }

  String id() {
    return id;
  }

  /// Pseudonyms of some rows; empty when the data have no column of them.
  Set<String> people(int[] lines) throws IOException {
    return Groups.pseudonyms(data, id, lines);
  }

  SpellTable spells() throws IOException {
    return SpellTable.read(data, specification(), id);
  }

  Groups groups(int[] lines) throws IOException {
    return Groups.read(data, protectedFile, id, specification(), lines);
  }
}
