package org.metier.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One feed written for the tests, by its folder and file name. The folders are at the same time the seeds
/// of the fuzz tests, one a format; what those find is kept there too, under other names.
public record Fixture(String folder, String file) {
  private static final String HOME = "JsonFormatFuzzTestInputs";

  /// All of them, in order.
  public static List<Fixture> all() {
    try (Stream<Path> files = Files.walk(path(HOME))) {
      return files.filter(Files::isRegularFile)
          .filter(f -> String.valueOf(f.getFileName()).matches("[a-z]+\\.(?:json|jsonl|html)"))
          .sorted()
          .map(f -> new Fixture(String.valueOf(f.getName(f.getNameCount() - 2)),
              String.valueOf(f.getFileName())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Read read(String folder, String file) {
    return Read.of(Read.feed(new Fixture(folder, file).bytes()).build());
  }

  public byte[] bytes() {
    String name = HOME + "/" + folder + "/" + file;
    try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The name of the format, as the reader has it.
  public String format() {
    return folder.equals("euresPortal") ? "eures-portal" : folder;
  }

  /// The components that at least one of the drafts fills.
  public static Set<String> filled(List<VacancyDraft> drafts) {
    Set<String> names = new TreeSet<>();
    for (VacancyDraft draft : drafts) {
      add(draft, names);
      add(draft.vacancy(), names);
    }
    names.removeAll(Set.of("id", "title", "vacancy"));
    return names;
  }

  private static void add(Record value, Set<String> names) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        Object found = component.getAccessor().invoke(value);
        boolean isEmpty = found == null || found.equals("")
            || (found instanceof Collection<?> c && c.isEmpty())
            || (found instanceof Map<?, ?> m && m.isEmpty());
        if (!isEmpty) {
          names.add(component.getName());
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  private static Path path(String name) {
    try {
      URL url = Objects.requireNonNull(Fixture.class.getResource(name), name);
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return folder + "/" + file;
  }
}
