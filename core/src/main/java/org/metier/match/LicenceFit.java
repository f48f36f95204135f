package org.metier.match;

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

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.metier.qualification.DrivingLicence;
import org.metier.text.Evidence;

/// Which of the driving licences asked for the person's licences cover.
///
/// @param had those of `asked` that are covered
/// @param isProfileKnown whether the profile names any licence
/// @param evidence where the profile names licences
record LicenceFit(List<DrivingLicence> asked, List<DrivingLicence> had, boolean isProfileKnown,
    List<Evidence> evidence) {

  static LicenceFit of(ProfileView profile, VacancyView vacancy) {
    Set<DrivingLicence> covered = EnumSet.noneOf(DrivingLicence.class);
    for (DrivingLicence licence : profile.profile().drivingLicences()) {
      cover(licence, covered);
    }
    List<DrivingLicence> asked = List.copyOf(vacancy.vacancy().drivingLicences());
    return new LicenceFit(asked, asked.stream().filter(covered::contains).toList(),
        !covered.isEmpty(),
        profile.profile().licenceEvidence().values().stream().flatMap(List::stream).toList());
  }

  /// Adds a category and all that it is valid for (Directive 2006/126/EC, Article 6: the categories in
  /// its paragraph 2, and in its paragraph 1 those that must be held before).
  private static void cover(DrivingLicence licence, Set<DrivingLicence> covered) {
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

  Reason reason(double contribution) {
    return new Reason.Licences(asked, had, isProfileKnown, evidence, contribution);
  }

  /// @return 0 to 1; NaN when none is asked or the profile names none
  double metShare() {
    return asked.isEmpty() || !isProfileKnown ? Double.NaN : (double) had.size() / asked.size();
  }
}
