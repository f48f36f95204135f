package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.home.Home;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.VacancyId;

/// A power cut on a disk that lied about having written: the newest commit file is torn, the one before it
/// is still there.
class TornCommitTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final MadeFeeds.Delivered FIRST = new MadeFeeds.Delivered(MadeFeeds.delta("a"),
      "first", List.of(new MadeFeeds.Ad("k1", 101, 0)));
  private static final MadeFeeds.Delivered SECOND = new MadeFeeds.Delivered(MadeFeeds.delta("a"),
      "second", List.of(new MadeFeeds.Ad("k2", 102, 0)));

  @TempDir
  private Path folder = Path.of("");
  private Path generation = Path.of("");

  private VacancyIndex open() {
    return VacancyIndex.builder(Home.open(folder.resolve("home"))).taxonomy(TAXONOMY).build();
  }

  /// Lays the commit of the first feed under that of the second one.
  @BeforeEach
  void tear() throws IOException {
    generation = folder.resolve("home/vacancies/generation-000001");
    try (VacancyIndex index = open()) {
      index.ingest(FIRST.feed());
    }
    Path kept = Files.createDirectories(folder.resolve("kept"));
    copy(generation, kept);
    try (VacancyIndex index = open()) {
      index.ingest(SECOND.feed());
    }
    copy(kept, generation);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private List<Path> commits() throws IOException {
    try (Stream<Path> files = Files.list(generation)) {
      return files.filter(f -> f.getFileName().toString().startsWith("segments_"))
          .sorted(Comparator.comparingLong((Path f) -> Long.parseLong(
              f.getFileName().toString().substring("segments_".length()), 36)))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 60, -1})
  void reading_and_writing_go_on_from_the_last_whole_commit(int length) throws IOException {
    Path newest = commits().getLast();
    byte[] bytes = Files.readAllBytes(newest);
    Files.write(newest,
        java.util.Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length));
    Files.write(generation.resolve("pending_segments_zz"), new byte[10]);
    Files.write(generation.resolve("_zz.cfs"), new byte[10]);
    Files.write(generation.resolve("garbage"), new byte[10]);
    try (VacancyIndex reader = open()) {
      assertEquals(List.of(new VacancyId("a", "k1")), reader.ids());
      assertTrue(Files.exists(newest), "a reader took a file away");
      assertEquals(List.of(new VacancyId("a", "k1")), reader.ids(), "the second time");
      try (VacancyIndex writer = open()) {
        writer.ingest(SECOND.feed());
        assertEquals(2, writer.count());
        assertEquals(List.of(), writer.check().findings());
      }
      assertEquals(2, reader.count());
      assertFalse(Files.exists(generation.resolve("pending_segments_zz")));
    }
  }

  @Test
  void a_reader_that_is_open_already_stays_in_service_and_catches_up() throws IOException {
    try (VacancyIndex reader = open()) {
      assertEquals(2, reader.count());
      Path newest = commits().getLast();
      byte[] whole = Files.readAllBytes(newest);
      Path torn = generation.resolve("segments_zz");
      Files.write(torn, java.util.Arrays.copyOf(whole, 30));
      assertEquals(2, reader.count());
      Files.delete(torn);
      try (VacancyIndex writer = open()) {
        writer.ingest(new MadeFeeds.Delivered(MadeFeeds.delta("a"), "third",
            List.of(new MadeFeeds.Ad("k3", 103, 0))).feed());
      }
      assertEquals(3, reader.count());
    }
  }
}
