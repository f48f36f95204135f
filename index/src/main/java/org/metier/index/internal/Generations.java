package org.metier.index.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.metier.home.internal.WholeFile;
import org.metier.index.IndexException;

/// The generations of an index: folders beside each other, of which the file `CURRENT` names the one in
/// service and the one before it. A new one is built apart and comes into service by one rename. Thread-safe.
public final class Generations implements Store.Folder {
  private static final String CURRENT = "CURRENT";
  private static final String PREFIX = "generation-";

  private final Path root;
  private final UnaryOperator<Directory> disk;

  public Generations(Path root) {
    this(root, UnaryOperator.identity());
  }

  /// @param disk what stands between the index and its files
  public Generations(Path root, UnaryOperator<Directory> disk) {
    this.root = root;
    this.disk = disk;
  }

  @Override
  public Directory open(Path generation) throws IOException {
    return disk.apply(FSDirectory.open(generation));
  }

  /// @throws IndexException if the generation that should be in service is missing
  @Override
  public Path current() throws IOException {
    Path named = named();
    // Between the two looks another process may have put newer ones into service and deleted it.
    while (isMissing(named)) {
      Path now = named();
      if (now.equals(named)) {
        throw new IndexException(root.resolve(CURRENT) + " names " + named.getFileName()
            + ", which is missing; restore that folder, or write the name of the newest one beside it"
            + " into the file");
      }
      named = now;
    }
    return named;
  }

  private Path named() throws IOException {
    List<String> names = names();
    return root.resolve(names.isEmpty() ? PREFIX + "000001" : names.getFirst());
  }

  private boolean isMissing(Path named) throws IOException {
    return Files.exists(root.resolve(CURRENT)) && !Files.isDirectory(named);
  }

  /// The generation that was in service before, while it is kept.
  public Optional<Path> previous() throws IOException {
    List<String> names = names();
    return names.size() < 2
        ? Optional.empty()
        : Optional.of(root.resolve(names.get(1))).filter(Files::isDirectory);
  }

  /// Number of the generation in service, from 1.
  public int number() throws IOException {
    return number(current());
  }

  /// An empty folder for the next generation.
  public Path next() throws IOException {
    int last = all().stream().mapToInt(Generations::number).max().orElse(number());
    Path folder = root.resolve("%s%06d".formatted(PREFIX, Math.max(last, number()) + 1));
    Files.createDirectories(folder);
    return folder;
  }

  /// Puts a generation into service; the one in service so far is kept as the previous one, and older ones
  /// are deleted.
  public void switchTo(Path generation) throws IOException {
    Path before = named();
    String names = generation.getFileName() + "\n"
        + (Files.isDirectory(before) ? before.getFileName() + "\n" : "");
    WholeFile.replace(root.resolve(CURRENT), names.getBytes(StandardCharsets.UTF_8));
    IOUtils.fsync(root, true);
    deleteUnused();
  }

  /// Deletes what is neither in service nor the way back, such as a generation whose building was cut off.
  public void deleteUnused() throws IOException {
    Path kept = current();
    Path back = previous().orElse(kept);
    for (Path folder : all()) {
      if (!folder.equals(kept) && !folder.equals(back)) {
        IOUtils.rm(folder);
      }
    }
  }

  /// The generations whose files exist, those that may hold entries.
  public List<Path> all() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(p -> p.getFileName().toString().matches(PREFIX + "\\d{6}"))
          .sorted()
          .toList();
    }
  }

  private static int number(Path generation) {
    return Integer.parseInt(generation.getFileName().toString().substring(PREFIX.length()));
  }

  private List<String> names() throws IOException {
    String text;
    try {
      text = Files.readString(root.resolve(CURRENT), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      requireNoEarlierIndex();
      return List.of();
    }
    List<String> names = new ArrayList<>(text.lines().toList());
    if (names.isEmpty() || names.stream().anyMatch(n -> !n.matches(PREFIX + "\\d{6}"))) {
      throw new IndexException(root.resolve(CURRENT) + " is damaged: expected the name of a folder"
          + " beside it, such as " + PREFIX + "000001; write that of the newest one into it");
    }
    return names;
  }

  private void requireNoEarlierIndex() throws IOException {
    if (Files.exists(root.resolve("segments.gen")) || holdsIndexItself()) {
      throw new IndexException("the index in " + root + " was written by an earlier Metier; delete"
          + " that folder and ingest the feeds again");
    }
  }

  private boolean holdsIndexItself() throws IOException {
    if (!Files.isDirectory(root)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.anyMatch(p -> p.getFileName().toString().startsWith("segments_"));
    }
  }
}
