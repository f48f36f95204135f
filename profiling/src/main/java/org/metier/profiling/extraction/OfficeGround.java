package org.metier.profiling.extraction;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether an office document has any ground that is not white, on which white letters are seen: shaded
/// cells and paragraphs, filled shapes, highlighting. Where such a ground lies is not asked.
final class OfficeGround {
  private static final Pattern GROUND = Pattern.compile(
      "w:fill=\"([^\"]{1,20})\"|w:highlight w:val=\"([^\"]{1,20})\""
          + "|fo:background-color=\"([^\"]{1,20})\"|draw:fill-color=\"([^\"]{1,20})\""
          + "|fillcolor=\"([^\"]{1,20})|<a:(solidFill|gradFill|blip)\\b|<w:(background)\\b");

  private OfficeGround() {}

  static boolean isIn(byte[] part) {
    Matcher grounds = GROUND.matcher(new String(part, StandardCharsets.ISO_8859_1));
    while (grounds.find()) {
      String color = "";
      for (int i = 1; i <= grounds.groupCount(); i++) {
        color = grounds.group(i) == null ? color : grounds.group(i);
      }
      if (!Look.isWhite(color) && !color.equals("auto") && !color.equals("none")
          && !color.equals("transparent")) {
        return true;
      }
    }
    return false;
  }
}
