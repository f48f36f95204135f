package org.metier.profiling.extraction;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;

/// The protocol between parent and child: each message is a length of four bytes and so many bytes. The
/// parent sends files; the child answers each with one extraction. The parent trusts no length.
final class Messages {
  static final int MAX_FILE_BYTES = 10_000_000;
  /// Text and hidden text of four bytes a character, and the attached documents.
  private static final int MAX_ANSWER_BYTES = 12 * TextExtractor.MAX_CHARACTERS + MAX_FILE_BYTES;
  private static final int MAX_ITEMS = 10_000;
  private static final int REFUSED = 0;
  private static final int EXTRACTED = 1;

  private Messages() {}

  static void write(DataOutputStream out, byte[] message) throws IOException {
    out.writeInt(message.length);
    out.write(message);
    out.flush();
  }

  static byte[] readFile(DataInputStream in) throws IOException {
    return read(in, MAX_FILE_BYTES);
  }

  static Extraction readAnswer(DataInputStream in) throws IOException {
    return decode(read(in, MAX_ANSWER_BYTES));
  }

  private static byte[] read(DataInputStream in, int max) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > max) {
      throw new IOException("a message of " + length + " bytes; at most " + max + " are allowed");
    }
    byte[] message = new byte[length];
    in.readFully(message);
    return message;
  }

  static byte[] encode(Extraction extraction) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    switch (extraction) {
      case Refused(Refusal reason) -> {
        out.writeByte(REFUSED);
        out.writeByte(reason.ordinal());
      }
      case Extracted extracted -> {
        out.writeByte(EXTRACTED);
        writeText(out, extracted.text());
        out.writeInt(extracted.pages());
        writeTexts(out, extracted.hidden());
        writeTexts(out, extracted.notes());
        List<byte[]> attached = extracted.attached();
        out.writeInt(attached.size());
        for (byte[] document : attached) {
          write(out, document);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static Extraction decode(byte[] answer) throws IOException {
    DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(answer));
    return switch (in.readByte()) {
      case REFUSED -> decodeRefused(in);
      case EXTRACTED -> decodeExtracted(in);
      default -> throw new IOException("an answer of an unknown kind");
    };
  }

  private static Refused decodeRefused(DataInputStream in) throws IOException {
    int reason = in.readByte();
    if (reason < 0 || reason >= Refusal.values().length) {
      throw new IOException("an unknown refusal: " + reason);
    }
    return new Refused(Refusal.values()[reason]);
  }

  private static Extracted decodeExtracted(DataInputStream in) throws IOException {
    String text = readText(in);
    int pages = in.readInt();
    List<String> hidden = readTexts(in);
    List<String> notes = readTexts(in);
    int count = in.readInt();
    if (count < 0 || count > Extracted.MAX_ATTACHED) {
      throw new IOException("an answer with " + count + " attached documents");
    }
    List<byte[]> attached = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      attached.add(read(in, MAX_ANSWER_BYTES));
    }
    return new Extracted(text, pages, hidden, attached, notes);
  }

  private static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      writeText(out, text);
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    write(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MAX_ITEMS) {
      throw new IOException("a list of " + count + " texts; at most " + MAX_ITEMS + " are allowed");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(readText(in));
    }
    return texts;
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(read(in, 4 * TextExtractor.MAX_CHARACTERS), StandardCharsets.UTF_8);
  }
}
