package org.metier.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metier.allocation.Prices;
import org.metier.home.Home;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;
import org.metier.match.model.RankerModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The prices of a home, `prices.json` in its folder: what each vacancy loses because many are shown it, and
/// the model in whose scores that is. Written at night, read when a [Ranker] opens the home. Immutable.
///
/// As a file it is the JSON of this record, such as
/// `{"modelSha256":"9f86…","prices":{"id":"2026-03-02","computedAt":"2026-03-02T02:00:00Z","fullPrice":0.2,"byVacancy":{"acme:17":0.31,"acme:18":0.0}}}`.
///
/// @param modelSha256 hash of the ranker, as [RankerModel#sha256] says it: prices mean nothing with another
public record HomePrices(String modelSha256, Prices prices) {
  private static final Logger LOG = LoggerFactory.getLogger(HomePrices.class);

  public HomePrices {
    if (!modelSha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "modelSha256 must be 64 hexadecimal digits in lower case, was \"" + modelSha256 + "\"");
    }
  }

  /// Where a home keeps its prices; absent until some are worked out.
  public static Path file(Home home) {
    return home.folder().resolve("prices.json");
  }

  /// The prices of a home for a model; [Prices#NONE] where there is no such file. Those of another model are
  /// left out with a warning in the log: a model that comes into service must not stop a portal, and the
  /// next night has its prices.
  ///
  /// @param model that scores
  /// @throws IllegalArgumentException if the file holds no prices; the message names it and the place in it
  public static Prices of(Home home, RankerModel model) {
    Path file = file(home);
    if (!Files.exists(file)) {
      return Prices.NONE;
    }
    HomePrices found = read(file);
    if (!found.modelSha256.equals(model.sha256())) {
      LOG.warn(
          "{}: prices {} are of another ranker than the one in service and take no part; work them"
              + " out again with ./metier allocate",
          file, found.prices.id());
      return Prices.NONE;
    }
    return found.prices;
  }

  /// @throws IllegalArgumentException if the file cannot be read or holds no prices; the message names it and
  ///     the place in it
  static HomePrices read(Path file) {
    return SettingsFile.read(file, HomePrices.class,
        "prices, which ./metier allocate works out and writes");
  }

  /// Puts the prices in place of the ones before, as a whole, under the home's lock. Who has the home open
  /// goes on with the ones before until it opens it again.
  public void write(Home home) {
    try (Home.WriteLock _ = home.lock()) {
      WholeFile.replace(file(home),
          (Json.writePretty(this) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
