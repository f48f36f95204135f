package org.metier.training.link;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.link.LinkConfidence;
import org.metier.link.LinkFeature;
import org.metier.link.LinkModel;
import org.metier.link.LinkRanker;
import org.metier.link.LinkTask;
import org.metier.link.internal.TitleSet;
import org.metier.match.model.ModelCard;
import org.metier.rank.Forest;
import org.metier.rank.fitting.ForestSettings;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.training.internal.Dice;
import org.metier.training.internal.boosting.GrownTree;
import org.metier.training.internal.boosting.TextBoosting;
import org.metier.training.ranker.RankerTrainer;

/// Fits the occupation linker's ranker and its confidence to titles whose right concepts are known.
///
/// There is a ranker for taxonomies with an encoder and one for those without. Five models that each leave a fifth of the titles out score what they did not see: that gives the
/// measures of the card (`cv.`), and the scores on which the confidence is fitted, together with labels of
/// skills, which are no titles. The model itself learns from all titles. With English titles among them, the
/// five also score how the titles of the other languages find the concepts of the English labels, which
/// nothing learns from (`cv.LANGUAGE.toEnglish.`).
///
/// One thread. Equal data and settings give an equal model, byte for byte, on every machine; with an equal
/// clock an equal card too. 4,100 titles take some minutes.
public final class TitleTrainer {
  /// Good for some thousands of titles.
  public static final ForestSettings DEFAULT = RankerTrainer.DEFAULT.toBuilder()
      .trees(400)
      .leaves(8)
      .minLeafRows(50)
      .shrinkage(0.05)
      .featureShare(0.6)
      .build();

  /// How many forests are averaged by default. Ranking titles costs three milliseconds with them, a file 1.8 MB.
  public static final int FORESTS = 3;

  /// What a model file holds of trees for one ranker.
  private static final int MOST_TREES = 2_000;
  private static final int FOLDS = 5;
  /// Labels of skills by language.
  private static final int NO_TITLES = 200;

  private static final List<String> NOT_FOR = List.of(
      "deciding about a person without a person: it proposes occupations for somebody to look at",
      "titles as advertisements write them, with employers, places and conditions in between: it learnt from"
          + " entries of national classifications",
      "languages other than English, French, Dutch, Polish and German");

  private final Taxonomy taxonomy;
  private final ForestSettings settings;
  private final int forests;
  private final Clock clock;
  private final LinkProgress progress;

  /// @param taxonomy that titles are linked to, with the encoder of its home
  /// @param settings of each forest
  /// @param forests how many are averaged, at least 1 and with at most 2,000 trees in all: one alone hangs on its seed
  /// @param clock dates the card
  public TitleTrainer(Taxonomy taxonomy, ForestSettings settings, int forests, Clock clock,
      LinkProgress progress) {
    if (forests < 1 || (long) forests * settings.trees() > MOST_TREES) {
      throw new IllegalArgumentException("forests must be at least 1 with at most " + MOST_TREES
          + " trees in all, were " + forests + " of " + settings.trees());
    }
    this.forests = forests;
    this.taxonomy = taxonomy;
    this.settings = settings;
    this.clock = clock;
    this.progress = progress;
  }

  /// @param sets titles and corpus by language
  /// @param sha256 hash of each file, by its name
  /// @throws org.metier.training.TrainingDataException if there is nothing to learn
  public TrainedLinkModel train(Map<Language, TitleSet> sets, Map<String, String> sha256) {
    TitleGathering gathering = new TitleGathering(taxonomy, new Dice(settings.seed()), FOLDS);
    Map<Language, TitleSet> ordered = new TreeMap<>(sets);
    TitleSet english = ordered.get(Language.EN);
    BridgedTitles bridged = english == null ? null : new BridgedTitles(taxonomy, english);
    int read = 0;
    for (Map.Entry<Language, TitleSet> set : ordered.entrySet()) {
      int[] folds = gathering.add(set.getKey(), set.getValue(), NO_TITLES);
      if (bridged != null && set.getKey() != Language.EN) {
        bridged.add(set.getKey(), set.getValue(), folds);
      }
      progress.done("languages", ++read, ordered.size());
    }
    List<JudgedText> titles = gathering.titles();
    Map<String, Double> measures = new TreeMap<>();
    LinkRanker without = ranker(titles.stream().filter(t -> !t.hasEncoder()).toList(),
        "withoutEncoder.", LinkModel.standard(LinkTask.TITLES).withoutEncoder(), bridged,
        measures);
    List<JudgedText> encoded = titles.stream().filter(JudgedText::hasEncoder).toList();
    LinkRanker with = encoded.isEmpty()
        ? without
        : ranker(encoded, "", LinkModel.standard(LinkTask.TITLES).withEncoder(), bridged,
            measures);
    LinkModel model = new LinkModel(LinkTask.TITLES, with, without);
    return new TrainedLinkModel(model,
        new ModelCard(model.sha256(), LinkFeature.names(), sha256, settings.seed(),
            described(titles), measures, clock.instant(), NOT_FOR));
  }

  private LinkRanker ranker(List<JudgedText> titles, String name, LinkRanker before,
      @Nullable BridgedTitles bridged, Map<String, Double> measures) {
    FoldModels models = FoldModels.grow(titles, settings, forests, FOLDS, progress);
    ScoredTexts unseen = models.scored(LinkTask.TITLES, titles);
    LinkConfidence confidence = unseen.fitted();
    List<GrownTree> trees = TextBoosting.average(JudgedText.lists(titles), settings, forests);
    progress.done("models", FOLDS + 1, FOLDS + 1);
    LinkRanker ranker = new LinkRanker(Forest.of(LinkFeature.values().length, 0,
        trees.stream().map(GrownTree::toTree).toList()), confidence);
    for (Language language : Language.values()) {
      ScoredTexts own = unseen.where(title -> title.group().equals(language.code()));
      if (!own.texts().isEmpty()) {
        String prefix = name + language.code() + ".";
        own.measure("cv." + prefix, measures);
        measures.put("cv." + prefix + "calibrationError", own.calibrationError(confidence));
        measures.put("titles." + prefix + "count",
            (double) own.texts().stream().filter(JudgedText::isAnswerable).count());
        own.measureAs("writing." + prefix, LinkFeature.WRITING.ordinal(), measures);
        own.measureAs("meaning." + prefix, LinkFeature.MEANING.ordinal(), measures);
        own.measureAs("seen." + prefix, ranker, measures);
        own.measureAs("before." + prefix, before, measures);
      }
    }
    if (bridged != null) {
      bridged.measure(models, titles.getFirst().hasEncoder(), name, measures);
    }
    return ranker;
  }

  private Map<String, String> described(List<JudgedText> titles) {
    Map<String, String> described = new TreeMap<>();
    described.put("algorithm",
        "LambdaMART (Burges 2010) on binned features, leaf by leaf; confidence by logistic regression");
    described.put("crossValidation", FOLDS + " folds by title");
    described.put("encoder", taxonomy.encoder().isPresent() ? "of the taxonomy" : "none");
    described.put("forests", forests + ", averaged, with the seeds from the seed on");
    described.put("leaves", String.valueOf(settings.leaves()));
    described.put("minLeaf", String.valueOf(settings.minLeafRows()));
    described.put("noTitles",
        NO_TITLES + " labels of skills by language, for the confidence alone");
    described.put("sample", String.valueOf(settings.listShare()));
    described.put("shrinkage", String.valueOf(settings.shrinkage()));
    described.put("taxonomy", taxonomy.id());
    described.put("titles", String.valueOf(
        titles.stream().filter(JudgedText::isAnswerable).filter(t -> !t.hasEncoder()).count()));
    described.put("titlesLicence",
        "not named in the data's README; the model holds no words of them, the card their hashes alone");
    described.put("trees", settings.trees() + " by forest");
    return described;
  }
}
