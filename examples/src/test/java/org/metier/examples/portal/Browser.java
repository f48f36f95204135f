package org.metier.examples.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends forms as a browser does, and reads values back out of a page.
final class Browser implements AutoCloseable {
  static final String BOUNDARY = "----form-7MA4YWxk";

  private final URI portal;
  private final HttpClient client = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .build();

  Browser(URI portal) {
    this.portal = portal;
  }

  /// Never compared, so that the array does no harm.
  @SuppressWarnings("ArrayRecordComponent")
  record Field(String name, String disposition, byte[] value) {}

  static Field field(String name, String value) {
    return new Field(name, "", value.getBytes(StandardCharsets.UTF_8));
  }

  static Field file(String name, String fileName, byte[] value) {
    return new Field(name,
        "; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream",
        value);
  }

  HttpResponse<String> open(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(portal.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> send(String path, List<Field> fields, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(portal.resolve(path))
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofByteArray(body(fields)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  static byte[] body(List<Field> fields) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Field field : fields) {
      body.writeBytes(
          ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.name() + "\""
              + field.disposition() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      body.writeBytes(field.value());
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  /// The values of all input elements of a name.
  static List<String> inputs(String page, String name) {
    Matcher input = Pattern.compile("<input [^>]*name=\"" + name + "\" value=\"([^\"]*)\"")
        .matcher(page);
    List<String> values = new ArrayList<>();
    while (input.find()) {
      values.add(input.group(1)
          .replace("&quot;", "\"")
          .replace("&#39;", "'")
          .replace("&lt;", "<")
          .replace("&gt;", ">")
          .replace("&amp;", "&"));
    }
    return values;
  }

  static int count(String page, String what) {
    return page.split(Pattern.quote(what), -1).length - 1;
  }

  @Override
  public void close() {
    client.close();
  }
}
