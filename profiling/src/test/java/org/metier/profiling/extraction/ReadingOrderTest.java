package org.metier.profiling.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {
  private static final String[] WORK = {"Work experience", "Baker, Sunrise Bread Ltd",
    "I bake rolls and loaves for forty shops and", "train two apprentices in the early shift.",
    "Kitchen help, Canteen South", "I washed, peeled and cooked for three hundred",
    "guests a day, and kept the stores."};
  private static final String[] SKILLS = {"Skills", "Dough making", "Oven control", "Food hygiene",
    "Languages", "English", "Dutch"};

  @Test
  void two_columns_that_the_file_holds_line_by_line_are_read_one_after_the_other()
      throws IOException {
    List<String> expected = join(WORK, SKILLS);
    assertEquals(expected, new PlacedText().column(60, 700, 14, WORK)
        .column(360, 700, 14, SKILLS)
        .acrossColumns()
        .read());
  }

  @Test
  void a_sidebar_with_lines_of_its_own_height_is_read_by_itself() throws IOException {
    assertEquals(join(SKILLS, WORK), new PlacedText().column(50, 695, 18.5, SKILLS)
        .column(200, 700, 13, WORK)
        .acrossColumns()
        .read());
  }

  @Test
  void what_spans_both_columns_is_read_where_it_stands() throws IOException {
    List<String> expected = new ArrayList<>(List.of("A baker who likes early mornings and long"
        + " fermentation and who leads small teams with care"));
    expected.addAll(join(WORK, SKILLS));
    expected.add("References, certificates and a portfolio of celebration cakes are gladly handed"
        + " in on request");
    assertEquals(expected,
        new PlacedText().column(60, 740, 14, expected.getFirst())
            .column(60, 700, 14, WORK)
            .column(360, 700, 14, SKILLS)
            .column(60, 580, 14, expected.getLast())
            .acrossColumns()
            .read());
  }

  @Test
  void a_heading_that_begins_what_spans_the_page_stays_with_it() throws IOException {
    String below = "References, certificates and a portfolio of celebration cakes are gladly handed"
        + " in on request";
    List<String> expected = new ArrayList<>(join(WORK, SKILLS));
    expected.addAll(List.of("About me", below));
    assertEquals(expected,
        new PlacedText().column(60, 700, 14, WORK)
            .column(360, 700, 14, SKILLS)
            .column(60, 580, 14, "About me", below)
            .acrossColumns()
            .read());
  }

  @Test
  void a_table_of_jobs_that_the_file_holds_column_by_column_is_read_row_by_row()
      throws IOException {
    assertEquals(
        List.of("2015 - 2019 Baker", "05/2019 - 06/2021 Head baker", "since July 2021 Teacher"),
        new PlacedText()
            .column(60, 700, 30, "2015 - 2019", "05/2019 - 06/2021", "since July 2021")
            .column(200, 700, 30, "Baker", "Head baker", "Teacher")
            .read());
  }

  @Test
  void dates_in_the_middle_of_a_table_make_it_a_table() throws IOException {
    assertEquals(
        List.of("Sunrise Bread 2015 - 2019 Baker", "Canteen South 2019 - 2021 Cook",
            "Bakers' School 2021 - today Teacher"),
        new PlacedText().column(60, 700, 20, "Sunrise Bread", "Canteen South", "Bakers' School")
            .column(200, 700, 20, "2015 - 2019", "2019 - 2021", "2021 - today")
            .column(320, 700, 20, "Baker", "Cook", "Teacher")
            .read());
  }

  @Test
  void labels_beside_longer_texts_are_read_with_them() throws IOException {
    assertEquals(
        List.of("Personal summary I bake", "and I teach.", "Main duties Bread", "and rolls.",
            "Languages Dutch", "and English."),
        new PlacedText()
            .column(60, 700, 40, "Personal summary", "Main duties", "Languages")
            .column(200, 700, 40, "I bake", "Bread", "Dutch")
            .column(200, 686, 40, "and I teach.", "and rolls.", "and English.")
            .read());
  }

  @Test
  void dates_at_the_right_edge_stay_with_their_jobs() throws IOException {
    assertEquals(
        List.of("Baker, Sunrise 2015 - 2019", "made bread", "sold rolls", "Cook, Canteen 2019 -"
            + " 2021", "made soup", "served it", "Teacher, School 2021 - 2024", "taught"),
        new PlacedText()
            .column(60, 700, 14, "Baker, Sunrise", "made bread", "sold rolls", "Cook, Canteen",
                "made soup", "served it", "Teacher, School", "taught")
            .column(400, 700, 42, "2015 - 2019", "2019 - 2021", "2021 - 2024")
            .acrossColumns()
            .read());
  }

  @Test
  void three_columns_are_read_one_after_the_other() throws IOException {
    String[] hobbies = {"Leisure", "I sing in a choir and", "grow my own rye and", "vegetables."};
    List<String> expected = new ArrayList<>(join(SKILLS, new String[]{"Training", "Bakers' school,",
      "where I learnt to bake", "in wood-fired ovens."}));
    expected.addAll(List.of(hobbies));
    assertEquals(expected, new PlacedText().column(60, 700, 14, SKILLS)
        .column(200, 693, 15, "Training", "Bakers' school,", "where I learnt to bake",
            "in wood-fired ovens.")
        .column(400, 697, 13, hobbies)
        .acrossColumns()
        .read());
  }

  @Test
  void a_heading_that_the_file_holds_last_is_read_first() throws IOException {
    assertEquals(join(new String[]{"Curriculum vitae"}, WORK),
        new PlacedText().column(60, 700, 14, WORK).heading(60, 740, "Curriculum vitae").read());
  }

  @Test
  void the_order_of_a_file_that_holds_its_columns_one_after_the_other_stands()
      throws IOException {
    assertEquals(join(SKILLS, WORK), new PlacedText().column(360, 700, 14, SKILLS)
        .column(60, 700, 14, WORK)
        .read());
  }

  @RepeatedTest(200)
  void no_fragment_is_lost_or_read_twice(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    List<Fragment> page = IntStream.range(0, 2 + random.nextInt(120)).mapToObj(i -> {
      double left = 20 * random.nextInt(25);
      return new Fragment(i, left, left + 5 + random.nextInt(150), 12.0 * random.nextInt(40), 10,
          random.nextInt(4) == 0 ? "2015 - 2019" : "word", List.of(i));
    }).toList();
    List<Integer> read = ReadingOrder.of(page)
        .stream()
        .flatMap(List::stream)
        .map(Fragment::order)
        .sorted()
        .toList();
    assertEquals(IntStream.range(0, page.size()).boxed().toList(), read);
  }

  @Test
  void a_page_without_bounds_is_read() {
    List<Fragment> page = IntStream.range(0, 100)
        .mapToObj(i -> new Fragment(i, i % 2 * 1e37, i % 2 * 1e37 + 1, i * 12.0, 10, "word",
            List.of(i)))
        .toList();
    List<List<Fragment>> read = assertTimeoutPreemptively(Duration.ofSeconds(20),
        () -> ReadingOrder.of(page));
    assertEquals(2, read.size());
  }

  private static List<String> join(String[] first, String[] second) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(second));
    return all;
  }
}
