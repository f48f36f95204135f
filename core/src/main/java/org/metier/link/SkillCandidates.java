package org.metier.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// The skills that a mention may mean, from all views of their labels, with their features. Not thread-safe.
final class SkillCandidates {
  private static final int BY_WORDS = 30;
  private static final int BY_RARE_WORDS = 20;
  private static final int BY_CENTRE = 20;
  private static final int BY_MEANING = 30;
  /// Whose single labels are compared: the nearest by their middles.
  private static final int LOOKED_AT = 60;
  /// What a lead in meaning is worth when likelihood is shared out.
  private static final double SPREAD = 0.1;

  private final SkillConcepts concepts;
  private final Question question;
  private final View own;
  private final Map<Integer, Double> byInitials = new TreeMap<>();
  private final Map<Integer, Meaning.Look> looks = new HashMap<>();

  /// The labels of one language.
  ///
  /// @param worth what a cosine there counts for
  record View(Language language, SkillWriting writing, double worth) {}

  /// What is asked, in words and in meaning.
  ///
  /// @param views the mention's own language first
  /// @param parts in the mention's own language
  /// @param near null without an encoder
  record Question(String abbreviation, List<View> views, List<SkillWriting> parts,
      @Nullable Nearness near) {
    Question {
      views = List.copyOf(views);
      parts = List.copyOf(parts);
    }
  }

  /// @param mention the whole
  /// @param parts null for a mention that is no enumeration
  /// @param surroundings null for a mention that stands alone
  /// @param nearest some hundred concepts, among them those near the mention
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Nearness(Meaning mention, @Nullable Meaning parts, @Nullable Meaning surroundings,
      int[] nearest) {}

  SkillCandidates(SkillConcepts concepts, Question question) {
    this.concepts = concepts;
    this.question = question;
    own = question.views.getFirst();
  }

  /// All candidates in ascending order of their numbers.
  List<SkillCandidate> list() {
    TreeSet<Integer> chosen = new TreeSet<>();
    float[] cosines = new float[concepts.size()];
    float[] rare = new float[concepts.size()];
    for (View view : question.views) {
      view.writing.search(cosines, rare, (float) view.worth);
    }
    question.parts.forEach(part -> part.search(cosines, rare, 1));
    addAll(chosen, Writing.highest(cosines, BY_WORDS));
    addAll(chosen, Writing.highest(rare, BY_RARE_WORDS));
    for (View view : question.views) {
      view.writing.initials()
          .search(question.abbreviation,
              (place, isWithinWord) -> byInitials.merge(place, isWithinWord ? 1 : 0.5, Math::max));
    }
    chosen.addAll(byInitials.keySet());
    Nearness near = question.near;
    if (near != null) {
      addAll(chosen, nearest(near));
    }
    List<SkillCandidate> candidates = new ArrayList<>();
    for (int place : chosen) {
      candidates.add(candidate(place));
    }
    compare(candidates, SkillFeature.WORDS, SkillFeature.WORDS_LEAD, SkillFeature.WORDS_RANK);
    if (near != null) {
      compare(candidates, SkillFeature.MEANING, SkillFeature.MEANING_LEAD,
          SkillFeature.MEANING_RANK);
      compare(candidates, SkillFeature.CENTRE, SkillFeature.CENTRE_LEAD, SkillFeature.CENTRE_RANK);
      compare(candidates, SkillFeature.CONTEXT, SkillFeature.CONTEXT_LEAD, null);
      shareOut(candidates);
    }
    return candidates;
  }

  private static void addAll(TreeSet<Integer> chosen, int[] places) {
    Arrays.stream(places).forEach(chosen::add);
  }

  /// The nearest by their middles, and of more of those the nearest by their single labels.
  private int[] nearest(Nearness near) {
    float[] middles = new float[concepts.size()];
    for (int place : near.nearest) {
      middles[place] = Math.max(near.mention.ownCentre(place), near.mention.centre(place));
      if (near.parts != null) {
        middles[place] = Math.max(middles[place], near.parts.ownCentre(place));
      }
    }
    float[] singles = new float[concepts.size()];
    for (int place : Writing.highest(middles, LOOKED_AT)) {
      singles[place] = (float) looks.computeIfAbsent(place, near.mention::look).best();
    }
    return IntStream
        .concat(Arrays.stream(Writing.highest(middles, BY_CENTRE)),
            Arrays.stream(Writing.highest(singles, BY_MEANING)))
        .toArray();
  }

  private SkillCandidate candidate(int place) {
    double[] row = new double[SkillFeature.values().length];
    Arrays.fill(row, Double.NaN);
    View at = own;
    SkillWriting.Look likest = at.writing.look(place);
    for (View view : question.views.subList(1, question.views.size())) {
      SkillWriting.Look look = view.writing.look(place);
      if (view.worth * look.words() > at.worth * likest.words()) {
        at = view;
        likest = look;
      }
    }
    describe(row, at, likest);
    put(row, SkillFeature.USAGE, concepts.usage(place));
    put(row, SkillFeature.REUSE, concepts.reuse(place));
    put(row, SkillFeature.IS_KNOWLEDGE, concepts.isKnowledge(place) ? 1 : 0);
    int concept = concepts.numbers()[place];
    put(row, SkillFeature.LABELS,
        concepts.taxonomy().labelCount(concept, own.language));
    double ofPart = likest.words() * at.worth;
    for (SkillWriting part : question.parts) {
      ofPart = Math.max(ofPart, part.look(place).words());
    }
    put(row, SkillFeature.WORDS_OF_PART, ofPart);
    put(row, SkillFeature.INITIALS, byInitials.getOrDefault(place, 0.0));
    if (question.near != null) {
      describe(row, question.near, place);
    }
    String label = likest.text() < 0
        ? concepts.taxonomy().label(concept, own.language)
        : concepts.taxonomy().label(concept, at.language, at.writing.rank(likest.text()));
    return new SkillCandidate(concept, row, label);
  }

  private void describe(double[] row, View at, SkillWriting.Look look) {
    SkillWriting.Shares shares = look.shares();
    put(row, SkillFeature.WORDS, at.worth * look.words());
    put(row, SkillFeature.WORDS_SECOND, at.worth * look.second());
    put(row, SkillFeature.WORDS_PREFERRED, at.worth * look.preferred());
    put(row, SkillFeature.MENTION_COVERED, shares.mention());
    put(row, SkillFeature.LABEL_COVERED, shares.label());
    put(row, SkillFeature.MENTION_COVERED_SAME, shares.mentionSame());
    put(row, SkillFeature.LABEL_COVERED_SAME, shares.labelSame());
    put(row, SkillFeature.MENTION_COVERED_BY_ALL, look.coveredByAll());
    put(row, SkillFeature.SHARED_WEIGHT, shares.sharedWeight());
    put(row, SkillFeature.SHARED_TIMES_COVERED, shares.sharedWeight() * shares.label());
    put(row, SkillFeature.FIRST_WORD, shares.firstWord());
    put(row, SkillFeature.LAST_WORD, shares.lastWord());
    put(row, SkillFeature.IS_FOREIGN, at == own ? 0 : 1);
    put(row, SkillFeature.MENTION_LENGTH, at.writing.mentionLength());
    put(row, SkillFeature.LABEL_LENGTH, shares.length());
    put(row, SkillFeature.IS_PREFERRED,
        look.text() >= 0 && at.writing.rank(look.text()) == 0 ? 1 : 0);
  }

  private void describe(double[] row, Nearness near, int place) {
    Meaning.Look look = looks.computeIfAbsent(place, near.mention::look);
    put(row, SkillFeature.MEANING, look.best());
    put(row, SkillFeature.MEANING_SECOND, look.second());
    put(row, SkillFeature.MEANING_MEAN, look.mean());
    put(row, SkillFeature.MEANING_PREFERRED, look.preferred());
    put(row, SkillFeature.MEANING_ELSEWHERE, look.elsewhere());
    put(row, SkillFeature.MEANING_OF_PART,
        near.parts == null ? look.best() : Math.max(look.best(), near.parts.look(place).best()));
    put(row, SkillFeature.CENTRE, near.mention.centre(place));
    if (near.surroundings != null) {
      put(row, SkillFeature.CONTEXT, near.surroundings.centre(place));
    }
  }

  private static void put(double[] row, SkillFeature feature, double value) {
    row[feature.ordinal()] = value;
  }

  private static void compare(List<SkillCandidate> candidates, SkillFeature feature,
      SkillFeature lead, @Nullable SkillFeature rank) {
    double[] values = candidates.stream()
        .mapToDouble(c -> c.features()[feature.ordinal()])
        .filter(v -> !Double.isNaN(v))
        .sorted()
        .toArray();
    for (SkillCandidate candidate : candidates) {
      double value = candidate.features()[feature.ordinal()];
      if (!Double.isNaN(value)) {
        put(candidate.features(), lead, value - values[values.length - 1]);
        if (rank != null) {
          long better = Arrays.stream(values).filter(v -> v > value).count();
          put(candidate.features(), rank, 1.0 / (1 + better));
        }
      }
    }
  }

  private void shareOut(List<SkillCandidate> candidates) {
    Map<Integer, Double> masses = new HashMap<>();
    double all = 0;
    for (SkillCandidate candidate : candidates) {
      double mass = mass(candidate);
      all += mass;
      for (int group : concepts.above(concepts.place(candidate.concept()))) {
        masses.merge(group, mass, Double::sum);
      }
    }
    for (SkillCandidate candidate : candidates) {
      double share = 0;
      for (int group : concepts.above(concepts.place(candidate.concept()))) {
        share = Math.max(share, masses.getOrDefault(group, 0.0));
      }
      put(candidate.features(), SkillFeature.GROUP_SHARE, all == 0 ? 0 : share / all);
    }
  }

  private static double mass(SkillCandidate candidate) {
    double lead = candidate.features()[SkillFeature.MEANING_LEAD.ordinal()];
    return Double.isNaN(lead) ? 0 : StrictMath.exp(lead / SPREAD);
  }
}
