package org.metier.examples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// CVs of three invented persons: a software developer's in English (PDF), a nurse's in French (DOCX) and
/// a lorry driver's in Polish (plain text).
public final class SampleCvs {
  /// File names, in the order of [#write].
  static final List<String> NAMES = List.of("developer.pdf", "infirmiere.docx", "kierowca.txt");

  private SampleCvs() {}

  /// Writes the files, replacing older ones.
  ///
  /// @param folder must exist
  public static List<Path> write(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : NAMES) {
      files.add(Files.write(folder.resolve(name), Resources.bytes("cvs/" + name)));
    }
    return files;
  }
}
