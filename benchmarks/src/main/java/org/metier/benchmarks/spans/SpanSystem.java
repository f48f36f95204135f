package org.metier.benchmarks.spans;

import java.util.List;
import org.metier.skill.SkillSpan;

/// Finds spans in English sentences.
@FunctionalInterface
interface SpanSystem {
  List<SkillSpan> find(String sentence);
}
