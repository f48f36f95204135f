package org.metier.rights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.home.HomeException;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// How long profiles and alerts are kept in a home, `retention.json` in its folder. What else is kept has its own settings: the audit
/// log `audit/settings.json`, what is said of scores `oversight.json`. Immutable.
///
/// @param profileMonths after a profile was stored last, 1 to 240
/// @param alertMonths after an alert was saved or confirmed last, 1 to 240
public record RetentionPolicy(int profileMonths, int alertMonths) {
  /// 24 months for either.
  public static final RetentionPolicy STANDARD = new RetentionPolicy(24, 24);

  static final String FILE = "retention.json";

  public RetentionPolicy {
    requireMonths("profileMonths", profileMonths);
    requireMonths("alertMonths", alertMonths);
  }

  /// The file; those of earlier releases say nothing of alerts, for which the standard holds then.
  private record Stored(int profileMonths, @Nullable Integer alertMonths) {
    RetentionPolicy policy() {
      return new RetentionPolicy(profileMonths,
          alertMonths == null ? STANDARD.alertMonths : alertMonths);
    }
  }

  private static void requireMonths(String name, int months) {
    if (months < 1 || months > 240) {
      throw new IllegalArgumentException(name + " must be 1 to 240, was " + months);
    }
  }

  /// That of a home; [#STANDARD] where there is no such file.
  ///
  /// @throws HomeException if the file is no policy; the message names it and the place in it
  public static RetentionPolicy of(Home home) {
    Path file = home.folder().resolve(FILE);
    if (!Files.exists(file)) {
      return STANDARD;
    }
    try {
      return Json.read(Files.readString(file), Stored.class).policy();
    } catch (IOException e) {
      throw new HomeException("cannot read " + file + "; give this user the right to", e);
    } catch (IllegalArgumentException e) {
      throw new HomeException(file + ", " + e.getMessage()
          + "; expected a policy such as {\"profileMonths\":24,\"alertMonths\":24}", e);
    }
  }

  public void write(Home home) {
    Path file = home.folder().resolve(FILE);
    try (Home.WriteLock _ = home.lock()) {
      WholeFile.replace(file,
          (Json.writePretty(this) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new HomeException("cannot write " + file + "; give this user the right to", e);
    }
  }
}
