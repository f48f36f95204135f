package org.metier.examples.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.feed.Feed;
import org.metier.feed.FeedItem;
import org.metier.feed.FeedReader;
import org.metier.feed.ProblemCode;
import org.metier.feed.mapping.Mapping;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

final class SampleFeedsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Taxonomy TAXONOMY = Taxonomy.sample();
  private static final int[] OCCUPATIONS = TAXONOMY.concepts(ConceptKind.OCCUPATION);
  /// What a template or a missing value leaves behind.
  private static final Pattern LEFTOVER = Pattern
      .compile("\\$\\{|\\{[a-z0-9]+}|\\bnull\\b|Optional\\[|  |\\.\\.|\\u0000");

  @TempDir
  static Path folder;
  private static List<SampleFeed> feeds = List.of();
  private static List<FeedRecords> records = List.of();

  @BeforeAll
  static void write() throws IOException {
    feeds = SampleFeeds.of(TAXONOMY, TODAY, 42).write(folder);
    List<FeedRecords> read = new ArrayList<>();
    for (SampleFeed feed : feeds) {
      read.add(FeedRecords.of(feed));
    }
    records = read;
  }

  @Test
  void the_same_seed_and_day_give_the_same_bytes(@TempDir Path again) throws IOException {
    for (SampleFeed feed : SampleFeeds.of(TAXONOMY, TODAY, 42).write(again)) {
      assertArrayEquals(Files.readAllBytes(folder.resolve(feed.file().getFileName())),
          Files.readAllBytes(feed.file()), feed.source());
    }
  }

  @Test
  void another_seed_gives_other_vacancies(@TempDir Path other) throws IOException {
    for (SampleFeed feed : SampleFeeds.of(TAXONOMY, TODAY, 43).write(other)) {
      assertFalse(Arrays.equals(
          Files.readAllBytes(folder.resolve(feed.file().getFileName())),
          Files.readAllBytes(feed.file())), feed.source());
    }
  }

  @Test
  void there_are_four_feeds_in_four_formats_with_420_records() {
    assertEquals(List.of("france-emploi", "praca-pl", "stellen", "werk-nl"),
        feeds.stream().map(SampleFeed::source).toList());
    assertEquals(List.of("francetravail", "csv", "schemaorg", "json"),
        feeds.stream().map(SampleFeed::format).toList());
    assertEquals(List.of(112, 113, 103, 92), feeds.stream().map(SampleFeed::records).toList());
  }

  @Test
  void every_feed_holds_as_many_records_as_announced() {
    for (int i = 0; i < feeds.size(); i++) {
      FeedRecords read = records.get(i);
      assertEquals(feeds.get(i).records(), read.all().size() + read.unreadable(),
          feeds.get(i).source());
    }
  }

  @Test
  void all_five_languages_occur_as_often_as_planned() {
    Map<Language, Integer> counts = new TreeMap<>();
    for (FeedRecords read : records) {
      for (FeedRecords.Fields one : read.all()) {
        if (!isBroken(one)) {
          counts.merge(one.language(), 1, Integer::sum);
        }
      }
    }
    assertEquals(Map.of(Language.FR, 110, Language.PL, 110, Language.DE, 60, Language.EN, 42,
        Language.NL, 88), counts);
  }

  @Test
  void the_broken_records_are_exactly_the_announced_ones() {
    for (int i = 0; i < feeds.size(); i++) {
      List<Defect> found = new ArrayList<>();
      List<FeedRecords.Fields> all = records.get(i).all();
      for (int position = 1; position <= all.size(); position++) {
        FeedRecords.Fields one = all.get(position - 1);
        if (one.key().isEmpty()) {
          found.add(new Defect(Defect.Kind.MISSING_KEY, position));
        }
        if (one.title().isEmpty()) {
          found.add(new Defect(Defect.Kind.MISSING_TITLE, position));
        }
        if (one.posted() == null) {
          found.add(new Defect(Defect.Kind.UNREADABLE_DATE, position));
        }
      }
      for (int cutOff = 1; cutOff <= records.get(i).unreadable(); cutOff++) {
        found.add(new Defect(Defect.Kind.CUT_OFF, all.size() + cutOff));
      }
      assertEquals(Set.copyOf(feeds.get(i).defects()), Set.copyOf(found), feeds.get(i).source());
    }
  }

  @Test
  void the_feed_reader_rejects_and_remarks_on_just_the_broken_records() throws IOException {
    for (SampleFeed feed : feeds) {
      List<ProblemCode> problems = new ArrayList<>();
      int[] accepted = {0};
      FeedReader.read(Feed.of(feed.source(), feed.file())
          .format(feed.format())
          .mapping(mapping(feed))
          .build(), item -> {
            switch (item) {
              case FeedItem.Accepted fine -> {
                accepted[0]++;
                fine.remarks().forEach(r -> problems.add(r.code()));
              }
              case FeedItem.Rejected bad -> problems.add(bad.problem().code());
              case FeedItem.Withdrawn gone -> throw new AssertionError(gone.place());
            }
          });
      assertEquals(feed.records() - feed.rejected(), accepted[0], feed.source());
      assertEquals(feed.defects().stream().map(d -> code(d.kind())).sorted().toList(),
          problems.stream().sorted().toList(), feed.source());
    }
  }

  private static @Nullable Mapping mapping(SampleFeed feed) {
    String mapping = feed.mapping();
    return mapping == null
        ? null
        : Mapping.parse(new String(Resources.bytes(mapping), StandardCharsets.UTF_8), mapping);
  }

  private static ProblemCode code(Defect.Kind kind) {
    return switch (kind) {
      case MISSING_TITLE -> ProblemCode.MISSING_TITLE;
      case MISSING_KEY -> ProblemCode.MISSING_KEY;
      case CUT_OFF -> ProblemCode.BAD_RECORD;
      case UNREADABLE_DATE -> ProblemCode.BAD_DATE;
    };
  }

  @Test
  void keys_are_unique_within_a_feed() {
    for (FeedRecords read : records) {
      Set<String> seen = new TreeSet<>();
      for (FeedRecords.Fields one : read.all()) {
        assertTrue(one.key().isEmpty() || seen.add(one.key()), one.key());
      }
    }
  }

  @Test
  void every_vacancy_is_one_to_twenty_seven_days_old() {
    for (FeedRecords read : records) {
      for (FeedRecords.Fields one : read.all()) {
        LocalDate posted = one.posted();
        assertTrue(posted == null
            || (posted.isBefore(TODAY) && !posted.isBefore(TODAY.minusDays(27))), one.key());
      }
    }
  }

  @Test
  void no_text_shows_that_it_came_from_a_template() {
    for (FeedRecords read : records) {
      for (FeedRecords.Fields one : read.all()) {
        assertFalse(LEFTOVER.matcher(one.title() + "\n" + one.text()).find(),
            () -> one.key() + ": " + one.text());
        assertTrue(one.text().split("\\s+").length > 40, one.key());
      }
    }
  }

  @Test
  void hardly_any_two_vacancies_read_alike() {
    Set<String> texts = new TreeSet<>();
    int count = 0;
    for (FeedRecords read : records) {
      for (FeedRecords.Fields one : read.all()) {
        count++;
        texts.add(one.text());
      }
    }
    // Two are shared by two feeds, and the ten broken ones are copies; one of them is cut off.
    int copies = 2 + 10 - 1;
    assertTrue(texts.size() >= count - copies, texts.size() + " of " + count);
  }

  @Test
  void every_feed_offers_work_in_all_ten_major_groups() {
    for (FeedRecords read : records) {
      Set<Character> groups = new TreeSet<>();
      for (FeedRecords.Fields one : read.all()) {
        occupations(one).forEach(o -> groups.add(TAXONOMY.code(o).charAt(0)));
      }
      assertEquals(10, groups.size(), groups.toString());
    }
  }

  @Test
  void frequent_occupations_occur_at_least_six_times_in_at_least_three_languages() {
    // Software developer, nurse, lorry driver, cook, shop assistant, electrician, care worker, accountant.
    for (String isco : List.of("2512", "2221", "8332", "5120", "5223", "7411", "5321", "2411")) {
      Set<Language> languages = new TreeSet<>();
      int count = 0;
      for (FeedRecords read : records) {
        for (FeedRecords.Fields one : read.all()) {
          if (occupations(one).stream().anyMatch(o -> TAXONOMY.code(o).equals(isco))) {
            count++;
            languages.add(one.language());
          }
        }
      }
      assertTrue(count >= 6 && languages.size() >= 3, isco + ": " + count + " in " + languages);
    }
  }

  @Test
  void three_vacancies_carry_an_address_and_none_a_telephone_number() {
    int addresses = 0;
    for (FeedRecords read : records) {
      for (FeedRecords.Fields one : read.all()) {
        addresses += one.text().contains("jobs@example.org") ? 1 : 0;
        assertEquals(one.text().indexOf('@'), one.text().indexOf("@example.org"), one.key());
        assertFalse(Pattern.compile("\\s\\+\\d|(?:\\d[ .-]?){9}").matcher(one.text()).find(),
            one.text());
      }
    }
    assertTrue(addresses >= 3, addresses + " addresses");
  }

  private static boolean isBroken(FeedRecords.Fields one) {
    return one.key().isEmpty() || one.title().isEmpty() || one.posted() == null;
  }

  /// The occupations of which a label stands in the title.
  private static Set<Integer> occupations(FeedRecords.Fields one) {
    String title = one.title().toLowerCase(one.language().locale()).replace(" / ", "/");
    String words = " " + title.replaceAll("[,:!]", " ") + " ";
    Set<Integer> found = new TreeSet<>();
    for (int occupation : OCCUPATIONS) {
      for (String label : TAXONOMY.labels(occupation, one.language())) {
        if (words.contains(" " + label.toLowerCase(one.language().locale()) + " ")) {
          found.add(occupation);
        }
      }
    }
    return found;
  }
}
