package org.metier.benchmarks.skills;

import java.util.List;
import org.metier.link.internal.SkillMentions.Mention;

/// Something that orders the skills of a taxonomy for a mention.
interface SkillRanker {
  /// Numbers of skills, the likeliest first; those it knows nothing for may be left out.
  List<Integer> rank(Mention mention);
}
