package org.metier.search;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.index.VacancyIndex;
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
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// A small taxonomy in five languages, and vacancies over it.
final class Ads {
  static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
  static final GeoPoint KRAKOW = new GeoPoint(50.06, 19.94);
  static final GeoPoint LILLE = new GeoPoint(50.63, 3.06);
  private static final String[] WORDS = {"nurse", "baker", "night", "shift", "hospital", "bread",
    "team", "german", "weekend", "driver"};

  private Ads() {}

  static Taxonomy taxonomy() {
    Taxonomy.Builder builder = Taxonomy.builder();
    group(builder, "2", "Professionals", null);
    group(builder, "22", "Health professionals", "2");
    group(builder, "222", "Nursing and midwifery professionals", "22");
    group(builder, "2221", "Nursing professionals", "222");
    group(builder, "7", "Craft workers", null);
    group(builder, "75", "Food workers", "7");
    group(builder, "751", "Food processing workers", "75");
    group(builder, "7512", "Bakers", "751");
    occupation(builder, "nurse", "2221", "nurse", "infirmier/infirmière", "verpleegkundige",
        "pielęgniarka/pielęgniarz", "Krankenpfleger/Krankenpflegerin");
    occupation(builder, "night-nurse", "2221", "night nurse", "infirmier de nuit",
        "nachtverpleegkundige", "pielęgniarka nocna", "Nachtpfleger");
    builder.broader("night-nurse", "nurse");
    occupation(builder, "baker", "7512", "baker", "boulanger/boulangère", "bakker",
        "piekarz/piekarka", "Bäcker/Bäckerin");
    builder.concept("wounds", ConceptKind.SKILL, "")
        .labels("wounds", Language.EN, List.of("wound care"))
        .labels("wounds", Language.PL, List.of("opatrywanie ran"))
        .essential("nurse", "wounds");
    return builder.build();
  }

  private static void group(Taxonomy.Builder builder, String code, String label,
      @Nullable String above) {
    builder.concept("isco" + code, ConceptKind.ISCO_GROUP, code)
        .labels("isco" + code, Language.EN, List.of(label));
    if (above != null) {
      builder.broader("isco" + code, "isco" + above);
    }
  }

  private static void occupation(Taxonomy.Builder builder, String uri, String code,
      String... labels) {
    builder.concept(uri, ConceptKind.OCCUPATION, code).broader(uri, "isco" + code);
    for (Language language : Language.values()) {
      builder.labels(uri, language, List.of(labels[language.ordinal()]));
    }
  }

  static Vacancy.Builder ad(String key, Language language, String title) {
    return Vacancy.builder(new VacancyId("test", key), title).language(language);
  }

  static List<OccupationCode> coded(String uri) {
    return List.of(new OccupationCode(uri, 0.9, OccupationCode.Origin.LINKED));
  }

  static Place place(String city, String country, GeoPoint point) {
    return new Place(city, null, null, country, point,
        point == null ? null : PlacePrecision.ADDRESS);
  }

  static VacancySearch search(Path folder, List<Vacancy> vacancies) {
    Home home = Home.open(folder);
    put(home, vacancies);
    return open(home);
  }

  static VacancySearch open(Home home) {
    return VacancySearch.builder(home)
        .taxonomy(taxonomy())
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .suggestionAge(Duration.ZERO)
        .build();
  }

  static void put(Home home, List<Vacancy> vacancies) {
    try (VacancyIndex index = VacancyIndex.builder(home).taxonomy(taxonomy()).build()) {
      index.put(vacancies);
    }
  }

  /// With each field known or unknown by chance.
  static Vacancy random(int number, Random random) {
    Language language = Language.values()[random.nextInt(5)];
    Vacancy.Builder ad = Vacancy.builder(
        new VacancyId(random.nextBoolean() ? "left" : "right", "v" + number), words(3, random))
        .description(words(2 + random.nextInt(30), random))
        .language(random.nextInt(6) == 0 ? null : language)
        .workplaces(places(random))
        .occupations(random.nextInt(3) == 0
            ? List.of()
            : coded(new String[]{"nurse", "night-nurse", "baker"}[random.nextInt(3)]));
    if (random.nextInt(3) > 0) {
      ad.contract(Contract.values()[random.nextInt(3)]);
    }
    if (random.nextInt(3) > 0) {
      ad.remote(RemoteWork.values()[random.nextInt(3)]);
    }
    if (random.nextInt(3) > 0) {
      double min = random.nextInt(45);
      ad.hours(new WeeklyHours(min, min + random.nextInt(10)));
    }
    if (random.nextInt(3) > 0) {
      double min = 15_000 + 1_000 * random.nextInt(100);
      String[] currencies = {"EUR", "PLN", "JPY"};
      ad.salary(new Salary(min, min + 1_000 * random.nextInt(30),
          Currency.getInstance(currencies[random.nextInt(3)]), Salary.Period.YEAR));
    }
    if (random.nextInt(4) > 0) {
      ad.postedAt(NOW.minus(Duration.ofHours(random.nextInt(24 * 50))));
    }
    if (random.nextInt(3) > 0) {
      ad.validThrough(NOW.plus(Duration.ofDays(random.nextInt(40) - 10)));
    }
    return ad.build();
  }

  private static List<Place> places(Random random) {
    List<Place> places = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean isPolish = random.nextBoolean();
      GeoPoint centre = isPolish ? KRAKOW : LILLE;
      GeoPoint point = random.nextInt(4) == 0
          ? null
          : new GeoPoint(centre.latitude() + random.nextDouble(),
              centre.longitude() + random.nextDouble());
      String[] cities = isPolish
          ? new String[]{"Kraków", "KRAKOW", "Tarnów"}
          : new String[]{"Lille", "Saint-Omer", "saint omer"};
      places.add(new Place(cities[random.nextInt(3)], null,
          isPolish && random.nextBoolean() ? "małopolskie" : null,
          random.nextInt(5) == 0 ? null : isPolish ? "PL" : "FR", point,
          point == null ? null : PlacePrecision.ADDRESS));
    }
    return places;
  }

  private static String words(int count, Random random) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return String.join(" ", words);
  }

  static SkillDemand skill(String id, String uri, String section,
      String text, String quote) {
    int at = text.indexOf(quote);
    return new SkillDemand(uri, Importance.REQUIRED,
        new Evidence(id, section, new Span(at, at + quote.length()), quote));
  }
}
