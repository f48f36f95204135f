package org.metier.potential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// What a model of job potential is for, whom it is for, and what every field of its data is: the JSON file an analyst
/// writes before anything is trained. A model carries its hash, and scores nothing under another.
///
/// The file is read strictly: unknown properties, a missing purpose, an incomplete declaration, a protected feature or
/// one known only later are all refused, each with a message, all at once. Immutable and thread-safe.
public final class Specification {
  private static final int MAX_BYTES = 4 << 20;

  private final SpecificationFile file;
  private final List<Field> features;
  private final String sha256;

  Specification(SpecificationFile file) {
    this.file = file;
    features = file.fields().stream().filter(f -> f.use() == FieldUse.FEATURE).toList();
    sha256 = WholeFile.sha256(toCompactJson().getBytes(StandardCharsets.UTF_8));
  }

  /// @throws PotentialException if the file cannot be read or is refused
  public static Specification read(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return parse(path.toString(), in);
    } catch (NoSuchFileException e) {
      throw new PotentialException(path + ": there is no such file; name a specification, or print"
          + " one to start from with ./metier potential specification intake", e);
    } catch (IOException e) {
      throw new PotentialException(path + ": cannot be read ("
          + e.getClass().getSimpleName() + "); give this user the right to read it", e);
    }
  }

  /// One that ships with Metier as an example: `intake`, a form of some twenty questions, or `jobless`, the public
  /// table of displaced workers of 1986 to 1992.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public static Specification example(String name) {
    try (InputStream in = Specification.class.getResourceAsStream(
        name.matches("[a-z]+") ? name + ".json" : "none")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "there is no example \"" + name + "\"; expected intake or jobless, or the path of a"
                + " file");
      }
      return parse("metier-core.jar/" + name + ".json", in);
    } catch (IOException e) {
      throw new PotentialException("metier-core.jar/" + name + ".json cannot be read", e);
    }
  }

  /// What an analyst names: a file, or one of the examples where there is no file of that name.
  ///
  /// @throws PotentialException if the file cannot be read or is refused
  /// @throws IllegalArgumentException if there is neither
  public static Specification named(String name) {
    return name.matches("[a-z]+") && !Files.exists(Path.of(name))
        ? example(name)
        : read(Path.of(name));
  }

  private static Specification parse(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new PotentialException(name + ": is larger than " + MAX_BYTES
          + " bytes; a specification declares fields and holds no data");
    }
    return parse(name, new String(bytes, StandardCharsets.UTF_8));
  }

  /// @param name of the text, for messages
  /// @throws PotentialException if it is no specification or is refused
  public static Specification parse(String name, String json) {
    SpecificationFile file;
    try {
      String version = Json.scalar(json, "formatVersion").orElse("missing");
      if (!version.equals(Integer.toString(SpecificationFile.FORMAT_VERSION))) {
        throw new PotentialException(name + ": \"formatVersion\" is " + version
            + "; this release reads " + SpecificationFile.FORMAT_VERSION);
      }
      file = Json.read(json, SpecificationFile.class);
    } catch (IllegalArgumentException e) {
      throw new PotentialException(name + ": " + e.getMessage()
          + "; ./metier potential specification intake prints one to compare with", e);
    }
    List<Refusal> refusals = SpecificationChecks.of(file);
    if (!refusals.isEmpty()) {
      throw new PotentialException(refusals.stream()
          .map(r -> new Refusal(r.kind(), r.where(), name + ": " + r.message()))
          .toList());
    }
    return new Specification(file);
  }

  /// The file's content, for people; equal specifications have equal text.
  public String toJson() {
    return Json.writePretty(file) + "\n";
  }

  /// The content without layout: what [#sha256] is of.
  String toCompactJson() {
    return Json.write(file);
  }

  /// Of the content, whatever its layout; 64 hexadecimal digits.
  public String sha256() {
    return sha256;
  }

  public String name() {
    return file.name();
  }

  /// What the scores are for.
  public String purpose() {
    return String.valueOf(file.purpose());
  }

  /// Who is meant to use them, and how.
  public String intendedUse() {
    return String.valueOf(file.intendedUse());
  }

  /// Uses that are ruled out.
  public List<String> notFor() {
    return file.notFor();
  }

  public Population population() {
    return file.population();
  }

  /// Answers that cannot both be true; a scorer abstains on them.
  public List<Contradiction> contradictions() {
    return file.contradictions();
  }

  public Outcome outcome() {
    return file.outcome();
  }

  public List<Field> fields() {
    return file.fields();
  }

  /// The fields that a model may look at, in the order of the file: a position here is a feature's number everywhere.
  public List<Field> features() {
    return features;
  }

  public List<Field> fields(FieldUse use) {
    return file.fields().stream().filter(f -> f.use() == use).toList();
  }

  public Optional<Field> field(String name) {
    return file.fields().stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /// The number of a feature.
  ///
  /// @throws PotentialException if the field is protected, not declared, or declared for something else
  public int featureNumber(String name) {
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new PotentialException(SpecificationChecks.notAFeature(this, name));
  }

  /// By content.
  @Override
  public boolean equals(Object other) {
    return other instanceof Specification specification && sha256.equals(specification.sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return "Specification[" + name() + ", " + sha256.substring(0, 12) + "]";
  }
}
