package org.metier.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.metier.advice.internal.Line;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;

/// Finds the occupations that are nearest to what a person can do, see [NearOccupation].
///
/// Costs a look at each essential skill of each occupation that shares one with the person.
final class Neighbourhood {
  /// Less is shared by accident: a single skill such as "communication" makes no neighbour.
  private static final int LEAST_SHARED = 2;

  private final PersonSkills person;
  private final Taxonomy taxonomy;
  private final double personWeight;

  private record Candidate(int occupation, String uri, double closeness) {}

  Neighbourhood(PersonSkills person, Taxonomy taxonomy) {
    this.person = person;
    this.taxonomy = taxonomy;
    double weight = 0;
    for (int skill : person.skills().keySet()) {
      weight += person.share(skill) * taxonomy.rarity(skill);
    }
    personWeight = weight;
  }

  /// Closest first; of equally close ones the first by URI.
  ///
  /// @param except numbers of occupations that are none
  /// @param leastVacancies in reach that each must have
  /// @param vacancies in reach by occupation
  /// @param ofGroup in reach by ISCO-08 unit group
  List<NearOccupation> nearest(Set<Integer> except, int limit, int leastVacancies,
      Map<String, Integer> vacancies, Map<String, Integer> ofGroup) {
    List<NearOccupation> near = new ArrayList<>();
    for (Candidate candidate : candidates(except)) {
      int count = vacancies.getOrDefault(candidate.uri(), 0);
      if (near.size() < limit && count >= leastVacancies) {
        near.add(describe(candidate, count, ofGroup));
      }
    }
    return near;
  }

  private List<Candidate> candidates(Set<Integer> except) {
    Set<Integer> sharing = new TreeSet<>();
    for (int skill : person.skills().keySet()) {
      for (int occupation : taxonomy.occupationsUsing(skill)) {
        if (taxonomy.kind(occupation) == ConceptKind.OCCUPATION && !except.contains(occupation)) {
          sharing.add(occupation);
        }
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int occupation : sharing) {
      double closeness = closeness(occupation);
      if (closeness >= NearOccupation.LEAST_CLOSENESS && shares(occupation)) {
        candidates.add(new Candidate(occupation, taxonomy.uri(occupation), closeness));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::closeness)
        .reversed()
        .thenComparing(Candidate::uri));
    return candidates;
  }

  private boolean shares(int occupation) {
    return Arrays.stream(taxonomy.essentialSkills(occupation))
        .filter(person::has)
        .count() >= LEAST_SHARED;
  }

  private double closeness(int occupation) {
    double shared = 0;
    double all = 0;
    for (int skill : taxonomy.essentialSkills(occupation)) {
      double rarity = taxonomy.rarity(skill);
      all += rarity;
      shared += person.share(skill) * rarity;
    }
    return shared == 0 ? 0 : shared / Math.sqrt(personWeight * all);
  }

  private NearOccupation describe(Candidate candidate, int vacancies,
      Map<String, Integer> ofGroup) {
    List<Integer> rarest = new ArrayList<>();
    for (int skill : taxonomy.essentialSkills(candidate.occupation())) {
      rarest.add(skill);
    }
    rarest.sort(Comparator.<Integer>comparingDouble(taxonomy::rarity)
        .reversed()
        .thenComparing(taxonomy::uri));
    List<String> shared = new ArrayList<>();
    List<String> implied = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int skill : rarest) {
      List<String> part = !person.has(skill)
          ? missing
          : person.isImplied(skill) ? implied : shared;
      part.add(taxonomy.uri(skill));
    }
    return new NearOccupation(candidate.uri(), candidate.closeness(), shared, implied, missing,
        vacancies, ofGroup.getOrDefault(Line.unitGroup(candidate.uri(), taxonomy), 0));
  }
}
