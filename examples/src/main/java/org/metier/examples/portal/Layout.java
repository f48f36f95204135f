package org.metier.examples.portal;

import org.metier.report.Html;

/// What all pages have around their content. Not thread-safe: one for each page.
final class Layout {
  private final Html html = new Html();

  /// Opens a page up to and with its main heading.
  ///
  /// @param title also the main heading
  Layout(Labels labels, String title) {
    html.open("html", "lang", labels.language().code());
    html.open("head")
        .single("meta", "charset", "utf-8")
        .element("title", title)
        .single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .single("link", "rel", "stylesheet", "href", "/style.css")
        .close();
    html.open("body").open("main");
    html.element("h1", title);
  }

  /// Where the content goes.
  Html html() {
    return html;
  }

  /// Closes the page.
  String page() {
    return html.close().close().close().page();
  }
}
