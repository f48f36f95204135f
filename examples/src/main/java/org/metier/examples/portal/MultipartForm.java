package org.metier.examples.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of a form that was sent as `multipart/form-data` (RFC 7578). Names of files are not kept:
/// people put their own names there.
///
/// Parsing is linear in the body but for hostile boundaries; it copies each field once.
final class MultipartForm {
  private static final int MAX_PARTS = 5_000;
  private static final int MAX_HEADER_BYTES = 4_096;
  private static final Pattern BOUNDARY = Pattern.compile(
      "multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile(
      "(?:^|\r\n)content-disposition:[ \t]*form-data;(?:[^\r\n]*;)?[ \t]*name=\"([^\"\r\n]{1,100})\"",
      Pattern.CASE_INSENSITIVE);
  private static final byte[] END_OF_HEADER = {'\r', '\n', '\r', '\n'};

  private final Map<String, List<byte[]>> fields = new LinkedHashMap<>();

  private MultipartForm() {}

  /// @param contentType of the request; null when it has none
  /// @throws Refused with status 400 if the body is not such a form
  static MultipartForm parse(@Nullable String contentType, byte[] body) {
    Matcher type = BOUNDARY.matcher(contentType == null ? "" : contentType);
    if (!type.matches()) {
      throw broken("the request is not multipart/form-data with a boundary");
    }
    String boundary = type.group(1) == null ? type.group(2) : type.group(1);
    byte[] first = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
    byte[] next = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    MultipartForm form = new MultipartForm();
    int at = find(body, first, 0, body.length);
    if (at < 0) {
      throw broken("the form has no boundary");
    }
    at += first.length;
    for (int parts = 0; !isLast(body, at); parts++) {
      if (parts == MAX_PARTS) {
        throw broken("the form has more than " + MAX_PARTS + " fields");
      }
      at = form.readPart(body, at, next);
    }
    return form;
  }

  /// @param at behind a boundary
  /// @return behind the next boundary
  private int readPart(byte[] body, int at, byte[] boundary) {
    int limit = Math.min(body.length, at + MAX_HEADER_BYTES);
    int endOfHeader = find(body, END_OF_HEADER, at, limit);
    int end = endOfHeader < 0 ? -1 : find(body, boundary, endOfHeader + 2, body.length);
    if (end < 0) {
      throw broken("the form is cut off, or a field has too long a header");
    }
    String header = new String(body, at, endOfHeader - at, StandardCharsets.UTF_8);
    Matcher name = NAME.matcher(header);
    if (!name.find()) {
      throw broken("a field of the form has no name");
    }
    int start = Math.min(endOfHeader + END_OF_HEADER.length, end);
    fields.computeIfAbsent(name.group(1), n -> new ArrayList<>())
        .add(Arrays.copyOfRange(body, start, end));
    return end + boundary.length;
  }

  private static boolean isLast(byte[] body, int at) {
    return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
  }

  private static int find(byte[] in, byte[] what, int from, int to) {
    for (int at = from; at <= to - what.length; at++) {
      if (Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
        return at;
      }
    }
    return -1;
  }

  private static Refused broken(String detail) {
    return Refused.of(400, "error.form", detail);
  }

  /// The first field of this name, empty when there is none.
  byte[] bytes(String name) {
    List<byte[]> values = fields.get(name);
    return values == null ? new byte[0] : values.getFirst();
  }

  /// The first field of this name as text, empty when there is none.
  String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }
}
