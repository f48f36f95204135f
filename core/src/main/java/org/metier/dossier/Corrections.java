package org.metier.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.metier.profile.Certificate;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;

/// What a person corrected, at most one about each claim. Immutable.
///
/// @param all in the order in which they were made
public record Corrections(List<Correction> all) {
  /// Nothing was corrected.
  public static final Corrections NONE = new Corrections(List.of());

  public Corrections {
    all = List.copyOf(all);
    Set<Object> claims = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      if (!claims.add(subject(all.get(i)).claim())) {
        throw new IllegalArgumentException("corrections must be about a claim each, number "
            + (i + 1) + " was about that of an earlier one");
      }
    }
  }

  /// These corrections and one more, in place of an earlier one about the same claim. A claim that was
  /// mended before is known by what documents had, so that mending it again does not lose them.
  public Corrections with(Correction correction) {
    List<Correction> more = new ArrayList<>();
    Correction added = correction;
    for (Correction earlier : all) {
      if (concernSame(earlier, correction)) {
        added = asShownFirst(earlier, added);
      } else {
        more.add(earlier);
      }
    }
    more.add(added);
    return new Corrections(more);
  }

  private static Correction asShownFirst(Correction earlier, Correction later) {
    if (earlier instanceof Correction.JobDeclared(var first, var mended, var before)) {
      if (later instanceof Correction.JobDeclared(var shown, var declared, var on)) {
        return new Correction.JobDeclared(first, declared, on);
      }
      if (later instanceof Correction.JobRejected(var shown, var on)) {
        return new Correction.JobRejected(first, on);
      }
    }
    if (earlier instanceof Correction.EducationDeclared(var first, var mended, var before)) {
      if (later instanceof Correction.EducationDeclared(var shown, var declared, var on)) {
        return new Correction.EducationDeclared(first, declared, on);
      }
      if (later instanceof Correction.EducationRejected(var shown, var on)) {
        return new Correction.EducationRejected(first, on);
      }
    }
    return later;
  }

  /// Whether a later correction is about what an earlier one was about: then only the later one holds.
  private static boolean concernSame(Correction earlier, Correction later) {
    return subject(earlier).isShownBy(subject(later));
  }

  private static Subject subject(Correction correction) {
    return switch (correction) {
      case Correction.SkillConfirmed(var uri, var on) -> new Subject.Coded("skill", uri);
      case Correction.SkillRejected(var uri, var on) -> new Subject.Coded("skill", uri);
      case Correction.LanguageDeclared(var skill, var on) ->
        new Subject.Coded("language", skill.language());
      case Correction.LanguageRejected(var language, var on) ->
        new Subject.Coded("language", language);
      case Correction.LicenceConfirmed(var licence, var on) ->
        new Subject.Coded("licence", licence.name());
      case Correction.LicenceRejected(var licence, var on) ->
        new Subject.Coded("licence", licence.name());
      case Correction.HomeDeclared home -> new Subject.Coded("home", "");
      case Correction.WishesDeclared wishes -> new Subject.Coded("wishes", "");
      case Correction.JobDeclared(var shown, var declared, var on) ->
        new Subject.Job(shown, declared);
      case Correction.JobRejected(var shown, var on) -> new Subject.Job(shown, shown);
      case Correction.EducationDeclared(var shown, var declared, var on) ->
        new Subject.Course(shown, declared);
      case Correction.EducationRejected(var shown, var on) -> new Subject.Course(shown, shown);
      case Correction.CertificateDeclared(var declared, var on) ->
        new Subject.Paper(declared);
      case Correction.CertificateRejected(var shown, var on) -> new Subject.Paper(shown);
    };
  }

  /// What a correction is about.
  private sealed interface Subject {
    /// Whether a later correction names what this one was about, or what it made of that.
    boolean isShownBy(Subject later);

    /// Equal for two corrections about one claim of the documents.
    Object claim();

    record Coded(String kind, String code) implements Subject {
      @Override
      public boolean isShownBy(Subject later) {
        return equals(later);
      }

      @Override
      public Object claim() {
        return this;
      }
    }

    record Job(HeldOccupation shown, HeldOccupation declared) implements Subject {
      @Override
      public boolean isShownBy(Subject later) {
        return later instanceof Job(var again, var mended)
            && (isEqual(declared, again) || isEqual(shown, again));
      }

      @Override
      public Object claim() {
        return Arrays.asList("job", shown.title(), shown.period());
      }

      private static boolean isEqual(HeldOccupation a, HeldOccupation b) {
        return a.title().equals(b.title()) && Objects.equals(a.period(), b.period());
      }
    }

    record Course(Education shown, Education declared) implements Subject {
      @Override
      public boolean isShownBy(Subject later) {
        return later instanceof Course(var again, var mended)
            && (isEqual(declared, again) || isEqual(shown, again));
      }

      @Override
      public Object claim() {
        return Arrays.asList("course", shown.title(), shown.period());
      }

      private static boolean isEqual(Education a, Education b) {
        return a.title().equals(b.title()) && Objects.equals(a.period(), b.period());
      }
    }

    record Paper(Certificate certificate) implements Subject {
      @Override
      public boolean isShownBy(Subject later) {
        return later instanceof Paper(var again)
            && SameClaim.certificates(certificate, again) > 0;
      }

      @Override
      public Object claim() {
        return List.of("certificate", certificate.title());
      }
    }
  }
}
