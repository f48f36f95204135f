package org.metier.match.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.metier.home.internal.WholeFile;

/// Bytes of models and cards, to and from files.
final class ModelFile {
  static final int MAX_BYTES = 32 << 20;

  /// What to do about a file that cannot be used.
  static final String REMEDY = "restore it, train the model again, or remove the file to use the"
      + " default model";

  private ModelFile() {}

  static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return text(file, in);
    } catch (NoSuchFileException e) {
      throw new ModelFileException(file, "there is no such file",
          "name a model file such as ranker.json", e);
    } catch (IOException e) {
      throw new ModelFileException(file, "cannot be read (" + e.getClass().getSimpleName() + ")",
          "give this user the right to read it", e);
    }
  }

  /// A file that ships with Metier, beside this class.
  static String ofMetier(String name) {
    Path file = Path.of("metier-core.jar", name);
    try (InputStream in = ModelFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("metier-core was built without " + name);
      }
      return text(file, in);
    } catch (IOException e) {
      throw new ModelFileException(file, "cannot be read", "install Metier again", e);
    }
  }

  private static String text(Path file, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new ModelFileException(file, "is larger than " + MAX_BYTES + " bytes", REMEDY);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ModelFileException(file, "is not UTF-8 text", REMEDY, e);
    }
  }

  /// Replaces a file as a whole: a reader sees the old bytes or the new ones, never a part.
  static void write(Path file, byte[] bytes) {
    try {
      WholeFile.replace(file, bytes);
    } catch (IOException e) {
      throw new ModelFileException(file, "cannot be written (" + e.getClass().getSimpleName() + ")",
          "give this user the right to write to its folder", e);
    }
  }
}
