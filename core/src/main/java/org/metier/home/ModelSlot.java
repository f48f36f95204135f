package org.metier.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.metier.home.internal.WholeFile;

/// Where a home keeps the model of a [LearnedPart]: the one in service with its card, and the one that was in
/// service before it, as the way back. An empty slot means that what ships with Metier is, or was, in service.
///
/// | file | holds |
/// |---|---|
/// | `models/titles.json`, `models/titles.card.json` | the model in service and its card |
/// | `models/previous/titles.json`, `models/previous/titles.card.json` | those that were in service before |
///
/// Each file is replaced as a whole. After a power cut within [#install] or [#back] the model in service is
/// the old or the new one; its card may then be of the other, and doing it again mends that. Who has the
/// model open already goes on with it until it opens the home again.
///
/// Immutable and thread-safe; what writes takes the home's lock.
public final class ModelSlot {
  private final Home home;
  private final LearnedPart part;

  ModelSlot(Home home, LearnedPart part) {
    this.home = home;
    this.part = part;
  }

  /// Where the card of a model file stands: `ranker.card.json` beside `ranker.json`.
  public static Path cardBeside(Path modelFile) {
    String name = modelFile.getFileName().toString().replaceFirst("\\.json$", "");
    return modelFile.resolveSibling(name + ".card.json");
  }

  public LearnedPart part() {
    return part;
  }

  /// The model in service; absent where none was installed, and then what ships with Metier serves.
  public Path file() {
    return folder().resolve(part.fileName());
  }

  /// The card of the model in service; absent with it.
  public Path card() {
    return cardBeside(file());
  }

  /// The model that was in service before; absent where what ships with Metier was, or nothing was ever
  /// installed.
  public Path previousFile() {
    return folder().resolve("previous").resolve(part.fileName());
  }

  private Path folder() {
    return home.folder().resolve("models");
  }

  /// Whether an installed model is in service.
  public boolean isFilled() {
    return Files.exists(file());
  }

  /// Whether [#back] has somewhere to go.
  public boolean hasWayBack() {
    return isFilled() || Files.exists(previousFile());
  }

  /// What serves: the installed model, or what ships with Metier where none is installed. A file that cannot
  /// be used is refused; the shipped model never stands in for it.
  ///
  /// @param reader which throws, with the file's name, when the file cannot be used
  public <T> T inService(Function<Path, ? extends T> reader, Supplier<? extends T> shipped) {
    return isFilled() ? reader.apply(file()) : shipped.get();
  }

  /// Puts a model into service. The one that was in service until now becomes the way back, and the way back
  /// until now is gone; a model that is in service already changes neither.
  ///
  /// @param model content of the model file; the caller knows that it can be used
  /// @param card content of the card
  /// @throws HomeException if the home is being written to, or cannot be
  public void install(byte[] model, byte[] card) {
    @Nullable
    Pair now;
    try (Home.WriteLock _ = home.lock()) {
      now = Pair.read(file());
      if (now == null || !Arrays.equals(now.model, model)) {
        Pair.replace(previousFile(), now);
      }
      Pair.replace(file(), new Pair(model, card));
    } catch (IOException e) {
      throw cannot("put a model into service", e);
    }
    tell(now, new Pair(model, card));
  }

  private void tell(@Nullable Pair before, @Nullable Pair after) {
    @Nullable
    String hashBefore = before == null ? null : WholeFile.sha256(before.model);
    @Nullable
    String hashAfter = after == null ? null : WholeFile.sha256(after.model);
    for (ModelWatcher watcher : ServiceLoader.load(ModelWatcher.class)) {
      watcher.changed(home, part, hashBefore, hashAfter);
    }
  }

  /// Puts into service what was before the last [#install]; what is in service now becomes the way back, so
  /// that going back twice changes nothing.
  ///
  /// @param check which reads the file that is to come back, and throws when it cannot be used, such as one of
  ///     an older release; everything stays as it was then
  /// @throws HomeException if nothing was ever installed, the home is being written to, or cannot be
  public void back(Consumer<Path> check) {
    @Nullable
    Pair before;
    @Nullable
    Pair after;
    try (Home.WriteLock _ = home.lock()) {
      before = Pair.read(file());
      exchange(check);
      after = Pair.read(file());
    } catch (IOException e) {
      throw cannot("go back to the model before", e);
    }
    tell(before, after);
  }

  private void exchange(Consumer<Path> check) throws IOException {
    if (!hasWayBack()) {
      throw new HomeException(home.folder() + " has no way back for " + part.code()
          + ": nothing but what ships with Metier was in service; install a model with ./metier train "
          + part.code());
    }
    boolean isToShipped = !Files.exists(previousFile());
    if (isToShipped) {
      Pair.move(file(), previousFile());
      return;
    }
    check.accept(previousFile());
    if (isFilled()) {
      @Nullable
      Pair now = Pair.read(file());
      Pair.replace(file(), Pair.read(previousFile()));
      Pair.replace(previousFile(), now);
    } else {
      Pair.move(previousFile(), file());
    }
  }

  private HomeException cannot(String what, IOException e) {
    return new HomeException("cannot " + what + " in " + folder() + " ("
        + e.getClass().getSimpleName().replaceFirst("Exception$", "")
        + "); give this user the right to write there", e);
  }

  /// A model and its card.
  private static final class Pair {
    private final byte[] model;
    /// Null where somebody put the model there by hand.
    private final byte @Nullable [] card;

    Pair(byte[] model, byte @Nullable [] card) {
      this.model = model;
      this.card = card;
    }

    /// @return null where there is no model
    static @Nullable Pair read(Path file) throws IOException {
      if (!Files.exists(file)) {
        return null;
      }
      Path card = cardBeside(file);
      return new Pair(Files.readAllBytes(file),
          Files.exists(card) ? Files.readAllBytes(card) : null);
    }

    /// @param pair null to leave nothing there
    static void replace(Path file, @Nullable Pair pair) throws IOException {
      if (pair != null && pair.card != null) {
        WholeFile.replace(cardBeside(file), pair.card);
      } else {
        Files.deleteIfExists(cardBeside(file));
      }
      if (pair != null) {
        WholeFile.replace(file, pair.model);
      } else {
        Files.deleteIfExists(file);
      }
    }

    /// @param to where there is no model yet
    static void move(Path from, Path to) throws IOException {
      Files.createDirectories(to.resolveSibling("."));
      if (Files.exists(cardBeside(from))) {
        Files.move(cardBeside(from), cardBeside(to), StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.deleteIfExists(cardBeside(to));
      }
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
