package org.metier.match.feature;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.metier.match.internal.IntTable;
import org.metier.match.internal.Vocabulary;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.text.Language;

/// The words of a profile that say something, ready to be compared with those of many vacancies. Immutable.
///
/// @param language that the profile is in
/// @param words of all that the profile says, each by its number and in order
/// @param places by number of a word its place among them
/// @param isWord a bit for each number of a word, up to the largest
/// @param squares of the words' weights, in that order
/// @param norm the sum of them
/// @param titles of each job held; those wanted say what the person would do, not what they can
@SuppressWarnings("ArrayRecordComponent") // never compared, and never handed out
record ProfileWords(Language language, int[] words, IntTable places, long[] isWord,
    double[] squares, double norm, List<Title> titles) {

  /// The words of a job title, as above.
  @SuppressWarnings("ArrayRecordComponent") // never compared, and never handed out
  record Title(int[] words, double[] squares, double norm) {}

  static ProfileWords of(CompetenceProfile profile, Language language,
      Vocabulary vocabulary) {
    Set<Integer> all = new LinkedHashSet<>();
    List<Title> titles = new ArrayList<>();
    for (HeldOccupation job : profile.occupations()) {
      Set<Integer> title = ProfileView.title(vocabulary, language, job.title());
      double[] squares = squares(vocabulary, language, title);
      titles.add(new Title(numbers(title), squares, sum(squares)));
      all.addAll(title);
    }
    profile.education().forEach(e -> vocabulary.collect(language, e.title(), all));
    profile.competences()
        .forEach(c -> c.evidence().forEach(e -> vocabulary.collect(language, e.quote(), all)));
    double[] squares = squares(vocabulary, language, all);
    IntTable places = new IntTable(all.size());
    all.forEach(word -> places.put(word, places.size()));
    return new ProfileWords(language, numbers(all), places, bits(all), squares, sum(squares),
        titles);
  }

  /// Whether the profile has a word, of whatever number: faster than to look for its place, since most words of a
  /// vacancy it has not.
  boolean has(int word) {
    return word >> 6 < isWord.length && (isWord[word >> 6] & 1L << word) != 0;
  }

  private static long[] bits(Set<Integer> words) {
    int largest = words.stream().mapToInt(Integer::intValue).max().orElse(0);
    long[] bits = new long[(largest >> 6) + 1];
    words.forEach(word -> bits[word >> 6] |= 1L << word);
    return bits;
  }

  private static int[] numbers(Set<Integer> words) {
    return words.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] squares(Vocabulary vocabulary, Language language, Set<Integer> words) {
    return words.stream().mapToDouble(word -> vocabulary.square(language, word)).toArray();
  }

  /// In order, so that the same words give the same bits.
  private static double sum(double[] squares) {
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return sum;
  }
}
