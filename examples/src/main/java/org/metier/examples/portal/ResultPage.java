package org.metier.examples.portal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.match.Match;
import org.metier.match.wording.Reader;
import org.metier.match.wording.Wording;
import org.metier.place.Place;
import org.metier.profiling.Profiler;
import org.metier.report.Html;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;

/// The matches and why they were found, what was hidden, and below them the profile to correct. It is the
/// person who reads it, so no score is shown: what they can do and what they want are put into words.
final class ResultPage {
  /// So many lines of a part are seen at once; the others can be unfolded.
  private static final int LINES_SEEN = 4;
  private static final int TOWNS = 3;

  private final Labels labels;
  private final Taxonomy taxonomy;
  private final Profiler profiler;
  private final Wording wording;

  ResultPage(Labels labels, Taxonomy taxonomy, Profiler profiler) {
    this.labels = labels;
    this.taxonomy = taxonomy;
    this.profiler = profiler;
    wording = Wording.in(labels.language(), Reader.JOB_SEEKER, taxonomy);
  }

  String write(CvMatching.Outcome outcome) {
    Layout layout = new Layout(labels, labels.of("result.title"));
    Html html = layout.html();
    html.open("ul", "class", "inline")
        .open("li")
        .element("a", labels.of("result.toProfile"), "href", "#profile")
        .close()
        .open("li")
        .element("a", labels.of("result.again"), "href", "/?reader=" + labels.language().code())
        .close()
        .close();
    if (outcome.matches().matches().isEmpty()) {
      html.element("p", labels.of("result.none"));
    } else {
      html.element("p", labels.of("result.note"), "class", "hint");
      html.open("ol", "class", "matches");
      outcome.matches().matches().forEach(match -> write(html, match));
      html.close();
    }
    if (outcome.isRecorded()) {
      html.element("p", labels.of("result.recorded"), "class", "hint");
    }
    writeList(html, labels.of("result.questions"), wording.questions(outcome.matches()));
    writeHidden(html, outcome);
    new ProfileSection(labels, taxonomy, profiler).write(html, outcome);
    return layout.page();
  }

  private void write(Html html, Match match) {
    Vacancy vacancy = match.vacancy();
    html.open("li").open("article");
    html.element("h2", vacancy.title(), lang(vacancy.language()));
    String where = where(vacancy);
    if (!where.isEmpty()) {
      html.element("p", where);
    }
    wording.explain(match).forEach(section -> write(html, section));
    String url = webAddress(vacancy.url());
    if (url != null) {
      html.open("p")
          .element("a", labels.of("match.link", vacancy.title()), "href", url, "rel",
              "noopener noreferrer")
          .close();
    }
    html.close().close();
  }

  private void write(Html html, Wording.Section section) {
    List<Wording.Line> lines = section.lines();
    int seen = Math.min(LINES_SEEN, lines.size());
    html.element("h3", section.heading());
    write(html, lines.subList(0, seen));
    if (seen < lines.size()) {
      html.open("details").element("summary", labels.of("match.more", lines.size() - seen));
      write(html, lines.subList(seen, lines.size()));
      html.close();
    }
  }

  private void write(Html html, List<Wording.Line> lines) {
    html.open("ul", "class", "reasons");
    lines.forEach(line -> html.element("li", wording.joined(line)));
    html.close();
  }

  /// How many each condition hid, with the best of them to unfold.
  private void writeHidden(Html html, CvMatching.Outcome outcome) {
    writeList(html, labels.of("result.hidden"), wording.hidden(outcome.matches()));
    outcome.hidden().forEach((condition, matches) -> {
      if (!matches.isEmpty()) {
        html.open("details")
            .element("summary", labels.of("hidden.show", wording.heading(condition)));
        html.open("ul");
        matches.forEach(match -> writeBriefly(html, match.vacancy()));
        html.close().close();
      }
    });
  }

  private static void writeBriefly(Html html, Vacancy vacancy) {
    String url = webAddress(vacancy.url());
    String where = where(vacancy);
    html.open("li");
    if (url == null) {
      html.element("span", vacancy.title(), lang(vacancy.language()));
    } else {
      html.open("a", "href", url, "rel", "noopener noreferrer")
          .element("span", vacancy.title(), lang(vacancy.language()))
          .close();
    }
    html.text(where.isEmpty() ? "" : " · " + where).close();
  }

  private static void writeList(Html html, String heading, List<String> sentences) {
    if (!sentences.isEmpty()) {
      html.element("h2", heading).open("ul");
      sentences.forEach(sentence -> html.element("li", sentence));
      html.close();
    }
  }

  private static String where(Vacancy vacancy) {
    List<String> parts = new ArrayList<>();
    if (vacancy.employer() != null) {
      parts.add(vacancy.employer());
    }
    String towns = vacancy.workplaces()
        .stream()
        .map(Place::city)
        .filter(Objects::nonNull)
        .distinct()
        .limit(TOWNS)
        .collect(Collectors.joining(", "));
    if (!towns.isEmpty()) {
      parts.add(towns);
    }
    return String.join(" · ", parts);
  }

  /// Attributes that say in which language an element is, none when it is not known.
  static String[] lang(@Nullable Language language) {
    return language == null ? new String[0] : new String[]{"lang", language.code()};
  }

  /// An address of the web, and null for any other: a feed could bring `javascript:`.
  static @Nullable String webAddress(@Nullable String url) {
    try {
      URI address = new URI(url == null ? "" : url.strip());
      String scheme = address.getScheme();
      boolean isWeb = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
      return isWeb && address.getHost() != null ? address.toString() : null;
    } catch (URISyntaxException e) {
      return null; // nothing that a link could lead to
    }
  }
}
