package org.metier.skill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.metier.link.SkillLink;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.ReuseLevel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;

/// Tells which skills a single word cannot be believed to mean. A taxonomy's labels are made for people who look
/// something up in it: many are ordinary words ("data" for statistics, "current" for the principles of electricity),
/// abbreviations of something else ("POS" for the consensus of blockchains) or names ("Chef", a program), and a linker
/// finds for nearly every word a label that holds it among others ("TV" in "install cable TV services").
///
/// Thread-safe.
final class LoneWords {
  private static final String FILE = "framing-words.tsv";
  /// Words that begin alike are of one family: "copywriters" and "copywriting".
  private static final int SAME_BEGINNING = 5;
  private static final String ACTIVITY = "ing";
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Map<Language, Set<String>> framing = new EnumMap<>(Language.class);
  private final Map<Language, Set<String>> ordinary = new ConcurrentHashMap<>();

  LoneWords(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
    for (String line : lines()) {
      int tab = line.indexOf('\t');
      Language language = Language.of(line.substring(0, tab)).orElseThrow();
      Set<String> terms = new HashSet<>();
      Arrays.stream(line.substring(tab + 1).split(" "))
          .forEach(word -> terms.add(analyzer.term(language, word)));
      framing.put(language, terms);
    }
  }

  private static List<String> lines() {
    try (InputStream in = LoneWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("metier-core was built without " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("metier-core.jar/" + FILE
          + " cannot be read; install Metier again", e);
    }
  }

  /// Whether a word that is a label of a skill hardly means it: an ordinary word that is also the name of a program; the thing where the skill is what one does ("accounts", accounting); and for a person whose occupations
  /// are known, a by-name of what neither belongs to them nor to all work.
  ///
  /// @param text that holds the word
  /// @param isStated whether the sentence or a list states a skill there
  boolean isDoubtfulLabel(int concept, String word, String text, Language language,
      boolean isStated, SkillHints hints) {
    if (isBracketed(concept, language)) {
      return isOrdinary(word, language) && !(isStated && isWrittenAsName(word, text));
    }
    if (isThingOfActivity(concept, word, language)) {
      return true;
    }
    return !hints.related().isEmpty() && !hints.related().contains(concept)
        && taxonomy.reuseLevel(concept) != ReuseLevel.TRANSVERSAL
        && !isOwnName(concept, word, text);
  }

  /// Whether a word hardly means the skill that a linker found for it, because the label that spoke for the skill
  /// says more than the word, or something else. Skills to be expected are believed.
  boolean isDoubtfulLink(SkillLink link, String word, String text, Language language,
      SkillHints hints) {
    if (word.codePointCount(0, word.length()) == 1
        || (isBracketed(link.concept(), language) && isOrdinary(word, language)
            && !isWrittenAsName(word, text))) {
      return true;
    }
    return !hints.related().contains(link.concept()) && !isHeld(link.label(), word, language);
  }

  /// Whether a label is a word, or one of its family, and nothing besides but words that frame it and names.
  private boolean isHeld(String label, String word, Language language) {
    List<Token> own = analyzer.analyze(language, word);
    Set<String> frames = framing.getOrDefault(language, Set.of());
    boolean isHeld = false;
    for (Token token : analyzer.analyze(language, label)) {
      String written = token.span().of(label);
      if (own.stream().anyMatch(w -> isAkin(w.term(), token.term()))) {
        isHeld = true;
      } else if (!Character.isUpperCase(written.charAt(0))
          && !analyzer.isStopWord(language, written) && !frames.contains(token.term())) {
        return false;
      }
    }
    return isHeld;
  }

  private static boolean isAkin(String a, String b) {
    int same = 0;
    int shorter = Math.min(a.length(), b.length());
    while (same < shorter && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return a.equals(b) || (same >= SAME_BEGINNING && 2 * same > Math.max(a.length(), b.length()));
  }

  /// Whether the skill's name ends with what it is, as "Chef (tools for software configuration management)" does.
  private boolean isBracketed(int concept, Language language) {
    Language named = taxonomy.labelCount(concept, language) > 0 ? language : Language.EN;
    return taxonomy.labelCount(concept, named) > 0
        && taxonomy.label(concept, named, 0).indexOf(" (") > 0;
  }

  /// Whether labels of occupations or skills have the word in small letters.
  private boolean isOrdinary(String word, Language language) {
    return ordinary.computeIfAbsent(language, this::smallWords)
        .contains(word.toLowerCase(Locale.ROOT));
  }

  private Set<String> smallWords(Language language) {
    Set<String> words = new HashSet<>();
    for (ConceptKind kind : List.of(ConceptKind.OCCUPATION, ConceptKind.SKILL)) {
      taxonomy.forEachLabel(kind, language, (concept, rank, label) -> {
        for (String word : NO_LETTERS.split(label)) {
          if (!word.isEmpty() && Character.isLowerCase(word.charAt(0))) {
            words.add(word);
          }
        }
      });
    }
    return words;
  }

  /// Whether a word has a capital, and never stands in small letters.
  private static boolean isWrittenAsName(String word, String text) {
    String small = word.toLowerCase(Locale.ROOT);
    return !word.equals(small) && !text.contains(small);
  }

  /// Whether the skill is an activity in `-ing`, and the word what one does it to. Verbs pass: "welded".
  private boolean isThingOfActivity(int concept, String word, Language language) {
    String small = word.toLowerCase(Locale.ROOT);
    if (language != Language.EN || small.endsWith(ACTIVITY) || small.endsWith("ed")) {
      return false;
    }
    String singular = small.endsWith("s") ? small.substring(0, small.length() - 1) : small;
    boolean isActivity = false;
    for (String label : taxonomy.labels(concept, language)) {
      String other = label.toLowerCase(Locale.ROOT);
      if (other.equals(small) || other.equals(singular)) {
        return false;
      }
      isActivity |= other.endsWith(ACTIVITY) && other.startsWith(singular);
    }
    return isActivity;
  }

  /// Whether a word is the name that a skill goes by first in some language.
  boolean isOwnName(int concept, String word, String text) {
    for (Language language : Language.values()) {
      if (taxonomy.labelCount(concept, language) > 0
          && isSameWord(taxonomy.label(concept, language, 0), word, text)) {
        return true;
      }
    }
    return false;
  }

  /// Equal but for case and an ending of two letters. A label with an addition in brackets, such as
  /// `Java (computer programming)`, is a name.
  private static boolean isSameWord(String label, String word, String text) {
    String plain = label.toLowerCase(Locale.ROOT);
    String other = word.toLowerCase(Locale.ROOT);
    int bracket = plain.indexOf(" (");
    if (bracket > 0) {
      return plain.substring(0, bracket).equals(other) && isWrittenAsName(word, text);
    }
    int common = Math.min(plain.length(), other.length());
    return Math.abs(plain.length() - other.length()) <= 2
        && plain.regionMatches(0, other, 0, Math.max(2, common - 2));
  }
}
