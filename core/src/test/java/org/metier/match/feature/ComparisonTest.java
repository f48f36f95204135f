package org.metier.match.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.metier.match.reason.Reason;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
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
import org.metier.qualification.EducationLevel;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;
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

/// Each rule on a pair small enough to work out by hand.
class ComparisonTest {
  private static final Instant NOW = Instant.parse("2026-03-15T00:00:00Z");
  private static final Evidence EVIDENCE = new Evidence("cv", "skills", new Span(0, 1), "x");
  private static final double NAN = Double.NaN;

  /// Four occupations: cook and chef share a unit group, waiter the sub-major group with them, welder
  /// nothing. Every skill has one user, but `cut` has two.
  private final Taxonomy taxonomy = Taxonomy.builder()
      .concept("o:cook", ConceptKind.OCCUPATION, "5120")
      .labels("o:cook", Language.EN, List.of("cook"))
      .concept("o:chef", ConceptKind.OCCUPATION, "5120")
      .labels("o:chef", Language.EN, List.of("chef", "kitchen chef"))
      .concept("o:waiter", ConceptKind.OCCUPATION, "5131")
      .labels("o:waiter", Language.EN, List.of("waiter"))
      .concept("o:welder", ConceptKind.OCCUPATION, "7212")
      .skill("s:cut", false, null)
      .labels("s:cut", Language.EN, List.of("cut food"))
      .skill("s:roast", false, null)
      .labels("s:roast", Language.EN, List.of("roast meat"))
      .skill("s:lead", false, null)
      .skill("s:weld", false, null)
      .essential("o:cook", "s:cut")
      .essential("o:cook", "s:roast")
      .essential("o:chef", "s:cut")
      .optional("o:chef", "s:lead")
      .essential("o:welder", "s:weld")
      .build();
  private final FeatureExtractor extractor = FeatureExtractor.over(taxonomy, TextAnalyzer.create());
  private CompetenceProfile.Builder profile = CompetenceProfile.builder("p");
  private Vacancy.Builder vacancy = Vacancy.builder(new VacancyId("x", "1"), "Chef");

  private double of(Feature feature) {
    return extractor.extract(profile.build(), vacancy.build(), NOW)[feature.ordinal()];
  }

  private Reason reason(Feature.Group group) {
    Vacancy position = vacancy.build();
    return extractor.comparer(profile.build(), NOW)
        .reasons(extractor.row(position), position, new double[Feature.Group.values().length])
        .get(group.ordinal());
  }

  private double rarity(String uri) {
    return taxonomy.rarity(taxonomy.find(uri).orElseThrow());
  }

  private static Competence stated(String uri) {
    return Competence.of(uri, Competence.Origin.STATED, 1, List.of(EVIDENCE));
  }

  private static Competence implied(String uri) {
    return Competence.of(uri, Competence.Origin.IMPLIED, 0.5, List.of());
  }

  private static SkillDemand demand(String uri, Importance importance) {
    return new SkillDemand(uri, importance, EVIDENCE);
  }

  private static OccupationCode code(String uri, double confidence) {
    return new OccupationCode(uri, confidence, OccupationCode.Origin.LINKED);
  }

  private static HeldOccupation held(String uri, @Nullable DateRange period) {
    return new HeldOccupation("job", uri, 0.9, period, List.of(EVIDENCE));
  }

  private static DateRange months(int firstYear, int firstMonth, int lastYear, int lastMonth) {
    return new DateRange(new PartialDate(firstYear, firstMonth, null),
        new PartialDate(lastYear, lastMonth, null), false);
  }

  @Test
  void nothing_known_is_unknown_and_not_zero() {
    assertEquals(NAN, of(Feature.ESSENTIAL_SKILLS_WEIGHTED_SHARE));
    assertEquals(NAN, of(Feature.HELD_OCCUPATION_DISTANCE));
    assertEquals(NAN, of(Feature.NEAR_OCCUPATION_MONTHS));
    assertEquals(NAN, of(Feature.DISTANCE_KM));
    assertEquals(NAN, of(Feature.DISTANCE_LOG_KM));
    assertEquals(NAN, of(Feature.AGE_DAYS));
    assertEquals(0, of(Feature.PROFILE_SKILLS_KNOWN));
    assertEquals(0, of(Feature.AGE_KNOWN));
  }

  /// `cut` is required, `roast` mentioned (0.6); only `roast` is shown, and only by implication.
  @Test
  void skills_weigh_by_importance_and_rarity() {
    vacancy.skills(
        List.of(demand("s:cut", Importance.REQUIRED), demand("s:roast", Importance.MENTIONED),
            demand("s:lead", Importance.DESIRED)));
    profile.competences(List.of(implied("s:roast"), stated("s:lead")));
    double roast = 0.6 * rarity("s:roast");
    assertEquals(roast / (roast + rarity("s:cut")), of(Feature.ESSENTIAL_SKILLS_WEIGHTED_SHARE),
        1e-12);
    assertEquals(0, of(Feature.ESSENTIAL_SKILLS_STATED_SHARE));
    assertEquals(0.5, of(Feature.ESSENTIAL_SKILLS_SHARE));
    assertEquals(1, of(Feature.ESSENTIAL_SKILLS_MISSING));
    assertEquals(1, of(Feature.OPTIONAL_SKILLS_WEIGHTED_SHARE));
    assertEquals(1, of(Feature.VACANCY_SKILLS_STATED));
    assertEquals(new Reason.EssentialSkills(
        List.of(new Reason.SharedSkill("s:roast", List.of(), EVIDENCE)), List.of("s:cut"), 0),
        reason(Feature.Group.ESSENTIAL_SKILLS));
  }

  /// The chef's `cut` counts a quarter beside the text's `roast`, and is no skill asked for.
  @Test
  void skills_of_the_occupation_count_less_beside_those_of_the_text() {
    vacancy.skills(List.of(demand("s:roast", Importance.REQUIRED)))
        .occupations(List.of(code("o:chef", 0.8)));
    profile.competences(List.of(stated("s:cut")));
    double cut = 0.25 * 0.8 * rarity("s:cut");
    assertEquals(cut / (cut + rarity("s:roast")), of(Feature.ESSENTIAL_SKILLS_WEIGHTED_SHARE),
        1e-12);
    assertEquals(0, of(Feature.ESSENTIAL_SKILLS_SHARE));
    assertEquals(0, of(Feature.OPTIONAL_SKILLS_WEIGHTED_SHARE));
  }

  @Test
  void skills_of_the_occupation_stand_in_for_a_text_without_any() {
    vacancy.occupations(List.of(code("o:cook", 0.5)));
    profile.competences(List.of(stated("s:cut")));
    assertEquals(0.5, of(Feature.ESSENTIAL_SKILLS_SHARE));
    assertEquals(0, of(Feature.VACANCY_SKILLS_STATED));
    var reason = assertInstanceOf(Reason.EssentialSkills.class,
        reason(Feature.Group.ESSENTIAL_SKILLS));
    assertEquals(List.of("s:roast"), reason.missing());
    assertNull(reason.shared().getFirst().ofVacancy());
  }

  @Test
  void the_nearest_occupation_counts() {
    vacancy.occupations(List.of(code("o:chef", 0.8)));
    profile.occupations(List.of(held("o:welder", null), held("o:waiter", null)));
    assertEquals(3, of(Feature.HELD_OCCUPATION_DISTANCE));
    profile.occupations(List.of(held("o:waiter", null), held("o:cook", null)));
    assertEquals(1, of(Feature.HELD_OCCUPATION_DISTANCE));
    double cut = rarity("s:cut");
    assertEquals(cut / (cut + rarity("s:roast") + rarity("s:lead") / 2),
        of(Feature.HELD_OCCUPATION_SKILL_OVERLAP), 1e-12);
    assertEquals(NAN, of(Feature.WANTED_OCCUPATION_DISTANCE));
    assertEquals(0.9, of(Feature.HELD_OCCUPATION_CONFIDENCE));
    assertEquals(0.8, of(Feature.VACANCY_OCCUPATION_CONFIDENCE));
    assertEquals(new Reason.HeldOccupation("o:cook", "o:chef", EVIDENCE, 0),
        reason(Feature.Group.HELD_OCCUPATION));
    assertEquals(new Reason.WantedOccupation(null, "o:chef", 0),
        reason(Feature.Group.WANTED_OCCUPATION));
    profile.wishes(Wishes.builder().occupations(Set.of("o:chef")).build());
    assertEquals(0, of(Feature.WANTED_OCCUPATION_DISTANCE));
    assertEquals(1, of(Feature.WANTED_OCCUPATION_SKILL_OVERLAP));
    assertEquals(new Reason.WantedOccupation("o:chef", "o:chef", 0),
        reason(Feature.Group.WANTED_OCCUPATION));
    assertEquals(new Reason.HeldOccupation("o:cook", "o:chef", EVIDENCE, 0),
        reason(Feature.Group.HELD_OCCUPATION));
  }

  /// Cook January to June and chef April to September 2024: nine months, 18 months before March 2026;
  /// the waiter's year is not near.
  @Test
  void months_at_the_same_time_count_once() {
    vacancy.occupations(List.of(code("o:chef", 1))).experienceMonths(12);
    profile.occupations(List.of(held("o:cook", months(2024, 1, 2024, 6)),
        held("o:chef", months(2024, 4, 2024, 9)), held("o:waiter", months(2025, 1, 2025, 12))));
    assertEquals(9, of(Feature.SAME_OCCUPATION_MONTHS));
    assertEquals(9, of(Feature.NEAR_OCCUPATION_MONTHS));
    assertEquals(18, of(Feature.NEAR_OCCUPATION_MONTHS_SINCE));
    assertEquals(-3, of(Feature.EXPERIENCE_GAP_MONTHS));
    assertEquals(new Reason.Experience(9, 18, 12, 0), reason(Feature.Group.EXPERIENCE));
  }

  @Test
  void words_are_compared_within_one_language_only() {
    profile
        .occupations(List.of(new HeldOccupation("Kitchen chef", null, 0, null, List.of(EVIDENCE))));
    assertEquals(NAN, of(Feature.TITLE_SIMILARITY));
    profile.language(Language.EN);
    vacancy.language(Language.EN).description("You roast meat in our kitchen.");
    // "kitchen" and "chef" are each in the labels of one of eight concepts: one of two equal weights.
    assertEquals(1 / Math.sqrt(2), of(Feature.TITLE_SIMILARITY), 1e-12);
    assertEquals(2 / Math.sqrt(2 * 4), of(Feature.TEXT_SIMILARITY), 1e-12);
    assertEquals(new Reason.CommonWords(List.of("Chef", "kitchen"), 0),
        reason(Feature.Group.COMMON_WORDS));
    vacancy.language(Language.DE);
    assertEquals(NAN, of(Feature.TITLE_SIMILARITY));
  }

  @Test
  void the_highest_level_of_education_counts() {
    vacancy.education(EducationLevel.BACHELOR);
    assertEquals(NAN, of(Feature.EDUCATION_DIFFERENCE));
    profile.education(List.of(
        new Education("a", EducationLevel.UPPER_SECONDARY, null, null, null, List.of(EVIDENCE)),
        new Education("b", null, null, null, null, List.of(EVIDENCE)),
        new Education("c", EducationLevel.SHORT_TERTIARY, null, null, null, List.of(EVIDENCE))));
    assertEquals(-1, of(Feature.EDUCATION_DIFFERENCE));
  }

  /// French is met, German falls two levels short, Polish (desired, half the weight) is not known: 1 of
  /// 2.5. Not knowing Polish counts as four levels short of B2, the usual one.
  @Test
  void languages_are_met_at_their_level() {
    vacancy.languages(List.of(new LanguageDemand("fr", CefrLevel.B1, Importance.REQUIRED),
        new LanguageDemand("de", CefrLevel.C1, Importance.REQUIRED),
        new LanguageDemand("pl", null, Importance.DESIRED)));
    assertEquals(NAN, of(Feature.LANGUAGES_MET_SHARE));
    profile.languages(List.of(LanguageSkill.of("fr", null, List.of(EVIDENCE)),
        LanguageSkill.of("de", CefrLevel.B1, List.of(EVIDENCE))));
    assertEquals(0.4, of(Feature.LANGUAGES_MET_SHARE), 1e-12);
    assertEquals(4, of(Feature.LANGUAGE_WORST_GAP));
  }

  @Test
  void a_licence_covers_what_it_is_valid_for() {
    vacancy.drivingLicences(EnumSet.of(DrivingLicence.B, DrivingLicence.CE, DrivingLicence.D));
    assertEquals(NAN, of(Feature.LICENCES_MET_SHARE));
    profile.drivingLicences(EnumSet.of(DrivingLicence.CE));
    assertEquals(2 / 3.0, of(Feature.LICENCES_MET_SHARE), 1e-12);
    assertEquals(
        new Reason.Licences(
            List.of(DrivingLicence.B, DrivingLicence.CE, DrivingLicence.D),
            List.of(DrivingLicence.B, DrivingLicence.CE), true, List.of(), 0),
        reason(Feature.Group.LICENCES));
  }

  @Test
  void a_region_or_country_pretends_to_no_distance() {
    GeoPoint lille = new GeoPoint(50.63, 3.06);
    Place region = new Place(null, null, "Nord", "FR", lille, PlacePrecision.REGION);
    Place country = new Place(null, null, null, "FR", lille, PlacePrecision.COUNTRY);
    profile.place(new Place("Lille", null, "Nord", "FR", lille, PlacePrecision.TOWN));
    vacancy.workplaces(List.of(country, region));
    assertEquals(Double.NaN, of(Feature.DISTANCE_KM));
    assertEquals(2, of(Feature.PLACE_AGREEMENT));
    assertEquals(new Reason.Distance(null, region, null, null, null, 0),
        reason(Feature.Group.DISTANCE));

    // A town that is far is nearer than a region of which nobody knows.
    GeoPoint gent = new GeoPoint(51.05, 3.72);
    Place town = new Place("Gent", null, null, "BE", gent, PlacePrecision.TOWN);
    vacancy.workplaces(List.of(region, town));
    assertEquals(lille.distanceKm(gent), of(Feature.DISTANCE_KM));

    profile.place(new Place(null, null, "Nord", "FR", lille, PlacePrecision.REGION));
    assertEquals(Double.NaN, of(Feature.DISTANCE_KM));
  }

  @Test
  void the_nearest_workplace_counts() {
    GeoPoint lille = new GeoPoint(50.63, 3.06);
    Place gent = new Place("Gent", null, null, "BE", new GeoPoint(51.05, 3.72),
        PlacePrecision.ADDRESS);
    Place paris = new Place("Paris", null, null, "FR", new GeoPoint(48.86, 2.35),
        PlacePrecision.ADDRESS);
    vacancy.workplaces(List.of(paris, gent)).remote(RemoteWork.HYBRID);
    profile.place(new Place("Lille", null, null, "FR", lille, PlacePrecision.TOWN))
        .wishes(Wishes.builder().maxDistanceKm(50.0).remote(RemoteWork.REMOTE).build());
    double km = of(Feature.DISTANCE_KM);
    assertEquals(66, km, 1);
    assertEquals(km / 50, of(Feature.DISTANCE_SHARE_OF_MAX), 1e-12);
    assertEquals(StrictMath.log1p(km), of(Feature.DISTANCE_LOG_KM));
    assertEquals(1, of(Feature.PLACE_AGREEMENT));
    assertEquals(0.5, of(Feature.REMOTE_WORK_FIT));
    assertEquals(new Reason.Distance(km, gent, 50.0, RemoteWork.HYBRID, true, 0),
        reason(Feature.Group.DISTANCE));
  }

  @Test
  void terms_are_compared_where_both_sides_say() {
    Currency euro = Currency.getInstance("EUR");
    vacancy.contract(Contract.FIXED_TERM)
        .hours(new WeeklyHours(35, 40))
        .salary(new Salary(2000, 2400, euro, Salary.Period.MONTH));
    assertEquals(NAN, of(Feature.CONTRACT_WANTED));
    assertEquals(3, of(Feature.TERMS_OFFERED));
    profile.wishes(
        Wishes.builder()
            .contracts(Set.of(Contract.PERMANENT))
            .hours(new WeeklyHours(20, 30))
            .salary(new Salary(24_000, 24_000, euro, Salary.Period.YEAR))
            .build());
    assertEquals(0, of(Feature.CONTRACT_WANTED));
    assertEquals(5, of(Feature.HOURS_GAP));
    assertEquals(1.2, of(Feature.SALARY_RATIO), 1e-12);
    var terms = assertInstanceOf(Reason.Terms.class, reason(Feature.Group.TERMS));
    assertEquals(false, terms.isContractWanted());
    assertEquals(false, terms.areHoursWanted());
    assertEquals(true, terms.isSalaryEnough());
    vacancy.salary(new Salary(2000, 2400, Currency.getInstance("PLN"), Salary.Period.MONTH));
    assertEquals(NAN, of(Feature.SALARY_RATIO));
  }

  @Test
  void age_is_counted_in_whole_days() {
    vacancy.postedAt(Instant.parse("2026-03-01T12:00:00Z"));
    assertEquals(13, of(Feature.AGE_DAYS));
    vacancy.postedAt(Instant.parse("2026-03-20T00:00:00Z"));
    assertEquals(0, of(Feature.AGE_DAYS));
    vacancy.postedAt(Instant.parse("2020-03-20T00:00:00Z"));
    assertEquals(365, of(Feature.AGE_DAYS));
  }
}
