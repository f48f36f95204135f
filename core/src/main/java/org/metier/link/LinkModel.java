package org.metier.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.metier.home.internal.WholeFile;

/// What orders the candidates of a title, and says how sure the answer is. Read from and written to a UTF-8
/// JSON file of one object:
///
/// | property | content |
/// |---|---|
/// | `formatVersion` | 1 |
/// | `kind` | `"titles"` |
/// | `features` | names of all [LinkFeature]s in their order |
/// | `withEncoder`, `withoutEncoder` | a ranker for each case: `confidence`, a [LinkConfidence], and `offset` and `trees` as in the file of the vacancies' ranker, see [org.metier.rank.TreeNodes] |
///
/// At most 8 MB, and by ranker 2,000 trees and 200,000 nodes. What it was trained on and how good it is stands in the card
/// beside it. Immutable and thread-safe.
///
/// @param withEncoder for taxonomies with an encoder
/// @param withoutEncoder for those without
public record LinkModel(LinkRanker withEncoder, LinkRanker withoutEncoder) {
  private static final String STANDARD = "titles.json";

  /// Read once, when first asked for.
  private static final class Standard {
    static final LinkModel MODEL = readStandard();
  }

  /// The model that ships with Metier.
  public static LinkModel standard() {
    return Standard.MODEL;
  }

  private static LinkModel readStandard() {
    try (InputStream in = LinkModel.class.getResourceAsStream(STANDARD)) {
      if (in == null) {
        throw new IllegalStateException("metier-core was built without " + STANDARD);
      }
      return LinkModelFile.parse("metier-core.jar/" + STANDARD, in.readAllBytes());
    } catch (IOException e) {
      throw new LinkModelException("metier-core.jar/" + STANDARD
          + " cannot be read; install Metier again", e);
    }
  }

  /// @throws LinkModelException if the file cannot be read, is no model, or was trained on other features
  ///     than this release computes
  public static LinkModel read(Path file) {
    try {
      if (Files.size(file) > LinkModelFile.MAX_BYTES) {
        throw new LinkModelException(file + " is larger than " + LinkModelFile.MAX_BYTES
            + " bytes; name a file that ./metier train titles wrote");
      }
      return LinkModelFile.parse(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new LinkModelException(file + " does not exist; name a file such as titles.json", e);
    } catch (IOException e) {
      throw new LinkModelException(file + " cannot be read (" + e.getClass().getSimpleName()
          + "); give this user the right to read it", e);
    }
  }

  /// Replaces the file as a whole; creates its folder when missing.
  ///
  /// @throws LinkModelException if the file cannot be written
  public void write(Path file) {
    try {
      WholeFile.replace(file, toBytes());
    } catch (IOException e) {
      throw new LinkModelException(file + " cannot be written (" + e.getClass().getSimpleName()
          + "); give this user the right to write to its folder", e);
    }
  }

  LinkRanker ranker(boolean hasEncoder) {
    return hasEncoder ? withEncoder : withoutEncoder;
  }

  /// The content of the model file: equal models have equal bytes.
  public byte[] toBytes() {
    return LinkModelFile.format(this).getBytes(StandardCharsets.UTF_8);
  }

  /// The hash of [#toBytes], 64 hexadecimal digits.
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(toBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
