package org.metier.link;

import java.util.Arrays;
import java.util.List;

/// What the ranker of skills looks at, for one mention and one of its candidates. Cosines and shares are -1
/// to 1; what belongs to the encoder is missing (NaN) without one.
///
/// Words weigh the square of their inverse document frequency among the labels; stop words count only in a
/// mention or label that has no others. "Akin" words count by their likeness, see `SkillWords`.
///
/// No feature names a language, a skill or a word.
public enum SkillFeature {
  /// Cosine of the words of the mention and of the likest label, akin words included.
  WORDS,
  /// That of the second-likest label of the candidate.
  WORDS_SECOND,
  /// That of the preferred label.
  WORDS_PREFERRED,
  /// Share of the mention's words, by weight, that the likest label has or has akin.
  MENTION_COVERED,
  /// Share of that label's words that the mention has or has akin.
  LABEL_COVERED,
  /// Share of the mention's words that the label has in the same normal form.
  MENTION_COVERED_SAME,
  /// Share of the label's words that the mention has in the same normal form.
  LABEL_COVERED_SAME,
  /// Share of the mention's words that any label of the candidate has or has akin.
  MENTION_COVERED_BY_ALL,
  /// Weight of the words that mention and likest label share, akin ones included.
  SHARED_WEIGHT,
  /// [#SHARED_WEIGHT] times [#LABEL_COVERED].
  SHARED_TIMES_COVERED,
  /// [#WORDS] less the highest of all candidates; 0 for the first, negative behind it.
  WORDS_LEAD,
  /// `1 / rank` by [#WORDS] among the candidates; equal ones share a rank.
  WORDS_RANK,
  /// Likeness of the first words of mention and likest label: where most labels name an activity.
  FIRST_WORD,
  /// Likeness of the last words: where English names a thing.
  LAST_WORD,
  /// Highest cosine of the words of any part of an enumeration, the whole mention being one.
  WORDS_OF_PART,
  /// For an abbreviation: 1 if it is made of the capitals within a word of a label, 0.5 if of the first
  /// letters of its words, 0 otherwise.
  INITIALS,
  /// 1 if the likest label is of another language than the mention.
  IS_FOREIGN,
  /// Highest cosine of the encoded mention and a label in its language.
  MEANING,
  /// That of the second-nearest label.
  MEANING_SECOND,
  /// Mean cosine of all labels in the mention's language.
  MEANING_MEAN,
  /// Cosine of the preferred label.
  MEANING_PREFERRED,
  /// Highest cosine of a label in another language.
  MEANING_ELSEWHERE,
  /// Cosine of the middle of all labels in all languages.
  CENTRE,
  /// Highest cosine of any part of an enumeration and a label, the whole mention being one.
  MEANING_OF_PART,
  /// [#MEANING] less the highest of all candidates.
  MEANING_LEAD,
  /// [#CENTRE] less the highest of all candidates.
  CENTRE_LEAD,
  /// `1 / rank` by [#MEANING] among the candidates.
  MEANING_RANK,
  /// `1 / rank` by [#CENTRE] among the candidates.
  CENTRE_RANK,
  /// Cosine of the encoded surroundings of the mention and the middle of all labels; missing for a mention
  /// that stands alone.
  CONTEXT,
  /// [#CONTEXT] less the highest of all candidates.
  CONTEXT_LEAD,
  /// Share of the candidates' likelihood by meaning that lies in the candidate's skill group.
  GROUP_SHARE,
  /// `ln(1 + n)` for n occupations that use the skill.
  USAGE,
  /// Place of the skill's reuse level, 0 for transversal to 3 for a single occupation.
  REUSE,
  /// 1 for knowledge, 0 for a competence.
  IS_KNOWLEDGE,
  /// How many labels it has in the mention's language.
  LABELS,
  /// 1 if the likest label is the preferred one.
  IS_PREFERRED,
  /// Words of the mention.
  MENTION_LENGTH,
  /// Words of the likest label.
  LABEL_LENGTH;

  private static final List<String> NAMES = Arrays.stream(values()).map(Enum::name).toList();

  /// The names in their order, as a model file states them.
  public static List<String> names() {
    return NAMES;
  }
}
