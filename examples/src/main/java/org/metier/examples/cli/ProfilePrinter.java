package org.metier.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Writes a profile for a person to read.
final class ProfilePrinter {
  private static final int SKILLS_SHOWN = 12;

  private final Taxonomy taxonomy;
  private final Language reader;
  private final PrintWriter out;

  ProfilePrinter(Taxonomy taxonomy, Language reader, PrintWriter out) {
    this.taxonomy = taxonomy;
    this.reader = reader;
    this.out = out;
  }

  void print(CompetenceProfile profile) {
    Language language = profile.language();
    Place place = profile.place();
    out.println("  language    " + (language == null
        ? "not one of ours"
        : language.locale().getDisplayLanguage(reader.locale())));
    if (place != null) {
      out.println("  place       " + describe(place));
    }
    profile.occupations().forEach(this::print);
    for (Education education : profile.education()) {
      out.println("  education   " + education.title()
          + (education.level() == null ? "" : " (ISCED " + education.level().isced() + ")")
          + during(education.period()));
    }
    skills("skills", profile, List.of(Competence.Origin.CONFIRMED, Competence.Origin.STATED));
    skills("implied", profile, List.of(Competence.Origin.IMPLIED));
    if (!profile.languages().isEmpty()) {
      out.println("  languages   "
          + profile.languages().stream().map(this::describe).collect(Collectors.joining(", ")));
    }
    if (!profile.drivingLicences().isEmpty()) {
      out.println("  licences    "
          + profile.drivingLicences().stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
  }

  private void print(HeldOccupation held) {
    String uri = held.uri();
    String link = uri == null
        ? "not linked"
        : labelOf(uri) + ", ISCO " + taxonomy.code(taxonomy.find(uri).orElseThrow()) + ", "
            + Math.round(held.confidence() * 100) + " %";
    out.println("  occupation  " + held.title() + during(held.period()) + "  → " + link);
  }

  private void skills(String heading, CompetenceProfile profile, List<Competence.Origin> origins) {
    List<Competence> some = profile.competences()
        .stream()
        .filter(c -> origins.contains(c.origin()))
        .toList();
    if (!some.isEmpty()) {
      String more = some.size() > SKILLS_SHOWN
          ? ", and " + (some.size() - SKILLS_SHOWN) + " more"
          : "";
      out.printf("  %-11s %s%s%n", heading + " " + some.size(),
          some.stream()
              .limit(SKILLS_SHOWN)
              .map(c -> labelOf(c.uri()))
              .collect(Collectors.joining(", ")),
          more);
    }
  }

  private String labelOf(String uri) {
    return taxonomy.find(uri).isPresent()
        ? taxonomy.label(taxonomy.find(uri).getAsInt(), reader)
        : uri;
  }

  private String describe(LanguageSkill skill) {
    String name = java.util.Locale.of(skill.language()).getDisplayLanguage(reader.locale());
    return skill.overall() == null ? name : name + " " + skill.overall();
  }

  private static String describe(Place place) {
    return Stream.of(place.city() == null ? place.region() : place.city(), place.country())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private static String during(@Nullable DateRange period) {
    if (period == null) {
      return "";
    }
    String start = period.start() == null ? "?" : period.start().toString();
    String end = period.isOngoing() ? "now" : period.end() == null ? "?" : period.end().toString();
    return ", " + start + " to " + end;
  }
}
