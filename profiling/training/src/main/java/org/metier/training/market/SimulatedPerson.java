package org.metier.training.market;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;

/// A simulated person: the truth, and the profile that shows a part of it.
///
/// @param skills concepts that the person truly has
/// @param jobs latest first
/// @param languages ISO 639-1 code to true level
/// @param wishes all that the person wants, said or not
record SimulatedPerson(CompetenceProfile profile, Set<Integer> skills, List<Job> jobs,
    EducationLevel education, Map<String, CefrLevel> languages, Set<DrivingLicence> licences,
    Town town, Wishes wishes) {

  /// @param occupation concept
  /// @param monthsSince months since its end, 0 for what goes on
  record Job(int occupation, int months, int monthsSince) {}

  SimulatedPerson {
    skills = Set.copyOf(skills);
    jobs = List.copyOf(jobs);
    languages = Map.copyOf(languages);
    licences = Set.copyOf(licences);
  }
}
