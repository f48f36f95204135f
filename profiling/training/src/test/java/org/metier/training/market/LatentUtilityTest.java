package org.metier.training.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.qualification.DrivingLicence;
import org.metier.taxonomy.Taxonomy;
import org.metier.training.internal.Dice;

class LatentUtilityTest {
  private static final OccupationSpace SPACE = new OccupationSpace(Taxonomy.sample());
  private static final LatentUtility UTILITY = new LatentUtility(SPACE);

  @RepeatedTest(100)
  void one_more_demanded_skill_never_makes_a_match_worse(RepetitionInfo run) {
    Dice dice = new Dice(run.getCurrentRepetition());
    SimulatedPerson person = person(dice);
    SimulatedOpening opening = opening(dice);
    int skill = opening.skillWeights().keySet().iterator().next();
    Set<Integer> skills = new HashSet<>(person.skills());
    skills.add(skill);
    SimulatedPerson better = new SimulatedPerson(person.profile(), skills, person.jobs(),
        person.education(), person.languages(), person.licences(), person.town(), person.wishes());
    assertTrue(UTILITY.of(better, opening) >= UTILITY.of(person, opening));
  }

  @RepeatedTest(50)
  void a_missing_licence_costs_what_the_formula_says(RepetitionInfo run) {
    Dice dice = new Dice(run.getCurrentRepetition());
    SimulatedPerson person = person(dice);
    SimulatedOpening opening = opening(dice);
    SimulatedOpening free = asking(opening, Set.of());
    SimulatedOpening bus = asking(opening, Set.of(DrivingLicence.D)); // nobody here drives a bus
    assertEquals(2.2, UTILITY.of(person, free) - UTILITY.of(person, bus), 1e-12);
  }

  @Test
  void an_occupation_is_nearest_to_itself_and_nearness_is_mutual() {
    for (int a : SPACE.occupations()) {
      assertEquals(1, SPACE.nearness(a, a));
      for (int b : SPACE.occupations()) {
        assertTrue(SPACE.nearness(a, b) <= 1);
        assertEquals(SPACE.nearness(a, b), SPACE.nearness(b, a), 1e-12);
      }
    }
  }

  private static SimulatedPerson person(Dice dice) {
    return new PersonMaker(SPACE, LocalDate.of(2026, 10, 1)).person(1, dice);
  }

  private static SimulatedOpening opening(Dice dice) {
    return new OpeningMaker(SPACE, Instant.parse("2026-10-01T00:00:00Z")).opening(1, dice);
  }

  private static SimulatedOpening asking(SimulatedOpening o, Set<DrivingLicence> licences) {
    return new SimulatedOpening(o.vacancy(), o.occupation(), o.skillWeights(), o.languages(),
        o.education(), o.experienceMonths(), licences, o.town(), o.remote(), o.contract(),
        o.hours(), o.salary(), o.ageDays());
  }
}
