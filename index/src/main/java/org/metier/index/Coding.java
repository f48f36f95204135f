package org.metier.index;

/// When records are understood: their language, places, occupations, skills and requirements read out of
/// what their sources state.
public enum Coding {
  /// Before a record is shown.
  AT_INGEST,
  /// Not before [VacancyIndex#recode] is asked for it: until then a record says no more than its source
  /// states. It is shown and found by its words, but by no occupation or skill, and by its distance only
  /// if its source gives coordinates; without a stated language its words are cut as English. For a first
  /// load of a large stock, which is searchable much sooner that way.
  LATER
}
