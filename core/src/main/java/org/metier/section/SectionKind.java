package org.metier.section;

import java.util.Locale;

/// What a part of a CV is about.
public enum SectionKind {
  /// Name, address, birth and the like; never scored.
  PERSONAL,
  /// The title that the person puts over the CV.
  HEADLINE,
  /// Work that the person asks for.
  WISH, SUMMARY, EXPERIENCE, EDUCATION, SKILLS, LANGUAGES,
  /// Certificates, trainings and licences.
  CERTIFICATES,
  /// Hobbies; never scored.
  INTERESTS,
  /// People who can be asked; never scored.
  REFERENCES,
  /// Publications, awards, memberships and all else.
  OTHER;

  /// The name that evidence carries, such as `experience`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether what is said here may count as a competence.
  public boolean isScored() {
    return switch (this) {
      case PERSONAL, INTERESTS, REFERENCES, WISH -> false;
      case HEADLINE, SUMMARY, EXPERIENCE, EDUCATION, SKILLS, LANGUAGES, CERTIFICATES, OTHER -> true;
    };
  }
}
