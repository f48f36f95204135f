package org.metier.profiling.extraction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.metier.profiling.extraction.Extraction.Refused;

/// A running child process, used by one thread at a time.
final class ReaderChild implements AutoCloseable {
  /// The exit code of `-XX:+ExitOnOutOfMemoryError`.
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final TemporaryFolder folder;
  private final DataInputStream answers;
  private final DataOutputStream files;
  private int documents;

  private ReaderChild(Process process, TemporaryFolder folder) {
    this.process = process;
    this.folder = folder;
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.files = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /// Starts a child on the running Java, with small memory, without environment, in a folder of its own.
  ///
  /// @param shared folder that holds the list of fonts which all children share, and the folders of each
  /// @param archive of loaded classes, which makes later starts faster; null for none
  static ReaderChild start(String classPath, String mainClass, TemporaryFolder shared,
      @Nullable Path archive) throws IOException {
    TemporaryFolder folder = shared.createWithin("child-");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
        "-XX:MaxMetaspaceSize=128m", "-XX:MaxDirectMemorySize=16m",
        "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
        "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash", "-Xss1m", "-Xlog:disable",
        "-XX:ErrorFile=" + folder.path().resolve("crash.log"), "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder.path(), "-Duser.home=" + folder.path(),
        "-Dpdfbox.fontcache=" + shared.path(),
        // There is no such file, so that no name can be looked up.
        "-Djdk.net.hosts.file=" + folder.path().resolve("no-hosts"),
        "-Dlog4j2.statusLoggerLevel=OFF",
        "-Dlog4j.provider=org.apache.logging.log4j.simple.internal.SimpleProvider"));
    if (archive != null) {
      command.add("-XX:+AutoCreateSharedArchive");
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.addAll(List.of("-cp", classPath, mainClass, folder.path().toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.path().toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    try {
      return new ReaderChild(builder.start(), folder);
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  /// How many documents it has read.
  int documents() {
    return documents;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Reads one file. A child that fails to answer is dead afterwards.
  Extraction read(byte[] file, Duration limit) {
    documents++;
    AtomicBoolean isLate = new AtomicBoolean();
    CompletableFuture<Boolean> guard = new CompletableFuture<Boolean>()
        .completeOnTimeout(true, limit.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> kill = guard.thenAccept(late -> {
      if (late) {
        isLate.set(true);
        process.destroyForcibly();
      }
    });
    try {
      Messages.write(files, file);
      return Messages.readAnswer(answers);
    } catch (IOException e) {
      close();
      return new Refused(isLate.get() ? Refusal.TOO_SLOW : deathCause());
    } finally {
      guard.complete(false);
      kill.join();
    }
  }

  private Refusal deathCause() {
    return !process.isAlive() && process.exitValue() == OUT_OF_MEMORY
        ? Refusal.TOO_COMPLEX
        : Refusal.DAMAGED;
  }

  /// Ends the process, by the end of its input if it listens, and removes its folder.
  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      process.destroyForcibly(); // it listens no more
    }
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    folder.close();
  }
}
