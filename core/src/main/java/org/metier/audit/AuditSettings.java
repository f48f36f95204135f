package org.metier.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// How a log is kept, the file `settings.json` of its folder. Immutable.
///
/// @param retentionMonths how long an entry is kept at least, 6 to 240: six months is what Articles 19(1) and 26(6) of
///     Regulation (EU) 2024/1689 ask for unless other law asks for more
/// @param segmentBytes a segment that has so many bytes is closed, 10,000 to 1,000,000,000
/// @param segmentDays a segment whose first entry is so many days old is closed, 1 to 31; since whole segments are
///     deleted, entries are kept up to so many days longer than asked for
/// @param forcing when entries reach the disk
/// @param keysFolder where the keys are kept, best on another disk with other rights; null for `keys` in the home
public record AuditSettings(int retentionMonths, int segmentBytes, int segmentDays,
    Forcing forcing, @Nullable String keysFolder) {
  /// 24 months, 64 MB, 7 days, every entry on the disk before it counts.
  public static final AuditSettings STANDARD = new AuditSettings(24, 64_000_000, 7,
      Forcing.DISK, null);

  /// When what is written reaches the disk.
  public enum Forcing {
    /// Before the call returns, by one `fsync` of the log and one of its head for each call: survives a power cut.
    DISK,
    /// When the operating system likes: survives the end of the process, not a power cut, after which the log says that
    /// it is shorter than its head.
    SYSTEM
  }

  public AuditSettings {
    if (retentionMonths < 6 || retentionMonths > 240) {
      throw new IllegalArgumentException(
          "retentionMonths must be 6 to 240 (less than six months is unlawful for a high-risk"
              + " system), was " + retentionMonths);
    }
    if (segmentBytes < 10_000 || segmentBytes > 1_000_000_000) {
      throw new IllegalArgumentException(
          "segmentBytes must be 10,000 to 1,000,000,000, was " + segmentBytes);
    }
    if (segmentDays < 1 || segmentDays > 31) {
      throw new IllegalArgumentException("segmentDays must be 1 to 31, was " + segmentDays);
    }
  }

  public AuditSettings withRetentionMonths(int months) {
    return new AuditSettings(months, segmentBytes, segmentDays, forcing, keysFolder);
  }

  public AuditSettings withForcing(Forcing when) {
    return new AuditSettings(retentionMonths, segmentBytes, segmentDays, when, keysFolder);
  }

  public AuditSettings withSegments(int bytes, int days) {
    return new AuditSettings(retentionMonths, bytes, days, forcing, keysFolder);
  }

  public AuditSettings withKeysFolder(@Nullable String folder) {
    return new AuditSettings(retentionMonths, segmentBytes, segmentDays, forcing, folder);
  }

  static Path file(Path folder) {
    return folder.resolve("settings.json");
  }

  /// Those of a log's folder; [#STANDARD] where there are none.
  static AuditSettings of(Path folder) {
    Path file = file(folder);
    if (!Files.exists(file)) {
      return STANDARD;
    }
    try {
      return Json.read(Files.readString(file), AuditSettings.class);
    } catch (IOException e) {
      throw new AuditException("cannot read " + file + "; give this user the right to", e);
    } catch (IllegalArgumentException e) {
      throw new AuditException(
          file + ", " + e.getMessage() + "; mend it, or remove it for the standard", e);
    }
  }

  void write(Path folder) {
    try {
      WholeFile.replace(file(folder),
          (Json.writePretty(this) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AuditException(
          "cannot write " + file(folder) + "; give this user the right to", e);
    }
  }
}
