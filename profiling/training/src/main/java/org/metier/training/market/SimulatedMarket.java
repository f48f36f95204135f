package org.metier.training.market;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metier.json.Json;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.training.internal.Dice;
import org.metier.training.internal.Sha256;
import org.metier.training.judgment.JudgedData;
import org.metier.training.judgment.Judgment;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;

/// A labour market that nobody lives in: people, vacancies and judgments made up over a taxonomy.
///
/// People hold one to four jobs in occupations near each other, have most of the skills of these jobs, and
/// show a part of that in their profiles. Vacancies ask for a part of an occupation's skills and leave out
/// much of the rest. How well the two suit is decided by a formula over the truth behind both, which
/// `LatentUtility` writes down, plus noise; so what a model learns from this market are the authors'
/// assumptions, through the fog of what is not said. Nobody has a gender, an age, a name or an origin.
///
/// Every person is judged against [#CANDIDATES] vacancies: some near the person's work, some near the home,
/// some that seem to ask for what the profile shows, most at random. Equal taxonomies and seeds give equal markets on every machine. Immutable.
public final class SimulatedMarket {
  /// The day on which all this happens.
  public static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");

  /// Vacancies that each person is judged against unless said otherwise.
  public static final int CANDIDATES = 40;

  private static final int NEAR_WORK = 12;
  private static final int NEAR_BOTH = 8;
  private static final int NEAR_HOME = 6;
  /// One of so many candidates seems to ask for what the profile shows.
  private static final int PER_SEEMING = 7;

  private final List<SimulatedPerson> people;
  private final List<SimulatedOpening> openings;
  private final List<Judgment> judgments;

  private SimulatedMarket(List<SimulatedPerson> people, List<SimulatedOpening> openings,
      List<Judgment> judgments) {
    this.people = people;
    this.openings = openings;
    this.judgments = judgments;
  }

  /// Makes a market; 800 people and 3,000 vacancies take about a second.
  ///
  /// @param people 1 to 9,999
  /// @param vacancies [#CANDIDATES] to 99,999
  public static SimulatedMarket over(Taxonomy taxonomy, int people, int vacancies, long seed) {
    return over(taxonomy, people, vacancies, CANDIDATES, seed);
  }

  /// @param candidates that each person is judged against, [#CANDIDATES] to `vacancies`; of more of them more are
  ///     random
  static SimulatedMarket over(Taxonomy taxonomy, int people, int vacancies, int candidates,
      long seed) {
    if (people < 1 || people > 9_999) {
      throw new IllegalArgumentException("people must be 1 to 9999, were " + people);
    }
    if (vacancies < candidates || vacancies > 99_999) {
      throw new IllegalArgumentException(
          "vacancies must be " + candidates + " to 99999, were " + vacancies);
    }
    OccupationSpace space = new OccupationSpace(taxonomy);
    Dice dice = new Dice(seed);
    OpeningMaker openingMaker = new OpeningMaker(space, NOW);
    List<SimulatedOpening> openings = new ArrayList<>();
    for (int i = 0; i < vacancies; i++) {
      openings.add(openingMaker.opening(i, dice.fork(i)));
    }
    PersonMaker personMaker = new PersonMaker(space, NOW.atZone(ZoneOffset.UTC).toLocalDate());
    LatentUtility utility = new LatentUtility(space);
    List<SimulatedPerson> all = new ArrayList<>();
    List<Judgment> judgments = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      Dice own = dice.fork(1_000_000L + i);
      SimulatedPerson person = personMaker.person(i, own);
      all.add(person);
      for (int o : candidates(space, person, openings, candidates, own)) {
        SimulatedOpening opening = openings.get(o);
        judgments.add(new Judgment(person.profile().id(), opening.vacancy().id().toString(),
            utility.grade(person, opening, own)));
      }
    }
    return new SimulatedMarket(List.copyOf(all), List.copyOf(openings), List.copyOf(judgments));
  }

  public List<CompetenceProfile> profiles() {
    return people.stream().map(SimulatedPerson::profile).toList();
  }

  public List<Vacancy> vacancies() {
    return openings.stream().map(SimulatedOpening::vacancy).toList();
  }

  /// By person, and within a person by vacancy.
  public List<Judgment> judgments() {
    return judgments;
  }

  /// The market as data to train on.
  public JudgedData data() {
    return new JudgedData(
        profiles()
            .stream()
            .collect(Collectors.toMap(CompetenceProfile::id, Function.identity())),
        vacancies()
            .stream()
            .collect(Collectors.toMap(v -> v.id().toString(), Function.identity())),
        judgments, Map.of("simulated market", sha256()));
  }

  private String sha256() {
    MessageDigest digest = Sha256.digest();
    judgments.forEach(j -> digest.update(bytes(j)));
    vacancies().forEach(v -> digest.update(bytes(v)));
    profiles().forEach(p -> digest.update(bytes(p)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static ByteBuffer bytes(Object value) {
    return java.nio.charset.StandardCharsets.UTF_8.encode(Json.write(value) + "\n");
  }

  /// Numbers of openings, ascending.
  private static Set<Integer> candidates(OccupationSpace space, SimulatedPerson person,
      List<SimulatedOpening> openings, int candidates, Dice dice) {
    Map<Town, Double> townsNearHome = new HashMap<>();
    for (Town town : Town.ALL) {
      double km = person.town().point().distanceKm(town.point());
      townsNearHome.put(town, StrictMath.exp(-km / 100));
    }
    Set<Integer> own = new TreeSet<>();
    person.jobs().forEach(job -> own.add(job.occupation()));
    person.wishes()
        .occupations()
        .forEach(
            uri -> own.add(space.taxonomy().find(uri).orElseThrow()));
    double[] nearWork = new double[openings.size()];
    double[] nearHome = new double[openings.size()];
    double[] nearBoth = new double[openings.size()];
    for (int o = 0; o < openings.size(); o++) {
      SimulatedOpening opening = openings.get(o);
      for (int occupation : own) {
        nearWork[o] = Math.max(nearWork[o], space.nearness(occupation, opening.occupation()));
      }
      nearWork[o] += 0.2 * dice.unit();
      nearHome[o] = townsNearHome.getOrDefault(opening.town(), 0.0) + 0.1 * dice.unit();
      nearBoth[o] = nearWork[o] + nearHome[o];
    }
    Set<Integer> chosen = new TreeSet<>();
    choose(chosen, nearWork, NEAR_WORK, dice);
    choose(chosen, nearBoth, NEAR_WORK + NEAR_BOTH, dice);
    choose(chosen, nearHome, NEAR_WORK + NEAR_BOTH + NEAR_HOME, dice);
    choose(chosen, seeming(person, openings, dice), NEAR_WORK + NEAR_BOTH + NEAR_HOME
        + candidates / PER_SEEMING, dice);
    while (chosen.size() < candidates) {
      chosen.add(dice.below(openings.size()));
    }
    return chosen;
  }

  /// The share of the skills named in each vacancy that the profile shows, as a search engine would see it.
  private static double[] seeming(SimulatedPerson person, List<SimulatedOpening> openings,
      Dice dice) {
    Set<String> shown = person.profile()
        .competences()
        .stream()
        .map(Competence::uri)
        .collect(Collectors.toSet());
    double[] seeming = new double[openings.size()];
    for (int o = 0; o < seeming.length; o++) {
      List<SkillDemand> named = openings.get(o).vacancy().skills();
      long shared = named.stream().filter(demand -> shown.contains(demand.uri())).count();
      seeming[o] = (double) shared / Math.max(1, named.size()) + 0.1 * dice.unit();
    }
    return seeming;
  }

  /// Adds openings at random from the upper end of the values, until there are `size`.
  private static void choose(Set<Integer> chosen, double[] values, int size, Dice dice) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    double least = ascending[Math.max(0, values.length - 3 * size)];
    List<Integer> upper = IntStream.range(0, values.length)
        .filter(o -> values[o] >= least)
        .boxed()
        .toList();
    for (int opening : dice.shuffled(upper)) {
      if (chosen.size() < size) {
        chosen.add(opening);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SimulatedMarket market && people.equals(market.people)
        && openings.equals(market.openings) && judgments.equals(market.judgments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(people, openings, judgments);
  }
}
