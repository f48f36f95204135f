package org.metier.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Certificate;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.qualification.EducationLevel;

/// The courses and certificates of all documents and corrections, each once.
record MergedCourses(List<Education> education, List<Certificate> certificates,
    List<Conflict> conflicts) {

  static MergedCourses of(List<ReadDocument> documents, Corrections corrections) {
    List<List<Member<Education>>> courses = Member.groups(documents,
        profile -> profile.education(), SameClaim::courses);
    List<List<Member<Certificate>>> certificates = Member.groups(documents,
        profile -> profile.certificates(), SameClaim::certificates);
    for (Correction correction : corrections.all()) {
      if (correction instanceof Correction.EducationRejected(Education shown, var on)) {
        courses.removeAll(Claims.rejected(courses, shown, SameClaim::courses));
      } else if (correction instanceof Correction.EducationDeclared declared) {
        Claims.declare(courses, declared.shown(), declared.declared(),
            new Source.Person(declared.on()), SameClaim::courses);
      } else if (correction instanceof Correction.CertificateRejected(Certificate shown, var on)) {
        certificates.removeAll(Claims.rejected(certificates, shown, SameClaim::certificates));
      } else if (correction instanceof Correction.CertificateDeclared(Certificate own, var on)) {
        Claims.declare(certificates, own, own, new Source.Person(on), SameClaim::certificates);
      }
    }
    List<Conflict> conflicts = new ArrayList<>();
    return new MergedCourses(courses.stream().map(group -> course(group, conflicts)).toList(),
        certificates.stream().map(MergedCourses::certificate).toList(), List.copyOf(conflicts));
  }

  private static Education course(List<Member<Education>> group, List<Conflict> conflicts) {
    Times times = Times.of(group, Education::period);
    Education first = group.getFirst().claim();
    List<Side<EducationLevel>> degrees = new ArrayList<>();
    for (Member<Education> member : group) {
      EducationLevel level = member.claim().level();
      if (level != null && degrees.stream().noneMatch(side -> side.value() == level)) {
        degrees.add(new Side<>(level, member.source()));
      }
    }
    if (degrees.size() > 1) {
      conflicts.add(new Conflict.Degree(first.title(), degrees));
    }
    if (!times.sides().isEmpty()) {
      conflicts.add(new Conflict.EducationPeriod(first.title(), times.sides()));
    }
    EducationLevel used = degrees.isEmpty() ? null : degrees.getFirst().value();
    // An EQF level of a source with another degree would speak of another course.
    List<Member<Education>> agreeing = group.stream()
        .filter(m -> m.claim().level() == null || m.claim().level() == used)
        .toList();
    return new Education(first.title(), used, first(agreeing, Education::eqf),
        first(group, Education::field), times.period(),
        Claims.evidence(group, Education::evidence));
  }

  private static Certificate certificate(List<Member<Certificate>> group) {
    // A certificate is renewed: a newer period is no contradiction of an older one.
    DateRange period = first(group, Certificate::period);
    return new Certificate(group.getFirst().claim().title(), first(group, Certificate::issuer),
        period, Claims.evidence(group, Certificate::evidence));
  }

  private static <T, V> @Nullable V first(List<Member<T>> group, Function<T, @Nullable V> part) {
    for (Member<T> member : group) {
      V value = part.apply(member.claim());
      if (Objects.nonNull(value)) {
        return value;
      }
    }
    return null;
  }
}
