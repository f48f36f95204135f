package org.metier.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.metier.link.JobTitle;

/// A job title as far as it tells jobs apart: folded, without gender marks, remarks in square brackets,
/// conditions of employment and the names of the advertisement's places.
///
/// @param text words parted by one space; empty when nothing is left
record TitleForm(String text) {
  private static final Pattern REMARK = Pattern.compile("\\[[^\\]]*\\]");
  /// Who differs in one of these has another job, however alike the rest: rank and stage of a career.
  private static final Set<String> LEVELS = Set.of("junior", "mlodszy", "mlodsza", "senior",
      "starszy", "starsza", "lead", "principal", "trainee", "intern", "stagiaire", "stagiair",
      "praktikant", "praktykant", "stazysta", "stazystka", "staz", "stage", "azubi", "ausbildung",
      "apprenti", "apprentissage", "alternance", "leerling", "werkstudent", "zastepca", "deputy",
      "adjoint", "stellvertretender", "assistant", "asystent", "asystentka", "assistent",
      "kierownik", "kierownika", "manager", "leiter", "responsable", "dyrektor", "directeur",
      "director", "hoofd", "glowny", "glowna", "chief", "head", "chef", "pomocnik", "helper",
      "hilfskraft",
      "helfer", "aide");
  private static final int SHORTEST_STEM = 4;
  private static final int LONGEST_ENDING = 3;
  private static final int LONG_WORD = 7;

  static TitleForm of(String title, List<String> towns) {
    String folded = WordHashes.fold(JobTitle.plain(REMARK.matcher(title).replaceAll(" ")));
    List<String> words = new ArrayList<>(List.of(folded.split(" ")));
    for (String town : towns) {
      words.removeAll(List.of(WordHashes.fold(town).split(" ")));
    }
    return new TitleForm(words.isEmpty() ? folded : String.join(" ", words));
  }

  /// How alike two titles are: Dice's coefficient of their words, where a word equals its other endings;
  /// for a title that the other one only adds to, at least 0.8. Titles each of which has a word that the
  /// other lacks name two things (`teacher of history`, `teacher of biology`): they are at most 0.4 alike,
  /// and titles of different rank (junior, deputy, trainee) at most 0.3.
  ///
  /// @return 0 to 1; 1 for equal titles
  double similarity(TitleForm other) {
    if (text.equals(other.text)) {
      return 1;
    }
    List<String> a = words();
    List<String> b = other.words();
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    int shared = shared(a, b);
    double dice = 2.0 * shared / (a.size() + b.size());
    double adding = shared == Math.min(a.size(), b.size()) ? 0.8 : 0;
    double alike = adding > 0 ? Math.max(dice, adding) : Math.min(0.4, dice);
    return levels(a).equals(levels(b)) ? alike : Math.min(0.3, alike);
  }

  /// Its words of two letters and more.
  List<String> words() {
    return Arrays.stream(text.split(" ")).filter(w -> w.length() > 1).toList();
  }

  private static Set<String> levels(List<String> words) {
    Set<String> levels = new TreeSet<>();
    for (String word : words) {
      if (LEVELS.contains(word)) {
        levels.add(word.substring(0, Math.min(word.length(), 5)));
      }
    }
    return levels;
  }

  private static int shared(List<String> a, List<String> b) {
    List<String> rest = new ArrayList<>(b);
    int shared = 0;
    for (String word : a) {
      for (int i = 0; i < rest.size(); i++) {
        if (isSameWord(word, rest.get(i))) {
          rest.remove(i);
          shared++;
          break;
        }
      }
    }
    return shared;
  }

  /// Whether two words are equal but for an ending of up to three letters, or long and one is the other with
  /// one letter left out, as hasty typing does.
  private static boolean isSameWord(String a, String b) {
    if (Math.min(a.length(), b.length()) >= LONG_WORD
        && (isMisspelt(a, b) || isMisspelt(b, a))) {
      return true;
    }
    int shorter = Math.min(a.length(), b.length());
    int longer = Math.max(a.length(), b.length());
    int stem = Math.max(SHORTEST_STEM, longer - LONGEST_ENDING);
    return a.equals(b) || (shorter >= stem && a.regionMatches(0, b, 0, stem));
  }

  /// Whether one letter, and not the first, makes the shorter word the longer one.
  private static boolean isMisspelt(String shorter, String longer) {
    if (longer.length() != shorter.length() + 1) {
      return false;
    }
    int same = 0;
    while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
      same++;
    }
    return same > 0 && longer.regionMatches(same + 1, shorter, same, shorter.length() - same);
  }
}
