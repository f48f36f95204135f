package org.metier.examples.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.dossier.Dossier;
import org.metier.search.SearchWording;
import org.metier.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From requests to pages: paths, limits, headers and errors. Thread-safe.
///
/// A log line names the class of what went wrong and where, never a message: messages of other people's
/// code may quote what they read.
final class Exchanges implements HttpHandler {
  /// The largest file.
  static final int MAX_FILE_BYTES = 10_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);
  /// A file, and room for the other fields and the frame around them.
  private static final int MAX_CV_FORM_BYTES = MAX_FILE_BYTES
      + 4 * CvMatching.MAX_DOSSIER_CHARACTERS;
  /// A dossier in UTF-8, and what is said about it.
  private static final int MAX_PROFILE_FORM_BYTES = 5 * CvMatching.MAX_DOSSIER_CHARACTERS;
  /// So much of a request that is too large is read and dropped, because a browser shows no answer before
  /// it has sent all of it.
  private static final long MAX_DROPPED_BYTES = 100_000_000;
  /// So many forms are in memory at once; further ones are told to come back.
  private static final int MAX_FORMS = 16;
  private static final Pattern READER = Pattern.compile("(?:^|&)reader=([A-Za-z]{2})(?:&|$)");
  private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; form-action 'self';"
      + " base-uri 'none'; frame-ancestors 'none'";

  private final CvMatching matching;
  private final AdSearch search;
  private final Map<Language, SearchWording> wordings = new EnumMap<>(Language.class);
  private final Map<Language, Labels> labels = Labels.all();
  private final Semaphore forms = new Semaphore(MAX_FORMS);
  private final String style;

  private final @Nullable String userHeader;

  /// @param userHeader in which a proxy says who signed in; null where nobody does
  Exchanges(CvMatching matching, AdSearch search, @Nullable String userHeader) {
    this.userHeader = userHeader;
    this.matching = matching;
    this.search = search;
    for (Language language : Language.values()) {
      wordings.put(language, SearchWording.in(language, search.taxonomy()));
    }
    try (InputStream in = Exchanges.class.getResourceAsStream("style.css")) {
      if (in == null) {
        throw new IllegalStateException("metier-examples was built without style.css");
      }
      style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("style.css cannot be read", e);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = answer(exchange);
      } catch (Refused e) {
        answer = page(e.status(), new ErrorPage(labels(exchange)).write(e));
      } catch (RuntimeException e) {
        LOG.error("an answer failed: {}", place(e));
        Refused failed = Refused.of(500, "error.500");
        answer = page(500, new ErrorPage(labels(exchange)).write(failed));
      }
      send(exchange, answer);
    }
  }

  private record Answer(int status, String type, String text) {}

  private static Answer page(int status, String html) {
    return new Answer(status, "text/html; charset=utf-8", html);
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    return switch (exchange.getRequestURI().getPath()) {
      case "/" -> {
        requireMethod(exchange, "GET");
        yield page(200, new FormPage(labels(exchange)).write());
      }
      case "/style.css" -> {
        requireMethod(exchange, "GET");
        yield new Answer(200, "text/css; charset=utf-8", style);
      }
      case "/search" -> {
        requireMethod(exchange, "GET");
        Labels words = labels(exchange);
        SearchForm form = SearchForm.parse(exchange.getRequestURI().getRawQuery());
        yield page(200, new SearchPage(words,
            Objects.requireNonNull(wordings.get(words.language())))
            .write(search.search(form, words.language())));
      }
      case "/match", "/rematch" -> {
        requireMethod(exchange, "POST");
        yield results(exchange);
      }
      case null, default -> throw Refused.of(404, "error.404");
    };
  }

  private Answer results(HttpExchange exchange) throws IOException {
    if (!forms.tryAcquire()) {
      drop(exchange.getRequestBody());
      throw Refused.of(503, "error.503");
    }
    try {
      boolean isFirst = exchange.getRequestURI().getPath().equals("/match");
      byte[] body = body(exchange, isFirst ? MAX_CV_FORM_BYTES : MAX_PROFILE_FORM_BYTES);
      MultipartForm form = MultipartForm
          .parse(exchange.getRequestHeaders().getFirst("Content-Type"), body);
      Labels words = labels(form.text("reader"), labels(exchange));
      exchange.setAttribute("reader", words);
      Dossier before = matching.dossier(form.text("dossier"));
      CvMatching.Outcome outcome = isFirst
          ? matching.add(cv(form), before, person(exchange))
          : correct(form, before, words.language(), person(exchange));
      return page(200,
          new ResultPage(words, matching.taxonomy(), matching.profiler()).write(outcome));
    } finally {
      forms.release();
    }
  }

  /// The id of whoever signed in; null where nobody did.
  private @Nullable String person(HttpExchange exchange) {
    String id = userHeader == null
        ? null
        : exchange.getRequestHeaders().getFirst(userHeader);
    return id == null || id.isBlank() ? null : id.strip();
  }

  private CvMatching.Outcome correct(MultipartForm form, Dossier before, Language reader,
      @Nullable String person) {
    CorrectionForm said = CorrectionForm.read(form, before.merged(matching.taxonomy()), reader,
        matching.profiler(), matching.today());
    return matching.correct(before, said.corrections(), said.unknown(), person);
  }

  /// The file if there is one, else the text.
  private static byte[] cv(MultipartForm form) {
    byte[] file = form.bytes("file");
    if (file.length > MAX_FILE_BYTES) {
      throw Refused.of(413, "error.413");
    }
    if (file.length == 0 && form.text("text").isBlank()) {
      throw Refused.of(400, "error.empty");
    }
    return file.length == 0 ? form.bytes("text") : file;
  }

  private static byte[] body(HttpExchange exchange, int max) throws IOException {
    InputStream in = exchange.getRequestBody();
    if (declaredLength(exchange) <= max) {
      byte[] body = in.readNBytes(max + 1);
      if (body.length <= max) {
        return body;
      }
    }
    drop(in);
    throw Refused.of(413, "error.413");
  }

  /// @return 0 when not declared
  private static long declaredLength(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
  }

  private static void drop(InputStream in) throws IOException {
    byte[] dropped = new byte[8_192];
    long left = MAX_DROPPED_BYTES;
    int read = in.read(dropped);
    while (read >= 0 && left > 0) {
      left -= read;
      read = in.read(dropped);
    }
  }

  private static void requireMethod(HttpExchange exchange, String method) {
    String used = exchange.getRequestMethod();
    if (!used.equals(method) && !(method.equals("GET") && used.equals("HEAD"))) {
      exchange.getResponseHeaders().set("Allow", method.equals("GET") ? "GET, HEAD" : method);
      throw Refused.of(405, "error.405");
    }
  }

  /// In the language that the form or the address asks for, or else the browser.
  private Labels labels(HttpExchange exchange) {
    if (exchange.getAttribute("reader") instanceof Labels chosen) {
      return chosen;
    }
    String query = exchange.getRequestURI().getRawQuery();
    Matcher reader = READER.matcher(query == null ? "" : query);
    Labels preferred = preferred(exchange.getRequestHeaders().getFirst("Accept-Language"));
    return reader.find() ? labels(reader.group(1), preferred) : preferred;
  }

  private Labels labels(String code, Labels otherwise) {
    return Language.of(code).map(this::labels).orElse(otherwise);
  }

  private Labels labels(Language language) {
    return Objects.requireNonNull(labels.get(language));
  }

  private Labels preferred(@Nullable String acceptLanguage) {
    Language language = Language.EN;
    try {
      language = Locale.LanguageRange.parse(acceptLanguage == null ? "en" : acceptLanguage)
          .stream()
          .flatMap(range -> Language.of(range.getRange()).stream())
          .findFirst()
          .orElse(Language.EN);
    } catch (IllegalArgumentException e) {
      LOG.debug("a browser sent an Accept-Language that is none");
    }
    return labels(language);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type());
    headers.set("Content-Security-Policy", CONTENT_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String place(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
