package org.metier.training.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.metier.link.OccupationLinker;
import org.metier.link.TitleCandidate;
import org.metier.link.internal.TitleSet;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.training.internal.Dice;

/// Finds the candidates of titles whose right concepts are known, with the taxonomy's encoder and without,
/// and of as many labels of skills as are asked for, which are no titles. Not thread-safe.
final class TitleGathering {
  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer = TextAnalyzer.create();
  private final Dice dice;
  private final int folds;
  private final List<JudgedText> found = new ArrayList<>();

  TitleGathering(Taxonomy taxonomy, Dice dice, int folds) {
    this.taxonomy = taxonomy;
    this.dice = dice;
    this.folds = folds;
  }

  /// All that were added, those of one language together.
  List<JudgedText> titles() {
    return List.copyOf(found);
  }

  /// @return the fold of each title
  int[] add(Language language, TitleSet titles, int noTitles) {
    Dice own = dice.fork(language.ordinal());
    List<Integer> order = own
        .shuffled(IntStream.range(0, titles.queries().size()).boxed().toList());
    int[] fold = new int[order.size()];
    for (int i = 0; i < fold.length; i++) {
      fold[order.get(i)] = i % folds;
    }
    List<String> skills = own.shuffled(skillLabels(language));
    List<String> others = skills.subList(0, Math.min(noTitles, skills.size()));
    Taxonomy all = titles.over(taxonomy, language);
    List<Taxonomy> variants = all.encoder().isPresent()
        ? List.of(all, all.withoutEncoder())
        : List.of(all);
    for (Taxonomy variant : variants) {
      OccupationLinker linker = OccupationLinker.over(variant, analyzer);
      Function<String, List<TitleCandidate>> candidates = text -> allowed(variant,
          linker.candidates(text, language), titles.concepts());
      for (int i = 0; i < fold.length; i++) {
        TitleSet.Query query = titles.queries().get(i);
        found.add(judged(variant, language, fold[i], candidates.apply(query.title()),
            query.gold()));
      }
      for (int i = 0; i < others.size(); i++) {
        found.add(judged(variant, language, i % folds, candidates.apply(others.get(i)),
            Set.of()));
      }
    }
    return fold;
  }

  private List<String> skillLabels(Language language) {
    List<String> labels = new ArrayList<>();
    taxonomy.forEachLabel(ConceptKind.SKILL, language, (skill, rank, label) -> labels.add(label));
    return labels;
  }

  /// Those of the concepts with these URIs.
  static List<TitleCandidate> allowed(Taxonomy taxonomy, List<TitleCandidate> candidates,
      Set<String> concepts) {
    return candidates.stream().filter(c -> concepts.contains(taxonomy.uri(c.concept()))).toList();
  }

  /// @param taxonomy that has the candidates
  /// @param right URIs; empty for what is no title
  static JudgedText judged(Taxonomy taxonomy, Language language, int fold,
      List<TitleCandidate> candidates, Set<String> right) {
    boolean[] isRight = new boolean[candidates.size()];
    for (int i = 0; i < isRight.length; i++) {
      isRight[i] = right.contains(taxonomy.uri(candidates.get(i).concept()));
    }
    return new JudgedText(language.code(), taxonomy.encoder().isPresent(), fold,
        !right.isEmpty(),
        candidates.stream().map(TitleCandidate::features).toArray(double[][]::new), isRight);
  }
}
