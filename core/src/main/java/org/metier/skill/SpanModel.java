package org.metier.skill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.internal.WholeFile;
import org.metier.skill.internal.SpanFeatures.Lexicon;
import org.metier.skill.internal.SpanWeights;
import org.metier.text.Language;

/// What finds the spans that state a skill or knowledge: a conditional random field over hashed features. Read from
/// and written to a UTF-8 JSON file of one object:
///
/// | property | content |
/// |---|---|
/// | `formatVersion` | 1 |
/// | `kind` | `"spans"` |
/// | `features` | the version of the features' definition, which this release must share |
/// | `language` | ISO 639-1 code of the language it learnt from |
/// | `written`, `bridged` | weights over the words of that language, and over the English words for those of any other language: `hashes` (4 bytes a feature) and `weights` (6 bytes a feature) in Base64, `scale`, `skillTransitions`, `knowledgeTransitions`, `skillThreshold`, `knowledgeThreshold` |
///
/// At most 16 MB. It holds no words. What it was trained on and how good it is stands in the card beside it.
/// Immutable and thread-safe.
///
/// @param language that it learnt from
/// @param written for that language
/// @param bridged for every other one
public record SpanModel(Language language, SpanWeights written, SpanWeights bridged) {
  private static final String STANDARD = "spans.json";

  /// Read once, when first asked for.
  private static final class Standard {
    static final SpanModel MODEL = readStandard();
  }

  /// The model that ships with Metier.
  public static SpanModel standard() {
    return Standard.MODEL;
  }

  private static SpanModel readStandard() {
    try (InputStream in = SpanModel.class.getResourceAsStream(STANDARD)) {
      if (in == null) {
        throw new IllegalStateException("metier-core was built without " + STANDARD);
      }
      return SpanModelFile.parse("metier-core.jar/" + STANDARD, in.readAllBytes());
    } catch (IOException e) {
      throw new SpanModelException("metier-core.jar/" + STANDARD
          + " cannot be read; install Metier again", e);
    }
  }

  /// The model in service in a home, or the one that ships with Metier where none was installed.
  ///
  /// @throws SpanModelException if the home's model cannot be used
  public static SpanModel of(Home home) {
    return home.model(LearnedPart.SPANS).inService(SpanModel::read, SpanModel::standard);
  }

  /// @throws SpanModelException if the file cannot be read, is no model, or was trained on other features than this
  ///     release computes
  public static SpanModel read(Path file) {
    try {
      if (Files.size(file) > SpanModelFile.MAX_BYTES) {
        throw new SpanModelException(file + " is larger than " + SpanModelFile.MAX_BYTES
            + " bytes; name a file that ./metier train spans wrote");
      }
      return SpanModelFile.parse(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new SpanModelException(file + " does not exist; name a file such as spans.json", e);
    } catch (IOException e) {
      throw new SpanModelException(file + " cannot be read (" + e.getClass().getSimpleName()
          + "); give this user the right to read it", e);
    }
  }

  /// Replaces the file as a whole; creates its folder when missing.
  ///
  /// @throws SpanModelException if the file cannot be written
  public void write(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new SpanModelException(file + " is the root folder; name a file such as spans.json");
    }
    try {
      Files.createDirectories(folder);
      Path draft = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
      try {
        Files.write(draft, toBytes());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new SpanModelException(file + " cannot be written (" + e.getClass().getSimpleName()
          + "); give this user the right to write to its folder", e);
    }
  }

  Lexicon lexicon(Language text) {
    return text == language ? Lexicon.WRITTEN : Lexicon.BRIDGED;
  }

  SpanWeights weights(Language text) {
    return text == language ? written : bridged;
  }

  /// The content of the model file: equal models have equal bytes.
  public byte[] toBytes() {
    return SpanModelFile.format(this).getBytes(StandardCharsets.UTF_8);
  }

  /// The hash of [#toBytes], 64 hexadecimal digits.
  public String sha256() {
    return WholeFile.sha256(toBytes());
  }
}
