package org.metier.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.metier.audit.internal.AuditKeys;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// Whose data each model was trained with, as an exact set that says so of a person to those alone who hold the key of the
/// log and know the person's id: `audit/trained/<model>.members`, a line of JSON, then an HMAC of 32 bytes for each person,
/// in order.
///
/// An erased person is taken out and counted; what the model learnt of them stays in the model. Thread-safe. Asking of a
/// person reads every file, 32 bytes for each person and model.
public final class TrainingMembers {
  private static final int MARK = 32;
  private static final String END = ".members";

  private final AuditLog log;
  private final Path folder;

  TrainingMembers(AuditLog log, Path folder) {
    this.log = log;
    this.folder = folder;
  }

  /// The line before the marks.
  ///
  /// @param seal of this line without it, and of the marks
  private record Header(TrainedModel trained, String seal) {}

  /// A file taken apart.
  private static final class MemberFile {
    private final TrainedModel trained;
    private final byte[] marks;

    MemberFile(TrainedModel trained, byte[] marks) {
      this.trained = trained;
      this.marks = marks;
    }

    TrainedModel trained() {
      return trained;
    }

    boolean holds(byte[] mark) {
      return indexOf(mark) >= 0;
    }

    int indexOf(byte[] mark) {
      int low = 0;
      int high = marks.length / MARK - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        int order = Arrays.compareUnsigned(marks, middle * MARK, (middle + 1) * MARK, mark, 0,
            MARK);
        if (order == 0) {
          return middle;
        }
        if (order < 0) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return -1;
    }

    MemberFile without(int index) {
      byte[] left = new byte[marks.length - MARK];
      System.arraycopy(marks, 0, left, 0, index * MARK);
      System.arraycopy(marks, (index + 1) * MARK, left, index * MARK, left.length - index * MARK);
      return new MemberFile(new TrainedModel(trained.part(), trained.model(), trained.trainedAt(),
          trained.members() - 1, trained.erased() + 1), left);
    }
  }

  /// Keeps whose data a model was trained with; to be called by whoever trains.
  ///
  /// @param part code of the learned part, or of the question that the model scores
  /// @param model hash, 64 hexadecimal digits
  /// @param people ids as the portal gave them; the same person may come more than once
  public TrainedModel keep(String part, String model, Collection<String> people) {
    return log.exclusively(() -> {
      TreeSet<byte[]> marks = new TreeSet<>(Arrays::compareUnsigned);
      people.forEach(person -> marks.add(keys().member(model, person)));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(marks.size() * MARK);
      marks.forEach(bytes::writeBytes);
      Instant now = log.now();
      TrainedModel trained = new TrainedModel(part, model, now, marks.size(), 0);
      write(new MemberFile(trained, bytes.toByteArray()));
      return trained;
    });
  }

  private AuditKeys keys() {
    return log.keys();
  }

  /// The models of which it is known whose data trained them, the newest last.
  public List<TrainedModel> models() {
    return files().stream().map(MemberFile::trained).toList();
  }

  /// The models that were trained with a person's data.
  public List<TrainedModel> of(String person) {
    return files().stream()
        .filter(file -> file.holds(keys().member(file.trained.model(), person)))
        .map(MemberFile::trained)
        .toList();
  }

  /// Takes a person out of every file.
  ///
  /// @return the models that were trained with their data, as they were
  public List<TrainedModel> erase(String person) {
    return log.exclusively(() -> {
      deleteDrafts();
      List<TrainedModel> of = new ArrayList<>();
      for (MemberFile file : files()) {
        int index = file.indexOf(keys().member(file.trained.model(), person));
        if (index >= 0) {
          of.add(file.trained);
          write(file.without(index));
        }
      }
      return of;
    });
  }

  private void deleteDrafts() {
    try {
      WholeFile.deleteDrafts(folder);
    } catch (IOException e) {
      throw new AuditException("cannot delete drafts in " + folder
          + "; give this user the right to", e);
    }
  }

  private Path file(String model) {
    return folder.resolve(model + END);
  }

  private String seal(TrainedModel trained, byte[] marks) {
    byte[] header = Json.write(trained).getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(header, header.length + marks.length);
    System.arraycopy(marks, 0, all, header.length, marks.length);
    return keys().seal("members", all, all.length, MARK);
  }

  private void write(MemberFile file) {
    byte[] header = (Json.write(new Header(file.trained, seal(file.trained, file.marks))) + "\n")
        .getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(header, header.length + file.marks.length);
    System.arraycopy(file.marks, 0, all, header.length, file.marks.length);
    Path path = file(file.trained.model());
    try {
      WholeFile.replace(path, all);
    } catch (IOException e) {
      throw new AuditException("cannot write " + path + "; give this user the right to", e);
    }
  }

  private List<MemberFile> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(p -> p.getFileName().toString().endsWith(END))
          .map(this::read)
          .sorted(java.util.Comparator.comparing((MemberFile f) -> f.trained.trainedAt())
              .thenComparing(f -> f.trained.model()))
          .toList();
    } catch (IOException e) {
      throw new AuditException("cannot read " + folder + "; give this user the right to", e);
    }
  }

  private MemberFile read(Path path) {
    try {
      byte[] all = Files.readAllBytes(path);
      int end = 0;
      while (end < all.length && all[end] != '\n') {
        end++;
      }
      Header header = Json.read(new String(all, 0, end, StandardCharsets.UTF_8), Header.class);
      byte[] marks = Arrays.copyOfRange(all, Math.min(all.length, end + 1), all.length);
      if (marks.length != header.trained.members() * MARK
          || !header.seal.equals(seal(header.trained, marks))) {
        throw new AuditException(path + " was changed since it was written; restore it");
      }
      return new MemberFile(header.trained, marks);
    } catch (IOException e) {
      throw new AuditException("cannot read " + path + "; give this user the right to", e);
    } catch (IllegalArgumentException e) {
      throw new AuditException(path + " is no list of members: " + e.getMessage(), e);
    }
  }
}
