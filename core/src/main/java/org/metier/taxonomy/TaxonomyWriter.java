package org.metier.taxonomy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.metier.text.Language;

/// Compiles drafts to the bytes of a taxonomy file: equal drafts give equal bytes.
final class TaxonomyWriter {
  private final List<Draft> drafts;
  private final Map<String, Integer> number = new HashMap<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private int relations;
  private int droppedRelations;

  /// @param drafts each URI once, in any order; those whose kind is unknown are left out
  TaxonomyWriter(Collection<Draft> drafts) {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Keyed(byte[] key, Draft draft) {}
    this.drafts = drafts.stream()
        .filter(d -> d.kind != null)
        .map(d -> new Keyed(d.uri.getBytes(StandardCharsets.UTF_8), d))
        .sorted((a, b) -> Arrays.compareUnsigned(a.key, b.key))
        .map(Keyed::draft)
        .toList();
    for (Draft draft : this.drafts) {
      number.put(draft.uri, number.size());
    }
    droppedRelations = drafts.stream()
        .filter(d -> d.kind == null)
        .mapToInt(d -> d.broader.size() + d.essential.size() + d.optional.size())
        .sum();
  }

  /// The whole file, header included.
  byte[] compile() {
    try {
      body();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory cannot be written", e);
    }
    byte[] body = bytes.toByteArray();
    CRC32C crc = new CRC32C();
    crc.update(body, 0, body.length);
    return ByteBuffer.allocate(TaxonomyFormat.HEADER_BYTES + body.length)
        .putLong(TaxonomyFormat.MAGIC)
        .putInt(TaxonomyFormat.VERSION)
        .putInt((int) crc.getValue())
        .putInt(body.length)
        .put(sha256(body), 0, TaxonomyFormat.ID_BYTES)
        .put(body)
        .array();
  }

  /// Relations that [#compile] wrote.
  int relations() {
    return relations;
  }

  /// Relations left out by [#compile], because one of their ends is no concept.
  int droppedRelations() {
    return droppedRelations;
  }

  private void body() throws IOException {
    out.writeInt(drafts.size());
    for (Draft d : drafts) {
      out.writeByte(TaxonomyFormat.flags(Objects.requireNonNull(d.kind), d.reuse, d.knowledge,
          d.regulated));
    }
    texts(drafts.stream().map(d -> d.uri).toList());
    texts(drafts.stream().map(d -> d.code).toList());
    relation(d -> d.broader);
    relation(d -> d.essential);
    relation(d -> d.optional.stream().filter(s -> !d.essential.contains(s)).toList());
    List<Language> languages = Arrays.stream(Language.values())
        .filter(l -> drafts.stream().anyMatch(d -> !d.labels.getOrDefault(l, List.of()).isEmpty()))
        .sorted((a, b) -> a.code().compareTo(b.code()))
        .toList();
    out.writeInt(languages.size());
    for (Language language : languages) {
      labels(language);
    }
  }

  private void labels(Language language) throws IOException {
    out.write(language.code().getBytes(StandardCharsets.US_ASCII));
    List<String> labels = new ArrayList<>();
    out.writeInt(0);
    for (Draft d : drafts) {
      labels.addAll(d.labels.getOrDefault(language, List.of()));
      out.writeInt(labels.size());
    }
    texts(labels);
  }

  private void texts(List<String> texts) throws IOException {
    ByteArrayOutputStream pool = new ByteArrayOutputStream();
    out.writeInt(0);
    for (String text : texts) {
      pool.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      out.writeInt(pool.size());
    }
    pool.writeTo(out);
  }

  private void relation(Function<Draft, Collection<String>> targets) throws IOException {
    List<int[]> rows = new ArrayList<>();
    int end = 0;
    out.writeInt(0);
    for (Draft d : drafts) {
      int[] row = targets.apply(d)
          .stream()
          .mapToInt(uri -> number.getOrDefault(uri, -1))
          .toArray();
      int[] known = Arrays.stream(row).filter(c -> c >= 0).sorted().toArray();
      droppedRelations += row.length - known.length;
      rows.add(known);
      end += known.length;
      relations += known.length;
      out.writeInt(end);
    }
    for (int[] row : rows) {
      for (int target : row) {
        out.writeInt(target);
      }
    }
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
