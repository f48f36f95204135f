package org.metier.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.metier.place.Place;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

class TitleFormTest {
  private static String form(String title, Place place) {
    return TitleForm.of(Vacancy.builder(new VacancyId("test", "1"), title)
        .workplaces(List.of(place))
        .build());
  }

  @Test
  void the_stated_town_region_and_country_are_no_part_of_the_form() {
    Place place = new Place("Gent", null, "Oost-Vlaanderen", "BE", null, null);
    assertEquals("Bakker", form("BAKKER (m/v/x) - Gent, België!!!", place));
    assertEquals("Kok", form("Kok | Oost-Vlaanderen", place));
    assertEquals("Kok - Antwerpen", form("Kok - Antwerpen", place));
  }
}
