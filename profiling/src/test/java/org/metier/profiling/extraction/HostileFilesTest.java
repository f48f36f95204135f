package org.metier.profiling.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;
import org.metier.profiling.extraction.HostileFiles.Hostile;

/// Hostile files in a row leave the process that asks as it was. `-Dmetier.hostileFiles=5000` reads so many.
class HostileFilesTest {
  private static final int FILES = Integer.getInteger("metier.hostileFiles", 400);
  /// So many files come before the first look, that all classes are loaded and buffers made.
  private static final int WARM_UP = 60;
  private static final long MOST_HEAP_BYTES = 2_000_000;

  private final Map<Refusal, Integer> refusals = new EnumMap<>(Refusal.class);
  private final Map<String, String> outcomes = new TreeMap<>();
  private int read;

  @Test
  void hostile_files_in_a_row_leave_the_parent_as_it_was(TestReporter reporter)
      throws IOException, InterruptedException {
    Path folder;
    long childrenBefore = ProcessHandle.current().children().count();
    try (TextExtractor extractor = TextExtractor.builder().build()) {
      folder = extractor.folder().path();
      for (int seed = 0; seed < WARM_UP; seed++) {
        extract(extractor, HostileFiles.of(seed));
      }
      assertReadsGoodFiles(extractor);
      ParentState before = ParentState.take(folder);
      for (int seed = WARM_UP; seed < WARM_UP + FILES; seed++) {
        extract(extractor, HostileFiles.of(seed));
      }
      assertReadsGoodFiles(extractor);
      ParentState after = ParentState.take(folder);
      reporter.publishEntry(Map.of("before", before.toString(), "after", after.toString(), "read",
          String.valueOf(read), "refused", refusals.toString(), "outcomes", outcomes.toString()));
      assertEquals(before.files(), after.files());
      assertEquals(before.children(), after.children());
      assertEquals(childrenBefore + 1, after.children());
      assertEquals(before.temporary(), after.temporary());
      assertTrue(after.threads() <= before.threads() + 1, before + " " + after);
      assertTrue(after.heapBytes() - before.heapBytes() < MOST_HEAP_BYTES, before + " " + after);
    }
    assertTrue(Files.notExists(folder));
    assertEquals(childrenBefore, ProcessHandle.current().children().count());
    assertTrue(read > FILES / 10, outcomes.toString());
    assertTrue(refusals.size() >= 6, refusals.toString());
  }

  private void extract(TextExtractor extractor, Hostile file) {
    switch (extractor.extract(file.bytes())) {
      case Extracted extracted -> {
        assertTrue(extracted.text().length() <= TextExtractor.MAX_CHARACTERS, file.kind());
        outcomes.merge(file.kind(), "read", HostileFilesTest::join);
        read++;
      }
      case Refused(Refusal reason) -> {
        outcomes.merge(file.kind(), reason.name(), HostileFilesTest::join);
        refusals.merge(reason, 1, Integer::sum);
      }
    }
  }

  private static String join(String outcomes, String outcome) {
    return outcomes.contains(outcome) ? outcomes : outcomes + " " + outcome;
  }

  private static void assertReadsGoodFiles(TextExtractor extractor) throws IOException {
    for (byte[] file : new byte[][]{HostileFiles.goodPdf(), HostileFiles.goodDocx(),
      HostileFiles.goodOdt(), HostileFiles.goodRtf(), HostileFiles.goodHtml()}) {
      String text = assertInstanceOf(Extracted.class, extractor.extract(file)).text();
      assertTrue(text.contains("Baker") && (text.contains("Dough") || text.contains("Cook")), text);
    }
  }
}
