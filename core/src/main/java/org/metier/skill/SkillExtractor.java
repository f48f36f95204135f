package org.metier.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.link.SkillLinker;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Finds the skills of a taxonomy that a text mentions, each with its place, how sure that is, and what the text says
/// about having it. The vocabulary is closed: what the taxonomy does not know is not invented.
///
/// Labels of the taxonomy are found in any reading; stretches that state a skill in other words, by a
/// [SkillSpanFinder], are linked by a [SkillLinker] in the closest one. Where mentions overlap, the surest stays; one of
/// knowledge may stay within one of a skill, as "SQL" in "maintaining SQL databases".
///
/// Thread-safe: build one and share it. See [Reading] for what a text costs.
public final class SkillExtractor {
  /// Mentions less sure are left out by default.
  public static final double LEAST_CONFIDENCE = 0.3;

  private final Reading reading;
  private final double leastConfidence;
  private final MentionSigns signs;
  private final MentionConfidence confidence;
  private final Taxonomy taxonomy;
  private final SpanModel spans;
  private final SkillLinker linker;

  private SkillExtractor(Builder builder) {
    reading = builder.reading;
    leastConfidence = builder.leastConfidence;
    taxonomy = builder.taxonomy;
    spans = builder.spans;
    linker = builder.linker == null
        ? SkillLinker.over(builder.taxonomy, builder.analyzer)
        : builder.linker;
    signs = new MentionSigns(builder.taxonomy, builder.analyzer, builder.reading,
        SkillSpanFinder.over(builder.taxonomy, builder.analyzer, builder.spans), linker);
    confidence = switch (builder.reading) {
      case LABELS -> MentionConfidence.LABELS;
      case CHECKED -> MentionConfidence.CHECKED;
      case LINKED -> MentionConfidence.LINKED;
    };
  }

  public static Builder builder(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new Builder(taxonomy, analyzer);
  }

  /// Changes whenever equal texts may give other mentions, as far as that depends on the settings and on the
  /// models that the reading uses. Costs some hundredths of a second, for the models are hashed.
  public String id() {
    String own = reading + "-" + leastConfidence;
    return switch (reading) {
      case LABELS -> own;
      case CHECKED -> own + "-" + spans.sha256();
      case LINKED -> own + "-" + spans.sha256() + "-"
          + linker.model().sha256();
    };
  }

  /// As [#extract(String, Language, TextKind, SkillHints)] without hints.
  public List<SkillMention> extract(String text, Language language, TextKind kind) {
    return extract(text, language, kind, SkillHints.NONE);
  }

  /// The skills that a text mentions, in order of appearance. Boilerplate is left out.
  ///
  /// @param kind whose skills the text is about
  /// @param hints what is known of the text
  public List<SkillMention> extract(String text, Language language, TextKind kind,
      SkillHints hints) {
    List<Candidate> sure = new ArrayList<>();
    for (MentionSigns.Signed found : signs.of(text, language, hints)) {
      double own = confidence.of(found.signs());
      if (own >= leastConfidence) {
        sure.add(new Candidate(found, own));
      }
    }
    Stances stances = Stances.of(kind, language, text);
    List<SkillMention> mentions = new ArrayList<>();
    for (Candidate kept : apart(sure)) {
      Stance stance = stances.at(kept.found.span());
      if (stance != Stance.BOILERPLATE) {
        mentions.add(new SkillMention(kept.found.span(), kept.found.concept(), kept.confidence,
            kind(kept), stance));
      }
    }
    return mentions;
  }

  private record Candidate(MentionSigns.Signed found, double confidence) {}

  private SpanKind kind(Candidate candidate) {
    return taxonomy.isKnowledge(candidate.found.concept()) ? SpanKind.KNOWLEDGE : SpanKind.SKILL;
  }

  /// Of overlapping mentions the surest, and of equally sure ones the longest.
  private List<Candidate> apart(List<Candidate> candidates) {
    List<Candidate> order = new ArrayList<>(candidates);
    order.sort(Comparator.comparingDouble((Candidate c) -> -c.confidence)
        .thenComparingInt(c -> -c.found.span().length())
        .thenComparingInt(c -> c.found.span().start())
        .thenComparingInt(c -> c.found.concept()));
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : order) {
      if (kept.stream().allMatch(other -> mayStandBeside(candidate, other))) {
        kept.add(candidate);
      }
    }
    kept.sort(Comparator.comparingInt((Candidate c) -> c.found.span().start())
        .thenComparingInt(c -> c.found.span().end())
        .thenComparingInt(c -> c.found.concept()));
    return kept;
  }

  private boolean mayStandBeside(Candidate a, Candidate b) {
    if (!a.found.span().overlaps(b.found.span())) {
      return true;
    }
    return a.found.concept() != b.found.concept() && kind(a) != kind(b)
        && a.found.span().length() != b.found.span().length();
  }

  /// Collects the settings of a [SkillExtractor]; all are optional. Not thread-safe.
  public static final class Builder {
    private final Taxonomy taxonomy;
    private final TextAnalyzer analyzer;
    private Reading reading = Reading.LINKED;
    private double leastConfidence = LEAST_CONFIDENCE;
    private SpanModel spans = SpanModel.standard();
    private @Nullable SkillLinker linker;

    private Builder(Taxonomy taxonomy, TextAnalyzer analyzer) {
      this.taxonomy = taxonomy;
      this.analyzer = analyzer;
    }

    /// How closely to read; [Reading#LINKED] by default.
    public Builder reading(Reading closeness) {
      reading = closeness;
      return this;
    }

    /// Mentions less sure are left out.
    ///
    /// @param chance 0 to 1; [#LEAST_CONFIDENCE] by default
    public Builder leastConfidence(double chance) {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("leastConfidence must be 0 to 1, was " + chance);
      }
      leastConfidence = chance;
      return this;
    }

    /// What finds the stretches that state a skill and what links them, in place of [#spans] and [#linker];
    /// the models that ship with Metier by default.
    public Builder models(TextModels models) {
      return spans(models.spans()).linker(SkillLinker.over(taxonomy, analyzer, models.skills()));
    }

    /// What finds the stretches that state a skill; the model that ships with Metier by default.
    public Builder spans(SpanModel model) {
      spans = model;
      return this;
    }

    /// What links those stretches to the taxonomy; one with the model that ships with Metier by default.
    public Builder linker(SkillLinker own) {
      linker = own;
      return this;
    }

    public SkillExtractor build() {
      return new SkillExtractor(this);
    }
  }
}
