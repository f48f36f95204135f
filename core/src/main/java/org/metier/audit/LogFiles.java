package org.metier.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of a log: segments of lines, and beside each the sealed records of its decisions. Both are named by the
/// number of the segment's first entry.
record LogFiles(Path folder) {
  private static final String LINES = ".jsonl";
  private static final String RECORDS = ".sealed";

  Path segments() {
    return folder.resolve("log");
  }

  Path records() {
    return folder.resolve("records");
  }

  /// @param first number of its first entry
  Path segment(long first) {
    return segments().resolve("%012d%s".formatted(first, LINES));
  }

  Path records(long first) {
    return records().resolve("%012d%s".formatted(first, RECORDS));
  }

  /// Numbers of the segments that exist, in order.
  List<Long> all() throws IOException {
    if (!Files.isDirectory(segments())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(segments())) {
      return entries.map(p -> p.getFileName().toString())
          .filter(name -> name.matches("\\d{12}\\" + LINES))
          .map(name -> Long.parseLong(name.substring(0, 12)))
          .sorted()
          .toList();
    }
  }
}
