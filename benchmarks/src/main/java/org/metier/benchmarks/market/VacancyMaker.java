package org.metier.benchmarks.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.qualification.CefrLevel;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Makes vacancies, each from its number.
///
/// @param byFrequency occupations, the most frequent first
@SuppressWarnings("ArrayRecordComponent") // never compared
record VacancyMaker(long seed, List<Words> words, Occupations occupations, int[] byFrequency,
    Zipf frequency, Towns towns) {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SOURCES = 12;
  private static final Zipf EMPLOYERS = new Zipf(20_000, 0.8);
  private static final Language[] LANGUAGES = Language.values();
  private static final Contract[] CONTRACTS = Contract.values();
  private static final Zipf CONTRACT_USE = new Zipf(CONTRACTS.length, 1.3);
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Evidence EVIDENCE = new Evidence("made up", "description", new Span(0, 5),
      "words");

  static SplittableRandom random(long seed, int number) {
    // SplittableRandom mixes its seed only when drawing; this keeps neighbouring numbers apart.
    return new SplittableRandom(
        (seed * 0x9E3779B97F4A7C15L + number) * 0xBF58476D1CE4E5B9L ^ number);
  }

  Vacancy vacancy(int number) {
    var random = random(seed, number);
    Language language = LANGUAGES[random.nextInt(LANGUAGES.length)];
    int occupation = byFrequency[frequency.draw(random)];
    Instant posted = FIRST.plusSeconds(number % 260_000 * 60L);
    return Vacancy
        .builder(new VacancyId("source" + random.nextInt(SOURCES), "v" + number),
            title(language, occupation, random))
        .description(description(language, random))
        .language(language)
        .employer(random.nextInt(8) == 0 ? null : "Employer " + EMPLOYERS.draw(random))
        .workplaces(workplaces(language, random))
        .remote(remote(random))
        .occupations(codes(occupation, random))
        .skills(skills(occupation, random))
        .languages(random.nextInt(6) > 0
            ? List.of()
            : List.of(new LanguageDemand("en", CefrLevel.B2, Importance.DESIRED)))
        .experienceMonths(random.nextInt(3) > 0 ? null : 12 * random.nextInt(6))
        .contract(random.nextInt(5) == 0 ? null : CONTRACTS[CONTRACT_USE.draw(random)])
        .hours(hours(random))
        .salary(salary(random))
        .postedAt(posted)
        .validThrough(random.nextInt(4) == 0
            ? null
            : posted.plus(Duration.ofDays(14 + random.nextInt(60))))
        .url("https://jobs.example/" + number)
        .build();
  }

  private String title(Language language, int occupation, SplittableRandom random) {
    String label = occupations.labels.get(occupation).get(language.ordinal());
    return random.nextInt(2) == 0
        ? label
        : label + " " + words.get(language.ordinal()).draw(random);
  }

  private String description(Language language, SplittableRandom random) {
    StringBuilder text = new StringBuilder(900);
    words.get(language.ordinal()).appendText(text, 30 + random.nextInt(90), random);
    return text.toString();
  }

  private List<Place> workplaces(Language language, SplittableRandom random) {
    Place town = towns.draw(language, random);
    return switch (random.nextInt(20)) {
      case 0 -> List.of();
      case 1 -> List.of(new Place(null, null, null, town.country(), null));
      case 2 -> List.of(town, towns.draw(language, random));
      default -> List.of(town);
    };
  }

  private static @Nullable RemoteWork remote(SplittableRandom random) {
    return switch (random.nextInt(20)) {
      case 0 -> RemoteWork.REMOTE;
      case 1, 2 -> RemoteWork.HYBRID;
      case 3, 4, 5, 6, 7 -> RemoteWork.ON_SITE;
      default -> null;
    };
  }

  private List<OccupationCode> codes(int occupation, SplittableRandom random) {
    int count = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(3);
    Set<Integer> coded = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      coded.add(i == 0 ? occupation : occupations.neighbour(occupation, random));
    }
    List<OccupationCode> codes = new ArrayList<>();
    for (int code : coded) {
      codes.add(new OccupationCode(occupations.uris.get(code), 0.8 / (codes.size() + 1),
          OccupationCode.Origin.LINKED));
    }
    return codes;
  }

  private List<SkillDemand> skills(int occupation, SplittableRandom random) {
    int count = random.nextInt(10) == 0 ? 0 : 2 + random.nextInt(9);
    List<String> usual = occupations.skills.get(occupation);
    Set<String> drawn = new LinkedHashSet<>();
    while (drawn.size() < count) {
      drawn.add(usual.get(random.nextInt(usual.size())));
    }
    List<SkillDemand> demands = new ArrayList<>(count);
    for (String skill : drawn) {
      demands.add(new SkillDemand(skill,
          random.nextInt(2) == 0 ? Importance.REQUIRED : Importance.MENTIONED, EVIDENCE));
    }
    return demands;
  }

  private static @Nullable WeeklyHours hours(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> new WeeklyHours(16, 24);
      case 1 -> new WeeklyHours(32, 40);
      case 2, 3 -> new WeeklyHours(35, 40);
      default -> null;
    };
  }

  private static @Nullable Salary salary(SplittableRandom random) {
    double month = 1_600 + 50 * random.nextInt(70);
    return random.nextInt(5) < 3
        ? null
        : new Salary(month, month * (1 + random.nextInt(4) / 10.0), EURO, Salary.Period.MONTH);
  }
}
