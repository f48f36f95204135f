package org.metier.profiling.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What a file is, by its bytes; its name does not count. At most the two hundred bytes that name a
/// type are unpacked, so that asking is safe in any process; time grows with the list of contents of an archive, else with the first 64 KB.
public enum FileKind {
  PDF, DOCX, ODT, RTF, HTML, XML, JSON, TEXT, OLD_WORD, OTHER;

  private static final int LOOK = 1024;
  private static final int LOCAL_HEADER = 30;
  private static final int FIRST_PART = 200;
  private static final String ODT_TYPE = "application/vnd.oasis.opendocument.text";
  /// The first element of a page, after comments, document type and XML declaration.
  private static final Pattern HTML_START = Pattern.compile(
      "(?is)<!doctype\\s+html|<(?:html|head|body|title|meta|style|table|div|p|h[1-6]|ul|section|main)"
          + "(?=[\\s>])");

  public static FileKind of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
    if (head.contains("%PDF-")) {
      return PDF;
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return ofZip(bytes, head);
    }
    if (head.startsWith("{\\rtf")) {
      return RTF;
    }
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return OLD_WORD;
    }
    String start = head.replaceFirst("^(?:\u00ef\u00bb\u00bf)?\\s*", "");
    if (start.startsWith("<")) {
      return isHtml(start) ? HTML : XML;
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return JSON;
    }
    return isText(bytes) ? TEXT : OTHER;
  }

  private static boolean isHtml(String start) {
    String rest = start;
    while (rest.startsWith("<?") || rest.startsWith("<!--")) {
      int end = rest.startsWith("<?") ? rest.indexOf("?>") + 2 : rest.indexOf("-->") + 3;
      if (end < 3) {
        return false;
      }
      rest = rest.substring(end).strip();
    }
    return HTML_START.matcher(rest).lookingAt();
  }

  /// By the list of contents; by the first name when the end of the file, which holds it, is missing, so
  /// that a damaged document is told from what is none.
  private static FileKind ofZip(byte[] bytes, String head) {
    ZipParts parts = ZipParts.of(bytes);
    if (parts.names().contains("word/document.xml")) {
      return DOCX;
    }
    String first = head.substring(0, Math.min(head.length(), FIRST_PART));
    if (type(parts).startsWith(ODT_TYPE) || (parts.names().isEmpty() && first.contains(ODT_TYPE))) {
      return ODT;
    }
    boolean isWordCutOff = parts.names().isEmpty()
        && (head.startsWith("[Content_Types].xml", LOCAL_HEADER)
            || head.startsWith("word/", LOCAL_HEADER) || head.startsWith("_rels/", LOCAL_HEADER));
    return isWordCutOff ? DOCX : OTHER;
  }

  private static String type(ZipParts parts) {
    try {
      byte[] type = parts.read("mimetype", FIRST_PART);
      return type == null ? "" : new String(type, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return ""; // damaged, and so no document
    }
  }

  /// Text has a byte order mark of UTF-16, or hardly any control characters.
  private static boolean isText(byte[] bytes) {
    if (bytes.length >= 2
        && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1))) {
      return true;
    }
    int controls = 0;
    int looked = Math.min(bytes.length, 64 * LOOK);
    for (int i = 0; i < looked; i++) {
      int b = bytes[i] & 0xff;
      if (b == 0) {
        return false;
      }
      if (b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        controls++;
      }
    }
    return controls * 100 <= looked;
  }
}
