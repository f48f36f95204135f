package org.metier.coding.learned;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.metier.home.internal.WholeFile;
import org.metier.text.Language;

/*
 * The file, numbers in big-endian order:
 *
 *   8 bytes   METIERCO
 *   int       version of the layout, 1
 *   int n     bytes of the feature schema, then n bytes UTF-8
 *   int n     bytes of the languages, then n bytes such as pl,en
 *   3 floats  temperature, offset and slope of Scale
 *   int k     unit groups, then k times 4 bytes ASCII digits, ascending
 *   int f     features, then
 *               f longs   hashes, ascending
 *               f floats  weights, above 0
 *               f bytes   kinds, ordinals of Block
 *               f floats  worth of one step, not negative
 *               f shorts  how many entries
 *   int e     entries, then
 *               e shorts  unit groups, by place
 *               e bytes   steps
 *   32 bytes  SHA-256 of all before
 */
/// Bytes of [OccupationModel]s. Reading is strict: a wrong hash, a number out of range, a missing byte and
/// one too many are refused before anything is used.
final class OccupationModelFile {
  private static final byte[] MAGIC = "METIERCO".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int HASH_BYTES = 32;
  private static final long MAX_BYTES = 256L << 20;
  private static final int MAX_FEATURES = 4_000_000;
  private static final int MAX_GROUPS = 10_000;
  private static final String REMEDY = "restore it, train the coder again, or remove the file to code"
      + " by the taxonomy's labels";

  private OccupationModelFile() {}

  /// All but the hash at its end.
  static byte[] body(OccupationModel model) {
    SparseWeights weights = model.weights();
    Vocabulary vocabulary = model.vocabulary();
    byte[] schema = AdFeatures.SCHEMA.getBytes(StandardCharsets.UTF_8);
    byte[] languages = model.languages()
        .stream()
        .map(Language::code)
        .collect(Collectors.joining(","))
        .getBytes(StandardCharsets.US_ASCII);
    int features = vocabulary.size();
    ByteBuffer out = ByteBuffer.allocate(MAGIC.length + 9 * Integer.BYTES + schema.length
        + languages.length + 4 * model.unitGroups().size() + features * (8 + 4 + 1 + 4 + 2)
        + weights.entries() * 3);
    out.put(MAGIC).putInt(VERSION).putInt(schema.length).put(schema);
    out.putInt(languages.length).put(languages);
    out.putFloat((float) model.scale().temperature());
    out.putFloat((float) model.scale().offset()).putFloat((float) model.scale().slope());
    out.putInt(model.unitGroups().size());
    model.unitGroups().forEach(group -> out.put(group.getBytes(StandardCharsets.US_ASCII)));
    out.putInt(features);
    for (int f = 0; f < features; f++) {
      out.putLong(vocabulary.hash(f));
    }
    for (int f = 0; f < features; f++) {
      out.putFloat(vocabulary.weight(f));
    }
    for (int f = 0; f < features; f++) {
      out.put(vocabulary.block(f));
    }
    for (int f = 0; f < features; f++) {
      out.putFloat(weights.scale()[f]);
    }
    for (int f = 0; f < features; f++) {
      out.putShort((short) (weights.start()[f + 1] - weights.start()[f]));
    }
    out.putInt(weights.entries());
    for (short group : weights.classes()) {
      out.putShort(group);
    }
    out.put(weights.steps());
    return Arrays.copyOf(out.array(), out.position());
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes, bytes.length));
  }

  private static byte[] digest(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// A body with its hash.
  static byte[] sealed(byte[] body) {
    byte[] whole = Arrays.copyOf(body, body.length + HASH_BYTES);
    System.arraycopy(digest(body, body.length), 0, whole, body.length, HASH_BYTES);
    return whole;
  }

  static void write(OccupationModel model, Path file) {
    try {
      WholeFile.replace(file, model.toBytes());
    } catch (IOException e) {
      throw new OccupationModelException(file,
          "cannot be written (" + e.getClass().getSimpleName() + ")",
          "give this user the right to write to its folder", e);
    }
  }

  static OccupationModel read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new OccupationModelException(file, "is larger than " + MAX_BYTES + " bytes", REMEDY);
      }
      return parse(file, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new OccupationModelException(file, "there is no such file",
          "name a file that ./metier train coder wrote", e);
    } catch (IOException e) {
      throw new OccupationModelException(file,
          "cannot be read (" + e.getClass().getSimpleName() + ")",
          "give this user the right to read it", e);
    }
  }

  /// @param file for messages
  static OccupationModel parse(Path file, byte[] bytes) {
    int length = Math.max(0, bytes.length - HASH_BYTES);
    if (length < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
      throw new OccupationModelException(file, "is no occupation coder",
          "name a file that ./metier train coder wrote");
    }
    if (!Arrays.equals(digest(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length))) {
      throw new OccupationModelException(file, "is damaged: its hash is not that of its content",
          REMEDY);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, MAGIC.length, length - MAGIC.length);
    try {
      return new Reading(file, in).model();
    } catch (BufferUnderflowException e) {
      throw new OccupationModelException(file, "ends early", REMEDY, e);
    }
  }

  /// One reading of one file.
  private static final class Reading {
    private final Path file;
    private final ByteBuffer in;

    Reading(Path file, ByteBuffer in) {
      this.file = file;
      this.in = in;
    }

    OccupationModel model() {
      int version = in.getInt();
      require(version == VERSION, "has layout " + version + ", but this release reads " + VERSION);
      String found = text("schema bytes");
      require(found.equals(AdFeatures.SCHEMA), "was trained on the features \"" + found
          + "\", but this release computes \"" + AdFeatures.SCHEMA + "\"");
      Set<Language> languages = languages(text("language bytes"));
      Scale scale = scale();
      List<String> groups = groups();
      Vocabulary vocabulary = vocabulary();
      SparseWeights weights = weights(vocabulary.size(), groups.size());
      require(!in.hasRemaining(), "has " + in.remaining() + " bytes too many");
      return new OccupationModel(languages, groups, vocabulary, weights, scale);
    }

    private String text(String what) {
      byte[] bytes = new byte[count(what, 1_000, 1)];
      in.get(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private Set<Language> languages(String codes) {
      Set<Language> languages = EnumSet.noneOf(Language.class);
      for (String code : codes.isEmpty() ? new String[0] : codes.split(",", -1)) {
        Optional<Language> language = Language.of(code);
        require(language.isPresent(), "is of a language that this release does not read");
        languages.add(language.orElseThrow());
      }
      return languages;
    }

    private Scale scale() {
      try {
        return new Scale(in.getFloat(), in.getFloat(), in.getFloat());
      } catch (IllegalArgumentException e) {
        throw new OccupationModelException(file, String.valueOf(e.getMessage()), REMEDY, e);
      }
    }

    private List<String> groups() {
      List<String> groups = new ArrayList<>();
      byte[] code = new byte[4];
      for (int i = count("unit groups", MAX_GROUPS, 4); i > 0; i--) {
        in.get(code);
        String group = new String(code, StandardCharsets.US_ASCII);
        require(group.matches("\\d{4}")
            && (groups.isEmpty() || groups.getLast().compareTo(group) < 0),
            "its unit groups are not 4 digits each, ascending");
        groups.add(group);
      }
      require(!groups.isEmpty(), "has no unit groups");
      return groups;
    }

    private Vocabulary vocabulary() {
      int features = count("features", MAX_FEATURES, 19);
      long[] hashes = new long[features];
      float[] own = new float[features];
      byte[] blocks = new byte[features];
      for (int f = 0; f < features; f++) {
        hashes[f] = in.getLong();
        require(f == 0 || hashes[f - 1] < hashes[f], "its features are not in order");
      }
      for (int f = 0; f < features; f++) {
        own[f] = in.getFloat();
        require(own[f] > 0 && own[f] < 1_000, "a feature's weight is out of range");
      }
      in.get(blocks);
      for (byte block : blocks) {
        require(block >= 0 && block < Block.values().length, "a feature is of no known kind");
      }
      return new Vocabulary(hashes, own, blocks);
    }

    private SparseWeights weights(int features, int groups) {
      float[] scale = new float[features];
      for (int f = 0; f < features; f++) {
        scale[f] = in.getFloat();
        require(scale[f] >= 0 && scale[f] < 1e6, "a weight is out of range");
      }
      int[] start = new int[features + 1];
      for (int f = 0; f < features; f++) {
        int entries = in.getShort();
        require(entries >= 0 && entries <= groups, "a feature has " + entries + " entries");
        start[f + 1] = start[f] + entries;
      }
      int entries = count("entries", Integer.MAX_VALUE, 3);
      require(entries == start[features], "has " + entries + " entries, but its features have "
          + start[features]);
      short[] classes = new short[entries];
      for (int e = 0; e < entries; e++) {
        classes[e] = in.getShort();
        require(classes[e] >= 0 && classes[e] < groups, "an entry is of no unit group");
      }
      byte[] steps = new byte[entries];
      in.get(steps);
      return new SparseWeights(start, classes, steps, scale);
    }

    /// A count, checked against the bytes that are left before anything is allocated.
    private int count(String what, int most, int bytesEach) {
      int count = in.getInt();
      require(count >= 0 && count <= most && (long) count * bytesEach <= in.remaining(),
          "claims " + count + " " + what);
      return count;
    }

    private void require(boolean holds, String problem) {
      if (!holds) {
        throw new OccupationModelException(file, problem, REMEDY);
      }
    }
  }
}
