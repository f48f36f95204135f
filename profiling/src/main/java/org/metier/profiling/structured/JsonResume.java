package org.metier.profiling.structured;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.CvWriter;
import org.metier.qualification.CefrLevel;
import org.metier.section.SectionKind;

/// JSON Resume 1.x (<https://jsonresume.org/schema>): everything is optional, unknown members are passed
/// over.
final class JsonResume {
  private final Node root;
  private final CvWriter out;

  private JsonResume(Node root) {
    this.root = root;
    this.out = new CvWriter(List.of(root.textAt("basics", "name"),
        root.textAt("basics", "location", "address")));
  }

  static boolean matches(Node root) {
    return root.child("basics") != null || root.child("work") != null
        || (root.child("skills") != null && root.child("education") != null);
  }

  static CvDocument read(Node root) {
    return new JsonResume(root).document();
  }

  private CvDocument document() {
    Node basics = root.child("basics");
    if (basics != null) {
      if (!basics.textAt("label").isEmpty()) {
        out.headline(basics.textAt("label"));
      }
      out.place(Fields.place(basics.textAt("location", "city"),
          basics.textAt("location", "postalcode"), basics.textAt("location", "countrycode")));
      out.line(SectionKind.SUMMARY, Markup.text(basics.textAt("summary")));
    }
    of("work").forEach(work -> job(work, "name"));
    of("volunteer").forEach(work -> job(work, "organization"));
    of("education").forEach(this::education);
    of("skills").forEach(skill -> {
      out.line(SectionKind.SKILLS, skill.textAt("name"));
      lines(SectionKind.SKILLS, skill, "keywords");
    });
    of("languages").forEach(this::language);
    // Between skills and certificates: what is done here was done in none of the jobs above.
    of("projects").forEach(this::project);
    of("certificates").forEach(c -> out.certificate(c.textAt("name"), c.textAt("issuer"),
        Fields.range(Fields.date(c.textAt("date")), null, false)));
    of("awards").forEach(award -> out.line(SectionKind.OTHER, award.textAt("title")));
    of("publications").forEach(paper -> out.line(SectionKind.OTHER, paper.textAt("name")));
    return out.toDocument();
  }

  /// A fluency that is a CEFR level is taken as such; other words beside the name are left to those who
  /// read text.
  private void language(Node language) {
    String name = language.textAt("language");
    String fluency = language.textAt("fluency");
    CefrLevel level = Fields.cefr(fluency);
    String code = Fields.languageCode(name);
    code = code == null || name.length() > 3 ? Fields.languageOfName(name, "en") : code;
    out.language(code, level == null ? name + " " + fluency : name, level, Fields.NO_DIMENSIONS);
  }

  private List<Node> of(String name) {
    return root.children().stream().filter(n -> n.name().equals(name)).toList();
  }

  private void job(Node work, String employer) {
    if (!work.textAt("position").isEmpty()) {
      out.job(work.textAt("position"), period(work, work.textAt("enddate").isEmpty()));
    } else if (!work.textAt(employer).isEmpty()) {
      out.warn("a job without a position was left out");
    }
    out.line(SectionKind.EXPERIENCE, Markup.text(work.textAt("summary")));
    lines(SectionKind.EXPERIENCE, work, "highlights");
  }

  private void education(Node education) {
    String title = (education.textAt("studytype") + " " + education.textAt("area")).strip();
    if (!title.isEmpty()) {
      out.education(title, null, null, null, period(education, false));
    }
    lines(SectionKind.EDUCATION, education, "courses");
  }

  private void project(Node project) {
    out.line(SectionKind.EXPERIENCE, Markup.text(project.textAt("description")));
    lines(SectionKind.EXPERIENCE, project, "highlights");
    lines(SectionKind.SKILLS, project, "keywords");
  }

  private void lines(SectionKind kind, Node node, String name) {
    node.children()
        .stream()
        .filter(n -> n.name().equals(name))
        .forEach(n -> out.line(kind, Markup.text(n.text())));
  }

  /// @param isOpenWithoutEnd whether a start without an end means that it goes on, as the schema says of
  ///     work
  private static @Nullable DateRange period(Node node, boolean isOpenWithoutEnd) {
    PartialDate start = Fields.date(node.textAt("startdate"));
    return Fields.range(start, Fields.date(node.textAt("enddate")),
        isOpenWithoutEnd && start != null);
  }
}
