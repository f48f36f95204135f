package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.advice.LearningAdvisor;
import org.metier.advice.Target;
import org.metier.feed.Feed;
import org.metier.home.Home;
import org.metier.index.internal.CommitLabel;
import org.metier.index.internal.Generations;
import org.metier.index.internal.Store;

/// An index that an earlier release wrote is read, but not added to before it was written anew.
class LayoutTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void an_index_of_an_earlier_layout_takes_vacancies_in_after_recoding() throws IOException {
    Home home = Home.open(folder);
    try (VacancyIndex index = VacancyIndex.builder(home).taxonomy(Market.taxonomy()).build()) {
      index.ingest(feed());
    }
    age(new Generations(home.vacancyIndex()).current());
    try (VacancyIndex index = VacancyIndex.builder(home).taxonomy(Market.taxonomy()).build()) {
      IndexException refused = assertThrows(IndexException.class,
          () -> index.ingest(feed()));
      assertEquals("the vacancies of this home were written in an earlier layout (2, now "
          + CommitLabel.FORMAT + "); write them anew: metier recode", refused.getMessage());
      index.recode();
      assertEquals(1, index.ingest(feed()).received());
    }
  }

  @Test
  void advice_is_not_counted_in_an_index_that_lacks_what_is_counted() throws IOException {
    Home home = Home.open(folder);
    try (VacancyIndex index = VacancyIndex.builder(home).taxonomy(Market.taxonomy()).build()) {
      index.ingest(feed());
    }
    age(new Generations(home.vacancyIndex()).current());
    try (LearningAdvisor advisor = LearningAdvisor.builder(home)
        .taxonomy(Market.taxonomy())
        .build()) {
      var profile = Market.profile("p", List.of("s0", "s1", "s2"), List.of());
      IndexException refused = assertThrows(IndexException.class,
          () -> advisor.advise(profile, Target.occupation("baker")));
      assertTrue(Market.message(refused).endsWith("write them anew: metier recode"));
    }
  }

  private static Feed feed() {
    String record = "{\"metier\":1,\"key\":\"a\",\"title\":\"Baker\",\"description\":\"You bake.\"}\n";
    return Feed.of(MadeFeeds.full("s"), "s.jsonl",
        new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8))).build();
  }

  private static void age(Path index) throws IOException {
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, Store.config())) {
      Map<String, String> data = new HashMap<>();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        data.putAll(reader.getIndexCommit().getUserData());
      }
      data.put("metier.format", "2");
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }
}
