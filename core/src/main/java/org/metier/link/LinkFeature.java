package org.metier.link;

import java.util.Arrays;
import java.util.List;

/// What the ranker of occupations looks at, for one title and one of its candidates. Cosines and shares are
/// -1 to 1; what belongs to the encoder is missing (NaN) without one. Where a candidate has no label in the
/// title's language, those of all languages stand for them.
///
/// No feature names a language, an occupation or a word.
public enum LinkFeature {
  /// Similarity of the likest label in writing, see [TitleSimilarity].
  WRITING,
  /// That of the second-likest label of the candidate.
  WRITING_SECOND,
  /// That of the preferred label.
  WRITING_PREFERRED,
  /// Highest cosine of the words of any label.
  WORDS,
  /// Highest cosine of the character n-grams of any label.
  GRAMS,
  /// Share of the title's words, by weight, that the likest label has.
  TITLE_WORDS_COVERED,
  /// Share of that label's words that the title has.
  LABEL_WORDS_COVERED,
  /// Share of the title's n-grams that it has.
  TITLE_GRAMS_COVERED,
  /// Share of its n-grams that the title has.
  LABEL_GRAMS_COVERED,
  /// [#WRITING] less the highest of all candidates; 0 for the first, negative behind it.
  WRITING_LEAD,
  /// `1 / rank` by [#WRITING] among the candidates; equal ones share a rank.
  WRITING_RANK,
  /// Similarity in writing of the best concept directly above.
  WRITING_ABOVE,
  /// That of the best concept directly below.
  WRITING_BELOW,
  /// Highest cosine of the encoded title and a label in its language.
  MEANING,
  /// That of the second-nearest label in the title's language.
  MEANING_SECOND,
  /// Mean cosine of all labels in the title's language.
  MEANING_MEAN,
  /// Cosine of the preferred label.
  MEANING_PREFERRED,
  /// Highest cosine of a label in another language.
  MEANING_ELSEWHERE,
  /// Cosine of the middle of all labels in all languages.
  CENTRE,
  /// [#MEANING] less the highest of all candidates.
  MEANING_LEAD,
  /// [#CENTRE] less the highest of all candidates.
  CENTRE_LEAD,
  /// `1 / rank` by [#MEANING] among the candidates.
  MEANING_RANK,
  /// `1 / rank` by [#CENTRE] among the candidates.
  CENTRE_RANK,
  /// Highest cosine of the middle of a concept directly above.
  CENTRE_ABOVE,
  /// Highest cosine of the middle of a concept directly below.
  CENTRE_BELOW,
  /// Share of the candidates' likelihood by meaning that lies in the candidate's ISCO unit group.
  UNIT_GROUP_SHARE,
  /// The same in its minor group, three digits.
  MINOR_GROUP_SHARE,
  /// 1 for an ISCO group, 0 for an occupation.
  IS_GROUP,
  /// Digits of an ISCO group's code, 1 to 4; 5 for an occupation.
  LEVEL,
  /// How many labels it has in the title's language.
  LABELS,
  /// How many concepts are directly below.
  NARROWER,
  /// 1 if the label nearest in meaning, else in writing, is the preferred one.
  IS_PREFERRED,
  /// Words of the title.
  TITLE_LENGTH,
  /// Words of the nearest label.
  LABEL_LENGTH,
  /// Words of the nearest label by words of the title.
  LENGTH_RATIO,
  /// How much of the first words of title and nearest label is the same from their beginning on, 0 to 1:
  /// where French and Polish name the job.
  FIRST_WORD,
  /// The same of the last words: where English, Dutch and German do.
  LAST_WORD,
  /// Cosine of the first words of title and nearest label.
  FIRST_WORD_MEANING,
  /// Cosine of the last words.
  LAST_WORD_MEANING;

  private static final List<String> NAMES = Arrays.stream(values()).map(Enum::name).toList();

  /// The names in their order, as a model file states them.
  public static List<String> names() {
    return NAMES;
  }
}
