package org.metier.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.metier.link.LabelForm.Rule;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;

/// Collects the forms of one language's labels, and decides which of them would match by accident.
/// Not thread-safe.
///
/// 1. A form of stop words or digits alone is left out, unless it is written in capitals (`IT`).
/// 2. A form of one letter (`C`, `R`) counts only in an enumeration, in its own case.
/// 3. One short word in capitals (`CAD`, `SAP`, up to four letters) counts in its own case, for its
///    lower case is often another word; one without a vowel (`SQL`) cannot be and counts in any case.
///    So does any word of two letters (`Go`).
/// 4. What is left when a qualifier is taken off (`Assembly (computer programming)`) gives way to a
///    concept that is called so. A single word counts only in an enumeration if labels of other
///    concepts use it in lower case, for then it is an ordinary one.
final class LabelForms {
  private static final int LONGEST_ACRONYM = 4;
  private static final int SEVERAL = -2;
  private static final String VOWELS = "aeiouyąęóäöüéèàâêîôû";

  private final Language language;
  private final TextAnalyzer analyzer;
  private final List<LabelForm> plain = new ArrayList<>();
  private final List<LabelForm> unqualified = new ArrayList<>();
  /// Words that labels use in lower case, to the only concept that does, or to [#SEVERAL].
  private final Map<String, Integer> ordinaryWords = new HashMap<>();

  LabelForms(Language language, TextAnalyzer analyzer) {
    this.language = language;
    this.analyzer = analyzer;
  }

  void add(int concept, String label) {
    for (String form : LabelVariants.of(label)) {
      String bare = LabelVariants.withoutQualifier(form);
      collect(concept, form, plain);
      if (!bare.equals(form)) {
        collect(concept, bare, unqualified);
      }
    }
    noteWords(concept, label);
  }

  /// Learns from a label what words are ordinary; [#add] does so, too.
  void noteWords(int concept, String label) {
    for (Token token : analyzer.analyze(language, label)) {
      String word = token.span().of(label);
      if (Character.isLowerCase(word.charAt(0))) {
        ordinaryWords.merge(word, concept, (a, b) -> a.equals(b) ? a : SEVERAL);
      }
    }
  }

  /// All forms that may match, those of labels as they are first.
  List<LabelForm> forms() {
    List<LabelForm> all = new ArrayList<>(plain);
    Set<List<String>> taken = new HashSet<>();
    plain.forEach(form -> taken.add(form.terms()));
    for (LabelForm form : unqualified) {
      if (!taken.contains(form.terms())) {
        all.add(isOrdinary(form)
            ? new LabelForm(form.concept(), form.terms(), form.written(), Rule.LISTED)
            : form);
      }
    }
    return all;
  }

  private void collect(int concept, String form, List<LabelForm> to) {
    List<Token> words = analyzer.analyze(language, form);
    if (words.isEmpty() || saysNothing(form, words)) {
      return;
    }
    String written = form.substring(words.getFirst().span().start(), words.getLast().span().end());
    List<String> terms = words.stream().map(Token::term).toList();
    to.add(new LabelForm(concept, terms, written, terms.size() == 1
        ? rule(written)
        : Rule.ANY_CASE));
  }

  private boolean saysNothing(String form, List<Token> words) {
    for (Token word : words) {
      String written = word.span().of(form);
      boolean isDigits = written.chars().noneMatch(Character::isLetter);
      if (!isDigits && (isCapitals(written) || !analyzer.isStopWord(language, written))) {
        return false;
      }
    }
    return true;
  }

  private static Rule rule(String word) {
    int letters = (int) word.chars().filter(Character::isLetter).count();
    if (word.length() == 1) {
      return Rule.LISTED;
    }
    if (letters < word.length() || word.length() > LONGEST_ACRONYM) {
      return Rule.ANY_CASE;
    }
    boolean isWordLike = word.toLowerCase(Locale.ROOT)
        .chars()
        .anyMatch(c -> VOWELS.indexOf(c) >= 0);
    return word.length() == 2 || (isCapitals(word) && isWordLike) ? Rule.SAME_CASE : Rule.ANY_CASE;
  }

  private boolean isOrdinary(LabelForm form) {
    String lower = form.written().toLowerCase(Locale.ROOT);
    return form.terms().size() == 1 && Character.isUpperCase(form.written().charAt(0))
        && ordinaryWords.getOrDefault(lower, form.concept()) != form.concept();
  }

  private static boolean isCapitals(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT))
        && word.chars().anyMatch(Character::isUpperCase);
  }
}
