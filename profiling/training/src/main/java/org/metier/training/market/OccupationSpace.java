package org.metier.training.market;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.metier.qualification.EducationLevel;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.training.internal.Dice;

/// What the simulated market knows of a taxonomy: how near two occupations are, and how rare a skill is.
/// Immutable and thread-safe.
final class OccupationSpace {
  /// How often a text that names a skill is linked to another of its group. Of what the product links in sentences
  /// of real advertisements to ESCO, half is the very concept (see the README's measures of skills).
  static final double MISLINKED = 0.5;

  /// How often a title that is taken for another occupation's is taken for a neighbour's; assumed, not measured.
  private static final double NEARLY = 0.7;

  /// How often a code is 0.9 sure or more.
  private static final double SURE = 0.4;

  /// How often people call a job by the name of a neighbouring occupation; assumed, not measured.
  private static final double MISNAMED = 0.4;

  private final Taxonomy taxonomy;
  private final int[] occupations;
  private final int[] skills;
  private final double[] rarity;
  private final double[][] nearness;

  OccupationSpace(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    occupations = IntStream.of(taxonomy.concepts(ConceptKind.OCCUPATION))
        .filter(o -> taxonomy.essentialSkills(o).length > 0)
        .toArray();
    skills = taxonomy.concepts(ConceptKind.SKILL);
    if (occupations.length < 2 || skills.length < 2) {
      throw new IllegalArgumentException("a market needs 2 occupations with essential skills and 2 "
          + "skills; taxonomy " + taxonomy.id() + " has " + occupations.length + " and "
          + skills.length);
    }
    rarity = new double[taxonomy.size()];
    for (int skill : skills) {
      rarity[skill] = StrictMath
          .log(1 + (double) occupations.length / (1 + taxonomy.occupationsUsing(skill).length));
    }
    nearness = new double[taxonomy.size()][];
    for (int a : occupations) {
      nearness[a] = new double[taxonomy.size()];
      for (int b : occupations) {
        nearness[a][b] = a == b ? 1 : Math.max(sharedSkills(a, b), sharedCode(a, b));
      }
    }
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  int[] occupations() {
    return occupations;
  }

  int[] skills() {
    return skills;
  }

  /// `ln(1 + occupations / (1 + occupations using the skill))`.
  double rarity(int skill) {
    return rarity[skill];
  }

  /// The greater of: shared over all essential skills of both, each weighted by its rarity; and 0.7, 0.45,
  /// 0.25 or 0.1 for 4, 3, 2 or 1 common leading digits of their ISCO-08 codes. 1 for the same one.
  double nearness(int a, int b) {
    return nearness[a][b];
  }

  /// Draws an occupation with a chance that grows with the square of its nearness.
  int neighbour(int occupation, Dice dice) {
    double[] weights = new double[occupations.length];
    double sum = 0;
    for (int i = 0; i < occupations.length; i++) {
      double near = nearness[occupation][occupations[i]];
      sum += occupations[i] == occupation ? 0 : near * near;
      weights[i] = sum;
    }
    int found = Arrays.binarySearch(weights, dice.unit() * sum);
    return occupations[Math.min(occupations.length - 1, found < 0 ? -found - 1 : found)];
  }

  /// A title as a coder sees it.
  ///
  /// @param confidence the chance that it is right, 0.3 to 1
  record Coded(int occupation, double confidence) {}

  /// Codes an occupation: as sure as it says, neither more nor less.
  Coded coded(int occupation, Dice dice) {
    double confidence = (dice.chance(SURE) ? 90 + dice.below(11) : 30 + dice.below(61)) / 100.0;
    return new Coded(dice.chance(confidence)
        ? occupation
        : dice.chance(NEARLY) ? neighbour(occupation, dice) : dice.pick(occupations),
        confidence);
  }

  /// The occupation whose name stands for this one in a title.
  int named(int occupation, Dice dice) {
    return dice.chance(MISNAMED) ? neighbour(occupation, dice) : occupation;
  }

  /// A skill that turns up anywhere, the likelier the more occupations need it.
  int stray(Dice dice) {
    return dice.pick(taxonomy.essentialSkills(dice.pick(occupations)));
  }

  /// Another skill of the same group, which a linker takes for this one; the skill itself if its group has no
  /// other.
  int confusable(int skill, Dice dice) {
    int[] others = IntStream.of(taxonomy.broader(skill))
        .limit(1)
        .flatMap(group -> IntStream.of(taxonomy.narrower(group)))
        .filter(other -> other != skill && taxonomy.kind(other) == ConceptKind.SKILL)
        .toArray();
    return others.length == 0 ? skill : dice.pick(others);
  }

  /// The level of education that is usual in an occupation, by the first digit of its ISCO-08 code
  /// (ILO, "ISCO-08, Volume I", 2012, table 1, one level picked from each range).
  EducationLevel usualEducation(int occupation) {
    return switch (majorGroup(occupation)) {
      case '1', '2' -> EducationLevel.BACHELOR;
      case '3' -> EducationLevel.SHORT_TERTIARY;
      case '9' -> EducationLevel.LOWER_SECONDARY;
      default -> EducationLevel.UPPER_SECONDARY;
    };
  }

  /// A usual gross pay per month in euro; invented, in steps by major group.
  int usualPay(int occupation) {
    return switch (majorGroup(occupation)) {
      case '1' -> 5_200;
      case '2' -> 4_200;
      case '3' -> 3_400;
      case '9' -> 2_100;
      default -> 2_700;
    };
  }

  /// Whether an occupation drives vehicles (ISCO-08 sub-major group 83).
  boolean isDriving(int occupation) {
    return taxonomy.code(occupation).startsWith("83");
  }

  private char majorGroup(int occupation) {
    String code = taxonomy.code(occupation);
    return code.isEmpty() ? '5' : code.charAt(0);
  }

  private double sharedSkills(int a, int b) {
    int[] skillsOfB = taxonomy.essentialSkills(b);
    double shared = 0;
    double all = 0;
    for (int skill : taxonomy.essentialSkills(a)) {
      all += rarity[skill];
      shared += IntStream.of(skillsOfB).anyMatch(s -> s == skill) ? rarity[skill] : 0;
    }
    for (int skill : skillsOfB) {
      all += rarity[skill];
    }
    return shared / (all - shared);
  }

  private double sharedCode(int a, int b) {
    String codeA = taxonomy.code(a);
    String codeB = taxonomy.code(b);
    int common = 0;
    while (common < Math.min(codeA.length(), codeB.length())
        && codeA.charAt(common) == codeB.charAt(common)) {
      common++;
    }
    return switch (Math.min(common, 4)) {
      case 4 -> 0.7;
      case 3 -> 0.45;
      case 2 -> 0.25;
      case 1 -> 0.1;
      default -> 0;
    };
  }
}
