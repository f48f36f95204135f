package org.metier.taxonomy;

/// How alike one occupation is to others by their skills, for who asks about many others. Immutable.
///
/// Costs a bit for each concept of the taxonomy, twice.
public final class SkillOverlaps {
  private final Affinity affinity;
  private final double weight;
  /// A bit for each concept; so in `optional`.
  private final long[] essential;
  private final long[] optional;

  private SkillOverlaps(Affinity affinity, double weight, long[] essential, long[] optional) {
    this.affinity = affinity;
    this.weight = weight;
    this.essential = essential;
    this.optional = optional;
  }

  static SkillOverlaps of(Affinity affinity, TaxonomyData data, int occupation) {
    return new SkillOverlaps(affinity, affinity.weight(occupation),
        bits(data.essential(), data.size(), occupation),
        bits(data.optional(), data.size(), occupation));
  }

  private static long[] bits(Relation part, int size, int occupation) {
    long[] bits = new long[(size + Long.SIZE - 1) / Long.SIZE];
    for (int i = part.start()[occupation]; i < part.start()[occupation + 1]; i++) {
      bits[part.target()[i] >> 6] |= 1L << part.target()[i];
    }
    return bits;
  }

  /// As [Taxonomy#skillOverlap] has it, to the bit. Linear in the skills of the other one; allocates nothing.
  public double with(int other) {
    Relation skills = affinity.skills();
    double ofEssential = 0;
    double ofOptional = 0;
    for (int i = skills.start()[other]; i < skills.start()[other + 1]; i++) {
      int skill = skills.target()[i];
      long bit = 1L << skill;
      if ((essential[skill >> 6] & bit) != 0) {
        ofEssential += affinity.rarity(skill) * affinity.share(i);
      } else if ((optional[skill >> 6] & bit) != 0) {
        ofOptional += affinity.rarity(skill) * Affinity.OPTIONAL_SHARE;
      }
    }
    double both = ofEssential + ofOptional;
    double any = weight + affinity.weight(other) - both; // min + max is the sum
    return both == 0 ? 0 : both / any;
  }
}
