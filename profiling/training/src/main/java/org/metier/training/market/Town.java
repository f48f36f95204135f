package org.metier.training.market;

import java.util.List;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.text.Language;

/// Where simulated people live and work: 60 towns of the countries that Metier's languages are spoken in.
///
/// @param language that most ads there are written in
record Town(String name, String country, Language language, double latitude, double longitude) {
  static final List<Town> ALL = List.of(
      new Town("London", "GB", Language.EN, 51.51, -0.13),
      new Town("Birmingham", "GB", Language.EN, 52.48, -1.90),
      new Town("Manchester", "GB", Language.EN, 53.48, -2.24),
      new Town("Leeds", "GB", Language.EN, 53.80, -1.55),
      new Town("Glasgow", "GB", Language.EN, 55.86, -4.25),
      new Town("Bristol", "GB", Language.EN, 51.45, -2.59),
      new Town("Cardiff", "GB", Language.EN, 51.48, -3.18),
      new Town("Belfast", "GB", Language.EN, 54.60, -5.93),
      new Town("Dublin", "IE", Language.EN, 53.35, -6.26),
      new Town("Cork", "IE", Language.EN, 51.90, -8.47),
      new Town("Galway", "IE", Language.EN, 53.27, -9.06),
      new Town("Limerick", "IE", Language.EN, 52.66, -8.63),
      new Town("Paris", "FR", Language.FR, 48.86, 2.35),
      new Town("Versailles", "FR", Language.FR, 48.80, 2.13),
      new Town("Lyon", "FR", Language.FR, 45.76, 4.84),
      new Town("Marseille", "FR", Language.FR, 43.30, 5.37),
      new Town("Toulouse", "FR", Language.FR, 43.60, 1.44),
      new Town("Lille", "FR", Language.FR, 50.63, 3.06),
      new Town("Nantes", "FR", Language.FR, 47.22, -1.55),
      new Town("Strasbourg", "FR", Language.FR, 48.57, 7.75),
      new Town("Bordeaux", "FR", Language.FR, 44.84, -0.58),
      new Town("Rennes", "FR", Language.FR, 48.11, -1.68),
      new Town("Brussels", "BE", Language.FR, 50.85, 4.35),
      new Town("Liège", "BE", Language.FR, 50.63, 5.57),
      new Town("Namur", "BE", Language.FR, 50.47, 4.87),
      new Town("Luxembourg", "LU", Language.FR, 49.61, 6.13),
      new Town("Genève", "CH", Language.FR, 46.20, 6.14),
      new Town("Gent", "BE", Language.NL, 51.05, 3.72),
      new Town("Antwerpen", "BE", Language.NL, 51.22, 4.40),
      new Town("Brugge", "BE", Language.NL, 51.21, 3.22),
      new Town("Leuven", "BE", Language.NL, 50.88, 4.70),
      new Town("Amsterdam", "NL", Language.NL, 52.37, 4.90),
      new Town("Rotterdam", "NL", Language.NL, 51.92, 4.48),
      new Town("Den Haag", "NL", Language.NL, 52.08, 4.31),
      new Town("Utrecht", "NL", Language.NL, 52.09, 5.12),
      new Town("Eindhoven", "NL", Language.NL, 51.44, 5.48),
      new Town("Groningen", "NL", Language.NL, 53.22, 6.57),
      new Town("Maastricht", "NL", Language.NL, 50.85, 5.69),
      new Town("Warszawa", "PL", Language.PL, 52.23, 21.01),
      new Town("Kraków", "PL", Language.PL, 50.06, 19.94),
      new Town("Łódź", "PL", Language.PL, 51.76, 19.46),
      new Town("Wrocław", "PL", Language.PL, 51.11, 17.03),
      new Town("Poznań", "PL", Language.PL, 52.41, 16.93),
      new Town("Gdańsk", "PL", Language.PL, 54.35, 18.65),
      new Town("Szczecin", "PL", Language.PL, 53.43, 14.55),
      new Town("Lublin", "PL", Language.PL, 51.25, 22.57),
      new Town("Katowice", "PL", Language.PL, 50.26, 19.02),
      new Town("Gliwice", "PL", Language.PL, 50.29, 18.67),
      new Town("Berlin", "DE", Language.DE, 52.52, 13.40),
      new Town("Potsdam", "DE", Language.DE, 52.40, 13.07),
      new Town("Hamburg", "DE", Language.DE, 53.55, 9.99),
      new Town("München", "DE", Language.DE, 48.14, 11.58),
      new Town("Köln", "DE", Language.DE, 50.94, 6.96),
      new Town("Bonn", "DE", Language.DE, 50.73, 7.10),
      new Town("Frankfurt am Main", "DE", Language.DE, 50.11, 8.68),
      new Town("Stuttgart", "DE", Language.DE, 48.78, 9.18),
      new Town("Leipzig", "DE", Language.DE, 51.34, 12.37),
      new Town("Wien", "AT", Language.DE, 48.21, 16.37),
      new Town("Graz", "AT", Language.DE, 47.07, 15.44),
      new Town("Zürich", "CH", Language.DE, 47.38, 8.54));

  GeoPoint point() {
    return new GeoPoint(latitude, longitude);
  }

  Place place() {
    return new Place(name, null, null, country, point(), PlacePrecision.TOWN);
  }
}
