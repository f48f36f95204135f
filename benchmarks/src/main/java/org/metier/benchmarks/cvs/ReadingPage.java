package org.metier.benchmarks.cvs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Certificate;
import org.metier.profile.Competence;
import org.metier.profile.Competence.Origin;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;

/// An HTML page with the blind text of CVs beside what their profiles claim, for a person who counts what
/// is right, wrong and missing. Evidence is marked in the text.
final class ReadingPage {
  private static final String HEAD = """
      <!DOCTYPE html>
      <html lang="en"><meta charset="utf-8"><title>CVs beside their profiles</title>
      <style>
      body { font: 14px/1.4 sans-serif; margin: 1em }
      section { display: grid; grid-template-columns: 3fr 2fr; gap: 1.5em; border-top: 2px solid }
      h2 { grid-column: 1 / 3; margin: .5em 0 0 }
      pre { white-space: pre-wrap; margin: 0 }
      mark { background: #ffef9e }
      li { margin: .2em 0 }
      </style>
      """;

  private final Taxonomy taxonomy;
  private final Function<CvsEvaluation.Read, String> verdict;

  /// @param verdict what is said of the main occupation of a CV
  ReadingPage(Taxonomy taxonomy, Function<CvsEvaluation.Read, String> verdict) {
    this.taxonomy = taxonomy;
    this.verdict = verdict;
  }

  String of(List<CvsEvaluation.Read> cvs) {
    StringBuilder page = new StringBuilder(HEAD);
    for (CvsEvaluation.Read cv : cvs) {
      CompetenceProfile profile = cv.cv().profile();
      page.append("<section>\n<h2>")
          .append(escaped(cv.category() + " " + profile.id() + ", " + verdict.apply(cv)))
          .append("</h2>\n<pre>")
          .append(marked(cv.cv().text(), spans(profile)))
          .append("</pre>\n<div>\n");
      list(page, "Occupations", profile.occupations().stream().map(this::line).toList());
      list(page, "Education", profile.education().stream().map(ReadingPage::line).toList());
      list(page, "Certificates",
          profile.certificates().stream().map(ReadingPage::line).toList());
      list(page, "Languages", profile.languages().stream().map(ReadingPage::line).toList());
      list(page, "Licences",
          profile.drivingLicences().stream().map(licence -> licence.name()).toList());
      list(page, "Stated skills",
          profile.competences()
              .stream()
              .filter(skill -> skill.origin() != Origin.IMPLIED)
              .map(this::line)
              .toList());
      page.append("</div>\n</section>\n");
    }
    return page.append("</html>\n").toString();
  }

  private static void list(StringBuilder page, String title, List<String> lines) {
    page.append("<h3>").append(title).append("</h3>\n<ul>\n");
    lines.forEach(line -> page.append("<li>").append(escaped(line)).append("</li>\n"));
    page.append("</ul>\n");
  }

  private String line(HeldOccupation job) {
    String uri = job.uri();
    return job.title() + ", " + period(job.period()) + (uri == null
        ? " → no occupation"
        : String.format(Locale.ROOT, " → %s, %.0f %%", label(uri), 100 * job.confidence()));
  }

  private static String line(Education education) {
    return education.title() + ", " + period(education.period()) + ", "
        + (education.level() == null ? "no level" : education.level().name())
        + (education.field() == null ? "" : ", " + education.field().name());
  }

  private static String line(Certificate certificate) {
    return certificate.title() + ", " + period(certificate.period());
  }

  private static String line(LanguageSkill language) {
    return language.language() + " " + (language.overall() == null ? "" : language.overall())
        + (language.dimensions().isEmpty() ? "" : " " + language.dimensions());
  }

  private String line(Competence skill) {
    return String.format(Locale.ROOT, "%s, %.0f %%: %s", label(skill.uri()),
        100 * skill.confidence(),
        skill.evidence().stream().map(Evidence::quote).distinct().toList());
  }

  private static String period(@Nullable DateRange period) {
    if (period == null) {
      return "no period";
    }
    return (period.start() == null ? "?" : period.start()) + " to "
        + (period.isOngoing() ? "now" : period.end() == null ? "?" : period.end());
  }

  private String label(String uri) {
    OptionalInt concept = taxonomy.find(uri);
    return concept.isEmpty() ? uri : taxonomy.label(concept.getAsInt(), Language.EN);
  }

  private static List<Span> spans(CompetenceProfile profile) {
    List<Span> spans = new ArrayList<>();
    profile.occupations()
        .forEach(job -> job.evidence().forEach(evidence -> spans.add(evidence.span())));
    profile.education()
        .forEach(education -> education.evidence().forEach(evidence -> spans.add(evidence.span())));
    profile.languages()
        .forEach(language -> language.evidence().forEach(evidence -> spans.add(evidence.span())));
    profile.competences()
        .stream()
        .filter(skill -> skill.origin() != Origin.IMPLIED)
        .forEach(skill -> skill.evidence().forEach(evidence -> spans.add(evidence.span())));
    spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    return spans;
  }

  private static String marked(String text, List<Span> spans) {
    StringBuilder html = new StringBuilder();
    int from = 0;
    for (Span span : spans) {
      if (span.end() > from) {
        int start = Math.max(from, span.start());
        html.append(escaped(text.substring(from, start)))
            .append("<mark>")
            .append(escaped(text.substring(start, span.end())))
            .append("</mark>");
        from = span.end();
      }
    }
    return html.append(escaped(text.substring(from))).toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
