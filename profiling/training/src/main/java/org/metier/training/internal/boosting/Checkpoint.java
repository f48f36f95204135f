package org.metier.training.internal.boosting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.metier.json.Json;
import org.metier.rank.Tree;
import org.metier.rank.TreeNodes;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.TrainingDataException;
import org.metier.training.internal.Sha256;

/// The trees of a training that may be interrupted: a first line with the settings and the hash of what is trained on,
/// then one line of JSON for each tree. A last line without its end, from an interruption while it was written,
/// is cut off. Not thread-safe; one training at a time.
final class Checkpoint implements LambdaMart.GrownSoFar, AutoCloseable {
  /// The first line.
  ///
  /// @param schema of this format
  /// @param dataSha256 see [Checkpoint#sha256]
  record Head(int schema, ForestSettings settings, String dataSha256) {
    static Head of(RankedLists training, RankedLists validation, ForestSettings settings) {
      return new Head(SCHEMA, settings, sha256(training, validation));
    }
  }

  private static final int SCHEMA = 2;

  private final FileChannel channel;
  private final List<GrownTree> trees;

  private Checkpoint(FileChannel channel, List<GrownTree> trees) {
    this.channel = channel;
    this.trees = trees;
  }

  /// @throws TrainingDataException if the file is of other settings or data, and names the first difference, or is
  ///     no checkpoint
  static Checkpoint open(Path file, Head of) throws IOException {
    String head = Json.write(of) + "\n";
    String text = Files.exists(file) ? Files.readString(file) : "";
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    List<GrownTree> trees = new ArrayList<>();
    List<String> lines = whole.lines().toList();
    if (!lines.isEmpty()) {
      requireSame(file, lines.getFirst(), of);
      for (int i = 1; i < lines.size(); i++) {
        trees.add(tree(file, i + 1, lines.get(i)));
      }
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
    channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    channel.position(channel.size());
    Checkpoint checkpoint = new Checkpoint(channel, trees);
    if (lines.isEmpty()) {
      checkpoint.write(head);
    }
    return checkpoint;
  }

  private static void requireSame(Path file, String line, Head of) {
    Head head;
    try {
      head = Json.read(line, Head.class);
    } catch (IllegalArgumentException e) {
      throw new TrainingDataException(file + ":1: not a checkpoint of a training", e);
    }
    if (head.schema() != SCHEMA) {
      throw new TrainingDataException(
          file + ":1: schema " + head.schema() + ", expected " + SCHEMA);
    }
    for (RecordComponent setting : ForestSettings.class.getRecordComponents()) {
      requireSame(file, setting.getName(), value(setting, head.settings()),
          value(setting, of.settings()));
    }
    requireSame(file, "hash of judgments and features", head.dataSha256(), of.dataSha256());
  }

  private static Object value(RecordComponent setting, ForestSettings settings) {
    try {
      return setting.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record's accessor can be called", e);
    }
  }

  private static void requireSame(Path file, String what, Object before, Object now) {
    if (!before.equals(now)) {
      throw new TrainingDataException(file + ":1: the checkpoint is of another training: " + what
          + " " + before + ", but this one's is " + now
          + "; go on with the same data and settings, or delete the file to start anew");
    }
  }

  private static GrownTree tree(Path file, int number, String line) {
    try {
      return GrownTree.of(Json.read(line, TreeNodes.class).tree());
    } catch (IllegalArgumentException e) {
      throw new TrainingDataException(file + ":" + number + ": not a tree: " + e.getMessage(), e);
    }
  }

  @Override
  public List<GrownTree> trees() {
    return trees;
  }

  @Override
  public void add(GrownTree tree) {
    Tree checked = tree.toTree();
    write(TreeNodes.format(checked).strip() + "\n");
  }

  private void write(String line) {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// Of features, grades, lists and weights.
  private static String sha256(RankedLists training, RankedLists validation) {
    MessageDigest digest = Sha256.digest();
    for (RankedLists lists : List.of(training, validation)) {
      ByteBuffer buffer = ByteBuffer.allocate(8 * (lists.features() + 2));
      for (int row = 0; row < lists.size(); row++) {
        buffer.clear();
        for (int feature = 0; feature < lists.features(); feature++) {
          buffer.putDouble(lists.columns().value(row, feature));
        }
        buffer.putDouble(lists.rowWeight(row)).putLong(lists.grades()[row]);
        digest.update(buffer.flip());
      }
      for (int person = 0; person < lists.people(); person++) {
        digest.update(ByteBuffer.allocate(16)
            .putLong(lists.starts()[person + 1])
            .putDouble(lists.listWeight(person))
            .flip());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
