package org.metier.coding;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.coding.crosswalk.Crosswalks;
import org.metier.coding.learned.OccupationModel;
import org.metier.feed.SkillText;
import org.metier.feed.VacancyDraft;
import org.metier.home.Home;
import org.metier.link.OccupationLinker;
import org.metier.place.Gazetteer;
import org.metier.place.Place;
import org.metier.place.PlaceText;
import org.metier.skill.Reading;
import org.metier.skill.SkillExtractor;
import org.metier.skill.SkillHints;
import org.metier.skill.SkillMention;
import org.metier.skill.Stance;
import org.metier.skill.TextKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.LanguageDetector;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Importance;

/// Understands a vacancy: tells its language, codes its occupation and skills to the taxonomy with
/// evidence, and finds qualifications and coordinates that the source does not state. What the source
/// states is never overruled, but by a person's correction. Thread-safe.
public final class VacancyCoder {
  /// Changes whenever equal drafts may give other vacancies, so that they are coded anew.
  public static final int VERSION = 3;

  /// How sure an occupation must be by default for a vacancy to be coded to it.
  public static final double LEAST_CONFIDENCE = 0.3;

  /// How sure a skill must be by default for a vacancy to ask for it.
  public static final double LEAST_SKILL_CONFIDENCE = 0.2;

  private final Taxonomy taxonomy;
  private final LanguageDetector detector = LanguageDetector.create();
  private final SkillExtractor skills;
  private final OccupationCoder occupations;
  private final RequirementFinder requirements = new RequirementFinder();
  private final Gazetteer gazetteer;
  private final String id;

  private VacancyCoder(Builder builder) {
    taxonomy = builder.taxonomy;
    gazetteer = builder.gazetteer;
    skills = SkillExtractor.builder(taxonomy, builder.analyzer)
        .reading(builder.reading)
        .leastConfidence(builder.leastSkillConfidence)
        .build();
    occupations = new OccupationCoder(taxonomy,
        OccupationLinker.over(taxonomy, builder.analyzer), builder.crosswalks, builder.model,
        builder.leastConfidence);
    id = VERSION + "-" + taxonomy.id() + "-" + builder.crosswalks.id() + "-"
        + (builder.model == null ? "labels" : builder.model.sha256()) + "-"
        + builder.leastConfidence + "-" + skills.id();
  }

  /// A coder with the built-in crosswalks and without a learned model.
  public static VacancyCoder over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return builder(taxonomy, analyzer).build();
  }

  /// A coder with the crosswalks, the gazetteer and the learned model of a home, as far as it has them.
  ///
  /// @param taxonomy of that home
  /// @throws org.metier.coding.crosswalk.CrosswalkException if a crosswalk is damaged
  /// @throws org.metier.coding.learned.OccupationModelException if the model cannot be used
  public static VacancyCoder of(Home home, Taxonomy taxonomy, TextAnalyzer analyzer) {
    Builder builder = builder(taxonomy, analyzer).crosswalks(Crosswalks.of(home))
        .gazetteer(Gazetteer.of(home));
    OccupationModel.of(home).ifPresent(builder::model);
    return builder.build();
  }

  public static Builder builder(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new Builder(taxonomy, analyzer);
  }

  /// Changes whenever equal drafts may give other vacancies: with the release, the taxonomy, the
  /// crosswalks, the learned model and the threshold.
  public String id() {
    return id;
  }

  /// As [#code(VacancyDraft, Correction)] without a correction.
  public Vacancy code(VacancyDraft draft) {
    return code(draft, null).vacancy();
  }

  /// Linear in the length of title and description.
  ///
  /// A vacancy whose likeliest occupation is less sure than the threshold has no occupations; its
  /// [Vacancy#review] holds what it may be.
  ///
  /// @param correction in force for this vacancy; null when nobody corrected it
  /// @throws IllegalArgumentException if the correction is of another vacancy
  public Coded code(VacancyDraft draft, @Nullable Correction correction) {
    Vacancy stated = draft.vacancy();
    if (correction != null && !correction.vacancy().equals(stated.id())) {
      throw new IllegalArgumentException("the correction is of vacancy " + correction.vacancy()
          + ", but the draft is " + stated.id());
    }
    Language language = stated.language() != null
        ? stated.language()
        : detector.detect(stated.title() + "\n" + stated.description()).orElse(null);
    OccupationCoder.Coding coding = occupations.code(draft, language, correction);
    Vacancy.Builder vacancy = stated.toBuilder()
        .language(language)
        .workplaces(located(stated.workplaces()))
        .occupations(coding.occupations())
        .review(coding.review());
    Cues cues = language == null ? null : new Cues(language, stated.description());
    TermFinder.complete(vacancy, stated, cues);
    if (language != null && cues != null) {
      vacancy.skills(skills(draft, language));
      requirements.complete(vacancy, stated, language, cues);
    }
    return new Coded(vacancy.build(), coding.misses());
  }

  private List<Place> located(List<Place> places) {
    return places.stream()
        .flatMap(place -> PlaceText.located(place, gazetteer).stream())
        .distinct()
        .toList();
  }

  private List<SkillDemand> skills(VacancyDraft draft, Language language) {
    Vacancy vacancy = draft.vacancy();
    Map<String, SkillDemand> demands = new LinkedHashMap<>();
    String id = vacancy.id().toString();
    for (SkillMention found : skills.extract(vacancy.title(), language, TextKind.VACANCY)) {
      add(demands, id, "title", vacancy.title(), found.span(), found, Importance.REQUIRED);
    }
    for (SkillMention found : skills.extract(vacancy.description(), language,
        TextKind.VACANCY)) {
      Optional<Importance> importance = importance(found.stance());
      if (importance.isPresent()) {
        add(demands, id, "description", vacancy.description(), found.span(), found,
            importance.get());
      }
    }
    Map<String, Integer> offsets = new HashMap<>();
    for (SkillText skill : draft.skillTexts()) {
      // Spans count within the field's texts, one a line.
      int offset = offsets.getOrDefault(skill.field(), 0);
      for (SkillMention found : listed(skill.text(), language)) {
        Span span = new Span(offset + found.span().start(), offset + found.span().end());
        add(demands, id, skill.field(), skill.text(), span, found, skill.importance());
      }
      offsets.put(skill.field(), offset + skill.text().length() + 1);
    }
    return List.copyOf(demands.values());
  }

  private List<SkillMention> listed(String text, Language language) {
    return text.isEmpty()
        ? List.of()
        : skills.extract(text, language, TextKind.VACANCY,
            new SkillHints(List.of(new Span(0, text.length())), Set.of()));
  }

  /// How much an employer who says so asks for a skill; empty when it does not.
  private static Optional<Importance> importance(Stance stance) {
    return switch (stance) {
      case REQUIRED -> Optional.of(Importance.REQUIRED);
      case NICE_TO_HAVE -> Optional.of(Importance.DESIRED);
      case STATED -> Optional.of(Importance.MENTIONED);
      case NEGATED, WISHED, OTHERS, BOILERPLATE -> Optional.empty();
    };
  }

  /// Adds a demand, or raises the importance of an earlier one for the same skill.
  private void add(Map<String, SkillDemand> demands, String id, String section, String text,
      Span span, SkillMention found, Importance importance) {
    String uri = taxonomy.uri(found.concept());
    SkillDemand earlier = demands.get(uri);
    if (earlier == null) {
      Evidence evidence = new Evidence(id, section, span, found.span().of(text));
      demands.put(uri, new SkillDemand(uri, importance, evidence));
    } else if (importance.compareTo(earlier.importance()) < 0) {
      demands.put(uri, new SkillDemand(uri, importance, earlier.evidence()));
    }
  }

  /// Collects the settings of a [VacancyCoder]; all are optional. Not thread-safe.
  public static final class Builder {
    private final Taxonomy taxonomy;
    private final TextAnalyzer analyzer;
    private Crosswalks crosswalks = Crosswalks.builtIn();
    private @Nullable OccupationModel model;
    private Gazetteer gazetteer = Gazetteer.builtIn();
    private double leastConfidence = LEAST_CONFIDENCE;
    private Reading reading = Reading.LABELS;
    private double leastSkillConfidence = LEAST_SKILL_CONFIDENCE;

    private Builder(Taxonomy taxonomy, TextAnalyzer analyzer) {
      this.taxonomy = taxonomy;
      this.analyzer = analyzer;
    }

    /// What codes of national classifications mean; the built-in ones by default.
    public Builder crosswalks(Crosswalks crosswalks) {
      this.crosswalks = crosswalks;
      return this;
    }

    /// Locates workplaces of which the source gives no coordinates; that of the larger towns by default.
    public Builder gazetteer(Gazetteer gazetteer) {
      this.gazetteer = gazetteer;
      return this;
    }

    /// Codes vacancies in the model's languages that state no code; none by default, and then the labels
    /// of the taxonomy do.
    public Builder model(OccupationModel model) {
      this.model = model;
      return this;
    }

    /// How sure the likeliest occupation must be for the vacancy to be coded to it, 0 to 1;
    /// [#LEAST_CONFIDENCE] by default. Below it a person is asked, and matching goes by skills and words.
    public Builder leastConfidence(double chance) {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("leastConfidence must be 0 to 1, was " + chance);
      }
      leastConfidence = chance;
      return this;
    }

    /// How closely texts are read for skills; [Reading#LABELS] by default.
    ///
    /// On English sentences that people labelled, the F1 of skills is .33 with labels, .36 with [Reading#CHECKED] and
    /// .49 with [Reading#LINKED] (`evaluate skills`), but not measured in other languages. Checking costs about half a
    /// millisecond more for an advertisement of 200 words; linking about a millisecond more for each stretch that
    /// states a skill, several times what all else costs.
    public Builder skills(Reading closeness) {
      reading = closeness;
      return this;
    }

    /// How sure a skill must be for the vacancy to ask for it, 0 to 1; [#LEAST_SKILL_CONFIDENCE] by default.
    public Builder leastSkillConfidence(double chance) {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("leastSkillConfidence must be 0 to 1, was " + chance);
      }
      leastSkillConfidence = chance;
      return this;
    }

    /// Builds the vocabulary of the taxonomy in memory when first used; takes as long as reading all of
    /// its labels.
    public VacancyCoder build() {
      return new VacancyCoder(this);
    }
  }
}
