package org.metier.profiling.privacy;

import java.util.Map;
import org.metier.text.Language;

/// What a stretch of a CV tells about a person. None of these may reach a profile, an index, a log or a
/// model's features.
public enum PersonalKind {
  /// Of the person, or of another one whom the CV names, such as a referee.
  NAME,
  /// Where the person lives, down to the town.
  ADDRESS,
  /// Date, year and place of birth, and age.
  BIRTH,
  GENDER,
  /// Nationality, citizenship and ethnic origin; not the right to work, which is a qualification.
  NATIONALITY, MARITAL_STATUS,
  /// Children, parenthood and leaves taken for them.
  FAMILY,
  /// A mention of a photo; pictures themselves are never read.
  PHOTO,
  /// Health, disability, height and weight.
  HEALTH, RELIGION,
  /// Membership in a trade union; work for one is a job.
  UNION,
  /// Numbers of national registers, tax offices and documents.
  IDENTITY_NUMBER, E_MAIL, TELEPHONE,
  /// Addresses on the web that are the person's own.
  WEB_PROFILE,
  /// What else stands in a part that is about the person and that no other kind fits.
  OTHER;

  private static final Map<PersonalKind, Map<Language, String>> MARKS = Tables.marks();

  /// The neutral words that stand in a blind CV for a stretch of this kind, such as `[name]`.
  public String mark(Language language) {
    return '[' + MARKS.getOrDefault(this, Map.of()).getOrDefault(language, name()) + ']';
  }
}
