package org.metier.match.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.VacancyRow;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.SkillOverlaps;
import org.metier.taxonomy.Taxonomy;

/// How near occupations are to those of one person, and how much experience the person has in them, each
/// worked out once: many vacancies have the same. Not thread-safe.
final class Nearness {
  private final ProfileView profile;
  private final Taxonomy taxonomy;
  /// By number of an occupation of the person.
  private final Map<Integer, SkillOverlaps> overlaps = new HashMap<>();
  private final Map<Integer, Pairs> known = new HashMap<>();
  private final Map<Codes, Fit> fits = new HashMap<>();

  /// The occupations of a vacancy.
  ///
  /// @param own how many count as its own, see [VacancyRow#ownCodeCount]
  private record Codes(int count, int own, int first, int second, int third) {}

  /// What the occupations of a vacancy say of the person, whatever else the vacancy asks.
  ///
  /// @param nearness to the nearest occupation held of each occupation of the vacancy in their order, then to the
  ///     nearest one wanted of each
  /// @param sameMonths see [ExperienceFit]; so the others
  @SuppressWarnings("ArrayRecordComponent") // never compared, and written to by nobody
  record Fit(OccupationFit.@Nullable Pair held, OccupationFit.@Nullable Pair wanted,
      double[] nearness, @Nullable Integer sameMonths, @Nullable Integer nearMonths,
      @Nullable Integer monthsSince) {}

  /// Reads only the occupations.
  Fit of(VacancyRow vacancy) {
    int count = vacancy.codeCount();
    return fits.computeIfAbsent(
        new Codes(count, vacancy.ownCodeCount(), count > 0 ? vacancy.code(0) : 0,
            count > 1 ? vacancy.code(1) : 0,
            count > 2 ? vacancy.code(2) : 0),
        _ -> fit(vacancy));
  }

  private Fit fit(VacancyRow vacancy) {
    List<Pairs> pairs = new ArrayList<>();
    for (int i = 0; i < vacancy.codeCount(); i++) {
      pairs.add(of(vacancy.code(i)));
    }
    double[] nearness = new double[2 * pairs.size()];
    for (int i = 0; i < pairs.size(); i++) {
      nearness[i] = nearest(pairs.get(i).held());
      nearness[pairs.size() + i] = nearest(pairs.get(i).wanted());
    }
    List<Pairs> own = pairs.subList(0, vacancy.ownCodeCount());
    OccupationFit.Pair held = null;
    OccupationFit.Pair wanted = null;
    for (Pairs ofCode : own) {
      held = OccupationFit.nearest(held, ofCode.held());
      wanted = OccupationFit.nearest(wanted, ofCode.wanted());
    }
    ExperienceFit.Months months = ExperienceFit.months(profile, own);
    return new Fit(held, wanted, nearness, months.same(), months.near(), months.since());
  }

  private static double nearest(List<OccupationFit.Pair> pairs) {
    return pairs.stream().mapToDouble(OccupationFit.Pair::nearness).max().orElse(0);
  }

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

  private Pairs of(int occupation) {
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
        : ofPerson == ofVacancy
            ? 1
            : overlaps.computeIfAbsent(ofPerson, taxonomy::skillOverlaps).with(ofVacancy);
    return new OccupationFit.Pair(place, ofVacancy, distance, overlap, confidence);
  }
}
