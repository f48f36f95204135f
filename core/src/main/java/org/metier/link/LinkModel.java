package org.metier.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.metier.home.Home;
import org.metier.home.internal.WholeFile;

/// What orders the candidates of a text, and says how sure the answer is. Read from and written to a UTF-8
/// JSON file of one object:
///
/// | property | content |
/// |---|---|
/// | `formatVersion` | 1 |
/// | `kind` | `"titles"` or `"skills"` |
/// | `features` | names of all [LinkFeature]s or [SkillFeature]s in their order |
/// | `withEncoder`, `withoutEncoder` | a ranker for each case: `confidence`, a [LinkConfidence], and `offset` and `trees` as in the file of the vacancies' ranker, see [org.metier.rank.TreeNodes] |
///
/// At most 8 MB, and by ranker 2,000 trees and 200,000 nodes. What it was trained on and how good it is stands in the card
/// beside it. Immutable and thread-safe.
///
/// @param task what it is for
/// @param withEncoder for taxonomies with an encoder
/// @param withoutEncoder for those without
public record LinkModel(LinkTask task, LinkRanker withEncoder, LinkRanker withoutEncoder) {
  /// Read once, when first asked for.
  private static final class Standard {
    static final LinkModel TITLES = readStandard(LinkTask.TITLES);
  }

  /// Read once, when first asked for.
  private static final class StandardSkills {
    static final LinkModel SKILLS = readStandard(LinkTask.SKILLS);
  }

  public LinkModel {
    for (LinkRanker ranker : List.of(withEncoder, withoutEncoder)) {
      if (ranker.forest().featureCount() != task.features().size()) {
        throw new IllegalArgumentException("the forest must have " + task.features().size()
            + " features, had " + ranker.forest().featureCount());
      }
    }
  }

  /// The model that ships with Metier.
  public static LinkModel standard(LinkTask task) {
    return switch (task) {
      case TITLES -> Standard.TITLES;
      case SKILLS -> StandardSkills.SKILLS;
    };
  }

  private static LinkModel readStandard(LinkTask task) {
    String name = task.kind() + ".json";
    try (InputStream in = LinkModel.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("metier-core was built without " + name);
      }
      return LinkModelFile.parse("metier-core.jar/" + name, in.readAllBytes(), task);
    } catch (IOException e) {
      throw new LinkModelException("metier-core.jar/" + name
          + " cannot be read; install Metier again", e);
    }
  }

  /// The model in service in a home, or the one that ships with Metier where none was installed.
  ///
  /// @throws LinkModelException if the home's model cannot be used
  public static LinkModel of(Home home, LinkTask task) {
    return home.model(task.part()).inService(file -> read(file, task), () -> standard(task));
  }

  /// @param task what the file must be for
  /// @throws LinkModelException if the file cannot be read, is no such model, or was trained on other
  ///     features than this release computes
  public static LinkModel read(Path file, LinkTask task) {
    try {
      if (Files.size(file) > LinkModelFile.MAX_BYTES) {
        throw new LinkModelException(file + " is larger than " + LinkModelFile.MAX_BYTES
            + " bytes; name a file that ./metier train " + task.kind() + " wrote");
      }
      return LinkModelFile.parse(file.toString(), Files.readAllBytes(file), task);
    } catch (NoSuchFileException e) {
      throw new LinkModelException(
          file + " does not exist; name a file such as " + task.kind() + ".json", e);
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
    return WholeFile.sha256(toBytes());
  }
}
