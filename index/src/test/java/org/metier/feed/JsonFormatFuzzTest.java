package org.metier.feed;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever the bytes, only a [FeedException] or an `IOException` leaves a reader. Without `JAZZER_FUZZ=1`
/// each reads its seeds, the fixtures and what was found before, and no more; with it each goes on for a minute.
class JsonFormatFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void metier(byte[] bytes) {
    FuzzedFeed.read("metier", bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void francetravail(byte[] bytes) {
    FuzzedFeed.read("francetravail", bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void jobtech(byte[] bytes) {
    FuzzedFeed.read("jobtech", bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void nav(byte[] bytes) {
    FuzzedFeed.read("nav", bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void euresPortal(byte[] bytes) {
    FuzzedFeed.read("eures-portal", bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void greenhouse(byte[] bytes) {
    FuzzedFeed.read("greenhouse", bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void lever(byte[] bytes) {
    FuzzedFeed.read("lever", bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void smartrecruiters(byte[] bytes) {
    FuzzedFeed.read("smartrecruiters", bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void schemaorg(byte[] bytes) {
    FuzzedFeed.read("schemaorg", bytes);
  }
}
