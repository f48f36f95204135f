package org.metier.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.metier.home.internal.WholeFile;

/// The models that decisions of a log were made with, each once under its hash, since the slots of a home keep two only:
/// `audit/models/<sha256>`; the specifications that models of job potential score under lie among them. Nothing deletes
/// them; a model that no entry names any more may be deleted by hand, and a specification when no model names it.
/// Thread-safe.
public final class ModelArchive {
  private final Path folder;

  ModelArchive(Path folder) {
    this.folder = folder;
  }

  /// Keeps a model unless it is kept already; one that was damaged since is kept anew.
  ///
  /// @param model content of its file
  /// @return its hash, 64 hexadecimal digits
  public String keep(byte[] model) {
    String hash = WholeFile.sha256(model);
    Path file = folder.resolve(hash);
    try {
      if (!Files.exists(file) || !WholeFile.sha256(Files.readAllBytes(file)).equals(hash)) {
        WholeFile.replace(file, model);
      }
    } catch (IOException e) {
      throw new AuditException("cannot keep a model as " + file
          + "; give this user the right to write there, and room on the disk", e);
    }
    return hash;
  }

  /// @param hash 64 hexadecimal digits
  /// @return empty where it is not kept
  /// @throws AuditException if the file is not what its name says
  public Optional<byte[]> find(String hash) {
    Codes.requireHex("hash", hash, 64);
    Path file = folder.resolve(hash);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      byte[] model = Files.readAllBytes(file);
      if (!WholeFile.sha256(model).equals(hash)) {
        throw new AuditException(file + " was changed since it was kept; restore it from a copy");
      }
      return Optional.of(model);
    } catch (IOException e) {
      throw new AuditException("cannot read " + file + "; give this user the right to", e);
    }
  }
}
