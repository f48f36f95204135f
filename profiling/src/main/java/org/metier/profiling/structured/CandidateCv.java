package org.metier.profiling.structured;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
import org.metier.work.Contract;

/// A `Candidate` of HR-XML 3: Europass of the second generation (since 2020), and the CV export of EURES.
final class CandidateCv {
  private static final Pattern URI = Pattern.compile("\\p{Alpha}[\\p{Alnum}+.-]*:\\S+");
  /// Parts of the profile that hold entries with a title, a description and a time each.
  private static final List<String> OTHER_ENTRIES = List.of("publication", "project",
      "creativework", "conferenceandseminar", "networkandmembership", "socialandpoliticalactivity",
      "honoraward", "honouraward", "other");

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
      person.all("primarylanguagecode").forEach(code -> motherTongue(code.text().strip()));
    }
    out.line(SectionKind.SUMMARY, Markup.text(profile.textAt("executivesummary")));
    profile.all("employerhistory").forEach(this::employer);
    profile.all("educationorganizationattendance").forEach(this::education);
    profile.all("voluntarywork").forEach(this::voluntary);
    skills();
    profile.all("license").forEach(this::licence);
    profile.all("certification").forEach(this::certification);
    profile.all("coursecertification").forEach(this::certification);
    for (String entry : OTHER_ENTRIES) {
      profile.all(entry).stream().filter(e -> !e.children().isEmpty()).forEach(this::other);
    }
    wishes();
    return out.toDocument();
  }

  private void motherTongue(String code) {
    String language = Fields.languageCode(code);
    if (language != null) {
      out.language(language, Fields.languageName(language), CefrLevel.NATIVE,
          Fields.NO_DIMENSIONS);
    } else if (!code.matches("[a-z]{3}")) {
      out.language(null, code, CefrLevel.NATIVE, Fields.NO_DIMENSIONS);
    }
  }

  private void employer(Node employer) {
    DateRange whole = period(employer.child("employmentperiod"));
    for (Node position : employer.all("positionhistory")) {
      String title = Markup.text(position.textAt("positiontitle"));
      DateRange own = period(position.child("employmentperiod"));
      if (!title.isEmpty()) {
        out.job(title, uri(position.any("jobcategorycode")), own == null ? whole : own);
      }
      out.line(SectionKind.EXPERIENCE, Markup.text(position.textAt("description")));
    }
  }

  private static String uri(@Nullable Node code) {
    return code != null && URI.matcher(code.text().strip()).matches() ? code.text().strip() : "";
  }

  private void voluntary(Node work) {
    String title = Markup.text(work.textAt("title"));
    if (!title.isEmpty()) {
      out.job(title, period(work.child("date")));
    }
    out.line(SectionKind.EXPERIENCE, Markup.text(work.textAt("description")));
  }

  private void education(Node attendance) {
    DateRange period = period(attendance.child("attendanceperiod"));
    Node level = attendance.child("educationlevelcode");
    String code = level == null ? "" : level.text().strip();
    boolean isIsced = level != null && level.attributes()
        .getOrDefault("listname", "")
        .toUpperCase(Locale.ROOT)
        .contains("ISCED");
    Integer eqf = isIsced ? null : Fields.eqf(code);
    EducationLevel reached = isIsced ? Fields.levelOfIsced(code) : Fields.levelOfEqf(eqf);
    String programme = Markup.text(attendance.textAt("programname"));
    List<Node> degrees = attendance.all("educationdegree");
    if (degrees.isEmpty() && !programme.isEmpty()) {
      out.education(programme, reached, eqf, null, period);
    }
    for (Node degree : degrees) {
      String name = Markup.text(degree.textAt("degreename"));
      // EURES puts a level such as "Masters" for the degree, and what was learnt in the programme.
      String title = programme.isEmpty()
          ? name
          : name.isEmpty()
              ? programme
              : name + ", " + programme;
      if (!title.isEmpty()) {
        Node field = degree.any("programconcentration");
        out.education(title, reached, eqf, field == null ? null : Fields.field(field.text()),
            period);
      }
      out.line(SectionKind.EDUCATION, Markup.text(degree.textAt("occupationalskillscovered")));
      out.line(SectionKind.EDUCATION, Markup.text(degree.textAt("thesis")));
    }
  }

  private void skills() {
    profile.all("personcompetency").forEach(this::competency);
    for (String kind : List.of("digitalskills", "digitalskill", "digitalcompetency",
        "communicationandinterpersonalskills", "organisationalskills", "jobrelatedskills")) {
      profile.all(kind).forEach(skill -> texts(SectionKind.SKILLS, skill));
    }
  }

  private void competency(Node competency) {
    String taxonomy = competency.textAt("taxonomyid").toLowerCase(Locale.ROOT);
    String id = competency.textAt("competencyid");
    if (!taxonomy.equals("language")) {
      String name = Markup.text(competency.textAt("competencyname"));
      boolean isUri = URI.matcher(id).matches();
      out.skill(name.isEmpty() && !isUri ? Markup.text(id) : name, isUri ? id : "");
      return;
    }
    SortedMap<LanguageDimension, CefrLevel> dimensions = new TreeMap<>();
    for (Node dimension : competency.all("competencydimension")) {
      LanguageDimension kind = Fields.dimension(dimension.textAt("competencydimensiontypecode"));
      Node score = dimension.any("scoretext");
      CefrLevel reached = score == null ? null : Fields.cefr(score.text());
      if (kind != null && reached != null) {
        // Writing has two codes; the lower level is true of all writing.
        dimensions.merge(kind, reached, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    Node proficiency = competency.child("proficiencylevel");
    Node whole = proficiency == null ? null : proficiency.any("scoretext");
    whole = whole == null ? proficiency : whole;
    CefrLevel level = whole == null || !dimensions.isEmpty() ? null : Fields.cefr(whole.text());
    String code = Fields.languageCode(id);
    out.language(code, code == null ? Markup.text(id) : Fields.languageName(code), level,
        dimensions);
  }

  private void texts(SectionKind kind, Node node) {
    out.line(kind, Markup.text(node.text()));
    node.children()
        .stream()
        .filter(child -> !child.name().equals("link") && !child.name().equals("personcompetency"))
        .forEach(child -> texts(kind, child));
  }

  private void licence(Node licence) {
    String code = licence.textAt("licensetypecode");
    DrivingLicence.of(code).ifPresent(out::licence);
    if (DrivingLicence.of(code).isEmpty()) {
      out.certificate(Markup.text(licence.textAt("licensename")), "",
          period(licence.child("freeformperiod")));
    }
  }

  private void certification(Node certification) {
    String name = Markup.text(certification.textAt("certificationname"));
    DateRange valid = period(certification.child("freeformeffectiveperiod"));
    PartialDate issued = Fields.date(dateText(certification, "firstissueddate"));
    DateRange period = valid == null
        ? Fields.range(issued, null, false)
        : valid.start() == null && issued != null
            ? Fields.range(issued, valid.end(), valid.isOngoing())
            : valid;
    // Not consistently spelled: EURES has "Authortity".
    String issuer = certification.children()
        .stream()
        .filter(c -> c.name().startsWith("issuingauth"))
        .map(c -> c.textAt("name"))
        .findFirst()
        .orElse("");
    out.certificate(name.isEmpty() ? Markup.text(certification.textAt("title")) : name,
        Markup.text(issuer), period);
    out.line(SectionKind.CERTIFICATES, Markup.text(certification.textAt("description")));
  }

  private void other(Node entry) {
    for (String part : List.of("title", "description", "formattedpublicationdescription")) {
      out.line(SectionKind.OTHER, Markup.text(entry.textAt(part)));
    }
  }

  private void wishes() {
    Set<Contract> contracts = EnumSet.noneOf(Contract.class);
    Wishes.Builder terms = Wishes.builder();
    for (String name : List.of("positionpreferences", "candidatepositionpreferences")) {
      for (Node wish : root.all(name)) {
        for (Node title : wish.all("positiontitle")) {
          out.wanted(Markup.text(title.text()));
        }
        wish.all("jobcategorycode")
            .forEach(code -> out.wanted(
                code.attributes().getOrDefault("name", ""), uri(code)));
        wish.all("positionofferingtypecode").forEach(code -> contract(code.text(), contracts));
      }
    }
    Node from = root.any("availabilitydate");
    String text = from == null ? "" : from.textAt("formatteddatetime");
    PartialDate date = from == null ? null : Fields.date(text.isEmpty() ? from.text() : text);
    out.terms(terms.contracts(contracts)
        .availability(date == null ? null : new Availability.From(date))
        .build());
  }

  /// The kinds of employment of the EURES code list; what it does not tell apart is left out.
  private static void contract(String code, Set<Contract> contracts) {
    switch (code.strip().toLowerCase(Locale.ROOT)) {
      case "directhire" -> contracts.add(Contract.PERMANENT);
      case "temporary", "contract" -> contracts.add(Contract.FIXED_TERM);
      case "seasonal" -> contracts.add(Contract.SEASONAL);
      case "selfemployed" -> contracts.add(Contract.SELF_EMPLOYED);
      case "apprenticeship" -> contracts.add(Contract.APPRENTICESHIP);
      case "internship" -> contracts.add(Contract.INTERNSHIP);
      case "volunteer" -> contracts.add(Contract.VOLUNTARY);
      default -> {
        // Such as TemporaryToHire and ContractToHire: neither one nor the other.
      }
    }
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
