package org.metier.alert;

import org.metier.vacancy.VacancyId;

/// One vacancy for one alert.
///
/// @param alert its id
/// @param owner pseudonym of the person
/// @param cluster that the vacancy stands for
/// @param vacancy to be looked up in the index
/// @param sequence of the arrival that met the alert
public record Delivery(String alert, String owner, String cluster, VacancyId vacancy,
    long sequence) {}
