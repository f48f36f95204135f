package org.metier.examples.portal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "portal", mixinStandardHelpOptions = true, description = "Serve a small portal over a home, for this machine only.")
final class PortalCommand implements Callable<Integer> {
  @Option(names = "--home", paramLabel = "FOLDER", required = true, description = "taxonomy, vacancies and ranker to use")
  private Path home = Path.of(".");
  @Option(names = "--port", paramLabel = "PORT", defaultValue = "0", description = "0 to 65535; 0 takes any free one (default: ${DEFAULT-VALUE})")
  private int port;
  @Option(names = "--user-header", paramLabel = "NAME", description = "people sign in at a proxy in front, which says who did in this header and lets nobody else set it: record in the audit log what they are shown")
  private @Nullable String userHeader;
  @Spec
  private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = command.commandLine().getOut();
    Portal portal = Portal.start(Home.open(home), port, userHeader);
    Runtime.getRuntime().addShutdownHook(new Thread(portal::close));
    out.println("The portal is open at " + portal.address() + " (end it with Ctrl+C)");
    out.flush();
    return 0;
  }
}
