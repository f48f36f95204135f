package org.metier.taxonomy;

/// What a concept is.
public enum ConceptKind {
  OCCUPATION, SKILL, ISCO_GROUP, SKILL_GROUP
}
