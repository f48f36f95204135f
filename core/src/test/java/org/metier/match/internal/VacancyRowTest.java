package org.metier.match.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.match.RandomMarket;
import org.metier.place.Place;
import org.metier.qualification.DrivingLicence;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.Vacancy;

class VacancyRowTest {
  private static final Taxonomy TAXONOMY = Taxonomy.sample().withEncoderOfLabels();
  private static final RowWriter ROWS = RowWriter.of(TAXONOMY, TextAnalyzer.create());

  private static final Meaning MEANING = Meaning.of(TAXONOMY).orElseThrow();

  private final VacancyRow row = new VacancyRow();

  @RepeatedTest(100)
  void a_row_says_what_the_vacancy_says(RepetitionInfo run) {
    RandomMarket market = new RandomMarket(new Random(run.getCurrentRepetition()));
    for (int i = 0; i < 10; i++) {
      Vacancy vacancy = market.vacancy();
      byte[] bytes = ROWS.row(vacancy);
      byte[] among = new byte[bytes.length + 20];
      System.arraycopy(bytes, 0, among, 7, bytes.length);
      row.read(among, 7);
      requireTerms(vacancy);
      requireConcepts(vacancy);
      requirePlaces(vacancy.workplaces());
      requireWords(vacancy);
      requireMeaning(vacancy);
    }
  }

  /// The row's bytes point where the vacancy's direction does.
  private void requireMeaning(Vacancy vacancy) {
    assertTrue(row.hasDirection());
    assertEquals(1, row.cosine(MEANING.of(vacancy)), 1e-12);
    Direction other = MEANING.ofConcept(TAXONOMY.concepts(ConceptKind.SKILL)[7]);
    assertEquals(MEANING.of(vacancy).cosine(other), row.cosine(other), 1e-12);
  }

  private void requireTerms(Vacancy vacancy) {
    assertEquals(vacancy.language(), row.language());
    assertEquals(vacancy.education(), row.education());
    assertEquals(vacancy.remote(), row.remote());
    assertEquals(vacancy.contract(), row.contract());
    assertEquals(vacancy.experienceMonths(), row.experienceMonths());
    assertEquals(vacancy.postedAt(), row.postedAt());
    assertEquals(vacancy.hours() != null, row.hasHours());
    if (vacancy.hours() != null) {
      assertEquals(vacancy.hours().min(), row.minHours());
      assertEquals(vacancy.hours().max(), row.maxHours());
    }
    assertEquals(vacancy.salary() != null, row.hasPay());
    if (vacancy.salary() != null) {
      assertEquals(vacancy.salary().maxPerYear(), row.maxPay());
      assertEquals(VacancyRow.packed(vacancy.salary().currency().getCurrencyCode()),
          row.currency());
    }
    for (DrivingLicence licence : DrivingLicence.values()) {
      assertEquals(vacancy.drivingLicences().contains(licence),
          (row.licences() & 1 << licence.ordinal()) != 0);
    }
  }

  private void requireConcepts(Vacancy vacancy) {
    assertEquals(vacancy.occupations().size(), row.codeCount());
    for (int i = 0; i < row.codeCount(); i++) {
      assertEquals(vacancy.occupations().get(i).uri(), TAXONOMY.uri(row.code(i)));
    }
    if (!vacancy.occupations().isEmpty()) {
      assertEquals(vacancy.occupations().getFirst().confidence(), row.codeConfidence(0));
    }
    Map<String, Object> skills = new HashMap<>();
    for (int i = 0; i < row.skillCount(); i++) {
      skills.put(TAXONOMY.uri(row.skill(i)), row.importance(i));
    }
    Map<String, Object> expected = new HashMap<>();
    vacancy.skills().forEach(demand -> expected.put(demand.uri(), demand.importance()));
    assertEquals(expected, skills);
    assertEquals(vacancy.languages().size(), row.languageCount());
    for (int i = 0; i < row.languageCount(); i++) {
      LanguageDemand demand = vacancy.languages().get(i);
      assertEquals(VacancyRow.packed(demand.language()), row.language(i));
      assertEquals(demand.level() == null ? -1 : demand.level().ordinal(), row.languageLevel(i));
      assertEquals(demand.importance(), row.languageImportance(i));
    }
  }

  private void requirePlaces(List<Place> places) {
    assertEquals(places.size(), row.placeCount());
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      assertEquals(place.distancePoint(), row.place(i).point());
      assertEquals(place.country() == null ? 0 : VacancyRow.packed(place.country()),
          row.place(i).country());
      assertEquals(place.city() != null,
          row.place(i).isCity(place.city() == null ? null : RowWriter.folded(place.city())));
      assertEquals(place.region() != null,
          row.place(i).isRegion(place.region() == null ? null : RowWriter.folded(place.region())));
      assertEquals(place.postcode() != null, row.place(i)
          .isPostcode(place.postcode() == null ? null : RowWriter.folded(place.postcode())));
      assertFalse(row.place(i).isCity(RowWriter.folded("nowhere")));
      assertFalse(row.place(i).isCity(null));
    }
  }

  private void requireWords(Vacancy vacancy) {
    if (vacancy.language() == null) {
      assertEquals(0, row.wordCount());
      return;
    }
    TreeSet<Integer> title = new TreeSet<>();
    ROWS.vocabulary().collect(vacancy.language(), vacancy.title(), title);
    TreeSet<Integer> all = new TreeSet<>(title);
    ROWS.vocabulary().collect(vacancy.language(), vacancy.description(), all);
    assertEquals(all.size(), row.wordCount());
    double norm = 0;
    for (int i = 0; i < row.wordCount(); i++) {
      int word = row.words()[i];
      assertTrue(all.remove(word >> 1));
      assertEquals(title.contains(word >> 1), (word & 1) != 0);
      norm += ROWS.vocabulary().square(vacancy.language(), word >> 1);
    }
    assertEquals(norm, row.norm(), 1e-9);
  }

  @Test
  void numbers_keep_all_their_bits() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      double number = switch (i % 4) {
        case 0 -> Double.isFinite(any) ? any : -0.0;
        case 1 -> random.nextInt(100_000);
        case 2 -> random.nextFloat() * 90 - 45;
        default -> random.nextDouble() * 1e12;
      };
      byte[] bytes = new RowBytes().number(number).toArray();
      assertEquals(Double.doubleToRawLongBits(number),
          Double.doubleToRawLongBits(row.number(bytes)));
    }
  }

  @Test
  void names_that_differ_in_capitals_alone_fold_to_the_same() {
    for (String[] pair : new String[][]{{"ŁÓDŹ", "Łódź"}, {"Straße", "STRAßE"}, {"Gent", "GENT"},
      {"ΣΑΣ", "σας"}}) {
      assertEquals(pair[0].equalsIgnoreCase(pair[1]), java.util.Arrays
          .equals(RowWriter.folded(pair[0]), RowWriter.folded(pair[1])));
    }
    assertArrayEquals(RowWriter.folded("łódź"), RowWriter.folded("ŁÓDŹ"));
  }

  @Test
  void a_table_holds_what_a_map_holds() {
    Random random = new Random(2);
    for (int round = 0; round < 50; round++) {
      IntTable table = new IntTable(random.nextInt(20));
      Map<Integer, Integer> map = new HashMap<>();
      int range = 1 + random.nextInt(5_000);
      for (int i = 0; i < 500; i++) {
        int key = random.nextInt(range);
        table.put(key, i);
        map.put(key, i);
      }
      assertEquals(map.size(), table.size());
      for (int key = 0; key < range; key++) {
        assertEquals(map.getOrDefault(key, IntTable.ABSENT), table.of(key));
      }
    }
  }
}
