package org.metier.examples.demo;

import java.util.ArrayList;
import java.util.List;
import org.metier.text.Language;

/// A place of work.
///
/// @param country ISO 3166-1 alpha-2 code
/// @param name in the language of the vacancy
/// @param where "in the town", in the language of the vacancy
/// @param region a code or name as usual in that country
record Town(String country, String name, String where, String region, String postcode,
    double latitude, double longitude) {

  /// The towns in which vacancies of a language are offered; the first is home to a sample CV.
  static List<Town> of(Language language) {
    List<Town> towns = new ArrayList<>();
    for (String[] row : Resources.rows("towns.csv")) {
      if (row[0].equals(language.code())) {
        towns.add(new Town(row[1], row[2], row[3], row[4], row[5], Double.parseDouble(row[6]),
            Double.parseDouble(row[7])));
      }
    }
    return List.copyOf(towns);
  }
}
