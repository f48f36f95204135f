package org.metier.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.metier.text.internal.Folding;
import org.metier.text.internal.StopWords;
import org.metier.text.internal.WordMemo;
import org.metier.text.internal.WordScanner;

/// Tells the language of a text, among those of [Language].
///
/// OpenNLP's language model is asked first. It errs on short texts, so function words and letters that
/// only some languages have are counted, too; they weigh most where there are few words.
///
/// Thread-safe: make one and share it. The model, 10 MB, is read when first asked; a text costs no more
/// the longer it is, for only its beginning is looked at.
public final class LanguageDetector {
  /// Longer texts are judged by their first so many UTF-16 units.
  private static final int LOOKED_AT = 1_500;
  /// How much the log-probability of the model counts against one function word.
  private static final double MODEL_WEIGHT = 10;
  private static final double LETTER_WEIGHT = 1.5;
  /// A language is none of ours when another is likelier by more than this log-ratio. On real titles and
  /// texts of our languages the log-ratio is -0.4 at least for 99 of 100; on texts of 15 other languages
  /// it is -0.9 at most.
  private static final double LEAST_LOG_RATIO = -0.6;
  /// Texts whose two best languages are nearer than this are left undecided.
  private static final double LEAST_MARGIN = 0.5;

  /// Texts of at least so many words may be clear without the model,
  private static final int CLEAR_WORDS = 60;
  /// if at least so much of them are function words of one language (letters do not count here: Finnish
  /// and Swedish share theirs with German),
  private static final double CLEAR_SHARE = 0.1;
  /// so many different ones (Spanish has a few of the French ones),
  private static final int CLEAR_DIFFERENT = 10;
  /// and so many times that of any other language.
  private static final double CLEAR_LEAD = 4;
  private static final int MEMO_SIZE_LOG2 = 14;

  /// Letters with diacritics that speak for a language, in the order of [Language].
  private static final List<String> LETTERS = List.of("", "éèêëàâçîïôùûœ", "ëéï", "ąćęłńóśźż",
      "äöüß");

  private final OpenNlpLanguages model = new OpenNlpLanguages();
  private final List<Set<String>> functionWords = Arrays.stream(Language.values())
      .map(language -> StopWords.of(language, Folding::plain))
      .toList();

  private final WordMemo<double[]> memo = new WordMemo<>(MEMO_SIZE_LOG2);

  private LanguageDetector() {}

  public static LanguageDetector create() {
    return new LanguageDetector();
  }

  /// @param text the longer the surer; of ten job titles alone, one or two are taken for the wrong
  ///        language
  /// @return empty when no language of ours is likely, or two are about as likely
  public Optional<Language> detect(String text) {
    String beginning = text.substring(0, Math.min(text.length(), LOOKED_AT));
    if (beginning.chars().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    Count count = count(beginning);
    Optional<Language> clear = count.clear();
    if (clear.isPresent()) {
      return clear;
    }
    OpenNlpLanguages.Guess guess = model.guess(beginning);
    double[] scores = count.evidence;
    int best = 0;
    double second = Double.NEGATIVE_INFINITY;
    for (int language = 0; language < scores.length; language++) {
      scores[language] += MODEL_WEIGHT * Math.log(guess.ours()[language]);
      if (scores[language] > scores[best]) {
        second = scores[best];
        best = language;
      } else if (language != best) {
        second = Math.max(second, scores[language]);
      }
    }
    boolean isOurs = Math.log(guess.ours()[best] / guess.bestOther()) >= LEAST_LOG_RATIO;
    return isOurs && scores[best] - second >= LEAST_MARGIN
        ? Optional.of(Language.values()[best])
        : Optional.empty();
  }

  /// What function words and letters say for each language. A word that several languages have counts
  /// for each in part.
  ///
  /// @param evidence of words and letters
  /// @param functionWords of words alone
  /// @param different how many different function words of this language and no other
  /// @param words how many there are
  @SuppressWarnings("ArrayRecordComponent") // never compared nor kept
  private record Count(double[] evidence, double[] functionWords, int[] different, int words) {
    /// The language when there are so many words of it, and so few of the others, that the model, which
    /// costs most of the time, could not say otherwise.
    Optional<Language> clear() {
      int best = 0;
      for (int language = 1; language < evidence.length; language++) {
        best = functionWords[language] > functionWords[best] ? language : best;
      }
      boolean isClear = words >= CLEAR_WORDS && functionWords[best] >= CLEAR_SHARE * words
          && different[best] >= CLEAR_DIFFERENT;
      for (int language = 0; language < evidence.length; language++) {
        isClear &= language == best
            || (functionWords[language] * CLEAR_LEAD <= functionWords[best]
                && evidence[language] < evidence[best]);
      }
      return isClear ? Optional.of(Language.values()[best]) : Optional.empty();
    }
  }

  private Count count(String text) {
    int languages = functionWords.size();
    double[] evidence = new double[languages];
    double[] ofWords = new double[languages];
    int[] different = new int[languages];
    Set<double[]> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    int count = 0;
    WordScanner words = new WordScanner(Language.EN, text);
    while (words.next()) {
      count++;
      double[] own = memo.find(words);
      if (own == null) {
        String written = text.substring(words.start(), words.wordEnd());
        own = memo.put(written, evidence(written));
      }
      boolean isNew = own[2 * languages] > 0 && seen.add(own);
      for (int language = 0; language < languages; language++) {
        different[language] += isNew && own[language] == 1 ? 1 : 0;
        ofWords[language] += own[language];
        evidence[language] += own[language] + own[languages + language];
      }
    }
    return new Count(evidence, ofWords, different, count);
  }

  /// Of one word: what it says as a function word, by language, then what its letters say, and
  /// last how many languages have it.
  private double[] evidence(String written) {
    int languages = functionWords.size();
    double[] evidence = new double[2 * languages + 1];
    String plain = Folding.plain(written);
    String lower = written.toLowerCase(Locale.ROOT);
    long having = functionWords.stream().filter(own -> own.contains(plain)).count();
    evidence[2 * languages] = having;
    for (int language = 0; language < languages; language++) {
      if (functionWords.get(language).contains(plain)) {
        evidence[language] = 1.0 / having;
      }
      String letters = LETTERS.get(language);
      if (lower.chars().anyMatch(c -> letters.indexOf(c) >= 0)) {
        evidence[languages + language] = LETTER_WEIGHT;
      }
    }
    return evidence;
  }
}
