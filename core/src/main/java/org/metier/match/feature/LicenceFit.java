package org.metier.match.feature;

import static org.metier.qualification.DrivingLicence.A1;
import static org.metier.qualification.DrivingLicence.A2;
import static org.metier.qualification.DrivingLicence.AM;
import static org.metier.qualification.DrivingLicence.B;
import static org.metier.qualification.DrivingLicence.B1;
import static org.metier.qualification.DrivingLicence.BE;
import static org.metier.qualification.DrivingLicence.C;
import static org.metier.qualification.DrivingLicence.C1;
import static org.metier.qualification.DrivingLicence.C1E;
import static org.metier.qualification.DrivingLicence.D;
import static org.metier.qualification.DrivingLicence.D1;
import static org.metier.qualification.DrivingLicence.D1E;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.metier.match.internal.VacancyRow;
import org.metier.qualification.DrivingLicence;

/// Which of the driving licences asked for the person's licences cover.
///
/// @param had those of `asked` that are covered
/// @param isProfileKnown whether the profile names any licence
record LicenceFit(List<DrivingLicence> asked, List<DrivingLicence> had, boolean isProfileKnown) {
  private static final DrivingLicence[] LICENCES = DrivingLicence.values();

  static LicenceFit of(ProfileView profile, VacancyRow vacancy) {
    int covered = profile.licences();
    return new LicenceFit(licences(vacancy.licences()), licences(vacancy.licences() & covered),
        covered != 0);
  }

  private static List<DrivingLicence> licences(int bits) {
    if (bits == 0) {
      return List.of();
    }
    List<DrivingLicence> licences = new ArrayList<>(Integer.bitCount(bits));
    for (int rest = bits; rest != 0; rest &= rest - 1) {
      licences.add(LICENCES[Integer.numberOfTrailingZeros(rest)]);
    }
    return licences;
  }

  /// Adds a category and all that it is valid for (Directive 2006/126/EC, Article 6: the categories in
  /// its paragraph 2, and in its paragraph 1 those that must be held before).
  static void cover(DrivingLicence licence, Set<DrivingLicence> covered) {
    if (covered.add(licence)) {
      for (DrivingLicence lower : directlyBelow(licence)) {
        cover(lower, covered);
      }
    }
  }

  private static Set<DrivingLicence> directlyBelow(DrivingLicence licence) {
    return switch (licence) {
      case AM, T -> Set.of();
      case A1, B1 -> Set.of(AM);
      case A2 -> Set.of(A1);
      case A -> Set.of(A2);
      case B -> Set.of(B1);
      case BE, C1, D1 -> Set.of(B);
      case C -> Set.of(C1);
      case D -> Set.of(D1);
      case C1E -> Set.of(C1, BE);
      case D1E -> Set.of(D1, BE);
      case CE -> Set.of(C, C1E);
      case DE -> Set.of(D, D1E);
    };
  }

  /// @return 0 to 1; NaN when none is asked or the profile names none
  double metShare() {
    return asked.isEmpty() || !isProfileKnown ? Double.NaN : (double) had.size() / asked.size();
  }
}
