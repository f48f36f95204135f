package org.metier.benchmarks.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.metier.coding.CodedAds;
import org.metier.coding.crosswalk.Crosswalks;
import picocli.CommandLine.Option;

/// Coded advertisements to measure on, and how their file is to be read. To be mixed in.
public final class CodedAdsOptions {
  @Option(names = "--file", required = true, paramLabel = "FILE", description = "CSV or TSV of coded advertisements, with a header")
  private Path file = Path.of("");

  @Option(names = "--columns", paramLabel = "OURS=THEIRS", split = ",", description = "columns called otherwise, such as title=job.title,code=kzis_code")
  private Map<String, String> columns = Map.of();

  @Option(names = "--scheme", paramLabel = "NAME", defaultValue = "", description = "classification of the codes, such as kzis (default: kzis for a column kzis_code, else isco08)")
  private String scheme = "";

  @Option(names = "--folds", defaultValue = "5", description = "parts of a cross-validation of the coder, 2 to 20 (default: ${DEFAULT-VALUE})")
  private int folds = 5;

  public Path file() {
    return file;
  }

  /// The advertisements of [#file].
  public CodedAds read() throws IOException {
    return read(file);
  }

  /// Those of another file of the same columns and scheme.
  public CodedAds read(Path other) throws IOException {
    return CodedAds.read(other, columns, scheme, Crosswalks.builtIn());
  }

  /// @throws IllegalArgumentException if they are not 2 to 20
  public int folds() {
    if (folds < 2 || folds > 20) {
      throw new IllegalArgumentException("--folds must be 2 to 20, was " + folds);
    }
    return folds;
  }
}
