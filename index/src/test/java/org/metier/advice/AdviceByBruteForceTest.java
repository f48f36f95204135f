package org.metier.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.index.VacancyIndex;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.vacancy.Vacancy;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;

/// What is counted in the index against plain loops over the same vacancies. What the numbers mean is written
/// down here a second time, from their documentation.
class AdviceByBruteForceTest {
  private static final int VACANCIES = 120;

  @TempDir
  private Path folder = Path.of("");

  private record Plain(Reach reach, Set<String> had, Set<String> line, Set<String> groups,
      String wanted, RandomTown town, List<Vacancy> vacancies) {
    boolean isInReach(Vacancy v) {
      boolean isOpen = v.validThrough() == null || !v.validThrough().isBefore(RandomTown.NOW);
      boolean isNear = reach.near() == null || v.remote() == RemoteWork.REMOTE
          || v.workplaces()
              .stream()
              .anyMatch(p -> p.distancePoint() != null
                  && reach.radiusKm() != null
                  && reach.near().distanceKm(p.distancePoint()) <= reach.radiusKm());
      boolean isContract = reach.contracts().isEmpty() || v.contract() == null
          || reach.contracts().contains(v.contract());
      boolean isUnderstood = reach.knownLanguages().isEmpty()
          || v.languages()
              .stream()
              .allMatch(l -> l.importance() == Importance.DESIRED
                  || reach.knownLanguages().contains(l.language()));
      boolean isRead = reach.adLanguages().isEmpty() || reach.adLanguages().contains(v.language());
      boolean isThere = reach.countries().isEmpty()
          || v.workplaces()
              .stream()
              .anyMatch(p -> p.country() != null && reach.countries().contains(p.country()));
      return isOpen && isNear && isContract && isUnderstood && isRead && isThere;
    }

    boolean isInLine(Vacancy v) {
      return isInReach(v) && v.occupations()
          .stream()
          .anyMatch(o -> line.contains(o.uri()) || groups.contains(town.groupOf.get(o.uri())));
    }

    boolean isCoded(Vacancy v, String uri) {
      return isInReach(v)
          && v.occupations().stream().anyMatch(o -> o.uri().equals(uri) && o.confidence() >= 0.4);
    }

    Set<String> asked(Vacancy v) {
      return v.skills()
          .stream()
          .filter(s -> s.importance() != Importance.DESIRED && !s.uri().equals("unknown"))
          .map(s -> s.uri())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> lacking(Vacancy v) {
      Set<String> lacking = asked(v);
      lacking.removeAll(had);
      return lacking;
    }

    boolean decides(Vacancy v, String skill) {
      Set<String> lacking = lacking(v);
      double others = lacking.stream()
          .filter(s -> !s.equals(skill))
          .mapToDouble(town::rarity)
          .sum();
      return lacking.size() > 1 && lacking.contains(skill)
          && town.rarity(skill) > others + 1e-9;
    }

    int count(Predicate<Vacancy> which) {
      return (int) vacancies.stream().filter(which).count();
    }
  }

  @RepeatedTest(15)
  void what_is_counted_is_what_plain_loops_count(RepetitionInfo run) {
    RandomTown town = new RandomTown(run.getCurrentRepetition()); // the repetition is the seed
    List<Vacancy> vacancies = new ArrayList<>();
    for (int i = 0; i < VACANCIES; i++) {
      vacancies.add(town.vacancy(i));
    }
    Home home = Home.open(folder);
    try (VacancyIndex index = VacancyIndex.builder(home)
        .taxonomy(town.taxonomy)
        .clock(RandomTown.CLOCK)
        .build()) {
      // Several commits make several segments, and the second one replaces entries of the first.
      index.put(vacancies.subList(0, VACANCIES / 2));
      index.put(vacancies.subList(VACANCIES / 4, VACANCIES));
    }
    try (LearningAdvisor advisor = LearningAdvisor.builder(home)
        .taxonomy(town.taxonomy)
        .clock(RandomTown.CLOCK)
        .skills(100)
        .occupations(100)
        .leastVacancies(0)
        .build()) {
      for (int person = 0; person < 12; person++) {
        compare(town, vacancies, advisor);
      }
    }
  }

  private static void compare(RandomTown town, List<Vacancy> vacancies, LearningAdvisor advisor) {
    CompetenceProfile profile = town.profile();
    String wanted = town.occupation();
    Reach reach = town.reach();
    Advice.Given advice = assertInstanceOf(Advice.Given.class,
        advisor.advise(profile, Target.occupation(wanted), reach));
    Plain plain = plain(town, vacancies, profile, wanted, reach);
    assertEquals(
        new Counts(plain.count(plain::isInReach), plain.count(plain::isInLine),
            plain.count(v -> plain.isInLine(v) && plain.asked(v).isEmpty()),
            plain.count(v -> plain.isInLine(v) && !plain.asked(v).isEmpty()
                && plain.lacking(v).isEmpty()),
            plain.count(v -> plain.isInLine(v) && !plain.lacking(v).isEmpty()),
            plain.count(v -> plain.isCoded(v, wanted))),
        advice.counts());
    assertEquals(toLearn(plain), advice.toLearn());
    near(plain, profile, advice.near());
    gap(plain, advice.gap());
    assertEquals(advice, advisor.advise(profile, Target.occupation(wanted), reach));
  }

  private static Plain plain(RandomTown town, List<Vacancy> vacancies, CompetenceProfile profile,
      String wanted, Reach reach) {
    Set<String> line = new TreeSet<>(profile.wishes().occupations());
    profile.occupations().forEach(o -> line.add(String.valueOf(o.uri())));
    line.add(wanted);
    Set<String> groups = line.stream().map(town.groupOf::get).collect(Collectors.toSet());
    Set<String> had = profile.competences()
        .stream()
        .map(Competence::uri)
        .collect(Collectors.toSet());
    return new Plain(reach, had, line, groups, wanted, town, vacancies);
  }

  private static List<SkillToLearn> toLearn(Plain plain) {
    List<SkillToLearn> expected = new ArrayList<>();
    for (int s = 0; s < 14; s++) {
      String skill = "s" + s;
      int opens = plain.count(v -> plain.isInLine(v) && plain.lacking(v).equals(Set.of(skill)));
      int decides = plain.count(v -> plain.isInLine(v) && plain.decides(v, skill));
      int wanted = plain.count(
          v -> plain.isCoded(v, plain.wanted) && plain.asked(v).contains(skill));
      int line = plain.count(v -> plain.isInLine(v) && plain.asked(v).contains(skill));
      if (!plain.had.contains(skill) && opens + decides + wanted > 0) {
        Need need = plain.town.essential.getOrDefault(plain.wanted, Set.of()).contains(skill)
            ? Need.ESSENTIAL
            : plain.town.optional.getOrDefault(plain.wanted, Set.of()).contains(skill)
                ? Need.OPTIONAL
                : null;
        boolean isUsual = plain.town.groupOf.keySet()
            .stream()
            .filter(o -> plain.groups.contains(plain.town.groupOf.get(o)))
            .anyMatch(o -> plain.town.essential.getOrDefault(o, Set.of()).contains(skill)
                || plain.town.optional.getOrDefault(o, Set.of()).contains(skill));
        expected.add(new SkillToLearn(skill, need, isUsual, opens, decides, wanted, line));
      }
    }
    expected.sort(Comparator.comparingInt((SkillToLearn s) -> s.isUsual() ? 0 : 1)
        .thenComparingInt(s -> -s.opens())
        .thenComparingInt(s -> -s.decides())
        .thenComparingInt(s -> -s.askedByWanted())
        .thenComparingInt(s -> -s.askedInLine())
        .thenComparing(SkillToLearn::uri));
    return expected;
  }

  private static void near(Plain plain, CompetenceProfile profile, List<NearOccupation> near) {
    Map<String, Double> shares = new TreeMap<>();
    profile.competences()
        .forEach(c -> shares.put(c.uri(), c.origin() == Competence.Origin.IMPLIED ? 0.5 : 1.0));
    double own = shares.entrySet()
        .stream()
        .mapToDouble(e -> e.getValue() * plain.town.rarity(e.getKey()))
        .sum();
    Set<String> expected = new HashSet<>();
    for (String uri : plain.town.groupOf.keySet()) {
      Set<String> needed = plain.town.essential.getOrDefault(uri, Set.of());
      double all = needed.stream().mapToDouble(plain.town::rarity).sum();
      double both = needed.stream()
          .mapToDouble(s -> shares.getOrDefault(s, 0.0) * plain.town.rarity(s))
          .sum();
      long shared = needed.stream().filter(shares::containsKey).count();
      if (!plain.line.contains(uri) && shared >= 2 && both / Math.sqrt(all * own) >= 0.05) {
        expected.add(uri);
        NearOccupation found = near.stream()
            .filter(n -> n.uri().equals(uri))
            .findAny()
            .orElseThrow();
        assertEquals(both / Math.sqrt(all * own), found.closeness(), 1e-9);
        assertEquals(plain.count(v -> plain.isCoded(v, uri)), found.vacancies());
        assertEquals(plain.count(v -> plain.isInReach(v) && v.occupations()
            .stream()
            .anyMatch(o -> Objects.equals(plain.town.groupOf.get(o.uri()),
                plain.town.groupOf.get(uri)))),
            found.vacanciesOfGroup());
        Set<String> parts = new TreeSet<>(found.shared());
        parts.addAll(found.implied());
        assertTrue(plain.had.containsAll(parts));
        parts.addAll(found.missing());
        assertEquals(new TreeSet<>(needed), parts);
      }
    }
    assertEquals(expected, near.stream().map(NearOccupation::uri).collect(Collectors.toSet()));
    for (int i = 1; i < near.size(); i++) {
      assertTrue(near.get(i - 1).closeness() >= near.get(i).closeness());
    }
  }

  private static void gap(Plain plain, Gap gap) {
    Set<String> parted = new TreeSet<>();
    gap.shown().forEach(s -> assertTrue(plain.had.contains(s.uri()) && parted.add(s.uri())));
    gap.implied().forEach(s -> assertTrue(plain.had.contains(s.uri()) && parted.add(s.uri())));
    gap.missing().forEach(s -> {
      assertTrue(!plain.had.contains(s.uri()) && parted.add(s.uri()));
      assertEquals(plain.count(v -> plain.isInLine(v) && plain.asked(v).contains(s.uri())),
          s.asked());
    });
    Set<String> all = new TreeSet<>(plain.town.essential.getOrDefault(plain.wanted, Set.of()));
    all.addAll(plain.town.optional.getOrDefault(plain.wanted, Set.of()));
    assertEquals(all, parted);
  }

  @Test
  void the_loops_have_something_to_count() {
    RandomTown town = new RandomTown(3);
    List<Vacancy> vacancies = new ArrayList<>();
    for (int i = 0; i < VACANCIES; i++) {
      vacancies.add(town.vacancy(i));
    }
    CompetenceProfile profile = town.profile();
    Plain plain = plain(town, vacancies, profile, town.occupation(), Reach.ALL);
    assertTrue(toLearn(plain).stream().mapToInt(SkillToLearn::opens).sum() > 0);
    assertTrue(toLearn(plain).stream().mapToInt(SkillToLearn::decides).sum() > 0);
  }
}
