package org.metier.potential;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.metier.json.Json;

/// What an assessment was made from, as it is sealed in the audit log and handed out to the person.
///
/// @param specification hash of the specification, 64 hexadecimal digits
/// @param leastCoverage see [Scorer.Builder#leastCoverage]
/// @param mostBands see [Scorer.Builder#mostBands]
/// @param values what was known, by field, as a form or a table says it
record AssessmentInputs(String specification, double leastCoverage, int mostBands,
    Map<String, String> values) {
  AssessmentInputs {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  static AssessmentInputs of(Scorer scorer, Facts facts) {
    return new AssessmentInputs(scorer.specification().sha256(), scorer.leastCoverage(),
        scorer.mostBands(), facts.texts());
  }

  static AssessmentInputs parse(String json) {
    return Json.read(json, AssessmentInputs.class);
  }

  String toJson() {
    return Json.write(this);
  }
}
