package org.metier.profiling;

import java.util.Map;
import java.util.TreeMap;
import org.metier.link.ConceptTagger;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Reads what is said about a job for the skills that it names. Thread-safe.
final class WorkContexts {
  private final Taxonomy taxonomy;
  private final ConceptTagger skills;

  WorkContexts(Taxonomy taxonomy, ConceptTagger skills) {
    this.taxonomy = taxonomy;
    this.skills = skills;
  }

  WorkContext of(String words, Language language) {
    Map<Integer, Double> named = new TreeMap<>();
    skills.forEachTag(language, words,
        (concept, from, to) -> named.putIfAbsent(concept, taxonomy.rarity(concept)));
    return new WorkContext(taxonomy, named);
  }
}
