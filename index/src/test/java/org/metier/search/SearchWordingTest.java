package org.metier.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

final class SearchWordingTest {
  private static SearchWording in(Language language) {
    return SearchWording.in(language, Ads.taxonomy());
  }

  @ParameterizedTest
  @EnumSource
  void every_language_has_every_sentence_and_uses_its_arguments(Language language) {
    SearchWording english = in(Language.EN);
    SearchWording wording = in(language);
    assertEquals(english.keys(), wording.keys());
    for (String key : english.keys()) {
      for (String argument : List.of("ONE", "TWO", "THREE")) {
        assertEquals(english.of(key, "ONE", "TWO", "THREE").contains(argument),
            wording.of(key, "ONE", "TWO", "THREE").contains(argument), key);
      }
      assertFalse(wording.of(key, "x", "y", "z").contains("{"), key);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_value_of_every_facet_has_a_name(Language language) {
    SearchWording wording = in(language);
    for (Facet facet : Facet.values()) {
      assertFalse(wording.heading(facet).isBlank());
      assertFalse(wording.label(FacetValue.unknown(facet)).isBlank());
    }
    for (Contract contract : Contract.values()) {
      assertFalse(wording.label(new FacetValue(Facet.CONTRACT, contract.name())).isBlank());
    }
    for (RemoteWork remote : RemoteWork.values()) {
      assertFalse(wording.label(new FacetValue(Facet.REMOTE, remote.name())).isBlank());
    }
    for (String value : List.of("salary:EUR/0", "salary:PLN/400000", "salary:SEK/300000",
        "salary:other", "hours:0", "hours:20", "hours:35", "freshness:1", "freshness:7",
        "freshness:older", "place:PL", "language:fr", "source:acme", "occupation:2221")) {
      String label = wording.label(FacetValue.parse(value));
      assertTrue(!label.isBlank() && !label.contains("{"), value);
    }
  }

  @Test
  void values_are_called_what_people_call_them() {
    SearchWording english = in(Language.EN);
    assertEquals("30,000 to under 40,000 EUR", english.label(FacetValue.parse("salary:EUR/30000")));
    assertEquals("Nursing professionals", english.label(FacetValue.parse("occupation:2221")));
    assertEquals("Poland", english.label(FacetValue.parse("place:PL")));
    assertEquals("Kraków", english.label(
        new FacetCount(FacetValue.parse("place:PL/t/krakow"), "Kraków", 2)));
    assertEquals("400 000 PLN i więcej",
        in(Language.PL).label(FacetValue.parse("salary:PLN/400000")).replace('\u00a0', ' '));
  }

  @Test
  void findings_name_what_was_found_and_where() {
    SearchWording polish = in(Language.PL);
    assertEquals("W tytule: pielęgniarka, noc",
        polish.describe(new Finding.Words(Part.TITLE, List.of("pielęgniarka", "noc"))));
    assertEquals("Zawód dla „nurse”: pielęgniarka/pielęgniarz (ogłoszenie: „siostra”)",
        polish.describe(new Finding.Concept("nurse", "nurse",
            new Evidence("a:1", "title", new Span(0, 7), "siostra"))));
    assertEquals("4 km away as the crow flies: Kraków", in(Language.EN).describe(
        new Finding.Nearby(
            new Place("Kraków", null, null, "PL", Ads.KRAKOW, PlacePrecision.ADDRESS), 3.2)));
    assertEquals("Word for word in the text: night shift",
        in(Language.EN).describe(new Finding.Phrase(Part.TEXT, "night shift")));
    assertEquals("The work can be done from anywhere",
        in(Language.EN).describe(new Finding.FromAnywhere()));
  }

  @Test
  void a_query_is_told_as_it_was_understood() {
    Interpretation query = new Interpretation(List.of("nurse"), List.of("night shift"),
        List.of("german"), List.of("agency"), List.of("the"),
        List.of(new Interpretation.Recognised("nurse", "nurse")));
    assertEquals(List.of("Searched for: nurse", "Word for word: night shift",
        "Needed always: german", "Without: agency",
        "Also understood as, in every language: nurse", "Not searched for: the"),
        in(Language.EN).describe(query));
    assertEquals(2, in(Language.FR).describe(new LeftOut(3, 4)).size());
    assertEquals(List.of(), in(Language.FR).describe(LeftOut.NONE));
  }
}
