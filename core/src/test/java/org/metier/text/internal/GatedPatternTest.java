package org.metier.text.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class GatedPatternTest {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final List<Pattern> PATTERNS = List.of(
      Pattern.compile("(?<!\\p{L})(?:ab|żak|a b\\p{L}+|K|sa)(?!\\p{L})", FLAGS),
      Pattern.compile("(?:b?a)?\\.k|[+(]?\\d(?:[ .]{0,3}\\d){1,3}"),
      Pattern.compile("(?<!(?:no|a)\\s)(?<!\\p{L})(?:ab|b[ak]+)(?! n)", FLAGS),
      Pattern.compile("(?=\\p{Lu}k)\\p{L}+|\\bno\\b|…a|(?i:ß)"),
      Pattern.compile("\\p{Lu}[\\p{L}.]*+(?: \\p{Lu})?|k{1,2}(?=a)"));
  private static final GatedPattern[] GATED = PATTERNS.stream()
      .map(GatedPattern::of)
      .toArray(GatedPattern[]::new);
  private static final GatedPatterns TOGETHER = GatedPatterns.of(GATED);
  private static final String LETTERS = "aabbkknosżKAŻ\u212aſßI … .+(12 \n";

  @RepeatedTest(300)
  void every_match_of_the_expression_is_found_and_no_other(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(60); length > 0; length--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    int start = random.nextInt(text.length() + 1);
    int end = start + random.nextInt(text.length() - start + 1);
    for (Pattern pattern : PATTERNS) {
      assertEquals(
          found(pattern.matcher(text)
              .useTransparentBounds(true)
              .useAnchoringBounds(false)
              .region(start, end)),
          found(GatedPattern.of(pattern).in(text.toString(), start, end)),
          () -> pattern + " in \"" + text + "\"");
    }
  }

  @RepeatedTest(300)
  void several_expressions_are_found_together_as_each_is_alone(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    GatedPatterns.Found found = TOGETHER.in(text.toString());
    for (int i = 0; i < PATTERNS.size(); i++) {
      Pattern pattern = PATTERNS.get(i);
      assertEquals(pattern.matcher(text).find(), found.has(GATED[i]),
          () -> pattern + " in \"" + text + "\"");
    }
  }

  private static List<String> found(Matcher matcher) {
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.start() + "-" + matcher.end());
    }
    return found;
  }

  private static List<String> found(GatedPattern.Search search) {
    List<String> found = new ArrayList<>();
    while (search.next()) {
      found.add(search.match().start() + "-" + search.match().end());
    }
    return found;
  }

  @Test
  void each_match_is_replaced_by_what_is_made_of_it() {
    GatedPattern number = GatedPattern.compile("(\\d+) (?:km|miles)", 0);
    assertEquals("from [12] to [7], 3 m",
        number.replaceAll("from 12 km to 7 miles, 3 m", m -> "[" + m.group(1) + "]"));
  }

  @Test
  void matches_may_overlap_when_asked_to() {
    GatedPattern.Search search = GatedPattern.compile("\\sat\\s", 0).in("a at at b");
    List<Integer> starts = new ArrayList<>();
    while (search.next()) {
      starts.add(search.match().start());
      search.overlap();
    }
    assertEquals(List.of(1, 4), starts);
  }

  @Test
  void an_expression_that_matches_nothing_at_all_has_no_first_character() {
    assertThrows(IllegalArgumentException.class, () -> GatedPattern.compile("a*", 0));
  }
}
