package org.metier.training.link;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metier.link.LinkModel;
import org.metier.link.LinkRanker;
import org.metier.link.LinkTask;
import org.metier.link.SkillFeature;
import org.metier.link.internal.SkillFitting;
import org.metier.link.internal.SkillMentions.Mention;
import org.metier.match.model.ModelCard;
import org.metier.rank.Forest;
import org.metier.rank.fitting.ForestSettings;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.training.internal.Dice;
import org.metier.training.internal.boosting.GrownTree;
import org.metier.training.internal.boosting.TextBoosting;
import org.metier.training.ranker.RankerTrainer;

/// Fits the skill linker's ranker and its confidence to mentions whose right skills are known, in English,
/// and to labels of all languages that were held out of the taxonomy and of its encoder: the first say what
/// people write, the second keep what was learnt from being of use in English alone.
///
/// There is a ranker for taxonomies with an encoder and one for those without. Five models that each leave
/// a fifth of the mentions out, sentences that repeat each other together, score what they did not see: that
/// gives the measures of the card (`cv.`), and the scores on which the confidence is fitted, mentions without
/// a right skill included. The model itself learns from all.
///
/// One thread. Equal data and settings give an equal model, byte for byte, on every machine; with an equal
/// clock an equal card too. Takes some minutes, most of them for the encoder.
public final class SkillTrainer {
  /// Good for some hundreds of mentions.
  public static final ForestSettings DEFAULT = RankerTrainer.DEFAULT.toBuilder()
      .trees(200)
      .leaves(6)
      .minLeafRows(30)
      .shrinkage(0.05)
      .featureShare(0.6)
      .build();

  private static final List<String> NOT_FOR = List.of(
      "deciding about a person without a person: it proposes skills for somebody to look at",
      "finding mentions: it was told where they are",
      "how well people's own words are linked in French, Dutch, Polish and German: there it was measured on"
          + " held-out labels alone");

  private final Taxonomy taxonomy;
  private final ForestSettings settings;
  private final Clock clock;
  private final LinkProgress progress;

  /// @param taxonomy that mentions are linked to, with the encoder of its home
  /// @param clock dates the card
  public SkillTrainer(Taxonomy taxonomy, ForestSettings settings, Clock clock,
      LinkProgress progress) {
    this.taxonomy = taxonomy;
    this.settings = settings;
    this.clock = clock;
    this.progress = progress;
  }

  /// What a ranker learns from, and what it is measured on.
  ///
  /// @param learnt mentions in their sentences, alone, and held-out labels
  /// @param asked mentions in their sentences, and held-out labels
  private record Texts(List<JudgedText> learnt, List<JudgedText> asked) {}

  /// @param sha256 hash of each file, by its name
  /// @throws org.metier.training.TrainingDataException if there is nothing to learn
  public TrainedLinkModel train(List<Mention> mentions, Map<String, String> sha256) {
    HeldOutLabels labels = labels();
    Map<String, Double> measures = new TreeMap<>();
    LinkModel before = LinkModel.standard(LinkTask.SKILLS);
    LinkRanker without = ranker(texts(taxonomy.withoutEncoder(), mentions, labels),
        "withoutEncoder.", before.withoutEncoder(), measures);
    LinkRanker with = taxonomy.encoder().isEmpty()
        ? without
        : ranker(texts(taxonomy, mentions, labels), "", before.withEncoder(), measures);
    LinkModel model = new LinkModel(LinkTask.SKILLS, with, without);
    return new TrainedLinkModel(model, new ModelCard(model.sha256(), SkillFeature.names(), sha256,
        settings.seed(), described(mentions), measures, clock.instant(), NOT_FOR));
  }

  /// As [SkillFitting#crossValidated].
  List<LinkModel> crossValidated(List<Mention> mentions) {
    Texts texts = texts(taxonomy, mentions, labels());
    Unseen unseen = unseen(texts.learnt, texts.asked);
    List<LinkModel> models = new ArrayList<>();
    for (int fold = 0; fold < SkillFitting.FOLDS; fold++) {
      int heldOut = fold;
      LinkRanker ranker = new LinkRanker(forest(unseen.trees.get(fold)),
          unseen.scores.where(t -> t.fold() != heldOut).fitted());
      models.add(new LinkModel(LinkTask.SKILLS, ranker, ranker));
    }
    return models;
  }

  private HeldOutLabels labels() {
    HeldOutLabels labels = new SkillGathering(taxonomy).labels(new Dice(settings.seed()));
    progress.done("encoders", 1, 1);
    return labels;
  }

  private Texts texts(Taxonomy variant, List<Mention> mentions, HeldOutLabels labels) {
    SkillGathering gathering = new SkillGathering(taxonomy);
    List<JudgedText> asked = new ArrayList<>(gathering.annotated(variant, mentions));
    asked.addAll(SkillGathering.heldOut(labels, variant.encoder().isPresent(),
        TextAnalyzer.create()));
    List<JudgedText> learnt = new ArrayList<>(asked);
    List<JudgedText> alone = gathering.alone(variant, mentions);
    for (int i = 0; i < SkillGathering.ALONE; i++) {
      learnt.addAll(alone);
    }
    return new Texts(learnt, asked);
  }

  private LinkRanker ranker(Texts texts, String name, LinkRanker before,
      Map<String, Double> measures) {
    ScoredTexts unseen = unseen(texts.learnt, texts.asked).scores;
    LinkRanker ranker = new LinkRanker(
        forest(TextBoosting.grow(JudgedText.lists(texts.learnt), settings)),
        unseen.fitted());
    List<String> groups = new ArrayList<>(List.of(SkillGathering.ANNOTATED));
    for (Language language : Language.values()) {
      groups.add(language.code());
    }
    for (String group : groups) {
      ScoredTexts own = unseen.where(text -> text.group().equals(group));
      if (!own.texts().isEmpty()) {
        String prefix = name + group + ".";
        own.measure("cv." + prefix, measures);
        measures.put("cv." + prefix + "calibrationError",
            own.calibrationError(ranker.confidence()));
        measures.put("mentions." + prefix + "count",
            (double) own.texts().stream().filter(JudgedText::isAnswerable).count());
        own.measureAs("words." + prefix, SkillFeature.WORDS.ordinal(), measures);
        own.measureAs("meaning." + prefix, SkillFeature.MEANING.ordinal(), measures);
        own.measureAs("seen." + prefix, ranker, measures);
        own.measureAs("before." + prefix, before, measures);
      }
    }
    return ranker;
  }

  /// Models that each did not see one part, and the scores of what they did not see.
  private record Unseen(List<List<GrownTree>> trees, ScoredTexts scores) {}

  private Unseen unseen(List<JudgedText> learnt, List<JudgedText> asked) {
    double[][] scores = new double[asked.size()][];
    List<List<GrownTree>> models = new ArrayList<>();
    for (int fold = 0; fold < SkillFitting.FOLDS; fold++) {
      int heldOut = fold;
      List<GrownTree> trees = TextBoosting
          .grow(JudgedText.lists(learnt.stream().filter(t -> t.fold() != heldOut).toList()),
              settings);
      for (int t = 0; t < scores.length; t++) {
        if (asked.get(t).fold() == fold) {
          scores[t] = TextBoosting.scores(trees, asked.get(t).rows());
        }
      }
      models.add(trees);
      progress.done("models", fold + 1, SkillFitting.FOLDS);
    }
    return new Unseen(models, new ScoredTexts(LinkTask.SKILLS, asked, List.of(scores)));
  }

  private static Forest forest(List<GrownTree> trees) {
    return Forest.of(SkillFeature.values().length, 0,
        trees.stream().map(GrownTree::toTree).toList());
  }

  private Map<String, String> described(List<Mention> mentions) {
    long named = mentions.stream().filter(m -> !m.gold().isEmpty()).count();
    Map<String, String> described = new TreeMap<>();
    described.put("algorithm",
        "LambdaMART (Burges 2010) on binned features, leaf by leaf; confidence by logistic regression");
    described.put("annotations", named + " mentions with a skill of the taxonomy, "
        + (mentions.size() - named) + " without one, for the confidence alone");
    described.put("annotationsLicence",
        "not named in the data's README; the model holds no words of them, the card their hashes alone");
    described.put("crossValidation", SkillFitting.FOLDS
        + " folds by sentence, sentences that share a mention of three words or more together");
    described.put("encoder", taxonomy.encoder().isPresent() ? "of the taxonomy" : "none");
    described.put("heldOutLabels", SkillGathering.LABELS
        + " by language, drawn by how many occupations use the skill; unknown to the encoder, too");
    described.put("leaves", String.valueOf(settings.leaves()));
    described.put("minLeaf", String.valueOf(settings.minLeafRows()));
    described.put("sample", String.valueOf(settings.listShare()));
    described.put("shrinkage", String.valueOf(settings.shrinkage()));
    described.put("taxonomy", taxonomy.id());
    described.put("trees", String.valueOf(settings.trees()));
    return described;
  }
}
