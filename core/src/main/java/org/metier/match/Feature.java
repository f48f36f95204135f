package org.metier.match;

/// What the ranker looks at.
public enum Feature {
  ESSENTIAL_SKILLS_SHARE
}
