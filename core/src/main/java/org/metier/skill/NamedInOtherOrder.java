package org.metier.skill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.metier.link.ConceptTag;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Finds the skill whose own name consists of the words of another one's by-name: "problem solving" is a by-name of
/// troubleshooting, but names "solve problems". Thread-safe; the names of a language are gathered when it is first asked
/// for.
final class NamedInOtherOrder {
  private static final int SEVERAL = -1;

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Map<Language, Map<Set<String>, Integer>> names = new ConcurrentHashMap<>();

  NamedInOtherOrder(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
  }

  /// The tag itself, or one of the skill that its words name.
  ConceptTag of(ConceptTag tag, String text, Language language) {
    Set<String> words = words(tag.span().of(text), language);
    if (words.size() < 2) {
      return tag;
    }
    Map<Set<String>, Integer> known = names.computeIfAbsent(language, this::gathered);
    Integer named = known.get(words);
    boolean isItsOwn = taxonomy.labelCount(tag.concept(), language) > 0
        && words(taxonomy.label(tag.concept(), language, 0), language).equals(words);
    return named == null || named == SEVERAL || isItsOwn
        ? tag
        : new ConceptTag(named, tag.span());
  }

  private Map<Set<String>, Integer> gathered(Language language) {
    Map<Set<String>, Integer> gathered = new HashMap<>();
    for (int skill : taxonomy.concepts(ConceptKind.SKILL)) {
      if (taxonomy.labelCount(skill, language) > 0) {
        Set<String> words = words(taxonomy.label(skill, language, 0), language);
        if (words.size() > 1) {
          gathered.merge(words, skill, (a, b) -> SEVERAL);
        }
      }
    }
    return gathered;
  }

  private Set<String> words(String text, Language language) {
    return new TreeSet<>(List.copyOf(analyzer.terms(language, text)));
  }
}
