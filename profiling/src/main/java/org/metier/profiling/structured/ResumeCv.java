package org.metier.profiling.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Availability;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;
import org.metier.profile.Wishes;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.CvWriter;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.qualification.LanguageDimension;
import org.metier.section.SectionKind;
import org.metier.text.Language;

/// A `Resume` of HR-XML 2.x, alone or inside a `Candidate`, as CV parsers and applicant tracking systems
/// write it (HR-XML 2.5, Resume, 2007).
final class ResumeCv {
  private final Node root;
  private final Node resume;
  private final CvWriter out;

  private ResumeCv(Node root, Node resume) {
    this.root = root;
    this.resume = resume;
    this.out = new CvWriter(names(root));
  }

  static boolean matches(Node root) {
    return root.any("structuredxmlresume") != null;
  }

  static CvDocument read(Node root) {
    Node resume = root.any("structuredxmlresume");
    return new ResumeCv(root, resume == null ? root : resume).document();
  }

  private static List<String> names(Node root) {
    List<String> names = new ArrayList<>();
    for (Node person : root.all("personname")) {
      person.children().forEach(part -> names.add(part.text()));
    }
    return names;
  }

  private CvDocument document() {
    out.language(Language.of(root.attributes().getOrDefault("lang", "")).orElse(null));
    resume.all("postaladdress")
        .stream()
        .findFirst()
        .ifPresent(address -> out.place(Fields.place(address.textAt("municipality"),
            address.textAt("postalcode"), address.textAt("countrycode"))));
    out.line(SectionKind.SUMMARY, Markup.text(resume.textAt("executivesummary")));
    String objective = Markup.text(resume.textAt("objective"));
    if (objective.length() <= 100) {
      out.wanted(objective);
    } else {
      out.line(SectionKind.WISH, objective);
    }
    resume.all("preferredposition")
        .forEach(wish -> wish.all("positiontitle").forEach(t -> out.wanted(t.text())));
    resume.all("positionhistory").forEach(this::work);
    resume.all("schoolorinstitution").forEach(this::school);
    resume.all("competency").forEach(this::competency);
    resume.all("qualificationsummary")
        .forEach(s -> out.line(SectionKind.SKILLS, Markup.text(s.text())));
    resume.all("language").forEach(this::language);
    resume.all("licenseorcertification").forEach(this::certificate);
    resume.all("licenselike").forEach(this::certificate);
    resume.all("achievement")
        .forEach(a -> out.line(SectionKind.OTHER, Markup.text(a.textAt("description"))));
    Node dates = root.any("availabilitydates");
    PartialDate from = dates == null ? null : date(dates.child("startdate"));
    if (from != null) {
      out.terms(Wishes.builder().availability(new Availability.From(from)).build());
    }
    return out.toDocument();
  }

  private void work(Node position) {
    String title = Markup.text(position.textAt("title"));
    boolean isCurrent = position.attributes().getOrDefault("currentemployer", "").equals("true");
    if (!title.isEmpty()) {
      out.job(title, period(position, isCurrent));
    }
    out.line(SectionKind.EXPERIENCE, Markup.text(position.textAt("description")));
  }

  private void school(Node school) {
    Node attended = school.any("datesofattendance");
    DateRange period = attended == null ? null : period(attended, false);
    List<Node> degrees = school.all("degree");
    for (Node degree : degrees) {
      String name = degree.textAt("degreename");
      String major = degree.textAt("degreemajor", "name");
      String title = (Markup.text(name.isEmpty() ? degree.text() : name) + " "
          + Markup.text(major.isEmpty() ? school.textAt("major") : major)).strip();
      PartialDate end = date(degree.child("degreedate"));
      if (!title.isEmpty()) {
        out.education(title, level(degree.attributes().getOrDefault("degreetype", "")), null, null,
            period == null ? Fields.range(null, end, false) : period);
      }
      out.line(SectionKind.EDUCATION, Markup.text(degree.textAt("comments")));
    }
  }

  /// The kinds of degree of the standard's own list; others tell no level.
  private static @Nullable EducationLevel level(String degreeType) {
    return switch (degreeType.strip().toLowerCase(Locale.ROOT)) {
      case "high school or equivalent", "secondary", "ged" -> EducationLevel.UPPER_SECONDARY;
      case "associates", "hnd/hnc or equivalent" -> EducationLevel.SHORT_TERTIARY;
      case "bachelors" -> EducationLevel.BACHELOR;
      case "masters", "postprofessional" -> EducationLevel.MASTER;
      case "doctorate" -> EducationLevel.DOCTORATE;
      default -> null;
    };
  }

  private void competency(Node competency) {
    String name = competency.attributes().getOrDefault("name", competency.textAt("name"));
    String old = competency.textAt("competencyname");
    out.skill(Markup.text(name.isBlank() ? old : name), "");
  }

  private void language(Node language) {
    String id = language.textAt("languagecode");
    SortedMap<LanguageDimension, CefrLevel> dimensions = new TreeMap<>();
    put(dimensions, LanguageDimension.READING, language.textAt("read"));
    put(dimensions, LanguageDimension.WRITING, language.textAt("write"));
    put(dimensions, LanguageDimension.SPOKEN_INTERACTION, language.textAt("speak"));
    String code = Fields.languageCode(id);
    out.language(code, code == null ? id : Fields.languageName(code), null, dimensions);
  }

  private static void put(SortedMap<LanguageDimension, CefrLevel> dimensions,
      LanguageDimension dimension, String text) {
    CefrLevel level = Fields.cefr(text);
    if (level != null) {
      dimensions.put(dimension, level);
    }
  }

  private void certificate(Node certificate) {
    String name = Markup.text(certificate.textAt("name"));
    Node valid = certificate.any("effectivedate");
    PartialDate to = valid == null ? null : date(valid.child("validto"));
    DrivingLicence.of(name)
        .ifPresentOrElse(out::licence,
            () -> out.certificate(name, Markup.text(issuer(certificate)),
                Fields.range(from(certificate), to, false)));
  }

  private static @Nullable PartialDate from(Node certificate) {
    Node valid = certificate.any("effectivedate");
    if (valid == null) {
      return null;
    }
    PartialDate issued = date(valid.child("firstissueddate"));
    return issued == null ? date(valid.child("validfrom")) : issued;
  }

  private static String issuer(Node certificate) {
    Node issuer = certificate.child("issuingauthority");
    return issuer == null ? "" : issuer.text();
  }

  private static @Nullable DateRange period(Node node, boolean isCurrent) {
    Node end = node.child("enddate");
    boolean isOngoing = isCurrent || (end != null && words(end).matches("(?i)current|present"));
    return Fields.range(date(node.child("startdate")), date(end), isOngoing);
  }

  private static String words(Node date) {
    String text = date.textAt("stringdate");
    return text.isEmpty() ? date.text().strip() : text;
  }

  /// A date of the standard: `AnyDate`, `YearMonth`, `Year` or, in hand-made files, plain text.
  private static @Nullable PartialDate date(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    for (String form : List.of("anydate", "yearmonth", "year")) {
      if (!node.textAt(form).isEmpty()) {
        return Fields.date(node.textAt(form));
      }
    }
    return Fields.date(node.text());
  }
}
