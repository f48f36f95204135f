package org.metier.feed.internal.ats;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

/// Words that the boards share.
final class AtsTerms {
  private AtsTerms() {}

  /// What a kind of employment says of the contract: "Full-time" says nothing.
  static @Nullable Contract contract(@Nullable String text) {
    String plain = text == null ? "" : text.toLowerCase(Locale.ROOT);
    if (plain.contains("intern")) {
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
