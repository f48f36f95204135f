package org.metier.profiling.extraction;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever the bytes, a reader ends within its limits or throws an `IOException`. `mvn verify` runs the kept
/// inputs alone; `JAZZER_FUZZ=1` with `-Dtest=ReaderFuzzTest#rtf` looks for more.
class ReaderFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void docx(byte[] bytes) {
    FuzzedReader.DOCX.check(bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void odt(byte[] bytes) {
    FuzzedReader.ODT.check(bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void rtf(byte[] bytes) {
    FuzzedReader.RTF.check(bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void html(byte[] bytes) {
    FuzzedReader.HTML.check(bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void zip(byte[] bytes) {
    FuzzedReader.ZIP.check(bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void pdf(byte[] bytes) {
    FuzzedReader.PDF.check(bytes);
  }
}
