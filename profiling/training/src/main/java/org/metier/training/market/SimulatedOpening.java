package org.metier.training.market;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// A simulated open position: the truth, and the vacancy that states a part of it.
///
/// @param occupation concept
/// @param skillWeights how much the employer cares for each skill, above 0
/// @param languages ISO 639-1 code to the least level that will do
/// @param ageDays days since it was posted
record SimulatedOpening(Vacancy vacancy, int occupation, Map<Integer, Double> skillWeights,
    Map<String, CefrLevel> languages, EducationLevel education, int experienceMonths,
    Set<DrivingLicence> licences, Town town, RemoteWork remote, Contract contract,
    WeeklyHours hours, Salary salary, int ageDays) {
  SimulatedOpening {
    skillWeights = java.util.Collections.unmodifiableMap(new TreeMap<>(skillWeights));
    languages = java.util.Collections.unmodifiableMap(new TreeMap<>(languages));
    licences = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(licences));
  }
}
