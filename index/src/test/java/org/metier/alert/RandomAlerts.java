package org.metier.alert;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Alerts and vacancies with every condition and every gap, drawn from few values, so that many meet.
record RandomAlerts(Random random) {
  private static final List<String> WORDS = List.of("bread", "cakes", "the", "night", "shift",
      "shifts", "baking", "full-stack", "C++", "oven");
  private static final List<String> OCCUPATIONS = List.of("baker", "pastry", "butcher", "isco7511",
      "isco751", "isco7", "unheard");
  private static final List<String> EMPLOYERS = List.of("Acme", "ACME", "Brot  & Co", "Brot & co");
  private static final List<Currency> CURRENCIES = List.of(Currency.getInstance("EUR"),
      Currency.getInstance("PLN"));

  Alert alert(String id) {
    while (true) {
      try {
        return conditions(id).build();
      } catch (IllegalArgumentException asksNothing) {
        assertTrue(String.valueOf(asksNothing.getMessage()).contains("asks nothing"));
      }
    }
  }

  private Alert.Builder conditions(String id) {
    Alert.Builder alert = Alert.builder(id, "owner" + random.nextInt(5));
    if (is(3)) {
      alert.wording(wording());
    }
    return alert.occupations(is(3) ? some(OCCUPATIONS, 2) : Set.of())
        .iscoGroups(is(6) ? some(List.of("7", "75", "7511", "7512", "0110"), 2) : Set.of())
        .skills(is(3) ? skills() : null)
        .near(is(2) ? new Area(point(), radius()) : null)
        .countries(is(8) ? some(List.of("FR", "DE"), 1) : Set.of())
        .contracts(is(6) ? some(List.of(Contract.values()), 4) : Set.of())
        .hours(is(6) ? hours() : null)
        .pay(is(6) ? new LeastPay(1_000 * (1 + random.nextInt(40)), one(CURRENCIES)) : null)
        .languages(is(8) ? some(List.of(Language.EN, Language.FR), 1) : Set.of())
        .sources(is(8) ? some(List.of("a", "b"), 1) : Set.of())
        .remote(is(8) ? some(List.of(RemoteWork.values()), 2) : Set.of())
        .excludedEmployers(is(4) ? some(EMPLOYERS, 1) : Set.of())
        .mayBeUnknown(is(2) ? some(List.of(Condition.values()), 6) : Set.of());
  }

  Vacancy vacancy(int number) {
    return Vacancy
        .builder(new VacancyId(is(2) ? "a" : "b", "v" + number), text(1 + random.nextInt(3)))
        .description(text(random.nextInt(12)))
        .language(is(6) ? null : is(2) ? Language.EN : Language.FR)
        .employer(is(3) ? null : one(EMPLOYERS))
        .workplaces(places())
        .remote(is(2) ? null : one(List.of(RemoteWork.values())))
        .occupations(is(5)
            ? List.of()
            : Ads.coded(some(OCCUPATIONS, 2).toArray(String[]::new)))
        .skills(is(5)
            ? List.of()
            : Ads.skills(IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(_ -> skill())
                .distinct()
                .toArray(String[]::new)))
        .contract(is(3) ? null : one(List.of(Contract.values())))
        .hours(is(3) ? null : hours())
        .salary(is(3) ? null : salary())
        .build();
  }

  private boolean is(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /// One to `most` values.
  private <T> Set<T> some(Collection<T> values, int most) {
    Set<T> some = new HashSet<>();
    List<T> all = new ArrayList<>(values);
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      some.add(one(all));
    }
    return some;
  }

  private String text(int words) {
    return IntStream.range(0, Math.max(0, words))
        .mapToObj(_ -> one(WORDS))
        .collect(Collectors.joining(" "));
  }

  private Map<Language, Wording> wording() {
    Map<Language, Wording> wording = new EnumMap<>(Language.class);
    for (Language language : some(List.of(Language.EN, Language.FR), 2)) {
      List<List<String>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        parts.get(random.nextInt(3)).add(text(1 + random.nextInt(2)));
      }
      wording.put(language, new Wording(parts.get(0), parts.get(1), parts.get(2)));
    }
    return wording;
  }

  private String skill() {
    int skill = random.nextInt(Ads.SKILLS + 2);
    return skill < Ads.SKILLS ? "s" + skill : "unheard" + skill;
  }

  private SkillWish skills() {
    Map<String, Integer> weights = new HashMap<>();
    for (int i = 1 + random.nextInt(10); i > 0; i--) {
      weights.put(skill(), 1 + random.nextInt(4));
    }
    int sum = weights.values().stream().mapToInt(w -> w).sum();
    return new SkillWish(weights, 1 + random.nextInt(Math.min(6, sum)));
  }

  /// Near Paris, near the date line, near a pole, or anywhere.
  private GeoPoint point() {
    return switch (random.nextInt(5)) {
      case 0 -> new GeoPoint(-17 + random.nextDouble(),
          is(2) ? 180 - random.nextDouble() : -180 + random.nextDouble());
      case 1 -> new GeoPoint((is(2) ? 1 : -1) * (90 - random.nextDouble() / 2),
          random.nextDouble(-180, 180));
      case 2 -> new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
      default -> new GeoPoint(48.5 + random.nextDouble(), 2 + random.nextDouble());
    };
  }

  private double radius() {
    return switch (random.nextInt(4)) {
      case 0 -> 0.5 + 10 * random.nextDouble();
      case 1 -> 20_100 * random.nextDouble() + 1;
      case 2 -> 500 * random.nextDouble() + 1;
      default -> 80 * random.nextDouble() + 1;
    };
  }

  private List<Place> places() {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(_ -> {
          Place place = new Place("Town", null, null, is(3) ? null : is(2) ? "FR" : "DE", null,
              null);
          return is(5) ? place : place.withPoint(point(), PlacePrecision.ADDRESS);
        })
        .toList();
  }

  private WeeklyHours hours() {
    int min = random.nextInt(40);
    return new WeeklyHours(min, min + random.nextInt(10));
  }

  private Salary salary() {
    double min = 100 * (1 + random.nextInt(40));
    return new Salary(min, min + 100 * random.nextInt(5), one(CURRENCIES), Salary.Period.MONTH);
  }
}
