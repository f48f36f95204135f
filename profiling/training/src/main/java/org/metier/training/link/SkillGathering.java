package org.metier.training.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.metier.encoder.EncoderProgress;
import org.metier.link.SkillCandidate;
import org.metier.link.SkillLinker;
import org.metier.link.internal.SkillFitting;
import org.metier.link.internal.SkillMentions.Mention;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;
import org.metier.training.internal.Dice;

/// Finds the candidates of mentions whose right skills are known: of annotated ones, and of labels that were
/// held out of the taxonomy, so that all languages are learnt from. Not thread-safe.
final class SkillGathering {
  /// The group of annotated mentions.
  static final String ANNOTATED = "annotated";
  /// Held-out labels by language. More of them would outweigh the annotated mentions, which are what is
  /// asked for.
  static final int LABELS = 60;
  /// Each annotated mention counts once in its sentence and so often alone, so that the ranker does not lean
  /// on surroundings.
  static final int ALONE = 2;

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer = TextAnalyzer.create();

  SkillGathering(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// Annotated mentions in their sentences.
  ///
  /// @param variant of the taxonomy, with or without its encoder
  List<JudgedText> annotated(Taxonomy variant, List<Mention> mentions) {
    SkillLinker linker = SkillLinker.over(variant, analyzer);
    List<JudgedText> found = new ArrayList<>();
    for (Mention mention : mentions) {
      found.add(judged(ANNOTATED, variant, mention.group() % SkillFitting.FOLDS,
          linker.candidates(mention.sentence(), mention.span(), Language.EN), mention.gold()));
    }
    return found;
  }

  /// The same mentions as if they stood alone.
  List<JudgedText> alone(Taxonomy variant, List<Mention> mentions) {
    SkillLinker linker = SkillLinker.over(variant, analyzer);
    List<JudgedText> found = new ArrayList<>();
    for (Mention mention : mentions) {
      String text = mention.span().of(mention.sentence());
      found.add(judged(ANNOTATED, variant, mention.group() % SkillFitting.FOLDS,
          linker.candidates(text, new Span(0, text.length()), Language.EN), mention.gold()));
    }
    return found;
  }

  /// Labels that were held out of a taxonomy, as mentions; their groups are languages. A taxonomy that has
  /// an encoder gets a new one, which did not see them either.
  ///
  /// @param withEncoder whether to look for candidates with it
  static List<JudgedText> heldOut(HeldOutLabels labels, boolean withEncoder,
      TextAnalyzer analyzer) {
    Taxonomy rest = withEncoder ? labels.taxonomy() : labels.taxonomy().withoutEncoder();
    SkillLinker linker = SkillLinker.over(rest, analyzer);
    List<JudgedText> found = new ArrayList<>();
    for (HeldOutLabels.Label label : labels.labels()) {
      found.add(judged(label.language().code(), rest, found.size() % SkillFitting.FOLDS,
          linker.candidates(label.text(), new Span(0, label.text().length()), label.language()),
          Set.of(rest.find(label.uri()).orElseThrow())));
    }
    return found;
  }

  /// Labels to hold out, with an encoder that did not see them if the taxonomy has one.
  HeldOutLabels labels(Dice dice) {
    HeldOutLabels drawn = HeldOutLabels.draw(taxonomy, LABELS, dice);
    return taxonomy.encoder().isEmpty()
        ? drawn
        : new HeldOutLabels(drawn.labels(),
            drawn.taxonomy().withTrainedEncoder(EncoderProgress.SILENT));
  }

  private static JudgedText judged(String group, Taxonomy over, int fold,
      List<SkillCandidate> candidates, Set<Integer> right) {
    boolean[] isRight = new boolean[candidates.size()];
    for (int i = 0; i < isRight.length; i++) {
      isRight[i] = right.contains(candidates.get(i).concept());
    }
    return new JudgedText(group, over.encoder().isPresent(), fold, !right.isEmpty(),
        candidates.stream().map(SkillCandidate::features).toArray(double[][]::new), isRight);
  }
}
