package org.metier.oversight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.metier.audit.internal.AuditKeys;
import org.metier.audit.internal.PersonSecret;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// A file for each person of whom something was said, sealed with their key and named by their locator, so that it shows
/// neither who nor what. What writes is called under the lock of the log.
final class CaseFiles {
  private static final String END = ".sealed";

  private final Path folder;
  private final AuditKeys keys;

  CaseFiles(Path folder, AuditKeys keys) {
    this.folder = folder;
    this.keys = keys;
  }

  /// What a file holds.
  private record Cases(List<Case> cases) {}

  private Path file(String locator) {
    return folder.resolve(locator.substring(0, 2)).resolve(locator + END);
  }

  List<Case> read(String person) {
    return keys.find(person).map(this::read).orElse(List.of());
  }

  private List<Case> read(PersonSecret secret) {
    Path file = file(secret.locator());
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String json = new String(secret.opened(Files.readAllBytes(file)), StandardCharsets.UTF_8);
      return Json.read(json, Cases.class).cases();
    } catch (IOException e) {
      throw new OversightException("cannot read " + file + "; give this user the right to", e);
    } catch (IllegalArgumentException e) {
      throw new OversightException(file + " cannot be used (" + e.getMessage()
          + "); restore it from its copy", e);
    }
  }

  void write(String person, List<Case> cases) {
    write(keys.secret(person), cases);
  }

  private void write(PersonSecret secret, List<Case> cases) {
    Path file = file(secret.locator());
    try {
      if (cases.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        byte[] json = Json.write(new Cases(cases)).getBytes(StandardCharsets.UTF_8);
        WholeFile.replace(file, secret.sealed(json, keys.random()));
      }
    } catch (IOException e) {
      throw new OversightException("cannot write " + file + "; give this user the right to", e);
    }
  }

  /// @return how many cases there were; 0 also where they can no longer be read, since their key is gone
  int erase(String person) {
    int cases = keys.find(person).isPresent() ? read(person).size() : 0;
    try {
      Files.deleteIfExists(file(keys.locatorHex(person)));
    } catch (IOException e) {
      throw new OversightException("cannot delete a file in " + folder
          + "; give this user the right to, and erase the person again", e);
    }
    return cases;
  }

  /// Everybody's cases, in no order that tells who.
  void forEach(Consumer<List<Case>> visitor) {
    for (PersonSecret secret : all()) {
      visitor.accept(read(secret));
    }
  }

  /// Whose files exist and can be opened.
  private List<PersonSecret> all() {
    List<PersonSecret> all = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return all;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.map(p -> p.getFileName().toString())
          .filter(name -> name.matches("[0-9a-f]{64}\\" + END))
          .sorted()
          .map(name -> keys.byLocator(name.substring(0, 64)))
          .flatMap(Optional::stream)
          .forEach(all::add);
    } catch (IOException e) {
      throw new OversightException("cannot read " + folder + "; give this user the right to", e);
    }
    return all;
  }

  /// Keeps of everybody what a filter lets through.
  ///
  /// @return how many cases are gone
  int retain(java.util.function.Predicate<Case> isKept) {
    int gone = 0;
    for (PersonSecret secret : all()) {
      List<Case> before = read(secret);
      List<Case> after = before.stream().filter(isKept).toList();
      if (after.size() < before.size()) {
        write(secret, after);
        gone += before.size() - after.size();
      }
    }
    return gone;
  }
}
