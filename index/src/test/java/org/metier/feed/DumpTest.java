package org.metier.feed;
import org.junit.jupiter.api.Test;
class DumpTest {
  @Test void dump() {
    for (String p : System.getenv("DUMP").split(",")) {
      System.out.println("=== " + p);
      try {
      Read r = Fixtures.read(p);
      System.out.println(r.end());
      r.drafts().forEach(d -> System.out.println("D " + d));
      r.rejections().forEach(d -> System.out.println("R " + d));
      r.remarks().forEach(d -> System.out.println("? " + d));
      r.withdrawn().forEach(d -> System.out.println("W " + d));
      System.out.println("F " + Fixtures.filled(r.drafts()));
      } catch (FeedException e) { System.out.println("X " + e); e.printStackTrace(System.out); }
    }
  }
}
