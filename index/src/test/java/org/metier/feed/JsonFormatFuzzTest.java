package org.metier.feed;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever the bytes, only a [FeedException] or an `IOException` leaves a reader. Without `JAZZER_FUZZ=1`
/// each reads its seeds, the fixtures and what was found before, and no more.
class JsonFormatFuzzTest {
  @FuzzTest
  void metier(byte[] bytes) {
    FuzzedFeed.read("metier", bytes);
  }

  @FuzzTest
  void francetravail(byte[] bytes) {
    FuzzedFeed.read("francetravail", bytes);
  }

  @FuzzTest
  void jobtech(byte[] bytes) {
    FuzzedFeed.read("jobtech", bytes);
  }

  @FuzzTest
  void nav(byte[] bytes) {
    FuzzedFeed.read("nav", bytes);
  }

  @FuzzTest
  void euresPortal(byte[] bytes) {
    FuzzedFeed.read("eures-portal", bytes);
  }

  @FuzzTest
  void greenhouse(byte[] bytes) {
    FuzzedFeed.read("greenhouse", bytes);
  }

  @FuzzTest
  void lever(byte[] bytes) {
    FuzzedFeed.read("lever", bytes);
  }

  @FuzzTest
  void smartrecruiters(byte[] bytes) {
    FuzzedFeed.read("smartrecruiters", bytes);
  }

  @FuzzTest
  void schemaorg(byte[] bytes) {
    FuzzedFeed.read("schemaorg", bytes);
  }
}
