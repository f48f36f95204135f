package org.metier.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/// OpenNLP's language model, which knows 183 languages. Thread-safe: the model is read once, when first
/// asked, and each question gets a detector of its own, which is cheap and keeps no state behind.
final class OpenNlpLanguages {
  private static final String MODEL = "/langdetect-183.bin";

  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable LanguageDetectorModel model;

  /// What the model makes of a text. Its probabilities are flat, so only their ratios tell anything.
  ///
  /// @param ours of each of our languages, in the order of [Language]
  /// @param bestOther of the likeliest language that is not ours
  @SuppressWarnings("ArrayRecordComponent") // never compared nor kept
  record Guess(double[] ours, double bestOther) {}

  Guess guess(String text) {
    double[] ours = new double[Language.values().length];
    double bestOther = 0;
    for (var guess : new LanguageDetectorME(model()).predictLanguages(text)) {
      Optional<Language> language = Language.of(guess.getLang());
      if (language.isPresent()) {
        ours[language.get().ordinal()] = guess.getConfidence();
      } else {
        bestOther = Math.max(bestOther, guess.getConfidence());
      }
    }
    return new Guess(ours, bestOther);
  }

  private LanguageDetectorModel model() {
    LanguageDetectorModel loaded = model;
    if (loaded != null) {
      return loaded;
    }
    loading.lock();
    try {
      loaded = model;
      if (loaded == null) {
        loaded = read();
        model = loaded;
      }
      return loaded;
    } finally {
      loading.unlock();
    }
  }

  private static LanguageDetectorModel read() {
    try (InputStream bytes = Objects.requireNonNull(
        OpenNlpLanguages.class.getResourceAsStream(MODEL),
        "opennlp-models-langdetect is not on the class path")) {
      return new LanguageDetectorModel(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the language model " + MODEL, e);
    }
  }
}
