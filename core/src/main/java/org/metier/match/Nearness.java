package org.metier.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;

/// How near occupations are to those of one person, each worked out once: many vacancies have the same. Not
/// thread-safe.
final class Nearness {
  private final ProfileView profile;
  private final Taxonomy taxonomy;
  private final Map<Integer, Pairs> known = new HashMap<>();

  Nearness(ProfileView profile, Taxonomy taxonomy) {
    this.profile = profile;
    this.taxonomy = taxonomy;
  }

  /// What one occupation of vacancies makes with those of the person.
  ///
  /// @param held pairs with those held, in their order
  /// @param wanted pairs with those wanted, in their order
  /// @param isco distances ([Taxonomy#iscoDistance]) to those held, in their order
  @SuppressWarnings("ArrayRecordComponent") // never compared, and written to by nobody
  record Pairs(List<OccupationFit.Pair> held, List<OccupationFit.Pair> wanted, int[] isco) {}

  Pairs of(int occupation) {
    return known.computeIfAbsent(occupation, this::pairs);
  }

  private Pairs pairs(int occupation) {
    List<OccupationFit.Pair> held = new ArrayList<>();
    int[] isco = new int[profile.held().size()];
    for (int i = 0; i < isco.length; i++) {
      ProfileView.Held job = profile.held().get(i);
      held.add(pair(i, job.occupation(), occupation, job.job().confidence()));
      isco[i] = taxonomy.iscoDistance(job.occupation(), occupation);
    }
    List<OccupationFit.Pair> wanted = new ArrayList<>();
    for (int i = 0; i < profile.wanted().size(); i++) {
      wanted.add(pair(i, profile.wanted().get(i), occupation, 1));
    }
    return new Pairs(held, wanted, isco);
  }

  private OccupationFit.Pair pair(int place, int ofPerson, int ofVacancy, double confidence) {
    boolean haveCodes = !taxonomy.code(ofPerson).isEmpty() && !taxonomy.code(ofVacancy).isEmpty();
    double distance = ofPerson == ofVacancy
        ? 0
        : haveCodes ? taxonomy.iscoDistance(ofPerson, ofVacancy) : Double.NaN;
    boolean areOccupations = taxonomy.kind(ofPerson) == ConceptKind.OCCUPATION
        && taxonomy.kind(ofVacancy) == ConceptKind.OCCUPATION;
    double overlap = !areOccupations
        ? Double.NaN
        : ofPerson == ofVacancy ? 1 : taxonomy.skillOverlap(ofPerson, ofVacancy);
    return new OccupationFit.Pair(place, ofVacancy, distance, overlap, confidence);
  }
}
