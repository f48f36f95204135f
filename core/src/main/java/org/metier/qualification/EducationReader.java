package org.metier.qualification;

import java.util.ArrayList;
import java.util.List;
import org.metier.qualification.PhraseBook.Found;
import org.metier.qualification.QualificationFinder.FoundEducation;
import org.metier.qualification.Vocabulary.Schooling;

/// Reads levels of education. A phrase that has other meanings ("wyższe", "licence") counts only near a
/// word about schooling, or side by side with a level that counts.
final class EducationReader {
  private static final int REACH = 4;
  /// "średnie lub wyższe": so far apart are two levels side by side.
  private static final int SIDE_BY_SIDE = 3;

  private final Vocabulary vocabulary;
  private final Words words;

  EducationReader(Vocabulary vocabulary, Words words) {
    this.vocabulary = vocabulary;
    this.words = words;
  }

  List<FoundEducation> read() {
    List<FoundEducation> found = new ArrayList<>();
    int lastCounted = -1;
    for (Found<Schooling> phrase : vocabulary.education().in(words)) {
      boolean isBeside = lastCounted >= 0
          && words.distance(lastCounted, phrase.first()) < SIDE_BY_SIDE;
      if (!phrase.value().needsCue() || isBeside || isNearCue(phrase)) {
        found.add(new FoundEducation(phrase.value().level(),
            words.span(phrase.first(), phrase.last())));
        lastCounted = phrase.last();
      }
    }
    return found;
  }

  private boolean isNearCue(Found<Schooling> phrase) {
    PhraseBook<Cue> cues = vocabulary.cue(Cue.SCHOOLING);
    for (int at = phrase.first() - 1; at >= 0
        && words.distance(at, phrase.first()) < REACH; at--) {
      if (cues.at(words, at) != null) {
        return true;
      }
    }
    for (int at = phrase.last() + 1; at < words.size()
        && words.distance(phrase.last(), at) < REACH; at++) {
      if (cues.at(words, at) != null) {
        return true;
      }
    }
    return false;
  }
}
