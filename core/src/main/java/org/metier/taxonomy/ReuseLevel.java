package org.metier.taxonomy;

/// How widely a skill is useful, from everywhere to one occupation.
public enum ReuseLevel {
  TRANSVERSAL, CROSS_SECTOR, SECTOR_SPECIFIC, OCCUPATION_SPECIFIC
}
