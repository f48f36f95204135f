package org.metier.oversight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metier.home.Home;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// How staff and scores meet in a home, `oversight.json` in its folder. Immutable.
///
/// @param isBlindFirst whether a score is computed and shown only after a member of staff gave their own rating
/// @param retentionMonths how long a case is kept after what was said of it last, 1 to 240
public record OversightPolicy(boolean isBlindFirst, int retentionMonths) {
  /// Own rating first; cases are kept 60 months.
  public static final OversightPolicy STANDARD = new OversightPolicy(true, 60);

  public OversightPolicy {
    if (retentionMonths < 1 || retentionMonths > 240) {
      throw new IllegalArgumentException(
          "retentionMonths must be 1 to 240, was " + retentionMonths);
    }
  }

  private static Path file(Home home) {
    return home.folder().resolve("oversight.json");
  }

  /// That of a home; [#STANDARD] where there is no such file.
  ///
  /// @throws OversightException if the file is no policy; the message names it and the place in it
  public static OversightPolicy of(Home home) {
    Path file = file(home);
    if (!Files.exists(file)) {
      return STANDARD;
    }
    try {
      return Json.read(Files.readString(file), OversightPolicy.class);
    } catch (IOException e) {
      throw new OversightException("cannot read " + file + "; give this user the right to", e);
    } catch (IllegalArgumentException e) {
      throw new OversightException(file + ", " + e.getMessage()
          + "; expected a policy such as {\"isBlindFirst\":true,\"retentionMonths\":60}", e);
    }
  }

  public void write(Home home) {
    try (Home.WriteLock _ = home.lock()) {
      WholeFile.replace(file(home),
          (Json.writePretty(this) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new OversightException(
          "cannot write " + file(home) + "; give this user the right to", e);
    }
  }
}
