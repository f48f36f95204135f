package org.metier.training.market;

import java.util.Map;
import org.metier.profile.Wishes;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.training.internal.Dice;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/* What makes a match good in the simulated market. These are the authors' assumptions, written down so
 * that a reader can disagree with them; nothing here was measured on people.
 *
 *   u =  2.0 * skills       rarity- and employer-weighted share of the demanded skills that the person has
 *     +  2.5 * occupation   greatest over the person's jobs of nearness * (0.6 + 0.4 e^(-monthsSince/48))
 *     +  1.2 * wanted       greatest nearness of an occupation wished for
 *     +  0.7 * experience   ln(1 + m/12), m = months in jobs, each times nearness
 *     -  0.8 * shortfall    share of the asked months that m does not reach
 *     -  2.2                if a licence asked for is not held
 *     -  0.9 * gap          for each language asked for: levels short, at most 2; 2 if not known at all
 *     -  0.6 * levels       of education short, at most 2
 *     +  1.0 * e^(-d/40)    d = distance in km; half of it for hybrid work, 0 for remote
 *     -  1.5 * (1 - e^(-d/120))   beyond daily commuting it means moving house
 *     -  1.2                if d is more than the person would go
 *     +- 0.3                each: contract, hours, salary as wished or not; 0 where nothing is wished
 *     -  0.3 * steps        between the remote work wished for and offered
 *     -  0.3 * age/60       days since it was posted
 *     +  0.5 * noise        standard normal
 *
 * The grade is the number of THRESHOLDS that u reaches.
 */
/// How well a simulated opening suits a simulated person, for both sides.
final class LatentUtility {
  /// Least utility of grades 1, 2, 3 and 4.
  static final double[] THRESHOLDS = {0.6, 2.0, 3.4, 4.8};

  static final double NOISE = 0.5;

  private final OccupationSpace space;

  LatentUtility(OccupationSpace space) {
    this.space = space;
  }

  int grade(SimulatedPerson person, SimulatedOpening opening, Dice dice) {
    double utility = of(person, opening) + NOISE * dice.gaussian();
    int grade = 0;
    while (grade < THRESHOLDS.length && utility >= THRESHOLDS[grade]) {
      grade++;
    }
    return grade;
  }

  /// The utility without its noise.
  double of(SimulatedPerson person, SimulatedOpening opening) {
    double months = relatedMonths(person, opening.occupation());
    double shortfall = opening.experienceMonths() == 0
        ? 0
        : Math.max(0, 1 - months / opening.experienceMonths());
    double utility = 2.0 * skills(person, opening);
    utility += 2.5 * occupation(person, opening.occupation());
    utility += 1.2 * wanted(person.wishes(), opening.occupation());
    utility += 0.7 * StrictMath.log1p(months / 12);
    utility -= 0.8 * shortfall;
    utility -= holdsAll(person, opening) ? 0 : 2.2;
    utility -= 0.9 * languageGap(person.languages(), opening.languages());
    utility -= 0.6 * Math.clamp(
        opening.education().isced() - person.education().isced(), 0, 2);
    utility += distance(person, opening);
    utility += terms(person.wishes(), opening);
    return utility - 0.3 * opening.ageDays() / 60;
  }

  private double skills(SimulatedPerson person, SimulatedOpening opening) {
    double had = 0;
    double all = 0;
    for (Map.Entry<Integer, Double> demand : opening.skillWeights().entrySet()) {
      double weight = demand.getValue() * space.rarity(demand.getKey());
      all += weight;
      had += person.skills().contains(demand.getKey()) ? weight : 0;
    }
    return all == 0 ? 0 : had / all;
  }

  private double occupation(SimulatedPerson person, int occupation) {
    double best = 0;
    for (SimulatedPerson.Job job : person.jobs()) {
      double recency = 0.6 + 0.4 * StrictMath.exp(-job.monthsSince() / 48.0);
      best = Math.max(best, recency * space.nearness(job.occupation(), occupation));
    }
    return best;
  }

  private double wanted(Wishes wishes, int occupation) {
    double best = 0;
    for (String uri : wishes.occupations()) {
      best = Math.max(best,
          space.nearness(space.taxonomy().find(uri).orElseThrow(), occupation));
    }
    return best;
  }

  private double relatedMonths(SimulatedPerson person, int occupation) {
    double months = 0;
    for (SimulatedPerson.Job job : person.jobs()) {
      double near = space.nearness(job.occupation(), occupation);
      months += job.months() * near;
    }
    return months;
  }

  private static boolean holdsAll(SimulatedPerson person, SimulatedOpening opening) {
    for (DrivingLicence asked : opening.licences()) {
      if (!person.licences().contains(asked)) {
        return false;
      }
    }
    return true;
  }

  private static double languageGap(Map<String, CefrLevel> had, Map<String, CefrLevel> asked) {
    double gap = 0;
    for (Map.Entry<String, CefrLevel> demand : asked.entrySet()) {
      CefrLevel level = had.get(demand.getKey());
      gap += level == null ? 2 : Math.clamp(demand.getValue().compareTo(level), 0, 2);
    }
    return gap;
  }

  private static double distance(SimulatedPerson person, SimulatedOpening opening) {
    if (opening.remote() == RemoteWork.REMOTE) {
      return 1.0;
    }
    double share = opening.remote() == RemoteWork.HYBRID ? 0.5 : 1;
    double km = share * person.town().point().distanceKm(opening.town().point());
    Double most = person.wishes().maxDistanceKm();
    return StrictMath.exp(-km / 40) - 1.5 * (1 - StrictMath.exp(-km / 120))
        - (most != null && km > most ? 1.2 : 0);
  }

  private static double terms(Wishes wishes, SimulatedOpening opening) {
    RemoteWork remote = wishes.remote();
    double sum = remote == null
        ? 0
        : -0.3 * Math.abs(remote.compareTo(opening.remote()));
    if (!wishes.contracts().isEmpty()) {
      sum += wishes.contracts().contains(opening.contract()) ? 0.3 : -0.3;
    }
    WeeklyHours hours = wishes.hours();
    if (hours != null) {
      sum += hours.overlaps(opening.hours()) ? 0.3 : -0.3;
    }
    Salary salary = wishes.salary();
    if (salary != null && salary.currency().equals(opening.salary().currency())) {
      sum += opening.salary().maxPerYear() >= salary.minPerYear() ? 0.3 : -0.3;
    }
    return sum;
  }
}
