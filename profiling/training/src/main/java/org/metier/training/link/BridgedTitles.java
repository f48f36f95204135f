package org.metier.training.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.metier.link.LinkTask;
import org.metier.link.OccupationLinker;
import org.metier.link.internal.TitleSet;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.internal.Folding;

/// Titles of other languages that look for the concepts of English labels, with the taxonomy's own labels
/// in the title's language as the bridge: measured as `evaluate titles --corpus-language en` does. Nothing
/// learns from them. Not thread-safe.
///
/// Titles that are labels of the taxonomy themselves are measured apart, since the bridge knows their
/// answer: a title is one if an occupation or ISCO group has a label in the title's language that differs
/// from it in case, diacritics and space at most.
final class BridgedTitles {
  private final Taxonomy taxonomy;
  private final Set<String> concepts;
  private final List<Bridge> bridges;
  private final List<JudgedText> labels = new ArrayList<>();
  private final List<JudgedText> others = new ArrayList<>();

  /// The taxonomy with the English labels, with or without its encoder.
  private record Bridge(Taxonomy taxonomy, OccupationLinker linker) {}

  /// @param english whose labels lead to the concepts that are looked for
  BridgedTitles(Taxonomy taxonomy, TitleSet english) {
    this.taxonomy = taxonomy;
    concepts = english.concepts();
    Taxonomy all = english.over(taxonomy, Language.EN);
    TextAnalyzer analyzer = TextAnalyzer.create();
    Stream<Taxonomy> variants = all.encoder().isPresent()
        ? Stream.of(all, all.withoutEncoder())
        : Stream.of(all);
    bridges = variants.map(v -> new Bridge(v, OccupationLinker.over(v, analyzer))).toList();
  }

  /// @param folds in which each title is held out
  void add(Language language, TitleSet titles, int[] folds) {
    Set<String> known = labels(language);
    for (Bridge bridge : bridges) {
      for (int i = 0; i < folds.length; i++) {
        TitleSet.Query query = titles.queries().get(i);
        JudgedText text = TitleGathering.judged(bridge.taxonomy, language, folds[i],
            TitleGathering.allowed(bridge.taxonomy,
                bridge.linker.candidates(query.title(), language), concepts),
            query.gold());
        (known.contains(plain(query.title())) ? labels : others).add(text);
      }
    }
  }

  private Set<String> labels(Language language) {
    Set<String> known = new HashSet<>();
    for (ConceptKind kind : List.of(ConceptKind.OCCUPATION, ConceptKind.ISCO_GROUP)) {
      taxonomy.forEachLabel(kind, language, (concept, rank, label) -> known.add(plain(label)));
    }
    return known;
  }

  private static String plain(String text) {
    return String.join(" ", Folding.plain(text).strip().split("\\s+"));
  }

  /// Adds, by language, `cv.fr.toEnglish.` with the measures of all its titles, the same of those that are
  /// no labels (`cv.fr.toEnglish.noLabels.`) and the share of those that are (`titles.fr.labelShare`); and
  /// `cv.toEnglish.mrr`, the mean of the languages.
  ///
  /// @param name follows `cv.`, such as `withoutEncoder.`
  void measure(FoldModels models, boolean hasEncoder, String name, Map<String, Double> measures) {
    List<Double> all = new ArrayList<>();
    for (Language language : Language.values()) {
      List<JudgedText> own = of(language, hasEncoder, labels);
      List<JudgedText> rest = of(language, hasEncoder, others);
      int count = own.size() + rest.size();
      if (count > 0) {
        String prefix = "cv." + name + language.code() + ".toEnglish.";
        models.scored(LinkTask.TITLES, Stream.concat(own.stream(), rest.stream()).toList())
            .measure(prefix, measures);
        if (!rest.isEmpty()) {
          models.scored(LinkTask.TITLES, rest).measure(prefix + "noLabels.", measures);
        }
        measures.put("titles." + name + language.code() + ".labelShare",
            (double) own.size() / count);
        all.add(measures.get(prefix + "mrr"));
      }
    }
    if (!all.isEmpty()) {
      measures.put("cv." + name + "toEnglish.mrr",
          all.stream().mapToDouble(Double::doubleValue).sum() / all.size());
    }
  }

  private static List<JudgedText> of(Language language, boolean hasEncoder,
      List<JudgedText> texts) {
    return texts.stream()
        .filter(t -> t.group().equals(language.code()) && t.hasEncoder() == hasEncoder)
        .toList();
  }
}
