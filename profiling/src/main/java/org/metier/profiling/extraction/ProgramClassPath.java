package org.metier.profiling.extraction;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Where this program's classes come from.
final class ProgramClassPath {
  private ProgramClassPath() {}

  /// The jars and folders of our own class loader if it lists them, as those of servlet containers and
  /// test runners do, then those of `java.class.path`.
  static String find() {
    List<String> places = new ArrayList<>();
    for (ClassLoader loader = ProgramClassPath.class
        .getClassLoader(); loader != null; loader = loader
            .getParent()) {
      if (loader instanceof URLClassLoader listed) {
        for (URL url : listed.getURLs()) {
          if (url.getProtocol().equals("file")) {
            places.add(Path.of(java.net.URI.create(url.toString())).toString());
          }
        }
      }
    }
    places.addAll(absolute(System.getProperty("java.class.path")));
    return String.join(File.pathSeparator, places);
  }

  /// The places of a class path as they are from any folder, for the child runs in one of its own.
  static List<String> absolute(String classPath) {
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
        .map(place -> Path.of(place).toAbsolutePath().toString())
        .toList();
  }
}
