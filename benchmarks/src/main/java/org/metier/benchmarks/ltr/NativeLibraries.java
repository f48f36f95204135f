package org.metier.benchmarks.ltr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Makes native peers run side by side in several processes: lightgbm4j unpacks its library to a file of a fixed
/// name in the folder for temporary files, where a second process overwrites it under the first. So each process
/// unpacks to a folder of its own, which it deletes at its end.
final class NativeLibraries {
  private static final String FOLDER = "java.io.tmpdir";

  private NativeLibraries() {}

  /// Loads a peer's library.
  ///
  /// @param loader static method without parameters that loads it; empty if the class does so itself
  /// @return what is missing; empty if it is loaded
  static synchronized String missing(String name, String className, String loader) {
    String before = System.getProperty(FOLDER);
    Path own = ownFolder();
    System.setProperty(FOLDER, own.toString());
    try {
      Class<?> type = Class.forName(className);
      if (!loader.isEmpty()) {
        type.getMethod(loader).invoke(null);
      }
      return "";
    } catch (ClassNotFoundException e) {
      return name + " is not on the class path";
    } catch (InvocationTargetException | LinkageError | NoSuchMethodException
        | IllegalAccessException e) {
      return name + "'s native library does not load: " + root(e)
          + ". On Linux it needs GNU OpenMP (libgomp.so.1; Debian: apt install libgomp1)";
    } finally {
      System.setProperty(FOLDER, before);
    }
  }

  private static String root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  private static Path ownFolder() {
    try {
      Path own = Files.createTempDirectory("metier-natives");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(own), "metier-natives"));
      return own;
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for native libraries in "
          + System.getProperty(FOLDER), e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // at the end of the process: a word on the console
    }
  }
}
