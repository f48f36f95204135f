package org.metier.training.link;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.metier.match.model.ModelCard;
import org.metier.skill.SkillSpan;
import org.metier.skill.SkillSpanFinder;
import org.metier.skill.SpanKind;
import org.metier.skill.SpanModel;
import org.metier.skill.internal.LabelledSentence;
import org.metier.skill.internal.SpanFeatures;
import org.metier.skill.internal.SpanFeatures.Lexicon;
import org.metier.skill.internal.SpanTally;
import org.metier.skill.internal.SpanTraining;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Fits the span finder to labelled sentences, measures it on others, and compares it there with the model that it
/// may replace.
///
/// The measures are of a model that learnt from the training sentences alone; the model that comes out learns from
/// both. One thread; equal sentences, settings and clock give an equal model and card.
public final class SpanTrainer {
  private static final List<String> NOT_FOR = List.of(
      "deciding about a person without a person: it proposes what to look up in a taxonomy",
      "saying whether the person has the skill that a span states",
      "French, Dutch, Polish and German, where it was tried by eye and not measured");

  private final SpanFeatures features;
  private final TextAnalyzer analyzer;
  private final Taxonomy taxonomy;
  private final SpanTraining.Settings settings;
  private final Clock clock;
  private final LinkProgress progress;

  /// @param taxonomy whose labels are features
  /// @param clock dates the card
  public SpanTrainer(Taxonomy taxonomy, SpanTraining.Settings settings, Clock clock,
      LinkProgress progress) {
    this.taxonomy = taxonomy;
    this.settings = settings;
    this.clock = clock;
    this.progress = progress;
    analyzer = TextAnalyzer.create();
    features = new SpanFeatures(taxonomy, analyzer);
  }

  /// @param train sentences to learn from
  /// @param dev sentences to measure on, of other documents
  /// @param before what the new model is compared with
  /// @param sha256 hash of each file, by its name
  /// @throws IllegalArgumentException if there is nothing to learn
  public TrainedSpans train(List<LabelledSentence> train, List<LabelledSentence> dev,
      SpanModel before, Map<String, String> sha256) {
    Map<String, Double> measures = new TreeMap<>();
    measure("", model(train, "models to measure"), dev, measures);
    measure("before.", before, dev, measures);
    List<LabelledSentence> all = new ArrayList<>(train);
    // Documents are numbered by file, and must not run into one another.
    int above = train.stream().mapToInt(LabelledSentence::document).max().orElse(0) + 1;
    dev.forEach(s -> all.add(
        new LabelledSentence(above + s.document(), s.tokens(), s.skills(), s.knowledge())));
    SpanModel model = model(all, "models to keep");
    return new TrainedSpans(model,
        new ModelCard(model.sha256(),
            List.of("hashed features of words, version " + SpanFeatures.VERSION), sha256,
            settings.seed(), described(train.size(), dev.size()), measures, clock.instant(),
            NOT_FOR));
  }

  private SpanModel model(List<LabelledSentence> sentences, String name) {
    return new SpanModel(Language.EN,
        SpanTraining.fit(sentences, features, Lexicon.WRITTEN, settings,
            (epoch, of) -> progress.done(name, epoch, 2 * of)),
        SpanTraining.fit(sentences, features, Lexicon.BRIDGED, settings,
            (epoch, of) -> progress.done(name, of + epoch, 2 * of)));
  }

  private void measure(String name, SpanModel model, List<LabelledSentence> dev,
      Map<String, Double> measures) {
    SpanModel bridged = new SpanModel(Language.FR, model.written(), model.bridged());
    measure(name, SkillSpanFinder.over(taxonomy, analyzer, model), dev, measures);
    measure(name + "bridged.", SkillSpanFinder.over(taxonomy, analyzer, bridged), dev, measures);
  }

  private static void measure(String name, SkillSpanFinder finder, List<LabelledSentence> dev,
      Map<String, Double> measures) {
    SpanTally both = new SpanTally();
    Map<SpanKind, SpanTally> tallies = new TreeMap<>();
    for (LabelledSentence sentence : dev) {
      List<SkillSpan> found = finder.find(sentence.text(), Language.EN);
      for (SpanKind kind : SpanKind.values()) {
        List<org.metier.text.Span> answers = found.stream()
            .filter(f -> f.kind() == kind)
            .map(f -> sentence.tokens(f.span()))
            .toList();
        tallies.computeIfAbsent(kind, k -> new SpanTally())
            .add(answers, sentence.gold(kind.ordinal()));
        both.add(answers, sentence.gold(kind.ordinal()));
      }
    }
    tallies.forEach((kind, tally) -> put(name + kind.name().toLowerCase(Locale.ROOT) + ".", tally,
        measures));
    put(name + "both.", both, measures);
  }

  private static void put(String name, SpanTally tally, Map<String, Double> measures) {
    measures.put(name + "strict.precision", tally.strict().precision());
    measures.put(name + "strict.recall", tally.strict().recall());
    measures.put(name + "strict.f1", tally.strict().f1());
    measures.put(name + "overlapping.f1", tally.overlapping().f1());
  }

  private Map<String, String> described(int train, int dev) {
    Map<String, String> described = new TreeMap<>();
    described.put("algorithm",
        "two linear-chain conditional random fields (Lafferty et al. 2001), for skills and for knowledge");
    described.put("drop", String.valueOf(settings.drop()));
    described.put("epochs", String.valueOf(settings.epochs()));
    described.put("language", "en");
    described.put("leastDocuments", String.valueOf(settings.leastDocuments()));
    described.put("licence",
        "sentences of SkillSpan (Zhang et al., NAACL 2022); the data's README names no licence for these rows");
    described.put("measured", "a model of the " + train + " training sentences, on " + dev
        + " sentences of other advertisements; this model learnt from both");
    described.put("penalty", String.valueOf(settings.penalty()));
    described.put("rate", String.valueOf(settings.rate()));
    described.put("sentences", String.valueOf(train + dev));
    described.put("taxonomy", taxonomy.id());
    described.put("threshold", String.valueOf(settings.threshold()));
    return described;
  }
}
