package org.metier.profiling.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.CvWriter;
import org.metier.profiling.document.SectionKind;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.LanguageDimension;
import org.metier.text.Language;

/// A `Candidate` of HR-XML 3: Europass of the second generation (since 2020), and the CV export of EURES.
final class CandidateCv {
  private final Node root;
  private final Node profile;
  private final CvWriter out;

  private CandidateCv(Node root, Node profile) {
    this.root = root;
    this.profile = profile;
    this.out = new CvWriter(names(root));
  }

  static CvDocument read(Node root) {
    Node profile = root.any("candidateprofile");
    return new CandidateCv(root, profile == null ? root : profile).document();
  }

  private static List<String> names(Node root) {
    List<String> names = new ArrayList<>();
    for (Node person : root.all("personname")) {
      person.children().forEach(part -> names.add(part.text()));
    }
    return names;
  }

  private CvDocument document() {
    out.language(Language.of(profile.attributes().getOrDefault("languagecode", "")).orElse(null));
    Node person = root.any("candidateperson");
    if (person != null) {
      person.all("address")
          .stream()
          .findFirst()
          .ifPresent(address -> out.place(
              Fields.place(address.textAt("cityname"), address.textAt("postalcode"),
                  address.textAt("countrycode"))));
      motherTongue(person.textAt("primarylanguagecode"));
    }
    out.line(SectionKind.SUMMARY, Markup.text(profile.textAt("executivesummary")));
    profile.all("positionhistory").forEach(this::work);
    profile.all("educationorganizationattendance").forEach(this::education);
    profile.all("personcompetency").forEach(this::competency);
    for (String digital : List.of("digitalskill", "digitalskills", "digitalcompetency")) {
      profile.all(digital).forEach(skill -> texts(SectionKind.SKILLS, skill));
    }
    profile.all("licensetypecode")
        .forEach(code -> DrivingLicence.of(code.text()).ifPresent(out::licence));
    profile.all("license")
        .forEach(l -> out.line(SectionKind.CERTIFICATES, l.textAt("licensename")));
    profile.all("certification")
        .forEach(c -> out.line(SectionKind.CERTIFICATES, c.textAt("certificationname")));
    profile.all("positionpreferences").forEach(wish -> {
      for (Node title : wish.all("positiontitle")) {
        out.wanted(title.text());
      }
    });
    return out.toDocument();
  }

  private void motherTongue(String code) {
    String language = Fields.languageCode(code);
    if (language != null) {
      out.language(language, Fields.languageName(language), CefrLevel.NATIVE, Fields.NO_DIMENSIONS);
    }
  }

  private void work(Node position) {
    String title = Markup.text(position.textAt("positiontitle"));
    if (!title.isEmpty()) {
      out.job(title, period(position.child("employmentperiod")));
    }
    out.line(SectionKind.EXPERIENCE, Markup.text(position.textAt("description")));
  }

  private void education(Node attendance) {
    DateRange period = period(attendance.child("attendanceperiod"));
    String level = attendance.textAt("educationlevelcode");
    for (Node degree : attendance.all("educationdegree")) {
      String name = Markup.text(degree.textAt("degreename"));
      if (!name.isEmpty()) {
        out.education(name, Fields.eqf(level), null, null, period);
      }
      out.line(SectionKind.EDUCATION, Markup.text(degree.textAt("occupationalskillscovered")));
    }
  }

  private void competency(Node competency) {
    String taxonomy = competency.textAt("taxonomyid").toLowerCase(Locale.ROOT);
    String id = competency.textAt("competencyid");
    if (!taxonomy.equals("language")) {
      String name = competency.textAt("competencyname");
      out.line(SectionKind.SKILLS, Markup.text(name.isEmpty() ? id : name));
      return;
    }
    String code = Fields.languageCode(id);
    SortedMap<LanguageDimension, CefrLevel> dimensions = new TreeMap<>();
    for (Node dimension : competency.all("competencydimension")) {
      LanguageDimension kind = Fields.dimension(dimension.textAt("competencydimensiontypecode"));
      Node score = dimension.any("scoretext");
      CefrLevel reached = score == null ? null : Fields.cefr(score.text());
      if (kind != null && reached != null) {
        dimensions.merge(kind, reached, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    out.language(code, code == null ? id : Fields.languageName(code), null, dimensions);
  }

  private void texts(SectionKind kind, Node node) {
    out.line(kind, Markup.text(node.text()));
    node.children().forEach(child -> texts(kind, child));
  }

  private static @Nullable DateRange period(@Nullable Node period) {
    if (period == null) {
      return null;
    }
    boolean isOngoing = period.textAt("currentindicator").equals("true")
        || period.textAt("ongoing").equals("true");
    return Fields.range(Fields.date(dateText(period, "startdate")),
        Fields.date(dateText(period, "enddate")), isOngoing);
  }

  private static String dateText(Node period, String name) {
    String formatted = period.textAt(name, "formatteddatetime");
    return formatted.isEmpty() ? period.textAt(name) : formatted;
  }
}
