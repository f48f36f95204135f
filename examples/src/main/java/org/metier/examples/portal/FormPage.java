package org.metier.examples.portal;

import org.metier.report.Html;
import org.metier.text.Language;

/// The first page: asks for a CV.
final class FormPage {
  private final Labels labels;

  FormPage(Labels labels) {
    this.labels = labels;
  }

  String write() {
    Layout layout = new Layout(labels, labels.of("title"));
    Html html = layout.html();
    languages(html);
    html.open("p")
        .element("a", labels.of("form.toSearch"), "href",
            "/search?reader=" + labels.language().code())
        .close();
    html.element("p", labels.of("form.intro"));
    html.open("form", "method", "post", "action", "/match", "enctype", "multipart/form-data",
        "autocomplete", "off");
    html.element("label", labels.of("form.text"), "for", "text");
    html.element("textarea", "", "id", "text", "name", "text", "rows", "14");
    html.element("label", labels.of("form.file"), "for", "file");
    html.single("input", "type", "file", "id", "file", "name", "file", "aria-describedby", "kinds",
        "accept", ".pdf,.docx,.odt,.rtf,.txt,.xml,.json");
    html.element("p", labels.of("form.kinds"), "id", "kinds", "class", "hint");
    reader(html);
    html.element("button", labels.of("form.submit"), "type", "submit").close();
    return layout.page();
  }

  private void languages(Html html) {
    html.open("nav", "aria-label", labels.of("form.languages")).open("ul", "class", "inline");
    for (Language language : Language.values()) {
      String code = language.code();
      html.open("li");
      if (language == labels.language()) {
        html.element("a", ownName(language), "href", "/?reader=" + code, "lang", code, "hreflang",
            code,
            "aria-current", "true");
      } else {
        html.element("a", ownName(language), "href", "/?reader=" + code, "lang", code, "hreflang",
            code);
      }
      html.close();
    }
    html.close().close();
  }

  private void reader(Html html) {
    html.element("label", labels.of("form.reader"), "for", "reader");
    html.open("select", "id", "reader", "name", "reader");
    for (Language language : Language.values()) {
      String code = language.code();
      if (language == labels.language()) {
        html.element("option", ownName(language), "value", code, "lang", code, "selected", "");
      } else {
        html.element("option", ownName(language), "value", code, "lang", code);
      }
    }
    html.close();
  }

  private static String ownName(Language language) {
    return language.locale().getDisplayLanguage(language.locale());
  }
}
