package org.metier.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.metier.feed.FeedException;
import org.metier.feed.Source;
import org.metier.home.Home;
import org.metier.home.internal.WholeFile;

/// The sources that were declared in a home. Reads the declarations whenever asked, so that a change takes
/// effect with the next run. Thread-safe.
public final class Sources {
  private final Home home;

  private Sources(Home home) {
    this.home = home;
  }

  public static Sources of(Home home) {
    return new Sources(home);
  }

  /// Takes a declaration into the home, with the mapping that it names; one of the same id is replaced.
  ///
  /// @throws FeedException if the file is no declaration of a source
  public Source declare(Path file) throws IOException {
    Source source = Source.read(file);
    try (Home.WriteLock _ = home.lock()) {
      WholeFile.replace(file(source.id()),
          Source.selfContained(file).getBytes(StandardCharsets.UTF_8));
    }
    return source;
  }

  /// The declaration of an id, empty when there is none.
  public Optional<Source> find(String id) throws IOException {
    return id.matches("[a-z0-9][a-z0-9._-]{0,63}") && Files.exists(file(id))
        ? Optional.of(Source.read(file(id)))
        : Optional.empty();
  }

  /// All declarations, in the order of their ids.
  public List<Source> all() throws IOException {
    if (!Files.isDirectory(home.sources())) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> entries = Files.list(home.sources())) {
      files = entries.filter(p -> p.getFileName().toString().endsWith(".json")).sorted().toList();
    }
    List<Source> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(Source.read(file));
    }
    return sources;
  }

  /// How far each declared source is trusted.
  Map<String, Double> trust() {
    try {
      Map<String, Double> trust = new TreeMap<>();
      all().forEach(source -> trust.put(source.id(), source.trust()));
      return trust;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String id) {
    return home.sources().resolve(id + ".json");
  }
}
