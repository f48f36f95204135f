package org.metier.examples.portal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.profiling.Profiler;
import org.metier.qualification.CefrLevel;
import org.metier.report.Html;
import org.metier.text.Language;

/// A field for each job, skill and language, see [CorrectionForm].
final class ClaimFields {
  private final ProfileSection section;
  private final Labels labels;
  private final Profiler profiler;

  ClaimFields(ProfileSection section, Labels labels, Profiler profiler) {
    this.section = section;
    this.labels = labels;
    this.profiler = profiler;
  }

  void jobs(Html html, CompetenceProfile profile) {
    html.element("h3", labels.of("profile.occupations"));
    if (profile.occupations().isEmpty()) {
      html.element("p", labels.of("profile.none"));
      return;
    }
    Language language = profile.language() == null ? labels.language() : profile.language();
    html.open("ul", "class", "claims");
    int number = 0;
    for (HeldOccupation job : profile.occupations()) {
      String uri = job.uri();
      String id = "job-" + number++;
      html.open("li").open("label", "for", id);
      html.element("span", job.title(), ResultPage.lang(profile.language()))
          .text(section.during(job.period()));
      html.text(uri == null
          ? labels.of("profile.occupation.unknown")
          : labels.of("profile.occupation.known", section.label(uri))).close();
      Map<String, String> options = new LinkedHashMap<>();
      options.put(CorrectionForm.AS_READ, labels.of("profile.asRead"));
      Set<String> offered = new LinkedHashSet<>(
          profiler.occupationsNamed(job.title(), language, CorrectionForm.OFFERED));
      offered.remove(uri);
      offered.forEach(other -> options.put(other, section.label(other)));
      if (uri != null) {
        options.put(CorrectionForm.NO_OCCUPATION, labels.of("profile.job.other"));
      }
      options.put(CorrectionForm.REJECT, labels.of("profile.job.reject"));
      select(html, id, options);
      section.quotes(html, job.evidence(), profile);
      html.close();
    }
    html.close();
  }

  /// Skills that the person or a CV states, and folded up those that jobs imply.
  void skills(Html html, CompetenceProfile profile) {
    html.element("h3", labels.of("profile.skills"));
    html.open("ul", "class", "claims");
    int number = 0;
    boolean isFolded = false;
    for (Competence skill : profile.competences()) {
      if (skill.origin() == Competence.Origin.IMPLIED && !isFolded) {
        html.close().open("details").element("summary", labels.of("profile.implied"));
        html.open("ul", "class", "claims");
        isFolded = true;
      }
      skill(html, "skill-" + number++, skill, profile);
    }
    html.close();
    if (isFolded) {
      html.close();
    }
    html.element("label", labels.of("profile.add"), "for", "add");
    html.element("textarea", "", "id", "add", "name", "add", "rows", "3");
  }

  private void skill(Html html, String id, Competence skill, CompetenceProfile profile) {
    html.open("li").element("label", section.label(skill.uri()), "for", id);
    Map<String, String> options = new LinkedHashMap<>();
    boolean isConfirmed = skill.origin() == Competence.Origin.CONFIRMED;
    options.put(CorrectionForm.AS_READ,
        labels.of(isConfirmed ? "profile.confirmed" : "profile.asRead"));
    if (!isConfirmed) {
      options.put(CorrectionForm.CONFIRM, labels.of("profile.confirm"));
    }
    options.put(CorrectionForm.REJECT, labels.of("profile.reject"));
    select(html, id, options);
    section.quotes(html, skill.evidence(), profile);
    html.close();
  }

  void languages(Html html, CompetenceProfile profile) {
    html.element("h3", labels.of("profile.languages"));
    if (profile.languages().isEmpty()) {
      html.element("p", labels.of("profile.none"));
      return;
    }
    html.open("ul", "class", "claims");
    int number = 0;
    for (LanguageSkill skill : profile.languages()) {
      CefrLevel level = skill.overall();
      String name = labels.language(skill.language());
      String id = "language-" + number++;
      html.open("li")
          .element("label", level == null ? name : name + " – " + level(level), "for", id);
      Map<String, String> options = new LinkedHashMap<>();
      options.put(CorrectionForm.AS_READ, labels.of("profile.asRead"));
      for (CefrLevel other : CefrLevel.values()) {
        options.put(other.name(), level(other));
      }
      options.put(CorrectionForm.REJECT, labels.of("profile.language.reject"));
      select(html, id, options);
      section.quotes(html, skill.evidence(), profile);
      html.close();
    }
    html.close();
  }

  private String level(CefrLevel level) {
    return level == CefrLevel.NATIVE ? labels.of("profile.native") : level.name();
  }

  private static void select(Html html, String id, Map<String, String> options) {
    html.open("select", "id", id, "name", id);
    options.forEach((value, words) -> html.element("option", words, "value", value));
    html.close();
  }
}
