package org.metier.profiling.extraction;

import java.nio.charset.StandardCharsets;

/// Tells apart what comes in the container of Office before 2007 (MS-CFB): its own documents, and those of
/// later versions under a password. Streams are looked for by their names; none is read.
final class OldOffice {
  private OldOffice() {}

  static Refusal refusal(byte[] file) {
    String all = new String(file, StandardCharsets.ISO_8859_1);
    if (all.contains(utf16("EncryptedPackage"))) {
      return Refusal.PASSWORD;
    }
    return all.contains(utf16("WordDocument")) ? Refusal.OLD_WORD : Refusal.UNSUPPORTED;
  }

  private static String utf16(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }
}
