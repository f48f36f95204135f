package org.metier.rights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metier.home.Home;
import org.metier.home.HomeException;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// How long profiles are kept in a home, `retention.json` in its folder. What else is kept has its own settings: the audit
/// log `audit/settings.json`, what is said of scores `oversight.json`. Immutable.
///
/// @param profileMonths after a profile was stored last, 1 to 240
public record RetentionPolicy(int profileMonths) {
  /// 24 months.
  public static final RetentionPolicy STANDARD = new RetentionPolicy(24);

  static final String FILE = "retention.json";

  public RetentionPolicy {
    if (profileMonths < 1 || profileMonths > 240) {
      throw new IllegalArgumentException("profileMonths must be 1 to 240, was " + profileMonths);
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
      return Json.read(Files.readString(file), RetentionPolicy.class);
    } catch (IOException e) {
      throw new HomeException("cannot read " + file + "; give this user the right to", e);
    } catch (IllegalArgumentException e) {
      throw new HomeException(file + ", " + e.getMessage()
          + "; expected a policy such as {\"profileMonths\":24}", e);
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
