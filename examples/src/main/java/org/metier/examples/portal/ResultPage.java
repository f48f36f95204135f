package org.metier.examples.portal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.match.Match;
import org.metier.match.Reader;
import org.metier.match.Reason;
import org.metier.match.Wording;
import org.metier.place.Place;
import org.metier.profiling.Profiler;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;

/// The matches with their reasons, and below them the profile to correct.
final class ResultPage {
  /// So many reasons of a match are seen at once; the others can be unfolded.
  private static final int REASONS_SEEN = 4;
  private static final int TOWNS = 3;

  private final Labels labels;
  private final Taxonomy taxonomy;
  private final Profiler profiler;
  private final Wording wording;

  ResultPage(Labels labels, Taxonomy taxonomy, Profiler profiler) {
    this.labels = labels;
    this.taxonomy = taxonomy;
    this.profiler = profiler;
    wording = Wording.in(labels.language(), Reader.COUNSELLOR, taxonomy);
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
    if (outcome.matches().isEmpty()) {
      html.element("p", labels.of("result.none"));
    } else {
      html.element("p", labels.of("result.note"), "class", "hint");
      html.open("ol", "class", "matches");
      outcome.matches().forEach(match -> write(html, match));
      html.close();
    }
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
    html.element("p", labels.of("match.score", labels.points(match.score())), "class", "score");
    List<Reason> reasons = match.reasons();
    int seen = Math.min(REASONS_SEEN, reasons.size());
    html.open("ul", "class", "reasons");
    reasons.subList(0, seen).forEach(reason -> write(html, reason));
    html.element("li", labels.of("match.base", labels.points(match.base()))).close();
    if (seen < reasons.size()) {
      html.open("details").element("summary", labels.of("match.more", reasons.size() - seen));
      html.open("ul", "class", "reasons");
      reasons.subList(seen, reasons.size()).forEach(reason -> write(html, reason));
      html.close().close();
    }
    String url = webAddress(vacancy.url());
    if (url != null) {
      html.open("p")
          .element("a", labels.of("match.link", vacancy.title()), "href", url, "rel",
              "noopener noreferrer")
          .close();
    }
    html.close().close();
  }

  private void write(Html html, Reason reason) {
    html.open("li")
        .element("strong", wording.heading(reason))
        .text(" (" + labels.points(reason.contribution()) + "): " + wording.describe(reason))
        .close();
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
