package org.metier.examples.portal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import picocli.CommandLine;

/// A running portal, bound to this machine only. For use by others it needs a reverse proxy in front,
/// which brings TLS, time limits for slow senders, and limits per visitor.
///
/// Thread-safe. Each request runs on a virtual thread of its own.
public final class Portal implements AutoCloseable {
  /// Seconds that answers under way get to end when the portal closes.
  private static final int GRACE_SECONDS = 1;

  private final HttpServer server;
  private final ExecutorService threads;
  private final CvMatching matching;
  private final AdSearch search;

  private Portal(HttpServer server, ExecutorService threads, CvMatching matching,
      AdSearch search) {
    this.server = server;
    this.threads = threads;
    this.matching = matching;
    this.search = search;
  }

  /// Starts a portal over the vacancies, taxonomy and ranker of a home; loads the taxonomy first.
  ///
  /// @param port 0 for any that is free, see [#address()]
  /// @throws IOException if the port is taken
  public static Portal start(Home home, int port) throws IOException {
    return start(home, port, null);
  }

  /// @param userHeader header in which the reverse proxy in front, where people sign in, says who did: an id, never a name.
  ///     It must take that header out of what comes from outside. What is shown to whoever it names is recorded in
  ///     the audit log of the home; whoever it does not name stays nobody. Null where people do not sign in
  /// @throws IllegalArgumentException if there is a header and no audit log
  public static Portal start(Home home, int port, @Nullable String userHeader)
      throws IOException {
    InetSocketAddress thisMachine = new InetSocketAddress(Inet4Address.ofLiteral("127.0.0.1"),
        port);
    HttpServer server = HttpServer.create(thisMachine, 0);
    try {
      CvMatching matching = CvMatching.open(home, Clock.systemUTC(), userHeader != null);
      AdSearch search = AdSearch.open(home, matching.taxonomy());
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      server.createContext("/", new Exchanges(matching, search, userHeader));
      server.start();
      return new Portal(server, threads, matching, search);
    } catch (RuntimeException e) {
      server.stop(0);
      throw e;
    }
  }

  /// Where the form is: `http://127.0.0.1:PORT/`.
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /// Lets answers under way end, then frees the port and the processes that read files.
  @Override
  public void close() {
    server.stop(GRACE_SECONDS);
    threads.close();
    search.close();
    matching.close();
  }

  /// Serves a home until the process is ended; `--help` lists the options.
  public static void main(String... args) {
    int failure = new CommandLine(new PortalCommand())
        .setExecutionExceptionHandler((e, command, line) -> {
          command.getErr().println(e.getMessage());
          return 1;
        })
        .execute(args);
    if (failure != 0) {
      System.exit(failure);
    } // otherwise the server's own thread keeps the program going
  }
}
