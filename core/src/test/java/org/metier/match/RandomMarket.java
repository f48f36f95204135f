package org.metier.match;

import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.profile.Availability;
import org.metier.profile.Certificate;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.profile.PartialDate;
import org.metier.profile.Wishes;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationField;
import org.metier.qualification.EducationLevel;
import org.metier.qualification.LanguageDimension;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
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

/// Seeded random profiles and vacancies over the sample taxonomy, every component present or absent by
/// chance. Not thread-safe.
public final class RandomMarket {
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Random random;
  private final Taxonomy taxonomy = Taxonomy.sample();
  private final int[] occupations = taxonomy.concepts(ConceptKind.OCCUPATION);
  private final int[] skills = taxonomy.concepts(ConceptKind.SKILL);
  private int number;

  public RandomMarket(Random random) {
    this.random = random;
  }

  public Taxonomy taxonomy() {
    return taxonomy;
  }

  public CompetenceProfile profile() {
    Language language = maybe(() -> any(Language.values()));
    Set<String> seen = new HashSet<>();
    Set<DrivingLicence> licences = new TreeSet<>(some(3, () -> any(DrivingLicence.values())));
    return CompetenceProfile.builder("p" + number++)
        .language(language)
        .occupations(some(4, () -> held(language)))
        .competences(some(25, this::competence).stream().filter(c -> seen.add(c.uri())).toList())
        .education(some(3, this::education))
        .certificates(some(2, this::certificate))
        .languages(some(3, this::languageSkill))
        .drivingLicences(licences)
        .licenceEvidence(random.nextBoolean() || licences.isEmpty()
            ? Map.of()
            : Map.of(licences.iterator().next(), List.of(evidence())))
        .place(maybe(this::place))
        .wishes(wishes())
        .build();
  }

  public Vacancy vacancy() {
    Language language = maybe(() -> any(Language.values()));
    Set<String> seen = new HashSet<>();
    String title = title(language);
    return Vacancy.builder(new VacancyId(any("feed-a", "feed-b"), "v" + number++), title)
        .description(String.join("\n", some(5, () -> title(language))))
        .language(language)
        .employer(maybe(() -> "Ünïted & \"Söns\""))
        .workplaces(some(2, this::place))
        .remote(maybe(() -> any(RemoteWork.values())))
        .occupations(some(2, () -> new OccupationCode(taxonomy.uri(any(occupations)),
            random.nextDouble(), any(OccupationCode.Origin.values()))))
        .skills(some(8, this::demand).stream().filter(d -> seen.add(d.uri())).toList())
        .languages(some(2, () -> new LanguageDemand(any("en", "fr", "pl", "uk"),
            maybe(() -> any(CefrLevel.values())), any(Importance.values()))))
        .education(maybe(() -> any(EducationLevel.values())))
        .experienceMonths(maybe(() -> random.nextInt(60)))
        .drivingLicences(Set.copyOf(new HashSet<>(some(2, () -> any(DrivingLicence.values())))))
        .contract(maybe(() -> any(Contract.values())))
        .hours(maybe(this::hours))
        .salary(maybe(this::salary))
        .postedAt(maybe(() -> NOW.minus(random.nextInt(400), ChronoUnit.HOURS)))
        .validThrough(maybe(() -> NOW.plus(random.nextInt(400), ChronoUnit.HOURS)))
        .url(maybe(() -> "https://jobs.example/" + number))
        .raw(random.nextBoolean() ? Map.of() : new TreeMap<>(Map.of("a.b", "1 \u0007", "ż", "")))
        .build();
  }

  private HeldOccupation held(@Nullable Language language) {
    int occupation = any(occupations);
    boolean isLinked = random.nextInt(5) > 0;
    return new HeldOccupation(taxonomy.label(occupation, language == null ? Language.EN : language),
        isLinked ? taxonomy.uri(occupation) : null, isLinked ? random.nextDouble() : 0,
        maybe(this::period), some(2, this::evidence));
  }

  private DateRange period() {
    PartialDate start = new PartialDate(2000 + random.nextInt(20),
        random.nextBoolean() ? 1 + random.nextInt(12) : null, null);
    boolean isOngoing = random.nextBoolean();
    PartialDate end = isOngoing ? null : new PartialDate(2020 + random.nextInt(6), 3, 4);
    return new DateRange(start, end, isOngoing);
  }

  private Competence competence() {
    Competence.Origin origin = any(Competence.Origin.values());
    return new Competence(taxonomy.uri(any(skills)), origin, random.nextDouble(),
        origin == Competence.Origin.STATED ? List.of(evidence()) : some(1, this::evidence),
        some(2, this::period));
  }

  private SkillDemand demand() {
    return new SkillDemand(taxonomy.uri(any(skills)), any(Importance.values()), evidence());
  }

  private Education education() {
    return new Education("course " + random.nextInt(9), maybe(() -> any(EducationLevel.values())),
        maybe(() -> 1 + random.nextInt(8)), maybe(() -> any(EducationField.values())),
        maybe(this::period), some(2, this::evidence));
  }

  private LanguageSkill languageSkill() {
    String language = any("en", "fr", "pl", "uk");
    if (random.nextBoolean()) {
      return LanguageSkill.of(language, maybe(() -> any(CefrLevel.values())),
          some(2, this::evidence));
    }
    Map<LanguageDimension, CefrLevel> dimensions = new EnumMap<>(LanguageDimension.class);
    some(5, () -> any(LanguageDimension.values()))
        .forEach(d -> dimensions.put(d, CefrLevel.values()[random.nextInt(6)]));
    return new LanguageSkill(language, null, dimensions, some(2, this::evidence));
  }

  private Certificate certificate() {
    return new Certificate("certificate " + random.nextInt(9), maybe(() -> "Chamber"),
        maybe(this::period), some(2, this::evidence));
  }

  private Availability availability() {
    return switch (random.nextInt(3)) {
      case 0 -> new Availability.AtOnce();
      case 1 -> new Availability.From(new PartialDate(2026, maybe(() -> 1 + random.nextInt(12)),
          null));
      default -> new Availability.AfterNotice(Period.of(0, 1 + random.nextInt(6),
          random.nextInt(20)));
    };
  }

  private Wishes wishes() {
    return new Wishes(Set.copyOf(new HashSet<>(some(2, () -> taxonomy.uri(any(occupations))))),
        Set.copyOf(new HashSet<>(some(2, () -> any(Contract.values())))), maybe(this::hours),
        maybe(this::salary), maybe(() -> 1 + 99 * random.nextDouble()),
        maybe(() -> any(RemoteWork.values())), maybe(this::availability));
  }

  private Place place() {
    return new Place(maybe(() -> any("Lille", "Gent", "Łódź")), maybe(() -> any("59000", "9000")),
        maybe(() -> any("Nord", "łódzkie")), any("FR", "BE", "PL"), maybe(
            () -> new GeoPoint(45 + 10 * random.nextDouble(), 3 + 20 * random.nextDouble())),
        null);
  }

  private WeeklyHours hours() {
    double min = random.nextInt(40);
    return new WeeklyHours(min, min + random.nextInt(20));
  }

  private Salary salary() {
    double min = 10 + random.nextInt(3000) / 7.0;
    return new Salary(min, min * (1 + random.nextInt(2)),
        Currency.getInstance(any("EUR", "PLN")), any(Salary.Period.values()));
  }

  private Evidence evidence() {
    int start = random.nextInt(100);
    String quote = title(any(Language.values()));
    return new Evidence("cv-1", any("experience", "skills"),
        new Span(start, start + quote.length()), quote);
  }

  private String title(@Nullable Language language) {
    int concept = random.nextBoolean() ? any(occupations) : any(skills);
    return taxonomy.label(concept, language == null ? Language.EN : language);
  }

  private <T> List<T> some(int most, Supplier<T> one) {
    List<T> some = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      some.add(one.get());
    }
    return some;
  }

  private <T> @Nullable T maybe(Supplier<T> one) {
    return random.nextInt(3) == 0 ? null : one.get();
  }

  private int any(int[] numbers) {
    return numbers[random.nextInt(numbers.length)];
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
