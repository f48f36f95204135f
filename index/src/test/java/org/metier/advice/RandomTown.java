package org.metier.advice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.profile.Wishes;
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

/// A made-up taxonomy, vacancies and profiles from one seed, with what the taxonomy was made of, so that a
/// test need not ask it.
final class RandomTown {
  static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final GeoPoint LILLE = new GeoPoint(50.6292, 3.0573);
  private static final GeoPoint LYON = new GeoPoint(45.764, 4.8357);
  private static final int SKILLS = 14;
  private static final String[] GROUPS = {"5120", "7512", "2411"};

  private final Random random;
  final Map<String, String> groupOf = new LinkedHashMap<>();
  final Map<String, Set<String>> essential = new HashMap<>();
  final Map<String, Set<String>> optional = new HashMap<>();
  final Taxonomy taxonomy;

  RandomTown(long seed) {
    random = new Random(seed);
    Taxonomy.Builder builder = Taxonomy.builder();
    for (int s = 0; s < SKILLS; s++) {
      builder.concept("s" + s, ConceptKind.SKILL, "")
          .labels("s" + s, Language.EN, List.of("knack" + s));
    }
    for (int o = 0; o < 7; o++) {
      String uri = "o" + o;
      String group = GROUPS[random.nextInt(GROUPS.length)];
      builder.concept(uri, ConceptKind.OCCUPATION, group)
          .labels(uri, Language.EN, List.of("work" + o));
      groupOf.put(uri, group);
      Set<String> needed = skills(5);
      Set<String> helpful = skills(4);
      helpful.removeAll(needed);
      needed.forEach(s -> builder.essential(uri, s));
      helpful.forEach(s -> builder.optional(uri, s));
      essential.put(uri, needed);
      optional.put(uri, helpful);
    }
    taxonomy = builder.build();
  }

  Random random() {
    return random;
  }

  String occupation() {
    return "o" + random.nextInt(groupOf.size());
  }

  private Set<String> skills(int most) {
    Set<String> skills = new LinkedHashSet<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      skills.add("s" + random.nextInt(SKILLS));
    }
    return skills;
  }

  /// `ln(1 + N / (1 + n))` for `n` of `N` occupations that use the skill.
  double rarity(String skill) {
    long uses = groupOf.keySet()
        .stream()
        .filter(o -> essential.getOrDefault(o, Set.of()).contains(skill)
            || optional.getOrDefault(o, Set.of()).contains(skill))
        .count();
    return Math.log(1 + groupOf.size() / (1.0 + uses));
  }

  Vacancy vacancy(int number) {
    List<SkillDemand> demands = new ArrayList<>();
    for (String skill : skills(5)) {
      demands.add(new SkillDemand(skill, Importance.values()[random.nextInt(3)], evidence()));
    }
    if (random.nextInt(5) == 0) {
      demands.add(new SkillDemand("unknown", Importance.REQUIRED, evidence()));
    }
    Vacancy.Builder vacancy = Vacancy
        .builder(new VacancyId("test", "v" + number), "position " + number)
        .language(random.nextBoolean() ? Language.EN : Language.FR)
        .skills(demands);
    if (random.nextInt(4) > 0) {
      vacancy.occupations(List.of(new OccupationCode(occupation(), random.nextDouble(),
          OccupationCode.Origin.LINKED)));
    }
    if (random.nextBoolean()) {
      vacancy.workplaces(List.of(place()));
    }
    if (random.nextBoolean()) {
      vacancy.languages(List.of(new LanguageDemand(random.nextBoolean() ? "de" : "fr", null,
          Importance.values()[random.nextInt(3)])));
    }
    return vacancy.contract(random.nextBoolean() ? null : Contract.values()[random.nextInt(2)])
        .remote(random.nextInt(4) == 0 ? RemoteWork.REMOTE : null)
        .validThrough(random.nextInt(6) == 0 ? NOW.minus(Duration.ofDays(1)) : null)
        .build();
  }

  private Place place() {
    GeoPoint point = random.nextBoolean() ? LILLE : LYON;
    return new Place(null, null, null, point.equals(LILLE) ? "FR" : null, point,
        random.nextInt(4) == 0 ? PlacePrecision.REGION : PlacePrecision.TOWN);
  }

  Reach reach() {
    Reach.Builder reach = Reach.builder();
    if (random.nextBoolean()) {
      reach.near(LILLE, 40);
    }
    if (random.nextInt(3) == 0) {
      reach.contracts(Set.of(Contract.values()[random.nextInt(2)]));
    }
    if (random.nextInt(3) == 0) {
      reach.knownLanguages(Set.of("fr", "nl"));
    }
    if (random.nextInt(4) == 0) {
      reach.adLanguages(Set.of(Language.FR));
    }
    if (random.nextInt(5) == 0) {
      reach.countries(Set.of("FR"));
    }
    return reach.build();
  }

  CompetenceProfile profile() {
    List<Competence> competences = new ArrayList<>();
    Set<String> skills = new TreeSet<>(skills(4));
    skills.addAll(Set.of("s0", "s1", "s2"));
    for (String skill : skills) {
      boolean isImplied = random.nextInt(3) == 0;
      competences.add(Competence.of(skill,
          isImplied ? Competence.Origin.IMPLIED : Competence.Origin.STATED, 0.9,
          isImplied ? List.of() : List.of(evidence())));
    }
    List<HeldOccupation> held = random.nextBoolean()
        ? List.of()
        : List.of(new HeldOccupation("job", occupation(), 0.9, null, List.of(evidence())));
    Set<String> wished = random.nextBoolean() ? Set.of() : Set.of(occupation());
    return CompetenceProfile.builder("p")
        .competences(competences)
        .occupations(held)
        .wishes(Wishes.builder().occupations(wished).build())
        .build();
  }

  static Evidence evidence() {
    return new Evidence("document", "experience", new Span(0, 4), "word");
  }
}
