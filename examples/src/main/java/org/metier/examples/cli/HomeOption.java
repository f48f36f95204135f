package org.metier.examples.cli;

import java.nio.file.Path;
import org.metier.home.Home;
import picocli.CommandLine.Option;

/// The option that names the home folder.
final class HomeOption {
  @Option(names = "--home", paramLabel = "FOLDER", description = "the home folder (default: ${DEFAULT-VALUE})", defaultValue = "metier-home")
  private Path folder = Path.of("metier-home");

  Home open() {
    return Home.open(folder);
  }
}
