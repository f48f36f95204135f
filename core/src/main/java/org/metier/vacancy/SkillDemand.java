package org.metier.vacancy;

import org.metier.text.Evidence;
import org.metier.work.Importance;

/// A skill that a vacancy asks for.
///
/// @param uri of a skill in the taxonomy
/// @param evidence where the vacancy says so
public record SkillDemand(String uri, Importance importance, Evidence evidence) {}
