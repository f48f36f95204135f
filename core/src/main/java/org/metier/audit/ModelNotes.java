package org.metier.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelWatcher;
import org.metier.home.internal.WholeFile;

/// Records in the log of a home, where it has one, that another model came into service. Files that somebody put there by
/// hand tell nobody; [#unrecorded] finds these.
public final class ModelNotes implements ModelWatcher {
  @Override
  public void changed(Home home, LearnedPart part, @Nullable String before,
      @Nullable String after) {
    if (AuditLog.exists(home) && !Objects.equals(before, after)) {
      AuditLog.open(home, Clock.systemUTC())
          .record(new AuditEvent.ModelChanged(part.code(), before, after));
    }
  }

  /// What is in service otherwise than the log says, as the entries that are missing in it. Linear in the log.
  public static List<AuditEvent.ModelChanged> unrecorded(Home home, AuditLog log) {
    Map<LearnedPart, @Nullable String> recorded = new EnumMap<>(LearnedPart.class);
    log.forEach(entry -> {
      if (entry.event() instanceof AuditEvent.ModelChanged(var part, var _, var after)) {
        for (LearnedPart one : LearnedPart.values()) {
          if (one.code().equals(part)) {
            recorded.put(one, after);
          }
        }
      }
    });
    List<AuditEvent.ModelChanged> missing = new ArrayList<>();
    for (LearnedPart part : LearnedPart.values()) {
      @Nullable
      String now = hash(home.model(part).file());
      @Nullable
      String before = recorded.get(part);
      if (!Objects.equals(now, before)) {
        missing.add(new AuditEvent.ModelChanged(part.code(), before, now));
      }
    }
    return missing;
  }

  private static @Nullable String hash(Path file) {
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return WholeFile.sha256(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new AuditException("cannot read " + file + "; give this user the right to", e);
    }
  }
}
