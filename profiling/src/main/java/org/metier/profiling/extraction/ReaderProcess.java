package org.metier.profiling.extraction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;

/// The main class of the child process: reads files from standard input and answers on standard output,
/// until the input ends.
final class ReaderProcess {
  private ReaderProcess() {}

  /// @param args the folder of this process alone, which is emptied after each file
  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    // A library that prints must break neither the protocol nor the silence.
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    URL.setURLStreamHandlerFactory(ReaderProcess::handler);
    serve(in, out, new TemporaryFolder(Path.of(args[0])));
  }

  /// Answers one file after the other until there is none.
  ///
  /// @param folder of this process alone, which is emptied before each answer
  static void serve(DataInputStream in, DataOutputStream out, TemporaryFolder folder)
      throws IOException {
    while (true) {
      byte[] file;
      try {
        file = Messages.readFile(in);
      } catch (EOFException e) {
        return; // the parent is done
      }
      Extraction extraction = extract(file);
      folder.empty();
      Messages.write(out, Messages.encode(extraction));
    }
  }

  /// Null, for Java's own handler, where its own classes come from; all else is never opened.
  private static @Nullable URLStreamHandler handler(String protocol) {
    return switch (protocol) {
      case "file", "jar", "jrt" -> null;
      default -> new URLStreamHandler() {
        @Override
        protected URLConnection openConnection(URL address) throws IOException {
          throw new IOException("files are read without a network");
        }
      };
    };
  }

  /// What comes of a file, whatever it is.
  static Extraction extract(byte[] file) {
    Extraction extraction;
    try {
      extraction = switch (FileKind.of(file)) {
        case PDF -> PdfFile.read(file);
        case DOCX -> WordFile.read(file);
        case ODT -> OdtFile.read(file);
        case RTF -> RtfFile.read(file);
        case HTML -> HtmlFile.read(file);
        case OLD_WORD -> new Refused(OldOffice.refusal(file));
        case XML, JSON, TEXT, OTHER -> new Refused(Refusal.UNSUPPORTED);
      };
    } catch (TooComplexException e) {
      extraction = new Refused(Refusal.TOO_COMPLEX);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever a parser stumbles over is the file's fault; the error may quote it and is dropped.
      extraction = new Refused(Refusal.DAMAGED);
    }
    return extraction instanceof Extracted extracted && extracted.text().isBlank()
        && extracted.attached().isEmpty() ? new Refused(Refusal.NO_TEXT) : extraction;
  }
}
