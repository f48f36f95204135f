package org.metier.profiling.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.CvWriter;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.LanguageDimension;
import org.metier.section.SectionKind;
import org.metier.text.Language;

/// Europass of the first generation, versions 1.0 to 3.4, XML and JSON: CVs, language passports and
/// cover letters, each as far as it goes.
final class EuropassPassport {
  private final Node root;
  private final Node learner;
  private final String locale;
  private final CvWriter out;

  private EuropassPassport(Node root, Node learner) {
    this.root = root;
    this.learner = learner;
    this.locale = root.attributes().getOrDefault("locale", root.textAt("locale"));
    this.out = new CvWriter(names(learner));
  }

  static CvDocument read(Node root) throws UnreadableCvException {
    Node version = root.any("xsdversion");
    if (version != null && !version.text().strip().matches("[Vv]?\\d+(\\.\\d+)*([-. ]?\\w+)?")) {
      throw new UnreadableCvException(
          "its field XSDVersion is no Europass version; expected one such"
              + " as V3.4; ask for a new export");
    }
    Node learner = root.any("learnerinfo");
    return new EuropassPassport(root, learner == null ? root : learner).document();
  }

  private static List<String> names(Node learner) {
    List<String> names = new ArrayList<>();
    Node identification = learner.child("identification");
    if (identification != null) {
      for (String part : List.of("firstname", "lastname", "surname")) {
        identification.all(part).forEach(n -> names.add(n.text()));
      }
    }
    return names;
  }

  private CvDocument document() {
    out.language(Language.of(locale).orElse(null));
    address();
    headline();
    learner.all("workexperience").forEach(this::work);
    learner.all("experience")
        .stream()
        .filter(e -> e.at("field", "role") != null)
        .forEach(this::learning);
    learner.all("education").stream().filter(e -> !e.children().isEmpty()).forEach(this::education);
    languages();
    skills();
    learner.all("achievement").forEach(this::achievement);
    learner.all("misc").forEach(misc -> out.line(SectionKind.OTHER, Markup.text(misc.text())));
    Node letter = root.any("coverletter");
    Node body = letter == null ? null : letter.any("body");
    if (body != null) {
      body.children().forEach(part -> out.line(SectionKind.OTHER, Markup.text(part.text())));
    }
    return out.toDocument();
  }

  private void address() {
    Node info = learner.at("identification", "contactinfo", "address");
    if (info == null) {
      return;
    }
    Node contact = info.child("contact") == null ? info : info.at("contact");
    if (contact != null) {
      out.place(Fields.place(contact.textAt("municipality"), contact.textAt("postalcode"),
          contact.textAt("country", "code")));
    }
  }

  private void headline() {
    // The field's names before version 3.0 and in its drafts.
    for (String name : List.of("application", "occupation")) {
      String old = learner.labelAt(name);
      if (!old.isEmpty()) {
        out.wanted(old);
      }
    }
    out.line(SectionKind.SUMMARY, Markup.text(learner.textAt("profilesummary")));
    Node headline = learner.child("headline");
    if (headline == null) {
      return;
    }
    String words = Markup.text(headline.labelAt("description"));
    switch (headline.textAt("type", "code")) {
      case "job_applied_for", "preferred_job" -> out.wanted(words);
      case "position" -> out.headline(words);
      default -> out.line(SectionKind.SUMMARY, words);
    }
  }

  private void work(Node work) {
    String title = Markup.text(work.labelAt("position"));
    DateRange period = period(work.child("period"));
    if (!title.isEmpty()) {
      out.job(title, period);
    }
    out.line(SectionKind.EXPERIENCE, Markup.text(work.textAt("activities")));
  }

  /// A stay of the mobility document.
  private void learning(Node experience) {
    String title = experience.labelAt("field", "description");
    if (!title.isEmpty()) {
      out.job(title, period(experience.child("period")));
    }
    out.line(SectionKind.EXPERIENCE, Markup.text(experience.textAt("activities")));
    out.line(SectionKind.EXPERIENCE, Markup.text(experience.textAt("outcomes")));
  }

  private void achievement(Node achievement) {
    String words = Markup.text(achievement.textAt("description"));
    switch (achievement.textAt("title", "code")) {
      // One field for all of them, a line or an item of a list for each.
      case "certifications", "courses" ->
        words.lines().forEach(line -> out.certificate(Markup.item(line), "", null));
      case "references" -> out.line(SectionKind.REFERENCES, words);
      default -> out.line(SectionKind.OTHER, words);
    }
  }

  private void education(Node education) {
    String title = Markup.text(education.labelAt("title"));
    String level = education.labelAt("level");
    String words = title.isEmpty() ? level : title;
    if (!words.isEmpty()) {
      String code = education.textAt("level", "code");
      // Version 3.0 codes levels after ISCED 1997, later ones after the EQF; the label tells.
      boolean isIsced = level.toUpperCase(Locale.ROOT).startsWith("ISCED");
      Integer eqf = isIsced ? null : Fields.eqf(code);
      out.education(words, isIsced ? Fields.levelOfIsced1997(code) : Fields.levelOfEqf(eqf), eqf,
          Fields.fieldOfIsced1997(education.textAt("field", "code")),
          period(education.child("period")));
    }
    out.line(SectionKind.EDUCATION, Markup.text(education.textAt("activities")));
    out.line(SectionKind.EDUCATION, Markup.text(education.textAt("skills")));
  }

  private void languages() {
    for (Node mother : learner.all("mothertongue")) {
      language(mother.child("description"), CefrLevel.NATIVE, Fields.NO_DIMENSIONS);
    }
    for (Node foreign : learner.all("foreignlanguage")) {
      language(foreign.child("description"), null,
          dimensions(foreign.child("proficiencylevel")));
      foreign.all("certificate").forEach(this::certificate);
      foreign.all("experience")
          .forEach(e -> out.line(SectionKind.OTHER, Markup.text(e.textAt("description"))));
    }
    for (Node old : learner.all("language")) {
      boolean isMother = old.attributes().getOrDefault("type", "").endsWith("mother");
      language(old, isMother ? CefrLevel.NATIVE : null,
          isMother ? Fields.NO_DIMENSIONS : dimensions(old.child("level")));
    }
  }

  private void language(@Nullable Node named, @Nullable CefrLevel level,
      SortedMap<LanguageDimension, CefrLevel> dimensions) {
    if (named == null) {
      return;
    }
    String label = named.textAt("label").isEmpty() ? named.textAt("name") : named.textAt("label");
    String code = Fields.languageCode(named.textAt("code"));
    code = code == null ? Fields.languageOfName(label, locale) : code;
    out.language(code, label.isEmpty() && code != null ? Fields.languageName(code) : label, level,
        dimensions);
  }

  private static SortedMap<LanguageDimension, CefrLevel> dimensions(@Nullable Node levels) {
    SortedMap<LanguageDimension, CefrLevel> dimensions = new TreeMap<>();
    if (levels != null) {
      for (LanguageDimension dimension : LanguageDimension.values()) {
        Node level = levels.any(dimension.name().replace("_", "").toLowerCase(Locale.ROOT));
        CefrLevel reached = level == null ? null : Fields.cefr(level.text());
        if (reached != null) {
          dimensions.put(dimension, reached);
        }
      }
    }
    return dimensions;
  }

  private void skills() {
    Node skills = learner.child("skills");
    if (skills != null) {
      for (String kind : List.of("linguistic", "communication", "organisational", "jobrelated",
          "computer", "other")) {
        skills.children().stream().filter(n -> n.name().equals(kind)).forEach(this::skill);
      }
    }
    learner.all("skilllist").forEach(list -> list.all("skill").forEach(this::oldSkill));
    learner.all("structured-skill").forEach(this::drive);
    learner.all("driving").forEach(this::drive);
  }

  /// One kind of skills: a description, or in drafts of version 3.1 many with one each, and certificates.
  private void skill(Node kind) {
    List<Node> described = new ArrayList<>(List.of(kind));
    described.addAll(kind.children().stream().filter(n -> n.name().equals("skill")).toList());
    described.forEach(
        skill -> out.line(SectionKind.SKILLS, Markup.text(skill.labelAt("description"))));
    if (!kind.name().equals("linguistic")) {
      kind.all("certificate").forEach(this::certificate);
    }
  }

  private void oldSkill(Node old) {
    if (old.attributes().getOrDefault("type", "").equals("driving")) {
      drive(old);
    }
    out.line(SectionKind.SKILLS, Markup.text(old.text()));
  }

  private void certificate(Node certificate) {
    PartialDate awarded = date(certificate.child("date"));
    out.certificate(Markup.text(certificate.textAt("title")),
        Markup.text(certificate.textAt("awardingbody")), Fields.range(awarded, null, false));
  }

  private void drive(Node driving) {
    List<Node> licences = new ArrayList<>(driving.all("licence"));
    licences.addAll(driving.all("drivinglicence"));
    licences.addAll(driving.all("description"));
    licences.add(driving);
    for (Node licence : licences) {
      DrivingLicence.of(licence.text().toUpperCase(Locale.ROOT)).ifPresent(out::licence);
    }
  }

  private static @Nullable DateRange period(@Nullable Node period) {
    if (period == null) {
      return null;
    }
    return Fields.range(date(period.child("from")), date(period.child("to")),
        period.textAt("current").equals("true"));
  }

  private static @Nullable PartialDate date(@Nullable Node node) {
    return node == null
        ? null
        : Fields.date(part(node, "year"), part(node, "month"), part(node, "day"));
  }

  private static String part(Node date, String name) {
    return date.attributes().getOrDefault(name, date.textAt(name));
  }
}
