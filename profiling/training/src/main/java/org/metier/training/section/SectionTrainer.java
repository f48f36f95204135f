package org.metier.training.section;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.match.model.ModelCard;
import org.metier.section.SectionLabel;
import org.metier.section.SectionModel;
import org.metier.section.SectionModelFile;
import org.metier.text.Language;
import org.metier.training.internal.Dice;

/// Fits the classifier of a CV's lines to CVs made of our authored patterns in all languages, and to labelled
/// CVs of the caller's if any.
///
/// The measures of the card come from models that each left a fifth out: of the authored patterns every fifth
/// heading and line, so that what is measured on shares neither with what was learnt, and of labelled CVs
/// every fifth CV. The model itself learns from all.
///
/// One thread. Equal data and settings give an equal model, byte for byte, on every machine; with an equal
/// clock an equal card too. The authored CVs take about a minute.
public final class SectionTrainer {
  /// Authored CVs by language.
  private static final int CVS = 500;
  private static final int HELD_OUT_CVS = 40;
  /// How often the lines below a heading are not what it says, in what is learnt from.
  private static final double FOREIGN = 0.2;
  private static final int ROUNDS = 6;
  private static final int FOLDS = 5;
  private static final List<String> NOT_FOR = List.of(
      "documents other than CVs",
      "languages other than English, French, Dutch, Polish and German",
      "deciding about a person: it says what part of a CV a line belongs to, and nothing about its writer");

  private final long seed;
  private final int cvs;
  private final Clock clock;

  /// @param cvs authored CVs by language, at least 10; 500 by default
  /// @param clock dates the card
  public SectionTrainer(long seed, @Nullable Integer cvs, Clock clock) {
    this.seed = seed;
    this.cvs = cvs == null ? CVS : cvs;
    if (this.cvs < 10) {
      throw new IllegalArgumentException(
          "authored CVs by language must be at least 10, was " + cvs);
    }
    this.clock = clock;
  }

  /// @param labelled CVs of the caller's; empty for the authored ones alone
  /// @param sha256 hash of each file, by its name
  /// @param before the model in service, measured on the same CVs; null when there is none
  public TrainedSections train(List<LabelledCv> labelled, Map<String, String> sha256,
      @Nullable SectionModel before) {
    Map<String, Double> measures = new TreeMap<>();
    measure(labelled, before, measures);
    Dice dice = new Dice(seed);
    List<LabelledCv> all = new ArrayList<>(labelled);
    int patterns = 0;
    for (Language language : Language.values()) {
      SectionPatterns own = SectionPatterns.of(language);
      patterns += own.count();
      all.addAll(made(language, own, cvs, FOREIGN, dice.fork(language.ordinal())));
    }
    SectionModel model = new SectionPerceptron().fit(all, ROUNDS, dice.fork(99));
    return new TrainedSections(model,
        new ModelCard(SectionModelFile.sha256(model), SectionLabel.names(), sha256, seed,
            settings(labelled.size(), patterns), measures, clock.instant(), NOT_FOR));
  }

  private Map<String, String> settings(int labelled, int patterns) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("algorithm",
        "averaged structured perceptron (Collins 2002) over a chain of lines");
    settings.put("authoredCvs", cvs + " by language, made of patterns that we wrote");
    settings.put("authoredPatterns", String.valueOf(patterns));
    settings.put("crossValidation", FOLDS + " folds by authored pattern, and by labelled CV");
    settings.put("labelledCvs", String.valueOf(labelled));
    settings.put("rounds", String.valueOf(ROUNDS));
    return settings;
  }

  private void measure(List<LabelledCv> labelled, @Nullable SectionModel before,
      Map<String, Double> measures) {
    Map<String, List<Told>> told = new TreeMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      Dice dice = new Dice(seed).fork(1_000 + fold);
      List<LabelledCv> learnt = new ArrayList<>();
      List<LabelledCv> held = new ArrayList<>();
      for (int i = 0; i < labelled.size(); i++) {
        (i % FOLDS == fold ? held : learnt).add(labelled.get(i));
      }
      for (Language language : Language.values()) {
        SectionPatterns own = SectionPatterns.of(language);
        learnt.addAll(made(language, own.part(fold, FOLDS, false), cvs, FOREIGN,
            dice.fork(language.ordinal())));
        held.addAll(made(language, own.part(fold, FOLDS, true), Math.min(cvs, HELD_OUT_CVS), 0,
            dice.fork(10 + language.ordinal())));
      }
      SectionModel model = new SectionPerceptron().fit(learnt, ROUNDS, dice.fork(99));
      for (LabelledCv cv : held) {
        told.computeIfAbsent(cv.group(), g -> new ArrayList<>())
            .add(new Told(cv, model.labels(cv.texts(), line -> null)));
      }
    }
    told.forEach((group, cvsOfGroup) -> {
      measures("cv." + group + ".", cvsOfGroup, measures);
      if (before != null) {
        measures("before." + group + ".",
            cvsOfGroup.stream()
                .map(cv -> new Told(cv.cv, before.labels(cv.cv.texts(), line -> null)))
                .toList(),
            measures);
      }
    });
  }

  private record Told(LabelledCv cv, List<SectionModel.Told> labels) {}

  private static void measures(String name, List<Told> told, Map<String, Double> measures) {
    SectionMeasures counted = new SectionMeasures();
    told.forEach(one -> counted.count(one.cv, one.labels));
    counted.put(name, measures);
  }

  private static List<LabelledCv> made(Language language, SectionPatterns patterns, int count,
      double foreign, Dice dice) {
    CvMaker maker = new CvMaker(language, patterns, foreign, dice);
    List<LabelledCv> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(maker.cv());
    }
    return made;
  }
}
