package org.metier.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.report.Block;
import org.metier.report.Block.Fact;
import org.metier.report.Numbers;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// Words the parts of a technical file's page. Immutable and thread-safe.
///
/// @param written language in which the analyst wrote
record PageWords(Phrases phrases, Numbers numbers, Language language, Language written) {
  static PageWords in(Language language, Language written) {
    return new PageWords(Phrases.of(PageWords.class, "technical", language)
        .over(Phrases.of(PageWords.class, "terms", language)), Numbers.in(language), language,
        written);
  }

  String of(String key, Object... arguments) {
    return phrases.of(key, arguments);
  }

  /// Adds what is not blank.
  void add(List<Fact> facts, String key, String value) {
    if (!value.isBlank()) {
      facts.add(new Fact(of(key), value));
    }
  }

  /// Adds what the analyst may have written: a text that wording did not change is theirs.
  ///
  /// @param said as the run says it
  /// @param worded the same in words
  void add(List<Fact> facts, String key, String said, String worded) {
    if (!worded.isBlank()) {
      facts.add(new Fact(of(key), worded, said.equals(worded) ? written : null));
    }
  }

  /// A list of which some items may be the analyst's.
  List<Block> bullets(List<String> said, List<String> worded) {
    List<String> own = new ArrayList<>();
    List<String> theirs = new ArrayList<>();
    for (int i = 0; i < worded.size(); i++) {
      (said.get(i).equals(worded.get(i)) ? theirs : own).add(worded.get(i));
    }
    List<Block> blocks = new ArrayList<>();
    if (!theirs.isEmpty()) {
      blocks.add(new Block.Quoted(written, List.of(new Block.Bullets(theirs))));
    }
    if (!own.isEmpty()) {
      blocks.add(new Block.Bullets(own));
    }
    return blocks;
  }

  /// `2026-11-26 12:10 UTC`; empty for none.
  String moment(@Nullable Instant at) {
    return at == null ? "" : at.toString().substring(0, 16).replace('T', ' ') + " UTC";
  }

  String decimal(@Nullable Double number) {
    return number == null ? numbers.none() : numbers.decimal(number, 4);
  }

  /// `0.673 (0.634 to 0.708)`.
  String withInterval(Quality quality) {
    Double low = quality.low();
    Double high = quality.high();
    return low == null || high == null
        ? numbers.decimal(quality.value(), 3)
        : of("valueAndInterval", numbers.decimal(quality.value(), 3), numbers.decimal(low, 3),
            numbers.decimal(high, 3));
  }
}
