package org.metier.examples.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;

/// What employers usually ask in a group of occupations.
///
/// @param isco first digits of the ISCO-08 code
/// @param sector key of the sector that employs them
/// @param licencePercent how often the licence is asked for
/// @param languagePercent how often a foreign language is asked for
/// @param hybridPercent how often part of the work can be done at home
record Demand(String isco, String sector, @Nullable EducationLevel education,
    @Nullable DrivingLicence licence, int licencePercent, int languagePercent,
    int hybridPercent) {

  static List<Demand> all() {
    List<Demand> demands = new ArrayList<>();
    for (String[] row : Resources.rows("demands.csv")) {
      demands.add(new Demand(row[0], row[1],
          row[2].isEmpty() ? null : EducationLevel.valueOf(row[2]),
          row[3].isEmpty() ? null : DrivingLicence.valueOf(row[3]), Integer.parseInt(row[4]),
          Integer.parseInt(row[5]), Integer.parseInt(row[6])));
    }
    return List.copyOf(demands);
  }

  /// The demand of the longest group that an occupation belongs to.
  static Demand of(String isco, List<Demand> demands) {
    Demand best = null;
    for (Demand demand : demands) {
      if (isco.startsWith(demand.isco)
          && (best == null || demand.isco.length() > best.isco.length())) {
        best = demand;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "\"" + isco + "\" is no ISCO-08 code; expected 1 to 4 digits such as 2512");
    }
    return best;
  }
}
