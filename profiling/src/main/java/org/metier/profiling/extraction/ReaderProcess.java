package org.metier.profiling.extraction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;

/// The main class of the child process: reads files from standard input and answers on standard output,
/// until the input ends.
final class ReaderProcess {
  private ReaderProcess() {}

  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    // A library that prints must break neither the protocol nor the silence.
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    while (true) {
      byte[] file;
      try {
        file = Messages.readFile(in);
      } catch (EOFException e) {
        return; // the parent is done
      }
      Messages.write(out, Messages.encode(extract(file)));
    }
  }

  private static Extraction extract(byte[] file) {
    Extraction extraction;
    try {
      extraction = switch (FileKind.of(file)) {
        case PDF -> PdfFile.read(file);
        case DOCX -> WordFile.read(file);
        case ODT, RTF -> TikaFile.read(file);
        case OLD_WORD -> new Refused(Refusal.OLD_WORD);
        case XML, JSON, TEXT, OTHER -> new Refused(Refusal.UNSUPPORTED);
      };
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever a parser stumbles over is the file's fault; the error may quote it and is dropped.
      extraction = new Refused(Refusal.DAMAGED);
    }
    return extraction instanceof Extracted extracted && extracted.text().isBlank()
        && extracted.attachedXml() == null ? new Refused(Refusal.NO_TEXT) : extraction;
  }
}
