package org.metier.profiling;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.metier.profile.Competence;
import org.metier.profile.Wishes;
import org.metier.text.Evidence;

/// Whatever a text consists of, it gives a profile whose evidence stands in the blind text, or a refusal; never
/// another exception.
class AnyTextTest {
  private static final Profiler PROFILER = Profiler.builder(SmallTaxonomy.build())
      .clock(Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC))
      .build();

  /// What lines of CVs are made of, and what breaks them.
  private static final List<String> PARTS = List.of("Work experience", "Certificates", "Education",
      "Languages", "Skills", "Cook", "Waiter", "baker", "2015 - 2019", "03/2018", "since 2020",
      "May - August 2016", "2019-21", "to date", "valid until 2027", "issued by",
      "Bachelor of Arts",
      "English B2", "C1 A2 B1 B1 A2", "driving licence B", "welding", "bake bread", "-", "–", "•",
      ",", ";", ":", "(", ")", "|", "\t", ".", "/", "…", "©", "\u00a0", "\u200b", "\ud83d\ude00",
      "1.",
      "0", "available from 1 May 2027", "notice period three months", "40 hours", "2,500 EUR",
      "no experience with", "would like to learn", "Name: Ada Example", "Berlin", "Berufserfahrung",
      "Expérience professionnelle", "Wykształcenie", "Werkervaring", "heute", "obecnie", "heden");

  @AfterAll
  static void close() {
    PROFILER.close();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int lines = 1 + random.nextInt(25);
    for (int line = 0; line < lines; line++) {
      int parts = random.nextInt(6);
      for (int part = 0; part < parts; part++) {
        text.append(PARTS.get(random.nextInt(PARTS.size())))
            .append(random.nextInt(4) == 0 ? "" : " ");
      }
      text.append(random.nextInt(5) == 0 ? "\n\n" : "\n");
    }
    return text.toString();
  }

  @RepeatedTest(500)
  void any_text_is_profiled_or_refused(RepetitionInfo run) throws IOException {
    String text = text(new Random(run.getCurrentRepetition())); // the repetition is the seed
    ProfiledCv cv;
    try {
      cv = PROFILER.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "p1",
          Wishes.NONE);
    } catch (ProfilingException refused) {
      assertTrue(String.valueOf(refused.getMessage()).length() > 10, text);
      return;
    }
    for (Competence competence : cv.profile().competences()) {
      for (Evidence evidence : competence.evidence()) {
        assertTrue(evidence.span().end() <= cv.text().length(), text);
      }
    }
  }
}
