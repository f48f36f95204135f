package org.metier.examples.portal;

import org.metier.report.Html;

/// Says what went wrong and what to do.
final class ErrorPage {
  private final Labels labels;

  ErrorPage(Labels labels) {
    this.labels = labels;
  }

  String write(Refused refused) {
    Layout layout = new Layout(labels, labels.of("error.title"));
    Html html = layout.html();
    html.element("p", labels.of(refused.label()));
    String detail = refused.detail();
    if (detail != null) {
      html.element("p", detail, "lang", "en", "class", "hint");
    }
    html.open("p")
        .element("a", labels.of("error.back"), "href", "/?reader=" + labels.language().code())
        .close();
    return layout.page();
  }
}
