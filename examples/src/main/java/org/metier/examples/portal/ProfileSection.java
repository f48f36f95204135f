package org.metier.examples.portal;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.dossier.Correction;
import org.metier.json.Json;
import org.metier.profile.Certificate;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.profiling.ProfiledCv;
import org.metier.profiling.Profiler;
import org.metier.report.Html;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;

/// What is known of the person, as a form: each claim with its proof and what can be said against it,
/// then a second form for another CV.
///
/// The page itself carries the dossier to the next request, so that the portal need not remember it. A
/// portal with accounts would keep it instead, as JSON.
final class ProfileSection {
  private static final int QUOTES = 3;

  private final Labels labels;
  private final Taxonomy taxonomy;
  private final Profiler profiler;

  ProfileSection(Labels labels, Taxonomy taxonomy, Profiler profiler) {
    this.labels = labels;
    this.taxonomy = taxonomy;
    this.profiler = profiler;
  }

  void write(Html html, CvMatching.Outcome outcome) {
    String dossier = Json.write(outcome.dossier());
    html.open("section", "id", "profile", "aria-labelledby", "profile-heading");
    html.element("h2", labels.of("profile.title"), "id", "profile-heading");
    notes(html, outcome);
    form(html, "/rematch", dossier);
    new ConflictFields(labels, this::during).write(html, outcome.merged());
    ClaimFields claims = new ClaimFields(this, labels, profiler);
    CompetenceProfile profile = outcome.merged().profile();
    claims.jobs(html, profile);
    claims.skills(html, profile);
    claims.languages(html, profile);
    qualifications(html, profile);
    html.element("button", labels.of("profile.submit"), "type", "submit").close();
    upload(html, dossier);
    read(html, outcome.read());
    html.close();
  }

  private void form(Html html, String action, String dossier) {
    html.open("form", "method", "post", "action", action, "enctype", "multipart/form-data",
        "autocomplete", "off");
    html.single("input", "type", "hidden", "name", "reader", "value", labels.language().code());
    html.single("input", "type", "hidden", "name", "dossier", "value", dossier);
  }

  private void notes(Html html, CvMatching.Outcome outcome) {
    String rejected = outcome.dossier()
        .corrections()
        .all()
        .stream()
        .filter(c -> c instanceof Correction.SkillRejected)
        .map(c -> label(((Correction.SkillRejected) c).uri()))
        .collect(Collectors.joining("; "));
    if (!rejected.isEmpty()) {
      html.element("p", labels.of("profile.removed", rejected));
    }
    if (!outcome.unknown().isEmpty()) {
      html.element("p", labels.of("profile.add.unknown", String.join("; ", outcome.unknown())),
          "role", "status");
    }
  }

  /// Education, certificates and licences, to be read.
  private void qualifications(Html html, CompetenceProfile profile) {
    html.element("h3", labels.of("profile.education"));
    if (profile.education().isEmpty() && profile.certificates().isEmpty()
        && profile.drivingLicences().isEmpty()) {
      html.element("p", labels.of("profile.none"));
      return;
    }
    html.open("ul");
    for (Education course : profile.education()) {
      html.open("li").element("span", course.title(), ResultPage.lang(profile.language()));
      html.text((course.level() == null ? "" : ", ISCED " + course.level().isced())
          + during(course.period()));
      quotes(html, course.evidence(), profile);
      html.close();
    }
    for (Certificate certificate : profile.certificates()) {
      html.open("li").element("span", certificate.title(), ResultPage.lang(profile.language()));
      html.text(during(certificate.period()));
      quotes(html, certificate.evidence(), profile);
      html.close();
    }
    if (!profile.drivingLicences().isEmpty()) {
      html.element("li", labels.of("profile.licences", profile.drivingLicences()
          .stream()
          .map(Enum::name)
          .collect(Collectors.joining(", "))));
    }
    html.close();
  }

  private void upload(Html html, String dossier) {
    html.element("h3", labels.of("profile.upload"));
    form(html, "/match", dossier);
    html.element("p", labels.of("profile.upload.hint"), "class", "hint");
    html.element("label", labels.of("form.file"), "for", "more");
    html.single("input", "type", "file", "id", "more", "name", "file");
    html.element("button", labels.of("profile.upload.submit"), "type", "submit").close();
  }

  /// What was read of the CV just now, and what of it nobody sees.
  private void read(Html html, @Nullable ProfiledCv read) {
    if (read == null) {
      return;
    }
    if (!read.hidden().isEmpty()) {
      html.element("h3", labels.of("profile.hidden")).open("ul");
      read.hidden().forEach(text -> html.element("li", text));
      html.close();
    }
    html.open("details").element("summary", labels.of("profile.blind"));
    html.element("p", read.text(), "class", "asread").close();
  }

  /// The person's own words as proof, each with the CV that has them.
  void quotes(Html html, List<Evidence> evidence, CompetenceProfile profile) {
    evidence.stream()
        .limit(QUOTES)
        .forEach(proof -> html.open("p", "class", "hint")
            .element("q", proof.quote().strip(), ResultPage.lang(profile.language()))
            .text(" (" + proof.document() + ")")
            .close());
  }

  /// A period after a comma; empty when none is known.
  String during(@Nullable DateRange period) {
    if (period == null) {
      return "";
    }
    String start = period.start() == null ? "?" : period.start().toString();
    String end = period.isOngoing()
        ? labels.of("profile.now")
        : period.end() == null ? "?" : period.end().toString();
    return ", " + start + " – " + end;
  }

  String label(String uri) {
    OptionalInt concept = taxonomy.find(uri);
    return concept.isPresent() ? taxonomy.label(concept.getAsInt(), labels.language()) : uri;
  }
}
