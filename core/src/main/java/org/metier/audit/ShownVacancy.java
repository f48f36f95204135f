package org.metier.audit;

import java.util.List;
import org.metier.home.internal.WholeFile;

/// A vacancy of a ranking that was shown.
///
/// @param vacancy hash of its id, see [#hash]
/// @param score as it was ranked by
/// @param reasons the strongest, strongest first
public record ShownVacancy(String vacancy, double score, List<ReasonShare> reasons) {
  public ShownVacancy {
    Codes.requireHex("vacancy", vacancy, 32);
    Codes.requireFinite("score", score);
    reasons = List.copyOf(reasons);
  }

  /// Stands for a vacancy in the log: the first 32 hexadecimal digits of the SHA-256 of `source:key`, so that who
  /// knows the vacancy finds where it was shown, and erasing it leaves no name here.
  public static String hash(String vacancyId) {
    return WholeFile.sha256(vacancyId.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .substring(0, 32);
  }
}
