package org.metier.oversight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    try {
      String json = new String(secret.opened(Files.readAllBytes(file)), StandardCharsets.UTF_8);
      return Json.read(json, Cases.class).cases();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new OversightException("cannot read " + file + "; give this user the right to", e);
    } catch (IllegalArgumentException e) {
      throw new OversightException(file + " cannot be used (" + e.getMessage()
          + "); restore it from its copy", e);
    }
  }

  boolean isThere(PersonSecret secret) {
    return Files.exists(file(secret.locator()));
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

  /// Deletes the file of a person, whether it can be read or not, with the drafts of it that a crash left.
  ///
  /// @return how many cases there were; 1 where the file was there and cannot be read
  int erase(String person) {
    int cases = count(person);
    Path file = file(keys.locatorHex(person));
    try {
      boolean isThere = Files.deleteIfExists(file);
      WholeFile.deleteDrafts(file.resolveSibling("."));
      return isThere ? Math.max(1, cases) : 0;
    } catch (IOException e) {
      throw new OversightException("cannot delete a file in " + folder
          + "; give this user the right to, and erase the person again", e);
    }
  }

  private int count(String person) {
    try {
      return read(person).size();
    } catch (OversightException e) {
      return 0; // damaged: it goes all the same
    }
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
  /// @throws OversightException once all others are done, if files could not be read
  int retain(java.util.function.Predicate<Case> isKept) {
    int gone = 0;
    List<OversightException> damaged = new ArrayList<>();
    for (PersonSecret secret : all()) {
      List<Case> before;
      try {
        before = read(secret);
      } catch (OversightException e) {
        damaged.add(e);
        continue;
      }
      List<Case> after = before.stream().filter(isKept).toList();
      if (after.size() < before.size()) {
        write(secret, after);
        gone += before.size() - after.size();
      }
    }
    if (!damaged.isEmpty()) {
      throw new OversightException("deleted " + gone + " cases that were due; " + damaged.size()
          + " files could not be read, the first: " + damaged.getFirst().getMessage(),
          damaged.getFirst());
    }
    return gone;
  }
}
