package org.metier.work;

/// The kind of employment. Unknown is the absence of a value, never one of these.
public enum Contract {
  PERMANENT, FIXED_TERM, AGENCY, SEASONAL, SELF_EMPLOYED, APPRENTICESHIP, INTERNSHIP, VOLUNTARY
}
