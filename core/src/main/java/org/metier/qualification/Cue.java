package org.metier.qualification;

/// What a word says about the words near it; `cues.tsv` explains each.
enum Cue {
  KNOWLEDGE, DEMAND, TEACHING, JOINING, SUFFIX, LICENCE, CATEGORY, BETWEEN, VEHICLE, SCHOOLING
}
