package org.metier.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.metier.link.JobTitle;
import org.metier.place.Place;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;

/// The form of a vacancy's title by which it is compared and coded. People are shown the title itself.
/// Stateless.
public final class TitleForm {
  private TitleForm() {}

  /// The plain title, see [JobTitle#plain(String, java.util.Collection)], without the towns, regions and
  /// countries that the vacancy states as its places of work. Never blank.
  public static String of(Vacancy vacancy) {
    List<String> places = new ArrayList<>();
    for (Place place : vacancy.workplaces()) {
      add(places, place.city());
      add(places, place.region());
      String country = place.country();
      if (country != null) {
        Locale named = new Locale.Builder().setRegion(country).build();
        for (var language : Language.values()) {
          add(places, named.getDisplayCountry(language.locale()));
        }
      }
    }
    return JobTitle.plain(vacancy.title(), places);
  }

  private static void add(List<String> places, @Nullable String name) {
    if (name != null && !name.isBlank() && !places.contains(name)) {
      places.add(name);
    }
  }
}
