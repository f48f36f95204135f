package org.metier.examples.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.metier.dossier.Conflict;
import org.metier.dossier.Correction;
import org.metier.dossier.MergedProfile;
import org.metier.dossier.Side;
import org.metier.place.Place;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.profiling.Profiler;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;

/// From the fields of the form below a profile to corrections. Fields are numbered like the claims of the
/// profile that the page showed, which is merged again from the same dossier: `skill-0` is the first skill.
/// Values that the form does not offer change nothing.
///
/// @param corrections in the order of the page
/// @param unknown lines of words that name no skill
record CorrectionForm(List<Correction> corrections, List<String> unknown) {
  static final String AS_READ = "";
  static final String CONFIRM = "confirm";
  static final String REJECT = "reject";
  /// A job that is none of the occupations offered.
  static final String NO_OCCUPATION = "none";
  /// So many occupations are offered for a job.
  static final int OFFERED = 5;
  private static final int MAX_ADDED = 50;

  CorrectionForm {
    corrections = List.copyOf(corrections);
    unknown = List.copyOf(unknown);
  }

  static CorrectionForm read(MultipartForm form, MergedProfile shown, Language reader,
      Profiler profiler, LocalDate today) {
    List<Correction> corrections = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    CompetenceProfile profile = shown.profile();
    for (int i = 0; i < profile.occupations().size(); i++) {
      HeldOccupation job = profile.occupations().get(i);
      Language language = profile.language() == null ? reader : profile.language();
      job(form.text("job-" + i), job, profiler.occupationsNamed(job.title(), language, OFFERED),
          corrections, today);
    }
    for (int i = 0; i < profile.competences().size(); i++) {
      skill(form.text("skill-" + i), profile.competences().get(i), corrections, today);
    }
    for (int i = 0; i < profile.languages().size(); i++) {
      language(form.text("language-" + i), profile.languages().get(i), corrections, today);
    }
    for (int i = 0; i < shown.conflicts().size(); i++) {
      String chosen = form.text("conflict-" + i);
      Conflict conflict = shown.conflicts().get(i);
      if (chosen.matches("\\d") && Integer.parseInt(chosen) < conflict.sides().size()) {
        settle(conflict, Integer.parseInt(chosen), profile, corrections, today);
      }
    }
    form.text("add")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(MAX_ADDED)
        .forEach(line -> {
          List<String> named = profiler.skillsNamed(line, reader);
          if (named.isEmpty()) {
            unknown.add(line);
          }
          named.forEach(uri -> corrections.add(new Correction.SkillConfirmed(uri, today)));
        });
    return new CorrectionForm(corrections, unknown);
  }

  /// @param chosen the URI of an occupation, of those that were offered
  private static void job(String chosen, HeldOccupation job, List<String> offered,
      List<Correction> corrections, LocalDate today) {
    if (chosen.equals(REJECT)) {
      corrections.add(new Correction.JobRejected(job, today));
    } else if (chosen.equals(NO_OCCUPATION)) {
      corrections.add(new Correction.JobDeclared(job,
          new HeldOccupation(job.title(), null, 0, job.period(), job.evidence()), today));
    } else if (offered.contains(chosen)) {
      corrections.add(new Correction.JobDeclared(job,
          new HeldOccupation(job.title(), chosen, 1, job.period(), job.evidence()), today));
    }
  }

  private static void skill(String chosen, Competence skill, List<Correction> corrections,
      LocalDate today) {
    if (chosen.equals(REJECT)) {
      corrections.add(new Correction.SkillRejected(skill.uri(), today));
    } else if (chosen.equals(CONFIRM)) {
      corrections.add(new Correction.SkillConfirmed(skill.uri(), today));
    }
  }

  /// @param chosen the name of a level
  private static void language(String chosen, LanguageSkill skill, List<Correction> corrections,
      LocalDate today) {
    if (chosen.equals(REJECT)) {
      corrections.add(new Correction.LanguageRejected(skill.language(), today));
    }
    for (CefrLevel level : CefrLevel.values()) {
      if (level.name().equals(chosen)) {
        corrections.add(new Correction.LanguageDeclared(
            LanguageSkill.of(skill.language(), level, List.of()), today));
      }
    }
  }

  private static void settle(Conflict conflict, int chosen, CompetenceProfile profile,
      List<Correction> corrections, LocalDate today) {
    switch (conflict) {
      case Conflict.JobPeriod(String title, List<Side<DateRange>> sides) ->
        profile.occupations()
            .stream()
            .filter(
                o -> o.title().equals(title) && sides.getFirst().value().equals(o.period()))
            .findFirst()
            .ifPresent(job -> corrections.add(new Correction.JobDeclared(job,
                new HeldOccupation(title, job.uri(), job.confidence(), sides.get(chosen).value(),
                    job.evidence()),
                today)));
      case Conflict.EducationPeriod(String title, List<Side<DateRange>> sides) ->
        course(profile, title, corrections, today,
            e -> new Education(title, e.level(), e.eqf(), e.field(), sides.get(chosen).value(),
                e.evidence()));
      case Conflict.Degree(String title, List<Side<EducationLevel>> sides) ->
        course(profile, title, corrections, today, e -> new Education(title,
            sides.get(chosen).value(), null, e.field(), e.period(), e.evidence()));
      case Conflict.LanguageLevel(String language, List<Side<LanguageSkill>> sides) ->
        corrections.add(new Correction.LanguageDeclared(sides.get(chosen).value(), today));
      case Conflict.Home(List<Side<Place>> sides) ->
        corrections.add(new Correction.HomeDeclared(sides.get(chosen).value(), today));
    }
  }

  private static void course(CompetenceProfile profile, String title,
      List<Correction> corrections, LocalDate today,
      UnaryOperator<Education> mended) {
    profile.education()
        .stream()
        .filter(e -> e.title().equals(title))
        .findFirst()
        .ifPresent(shown -> corrections.add(
            new Correction.EducationDeclared(shown, mended.apply(shown), today)));
  }
}
