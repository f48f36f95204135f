package org.metier.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.LanguageSkill;
import org.metier.profile.Wishes;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Random vacancies and profiles over [Market]'s taxonomy, everything that is looked at present or absent by
/// chance.
final class RichMarket {
  private static final List<Place> PLACES = List.of(
      new Place("Lille", "59000", "Nord", "FR", new GeoPoint(50.63, 3.06), PlacePrecision.TOWN),
      new Place("GENT", null, null, "BE", new GeoPoint(51.05, 3.72), PlacePrecision.ADDRESS),
      new Place("Łódź", "90-001", "łódzkie", "PL", null, null),
      new Place(null, null, "Nord", "FR", new GeoPoint(50.6, 3.1), PlacePrecision.REGION),
      new Place(null, null, null, "BE", null, null));
  private static final List<String> WORDS = List.of("baker", "pastry", "maker", "knack1", "knack2",
      "knack3", "oven", "night", "boulanger", "savoir4", "butcher");

  private final Random random;

  RichMarket(Random random) {
    this.random = random;
  }

  List<Vacancy> vacancies(int count) {
    List<Vacancy> vacancies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      vacancies.add(vacancy(i));
    }
    return vacancies;
  }

  private Vacancy vacancy(int number) {
    Vacancy plain = Market.random(number, random);
    return plain.toBuilder()
        .title(any(WORDS) + " " + any(WORDS) + " " + number)
        .description(String.join(" ", some(12, () -> any(WORDS))))
        .language(maybe(() -> random.nextInt(4) == 0 ? Language.FR : Language.EN))
        .workplaces(some(3, () -> any(PLACES)))
        .remote(maybe(() -> any(List.of(RemoteWork.values()))))
        .languages(some(3, () -> new LanguageDemand(any(List.of("fr", "en", "uk")),
            maybe(() -> any(List.of(CefrLevel.values()))),
            any(List.of(Importance.values())))))
        .education(maybe(() -> any(List.of(EducationLevel.values()))))
        .experienceMonths(maybe(() -> random.nextInt(200)))
        .drivingLicences(Set.copyOf(EnumSet.of(any(List.of(DrivingLicence.values())))))
        .contract(maybe(() -> any(List.of(Contract.values()))))
        .hours(maybe(() -> new WeeklyHours(10 + random.nextInt(20), 30 + random.nextDouble())))
        .salary(maybe(() -> new Salary(1_500, 1_500 + random.nextInt(900),
            Currency.getInstance(any(List.of("EUR", "PLN"))), Salary.Period.MONTH)))
        .postedAt(maybe(() -> Market.NOW.minus(Duration.ofMinutes(random.nextInt(100_000)))))
        .build();
  }

  CompetenceProfile profile(int number) {
    List<String> skills = random.ints(8, 0, Market.SKILLS)
        .distinct()
        .mapToObj(i -> "s" + i)
        .toList();
    return Market.profile("p" + number, skills, some(3, () -> any(List.of("baker", "butcher"))))
        .toBuilder()
        .place(maybe(() -> any(PLACES)))
        .languages(some(2, () -> LanguageSkill.of(any(List.of("fr", "en")),
            maybe(() -> any(List.of(CefrLevel.values()))), List.of(Market.evidence()))))
        .wishes(Wishes.builder()
            .occupations(Set.copyOf(some(1, () -> any(List.of("pastry", "butcher")))))
            .contracts(Set.of(any(List.of(Contract.values()))))
            .maxDistanceKm(30.0)
            .hours(new WeeklyHours(20, 35))
            .salary(new Salary(1_900, 1_900, Currency.getInstance("EUR"), Salary.Period.MONTH))
            .build())
        .build();
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextInt(3) > 0 ? value.get() : null;
  }

  private <T> List<T> some(int most, Supplier<T> value) {
    List<T> some = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      some.add(value.get());
    }
    return some;
  }
}
