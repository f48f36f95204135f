package org.metier.duplicate;

import org.metier.vacancy.VacancyId;

/// What holds a cluster together at one place: two of its members and the decision about them.
public record Link(VacancyId first, VacancyId second, Decision decision) {}
