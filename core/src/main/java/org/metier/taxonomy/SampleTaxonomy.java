package org.metier.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.metier.text.Language;

/// The taxonomy that ships with Metier, as CSV files in ESCO's layout and compiled from them by the
/// build.
final class SampleTaxonomy {
  private static final String FOLDER = "sample/";
  private static final String COMPILED = "taxonomy.bin";
  private static final List<String> LABELS = List.of("occupations", "skills", "ISCOGroups",
      "skillGroups");
  private static final List<String> RELATIONS = List.of("occupationSkillRelations.csv",
      "broaderRelationsSkillPillar.csv");

  private SampleTaxonomy() {}

  /// Compiles the sample; the build calls this.
  ///
  /// @param args the file to write
  public static void main(String[] args) {
    fromCsv().save(Path.of(args[0]));
  }

  /// The compiled sample, or that of the CSV files where no build has compiled them.
  static Taxonomy read() {
    try (InputStream compiled = SampleTaxonomy.class.getResourceAsStream(FOLDER + COMPILED)) {
      return compiled == null
          ? fromCsv()
          : Taxonomy.read("the sample taxonomy", compiled.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the sample taxonomy cannot be read", e);
    }
  }

  static Taxonomy fromCsv() {
    CsvReading reading = new CsvReading();
    for (Language language : Language.values()) {
      for (String name : LABELS) {
        reading.read(resource(name + "_" + language.code() + ".csv"));
      }
    }
    for (String name : RELATIONS) {
      reading.read(resource(name));
    }
    return reading.finish().taxonomy();
  }

  private static CsvSource resource(String file) {
    return CsvSource.named(file, file, "", null, () -> {
      InputStream content = SampleTaxonomy.class.getResourceAsStream(FOLDER + file);
      if (content == null) {
        throw new IOException("metier-core lacks its resource taxonomy/sample/" + file);
      }
      return content;
    });
  }
}
