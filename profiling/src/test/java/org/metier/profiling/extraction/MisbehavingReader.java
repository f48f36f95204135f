package org.metier.profiling.extraction;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.metier.profiling.extraction.Extraction.Extracted;

/// A child process that does what a hostile file might make a parser do.
@SuppressWarnings("NullAway") // it does not read array annotations back from class files
final class MisbehavingReader {
  private MisbehavingReader() {}

  public static void main(String[] args) throws Exception {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(System.out);
    while (true) {
      String order = new String(Messages.readFile(in), StandardCharsets.UTF_8);
      switch (order) {
        case "hang" -> Thread.sleep(600_000);
        case "die" -> System.exit(1);
        case "eat memory" -> {
          List<byte[]> eaten = new ArrayList<>();
          while (true) {
            eaten.add(new byte[1_000_000 + eaten.size()]);
          }
        }
        case "ask for a host" -> Messages.write(out, Messages.encode(
            new Extracted(host(), 1, List.of(), List.of(), List.of())));
        case "leave a file" -> {
          Path file = Files.createTempFile("left", "behind");
          Messages.write(out, Messages.encode(
              new Extracted(file.toString(), 1, List.of(), List.of(), List.of())));
        }
        case "lie" -> out.writeInt(Integer.MAX_VALUE);
        default -> Messages.write(out, Messages.encode(
            new Extracted(order + " by " + ProcessHandle.current().pid(), 1, List.of(), List.of(),
                List.of())));
      }
      out.flush();
    }
  }

  private static String host() {
    try {
      return "found " + InetAddress.getAllByName("partner.example").length;
    } catch (UnknownHostException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
