package org.metier.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.metier.text.internal.Folding;
import org.metier.text.internal.StopWords;
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

  /// Letters with diacritics that speak for a language, in the order of [Language].
  private static final List<String> LETTERS = List.of("", "éèêëàâçîïôùûœ", "ëéï", "ąćęłńóśźż",
      "äöüß");

  private final OpenNlpLanguages model = new OpenNlpLanguages();
  private final List<Set<String>> functionWords = Arrays.stream(Language.values())
      .map(language -> StopWords.of(language, Folding::plain))
      .toList();

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
    OpenNlpLanguages.Guess guess = model.guess(beginning);
    double[] scores = evidence(beginning);
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
  private double[] evidence(String text) {
    double[] evidence = new double[functionWords.size()];
    WordScanner words = new WordScanner(Language.EN, text);
    while (words.next()) {
      String written = text.substring(words.start(), words.wordEnd());
      String plain = Folding.plain(written);
      long languages = functionWords.stream().filter(own -> own.contains(plain)).count();
      String lower = written.toLowerCase(Locale.ROOT);
      for (int language = 0; language < evidence.length; language++) {
        if (functionWords.get(language).contains(plain)) {
          evidence[language] += 1.0 / languages;
        }
        String letters = LETTERS.get(language);
        if (lower.chars().anyMatch(c -> letters.indexOf(c) >= 0)) {
          evidence[language] += LETTER_WEIGHT;
        }
      }
    }
    return evidence;
  }
}
