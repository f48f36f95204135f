package org.metier.alert;

import java.util.List;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Importance;

/// A small taxonomy, and vacancies over it.
final class Ads {
  static final int SKILLS = 30;
  static final GeoPoint PARIS = new GeoPoint(48.8566, 2.3522);
  /// 17.1 km from Paris.
  static final GeoPoint VERSAILLES = new GeoPoint(48.8049, 2.1204);
  /// 391.5 km from Paris.
  static final GeoPoint LYON = new GeoPoint(45.7640, 4.8357);

  private Ads() {}

  /// Bakers (7512), of whom pastry makers are a kind, and butchers (7511); skills `s0` to `s29`, of which
  /// the first are used by most occupations.
  static Taxonomy taxonomy() {
    Taxonomy.Builder builder = Taxonomy.builder();
    String above = "";
    for (String code : List.of("7", "75", "751", "7511", "7512")) {
      builder.concept("isco" + code, ConceptKind.ISCO_GROUP, code);
      if (code.length() > 1) {
        builder.broader("isco" + code, "isco" + code.substring(0, code.length() - 1));
      }
      above = code;
    }
    for (String uri : List.of("baker", "pastry", "butcher")) {
      String code = uri.equals("butcher") ? "7511" : above;
      builder.concept(uri, ConceptKind.OCCUPATION, code).broader(uri, "isco" + code);
    }
    builder.broader("pastry", "baker");
    for (int i = 0; i < SKILLS; i++) {
      builder.concept("s" + i, ConceptKind.SKILL, "").essential("baker", "s" + i);
      if (i < 10) {
        builder.essential("butcher", "s" + i);
      }
    }
    return builder.build();
  }

  static Vacancy.Builder ad(String key, String title) {
    return Vacancy.builder(new VacancyId("board", key), title).language(Language.EN);
  }

  static List<OccupationCode> coded(String... uris) {
    return List.of(uris)
        .stream()
        .map(uri -> new OccupationCode(uri, 0.5, OccupationCode.Origin.LINKED))
        .toList();
  }

  static List<SkillDemand> skills(String... uris) {
    return List.of(uris)
        .stream()
        .map(uri -> new SkillDemand(uri, Importance.REQUIRED, evidence()))
        .toList();
  }

  static Evidence evidence() {
    return new Evidence("document", "section", new Span(0, 4), "word");
  }

  static Place at(GeoPoint point) {
    return new Place(null, null, null, null, point, PlacePrecision.ADDRESS);
  }

  static Place in(String country) {
    return new Place("Somewhere", null, null, country, null, null);
  }
}
