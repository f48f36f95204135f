package org.metier.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.vacancy.VacancyId;

class EmployerBoilerplateTest {
  private static final String ABOUT = "We are the largest agency of the country and have found work for many"
      + " thousands of people since the year of our foundation. ";

  private record Ad(String key, String title, String text) {}

  private static EmployerBoilerplate of(List<Ad> ads) {
    EmployerBoilerplate.Collector collector = EmployerBoilerplate.collector();
    ads.forEach(
        ad -> collector.add(new VacancyId("x", ad.key), text(ad)));
    return collector.build();
  }

  private static EmployerText text(Ad ad) {
    return EmployerText.of(ad.title, List.of("Ghent"), ad.text);
  }

  private static List<Ad> ads() {
    List<String> jobs = List.of("Baker", "Welder", "Nurse", "Driver", "Cook");
    List<Ad> ads = new ArrayList<>();
    for (String job : jobs) {
      ads.add(
          new Ad(job, job + " Ghent",
              ABOUT + "For our client we look for a " + job.toLowerCase(Locale.ROOT)
                  + " who " + job.hashCode() + " and nothing else whatsoever at all."));
    }
    return ads;
  }

  @Test
  void what_stands_under_many_titles_does_not_count() {
    List<Ad> ads = ads();
    Signature baker = of(ads).sign(text(ads.get(0)));
    Signature welder = of(ads).sign(text(ads.get(1)));
    assertTrue(Signature.of(ads.get(0).title, ads.get(0).text)
        .resemblance(Signature.of(ads.get(1).title, ads.get(1).text)) > 0.4);
    assertTrue(baker.resemblance(welder) < 0.15, () -> "is " + baker.resemblance(welder));
    assertTrue(baker.size() > 5);
  }

  @Test
  void one_vacancy_on_ten_boards_and_in_ten_towns_keeps_its_text() {
    List<Ad> ads = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ads.add(new Ad("k" + i, i % 2 == 0 ? "Baker" : "Baker Ghent", ABOUT));
    }
    assertEquals(0, of(ads).size());
  }

  @Test
  void one_job_that_an_agency_words_in_five_ways_keeps_its_text() {
    List<Ad> ads = new ArrayList<>();
    for (String title : List.of("Baker", "Bread artist", "Oven hero", "Pastry fan",
        "Dough lover")) {
      ads.add(new Ad(title, title, ABOUT + "We look for a " + title + " 0036068. Bake for us."));
    }
    assertEquals(0, of(ads).size());
    List<Ad> numbered = new ArrayList<>();
    ads.forEach(ad -> numbered.add(
        new Ad(ad.key, ad.title, ad.text.replace("0036068", "00360" + ad.title.hashCode() % 10))));
    assertTrue(of(numbered).size() > 5);
  }

  @RepeatedTest(20)
  void the_order_of_advertisements_makes_no_difference(RepetitionInfo run) {
    List<Ad> ads = ads();
    Signature before = of(ads).sign(EmployerText.of("Baker", List.of(), ads.getFirst().text));
    Collections.shuffle(ads, new Random(run.getCurrentRepetition()));
    assertEquals(before, of(ads).sign(EmployerText.of("Baker", List.of(), ads().getFirst().text)));
  }
}
