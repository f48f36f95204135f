package org.metier.profiling.extraction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/// Writes PDF files object by object, with nothing that keeps them sane. Object 1 is the catalogue.
final class RawPdf {
  private final List<byte[]> objects = new ArrayList<>();
  private String trailer = "";

  /// The next object.
  RawPdf add(String object) {
    objects.add(object.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  RawPdf stream(String dictionary, byte[] content) {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    object.writeBytes(("<<" + dictionary + "/Length " + content.length + ">>\nstream\n")
        .getBytes(StandardCharsets.ISO_8859_1));
    object.writeBytes(content);
    object.writeBytes("\nendstream".getBytes(StandardCharsets.ISO_8859_1));
    objects.add(object.toByteArray());
    return this;
  }

  RawPdf trailer(String more) {
    trailer = more;
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1));
    StringBuilder places = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      places.append("%010d 00000 n \n".formatted(out.size()));
      out.writeBytes(((i + 1) + " 0 obj\n").getBytes(StandardCharsets.ISO_8859_1));
      out.writeBytes(objects.get(i));
      out.writeBytes("\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    int table = out.size();
    out.writeBytes(("xref\n0 " + (objects.size() + 1) + "\n" + places + "trailer\n<</Root 1 0 R"
        + "/Size " + (objects.size() + 1) + trailer.replace("HERE", String.valueOf(table))
        + ">>\nstartxref\n" + table + "\n%%EOF").getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  /// A file of one page.
  ///
  /// @param page entries of its dictionary
  /// @param content of object 4
  static RawPdf page(String page, byte[] content) {
    return new RawPdf().add("<</Type/Catalog/Pages 2 0 R>>")
        .add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
        .add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R" + page + ">>")
        .stream("", content);
  }

  static byte[] deflated(byte[] content) {
    return deflated(content, 1);
  }

  static byte[] deflatedZeros(int megabytes) {
    return deflated(new byte[1_000_000], megabytes);
  }

  private static byte[] deflated(byte[] content, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      for (int i = 0; i < times; i++) {
        deflater.write(content);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
