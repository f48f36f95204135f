package org.metier.profiling.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// What a file is, by its bytes; its name does not count.
public enum FileKind {
  PDF, DOCX, ODT, RTF, XML, JSON, TEXT, OLD_WORD, OTHER;

  private static final int LOOK = 1024;
  private static final int MAX_ENTRIES = 200;

  public static FileKind of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
    if (head.contains("%PDF-")) {
      return PDF;
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return ofZip(bytes);
    }
    if (head.startsWith("{\\rtf")) {
      return RTF;
    }
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return OLD_WORD;
    }
    String start = head.replaceFirst("^(?:\u00ef\u00bb\u00bf)?\\s*", "");
    if (start.startsWith("<")) {
      return start.regionMatches(true, 0, "<!doctype html", 0, 14)
          || start.regionMatches(true, 0, "<html", 0, 5) ? OTHER : XML;
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return JSON;
    }
    return isText(bytes) ? TEXT : OTHER;
  }

  private static FileKind ofZip(byte[] bytes) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      ZipEntry entry = zip.getNextEntry();
      for (int i = 0; entry != null && i < MAX_ENTRIES; i++) {
        if (entry.getName().equals("word/document.xml")) {
          return DOCX;
        }
        if (entry.getName().equals("mimetype")) {
          String type = new String(zip.readNBytes(100), StandardCharsets.US_ASCII);
          return type.startsWith("application/vnd.oasis.opendocument.text") ? ODT : OTHER;
        }
        entry = zip.getNextEntry();
      }
    } catch (IOException e) {
      return OTHER; // no archive after all
    }
    return OTHER;
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
