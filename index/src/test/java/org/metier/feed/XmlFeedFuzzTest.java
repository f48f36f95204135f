package org.metier.feed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Whatever the bytes, a reader ends or throws one of its own exceptions. `mvn verify` runs the kept inputs
/// alone; `JAZZER_FUZZ=1` with `-Dtest=XmlFeedFuzzTest#indeed` looks for more.
class XmlFeedFuzzTest {
  private static final FeedLimits LIMITS = new FeedLimits(1 << 20, 1 << 16, 1_000, 32, 10, 50);

  @FuzzTest(maxDuration = "1m")
  void indeed(byte[] bytes) throws IOException {
    read(bytes, "indeed");
  }

  @FuzzTest(maxDuration = "1m")
  void trovit(byte[] bytes) throws IOException {
    read(bytes, "trovit");
  }

  @FuzzTest(maxDuration = "1m")
  void jooble(byte[] bytes) throws IOException {
    read(bytes, "jooble");
  }

  @FuzzTest(maxDuration = "1m")
  void careerjet(byte[] bytes) throws IOException {
    read(bytes, "careerjet");
  }

  @FuzzTest(maxDuration = "1m")
  void hrxml2(byte[] bytes) throws IOException {
    read(bytes, "hrxml2");
  }

  @FuzzTest(maxDuration = "1m")
  void eures(byte[] bytes) throws IOException {
    read(bytes, "eures");
  }

  @FuzzTest(maxDuration = "1m")
  void archives(byte[] bytes) throws IOException {
    read(bytes, null);
  }

  private static void read(byte[] bytes, @Nullable String format) throws IOException {
    try {
      FeedReader.read(Read.feed(bytes).format(format).limits(LIMITS).build(), item -> {});
    } catch (FeedException e) {
      // what a feed that cannot be used is for
    }
  }
}
