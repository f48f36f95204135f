package org.metier.dossier;

import java.time.LocalDate;
import org.metier.place.Place;
import org.metier.profile.Certificate;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.profile.Wishes;
import org.metier.qualification.DrivingLicence;

/// Something that the person said about a claim. It holds against all documents, those that come later too.
///
/// Skills, languages and licences are known by their codes. Jobs, courses and certificates have none: a
/// correction names the claim as it was shown, and holds for every later reading of the same one (see
/// [Dossier]).
public sealed interface Correction {
  /// The day on which the person said it.
  LocalDate on();

  /// The person has the skill, whether a document says so or not.
  ///
  /// @param uri in the taxonomy
  record SkillConfirmed(String uri, LocalDate on) implements Correction {}

  /// The person does not have the skill, whatever documents say or jobs imply.
  ///
  /// @param uri in the taxonomy
  record SkillRejected(String uri, LocalDate on) implements Correction {}

  /// The person knows the language so well.
  record LanguageDeclared(LanguageSkill skill, LocalDate on) implements Correction {}

  /// The person does not know the language.
  ///
  /// @param language its code
  record LanguageRejected(String language, LocalDate on) implements Correction {}

  /// The person held the job; one as `shown` is that job, with whatever is wrong in it mended.
  ///
  /// @param shown the same as `declared` for a job that no document had
  record JobDeclared(HeldOccupation shown, HeldOccupation declared, LocalDate on)
      implements
        Correction {}

  /// The person did not hold the job.
  record JobRejected(HeldOccupation shown, LocalDate on) implements Correction {}

  /// The person took the course; one as `shown` is that course, with whatever is wrong in it mended.
  ///
  /// @param shown the same as `declared` for a course that no document had
  record EducationDeclared(Education shown, Education declared, LocalDate on)
      implements
        Correction {}

  /// The person did not take the course.
  record EducationRejected(Education shown, LocalDate on) implements Correction {}

  /// The person has the certificate, as `declared`.
  record CertificateDeclared(Certificate declared, LocalDate on) implements Correction {}

  /// The person does not have the certificate.
  record CertificateRejected(Certificate shown, LocalDate on) implements Correction {}

  /// The person has the driving licence.
  record LicenceConfirmed(DrivingLicence licence, LocalDate on) implements Correction {}

  /// The person does not have the driving licence.
  record LicenceRejected(DrivingLicence licence, LocalDate on) implements Correction {}

  /// The person lives there.
  record HomeDeclared(Place place, LocalDate on) implements Correction {}

  /// The person wants that; what is not said here is taken from documents.
  record WishesDeclared(Wishes wishes, LocalDate on) implements Correction {}
}
