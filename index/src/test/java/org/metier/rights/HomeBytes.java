package org.metier.rights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.metier.home.internal.WholeFile;

/// Looks for a text in every byte of every file of a folder: as UTF-8, Latin-1 and UTF-16 of both orders, in Base64 at each of
/// its three shifts, as hexadecimal digits, and as its SHA-256; and in all that Lucene packs: stored fields of live and
/// deleted documents, and terms.
final class HomeBytes {
  private HomeBytes() {}

  /// Where a text stands.
  static Set<String> places(Path folder, String text) throws IOException {
    Set<String> places = new TreeSet<>();
    List<byte[]> forms = forms(text);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        if (Files.isRegularFile(path)) {
          byte[] bytes = lower(Files.readAllBytes(path));
          for (int form = 0; form < forms.size(); form++) {
            if (contains(bytes, forms.get(form))) {
              places.add(folder.relativize(path) + " form " + form);
            }
          }
        } else {
          inIndex(places, forms, path);
        }
      }
    }
    return places;
  }

  private static List<byte[]> forms(String text) {
    List<byte[]> forms = new ArrayList<>();
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1,
        StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      forms.add(lower(text.getBytes(charset)));
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[shift + utf8.length];
      System.arraycopy(utf8, 0, shifted, shift, utf8.length);
      String base64 = Base64.getEncoder().encodeToString(shifted);
      int from = shift == 0 ? 0 : 4;
      int to = base64.length() - 4;
      forms.add(lower(base64.substring(from, to).getBytes(StandardCharsets.US_ASCII)));
    }
    forms.add(HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
    forms.add(WholeFile.sha256(utf8).substring(0, 32).getBytes(StandardCharsets.US_ASCII));
    forms.add(lower(HexFormat.of().parseHex(WholeFile.sha256(utf8))));
    return forms;
  }

  private static byte[] lower(byte[] bytes) {
    byte[] lower = bytes.clone();
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] >= 'A' && lower[i] <= 'Z') {
        lower[i] = (byte) (lower[i] + 32);
      }
    }
    return lower;
  }

  private static boolean contains(byte[] bytes, byte[] what) {
    for (int from = 0; from <= bytes.length - what.length; from++) {
      int i = 0;
      while (i < what.length && bytes[from + i] == what[i]) {
        i++;
      }
      if (i == what.length) {
        return true;
      }
    }
    return false;
  }

  private static void inIndex(Set<String> places, List<byte[]> forms, Path folder)
      throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return;
      }
      ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
            Document document = leaf.reader().storedFields().document(doc);
            document.forEach(field -> unpacked.writeBytes(String.valueOf(field.stringValue())
                .toLowerCase(Locale.ROOT)
                .getBytes(StandardCharsets.UTF_8)));
          }
          for (FieldInfo field : FieldInfos.getMergedFieldInfos(leaf.reader())) {
            terms(unpacked, leaf, field.name);
          }
        }
      }
      for (int form = 0; form < forms.size(); form++) {
        if (contains(unpacked.toByteArray(), forms.get(form))) {
          places.add(folder.getFileName() + " unpacked, form " + form);
        }
      }
    }
  }

  private static void terms(ByteArrayOutputStream unpacked, LeafReaderContext leaf, String field)
      throws IOException {
    if (leaf.reader().terms(field) != null) {
      TermsEnum terms = leaf.reader().terms(field).iterator();
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        unpacked.write(term.bytes, term.offset, term.length);
        unpacked.write(0);
      }
    }
  }
}
