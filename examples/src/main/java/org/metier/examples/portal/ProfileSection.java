package org.metier.examples.portal;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.metier.json.Json;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.qualification.CefrLevel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;

/// What was read from the CV, as a form: each skill with its proof and a tick to take away.
///
/// The page itself carries the profile to the next request, so that the portal need not remember it.
final class ProfileSection {
  private static final int QUOTES = 3;

  private final Labels labels;
  private final Taxonomy taxonomy;

  ProfileSection(Labels labels, Taxonomy taxonomy) {
    this.labels = labels;
    this.taxonomy = taxonomy;
  }

  void write(Html html, CvMatching.Outcome outcome) {
    CompetenceProfile profile = outcome.profile();
    html.open("section", "id", "profile", "aria-labelledby", "profile-heading");
    html.element("h2", labels.of("profile.title"), "id", "profile-heading");
    if (!outcome.rejected().isEmpty()) {
      html.element("p", labels.of("profile.removed",
          outcome.rejected().stream().map(c -> label(c.uri())).collect(Collectors.joining("; "))));
    }
    html.element("h3", labels.of("profile.occupations"));
    occupations(html, profile);
    skills(html, profile);
    html.element("h3", labels.of("profile.languages"));
    languages(html, profile);
    html.close();
  }

  private void occupations(Html html, CompetenceProfile profile) {
    if (profile.occupations().isEmpty()) {
      html.element("p", labels.of("profile.none"));
      return;
    }
    html.open("ul");
    for (HeldOccupation held : profile.occupations()) {
      String uri = held.uri();
      html.open("li").element("span", held.title(), ResultPage.lang(profile.language()));
      html.text(uri == null
          ? labels.of("profile.occupation.unknown")
          : labels.of("profile.occupation.known", label(uri)));
      held.evidence().forEach(proof -> quote(html, proof, profile));
      html.close();
    }
    html.close();
  }

  private void skills(Html html, CompetenceProfile profile) {
    html.element("h3", labels.of("profile.skills"));
    if (profile.competences().isEmpty()) {
      html.element("p", labels.of("profile.none"));
      return;
    }
    html.open("form", "method", "post", "action", "/rematch", "enctype", "multipart/form-data",
        "autocomplete", "off");
    html.single("input", "type", "hidden", "name", "reader", "value", labels.language().code());
    html.single("input", "type", "hidden", "name", "profile", "value", Json.write(profile));
    html.open("fieldset")
        .element("legend", labels.of("profile.correct"))
        .open("ul", "class", "ticks");
    int number = 1;
    for (Competence competence : profile.competences()) {
      skill(html, competence, "skill-" + number++, profile);
    }
    html.close().close();
    html.element("button", labels.of("profile.submit"), "type", "submit").close();
  }

  private void skill(Html html, Competence competence, String id, CompetenceProfile profile) {
    html.open("li").open("label", "for", id);
    html.single("input", "type", "checkbox", "id", id, "name", "skill", "value", competence.uri(),
        "checked", "", "aria-describedby", id + "-proof");
    html.element("span", label(competence.uri())).close();
    html.open("div", "id", id + "-proof", "class", "hint");
    List<Evidence> proofs = competence.evidence();
    if (competence.origin() == Competence.Origin.IMPLIED) {
      html.element("p", labels.of("profile.implied"));
    }
    proofs.stream().limit(QUOTES).forEach(proof -> quote(html, proof, profile));
    html.close().close();
  }

  private static void quote(Html html, Evidence evidence, CompetenceProfile profile) {
    html.open("p", "class", "hint")
        .element("q", evidence.quote().strip(), ResultPage.lang(profile.language()))
        .close();
  }

  private void languages(Html html, CompetenceProfile profile) {
    if (profile.languages().isEmpty()) {
      html.element("p", labels.of("profile.none"));
      return;
    }
    html.open("ul");
    for (LanguageSkill skill : profile.languages()) {
      CefrLevel level = skill.overall();
      String name = labels.language(skill.language());
      html.open("li")
          .text(level == null
              ? name
              : name + " – "
                  + (level == CefrLevel.NATIVE ? labels.of("profile.native") : level.name()));
      skill.evidence().forEach(proof -> quote(html, proof, profile));
      html.close();
    }
    html.close();
  }

  private String label(String uri) {
    OptionalInt concept = taxonomy.find(uri);
    return concept.isPresent() ? taxonomy.label(concept.getAsInt(), labels.language()) : uri;
  }
}
