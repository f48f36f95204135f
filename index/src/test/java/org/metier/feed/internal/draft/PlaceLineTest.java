package org.metier.feed.internal.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceLineTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Berlin, Germany|Berlin,-,-,DE|-",
    "75 - PARIS|PARIS,-,75,-|-", "69003 - Lyon 3e|Lyon 3e,69003,-,-|-",
    "2A - Ajaccio|Ajaccio,-,2A,-|-",
    "France|-,-,-,FR|-", "Luxembourg|Luxembourg,-,-,LU|-", "53 Locations||-",
    "Multiple Locations||-", "n/a||-", "Remote||REMOTE", "Remote (France)|-,-,-,FR|REMOTE",
    "Remote - Poland|-,-,-,PL|REMOTE", "Remote or Berlin|Berlin,-,-,-|-",
    "Hybrid - Oslo, Norway|Oslo,-,-,NO|HYBRID", "Oslo; Bergen|Oslo,-,-,- Bergen,-,-,-|-",
    "Austin, TX, US|Austin,-,TX,US|-", "Berlin, DE|Berlin,-,DE,-|-",
    "Atlanta, Georgia|Atlanta,-,Georgia,-|-", "Paris, FR|Paris,-,-,FR|-",
    "Remote, CA|-,-,CA,-|REMOTE",
    "1010 Wien, Österreich|Wien,1010,-,AT|-", "30-001 Kraków|Kraków,30-001,-,-|-",
    "Orléans|Orléans,-,-,-|-", "London, UK|London,-,-,GB|-", "Praca zdalna||REMOTE"})
  void a_line_becomes_places(String text, String parts, String remote) {
    PlaceLine read = PlaceLine.of(text);
    assertEquals(parts == null ? "" : parts,
        read.parts()
            .stream()
            .map(p -> (p.city() + "," + p.postcode() + "," + p.region() + "," + p.country())
                .replace("null", "-"))
            .collect(Collectors.joining(" ")));
    assertEquals(remote, read.remote() == null ? "-" : read.remote().name());
  }

  @Test
  void the_stated_country_goes_with_a_town_that_names_none() {
    Draft draft = new Draft("test", "line 1");
    draft.key("id", "1");
    draft.title("title", "Cook");
    draft.placeText("place", "Gent", "BE");
    draft.placeText("place", "Paris, France", "BE");
    assertEquals("[BE, FR]",
        switch (draft.finish()) {
          case org.metier.feed.FeedItem.Accepted accepted -> accepted.draft()
              .vacancy()
              .workplaces()
              .stream()
              .map(p -> String.valueOf(p.country()))
              .toList()
              .toString();
          case org.metier.feed.FeedItem.Withdrawn gone -> gone.toString();
          case org.metier.feed.FeedItem.Rejected rejected -> rejected.toString();
        });
  }
}
