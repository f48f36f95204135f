package org.metier.benchmarks.europass;

import java.util.Locale;

/// What is counted in a file and in the profile made of it.
enum FieldKind {
  JOBS,
  /// Titles of jobs, which are there when a title of the profile has their words.
  JOB_TITLES,
  /// Starts, ends and "current" of jobs.
  JOB_DATES, EDUCATION,
  /// Levels in a field of their own.
  EDUCATION_LEVELS,
  /// Fields of study in a field of their own.
  EDUCATION_FIELDS,
  /// Starts, ends and "current" of courses.
  EDUCATION_DATES, LANGUAGES,
  /// Languages that have neither an ISO 639 code nor a name that Java knows: no profile can hold them.
  INVENTED_LANGUAGES,
  /// Levels of languages, one for each dimension.
  LANGUAGE_LEVELS, LICENCES, CERTIFICATES,
  /// Descriptions of skills, which are there when the profile's text has their words.
  SKILL_TEXTS,
  /// Headlines and wished jobs, which are there when the profile's text has their words.
  HEADLINES,
  /// Where the person lives.
  PLACE;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
