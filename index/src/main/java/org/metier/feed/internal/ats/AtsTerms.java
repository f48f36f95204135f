package org.metier.feed.internal.ats;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.draft.Draft;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

/// Words that the boards share.
final class AtsTerms {
  /// "International" is none.
  private static final Pattern INTERN = Pattern.compile("\\bintern(?:s|ships?)?\\b");

  private AtsTerms() {}

  /// Takes a kind of employment such as "Regular, full-time (38 h/week)": the boards' own words for a contract
  /// count before others, and hours only with their unit.
  static void employment(String field, @Nullable String text, Draft draft) {
    Contract stated = contract(text);
    if (stated != null) {
      draft.contract(stated);
    }
    draft.contractText(field, text);
    draft.hoursWithin(field, text);
  }

  /// What a kind of employment says of the contract: "Full-time" says nothing.
  private static @Nullable Contract contract(@Nullable String text) {
    String plain = text == null ? "" : text.toLowerCase(Locale.ROOT);
    if (INTERN.matcher(plain).find()) {
      return Contract.INTERNSHIP;
    }
    if (plain.contains("apprentice") || plain.contains("ausbildung")) {
      return Contract.APPRENTICESHIP;
    }
    if (plain.contains("permanent") || plain.contains("regular")) {
      return Contract.PERMANENT;
    }
    if (plain.contains("temporary") || plain.contains("fixed")) {
      return Contract.FIXED_TERM;
    }
    if (plain.contains("freelance") || plain.contains("contractor")) {
      return Contract.SELF_EMPLOYED;
    }
    if (plain.contains("season")) {
      return Contract.SEASONAL;
    }
    return plain.contains("volunteer") ? Contract.VOLUNTARY : null;
  }

  /// "remote", "hybrid", "on-site" or "onsite"; "unspecified" says nothing.
  static @Nullable RemoteWork remote(@Nullable String text) {
    return switch (text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "")) {
      case "remote" -> RemoteWork.REMOTE;
      case "hybrid" -> RemoteWork.HYBRID;
      case "onsite" -> RemoteWork.ON_SITE;
      default -> null;
    };
  }

  /// Appends a part of a description, with its heading, as HTML.
  static void append(StringBuilder html, @Nullable String heading, @Nullable String part) {
    if (part != null) {
      html.append(heading == null ? "" : "<h3>" + escaped(heading) + "</h3>")
          .append("<div>")
          .append(part)
          .append("</div>");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
