package org.metier.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.link.ConceptTag;
import org.metier.link.ConceptTagger;
import org.metier.link.OccupationLink;
import org.metier.link.OccupationLinker;
import org.metier.place.Gazetteer;
import org.metier.place.Place;
import org.metier.place.PlaceText;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.LanguageDetector;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Importance;

/// Understands a vacancy: tells its language, codes its occupation and skills to the taxonomy with
/// evidence, and finds qualifications and coordinates that the source does not state. What the source
/// states is never overruled. Thread-safe.
public final class VacancyCoder {
  /// Changes whenever equal drafts may give other vacancies, so that they are coded anew.
  public static final int VERSION = 2;

  private static final int MAX_OCCUPATIONS = 3;
  /// A link less sure than this is a guess that would only blur retrieval.
  private static final double MIN_CONFIDENCE = 0.05;

  private final Taxonomy taxonomy;
  private final LanguageDetector detector = LanguageDetector.create();
  private final ConceptTagger skillTagger;
  private final OccupationLinker linker;
  private final RequirementFinder requirements = new RequirementFinder();
  private final Gazetteer gazetteer;
  private final Map<String, String> groupOfCode = new HashMap<>();

  private VacancyCoder(Taxonomy taxonomy, TextAnalyzer analyzer, Gazetteer gazetteer) {
    this.taxonomy = taxonomy;
    this.gazetteer = gazetteer;
    skillTagger = ConceptTagger.over(taxonomy, ConceptKind.SKILL, analyzer);
    linker = OccupationLinker.over(taxonomy, analyzer);
    for (int group : taxonomy.concepts(ConceptKind.ISCO_GROUP)) {
      groupOfCode.put(taxonomy.code(group), taxonomy.uri(group));
    }
  }

  /// A coder that knows the towns and regions that ship with Metier.
  public static VacancyCoder over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return over(taxonomy, analyzer, Gazetteer.builtIn());
  }

  /// Builds the vocabulary of a taxonomy in memory; takes as long as reading all of its labels.
  ///
  /// @param gazetteer locates workplaces of which the source gives no coordinates
  public static VacancyCoder over(Taxonomy taxonomy, TextAnalyzer analyzer, Gazetteer gazetteer) {
    return new VacancyCoder(taxonomy, analyzer, gazetteer);
  }

  /// Linear in the length of title and description.
  public Vacancy code(VacancyDraft draft) {
    Vacancy stated = draft.vacancy();
    Language language = stated.language() != null
        ? stated.language()
        : detector.detect(stated.title() + "\n" + stated.description()).orElse(null);
    Vacancy.Builder vacancy = stated.toBuilder()
        .language(language)
        .workplaces(located(stated.workplaces()))
        .occupations(occupations(draft, language));
    Cues cues = language == null ? null : new Cues(language, stated.description());
    TermFinder.complete(vacancy, stated, cues);
    if (language != null && cues != null) {
      vacancy.skills(skills(draft, language, cues));
      requirements.complete(vacancy, stated, language, cues);
    }
    return vacancy.build();
  }

  private List<Place> located(List<Place> places) {
    return places.stream()
        .flatMap(place -> PlaceText.located(place, gazetteer).stream())
        .distinct()
        .toList();
  }

  private List<OccupationCode> occupations(VacancyDraft draft, @Nullable Language language) {
    Set<OccupationCode> codes = new LinkedHashSet<>();
    Set<String> statedGroups = new LinkedHashSet<>();
    for (StatedCode stated : draft.occupationCodes()) {
      String uri = stated(stated);
      if (uri != null) {
        codes.add(new OccupationCode(uri, 1, OccupationCode.Origin.STATED));
        statedGroups.add(IscoCodes.of(taxonomy, uri));
      }
    }
    if (language != null && codes.size() < MAX_OCCUPATIONS) {
      linked(draft, language).stream()
          .filter(link -> statedGroups.isEmpty() || statedGroups.stream()
              .anyMatch(IscoCodes.of(taxonomy, taxonomy.uri(link.concept()))::startsWith))
          .map(link -> new OccupationCode(taxonomy.uri(link.concept()), link.confidence(),
              OccupationCode.Origin.LINKED))
          .filter(code -> codes.stream().noneMatch(c -> c.uri().equals(code.uri())))
          .limit(MAX_OCCUPATIONS - codes.size())
          .toList()
          .forEach(codes::add);
    }
    return List.copyOf(codes);
  }

  /// The URI of a stated URI or ISCO-08 code; null when this taxonomy does not have it.
  private @Nullable String stated(StatedCode stated) {
    if (!stated.scheme().equals(StatedCode.ESCO) && !stated.scheme().equals(StatedCode.ISCO_08)) {
      return null;
    }
    String code = stated.code();
    OptionalInt concept = taxonomy.find(code);
    if (concept.isPresent()) {
      ConceptKind kind = taxonomy.kind(concept.getAsInt());
      return kind == ConceptKind.OCCUPATION || kind == ConceptKind.ISCO_GROUP ? code : null;
    }
    // Sources write the group's URI with a small c, or the bare code.
    return groupOfCode.get(code.replaceFirst("^http://data\\.europa\\.eu/esco/isco/[cC]", ""));
  }

  /// What the title and the source's own names of the occupation may mean, each occupation with the
  /// confidence of the title that speaks loudest for it.
  private List<OccupationLink> linked(VacancyDraft draft, Language language) {
    List<String> titles = new ArrayList<>();
    titles.add(draft.vacancy().title());
    titles.addAll(draft.occupationTitles());
    Map<Integer, OccupationLink> best = new HashMap<>();
    for (String title : titles) {
      for (OccupationLink link : linker.link(title, language, MAX_OCCUPATIONS)) {
        best.merge(link.concept(), link, (a, b) -> a.confidence() >= b.confidence() ? a : b);
      }
    }
    return best.values()
        .stream()
        .filter(link -> link.confidence() >= MIN_CONFIDENCE)
        .sorted(Comparator.comparingDouble(OccupationLink::confidence)
            .reversed()
            .thenComparing(link -> taxonomy.uri(link.concept())))
        .toList();
  }

  private List<SkillDemand> skills(VacancyDraft draft, Language language, Cues cues) {
    Vacancy vacancy = draft.vacancy();
    Map<String, SkillDemand> demands = new LinkedHashMap<>();
    String id = vacancy.id().toString();
    for (ConceptTag tag : skillTagger.tag(language, vacancy.title())) {
      add(demands, id, "title", vacancy.title(), tag.span(), tag, Importance.REQUIRED);
    }
    for (ConceptTag tag : skillTagger.tag(language, vacancy.description())) {
      if (cues.isLegal(tag.span())) {
        continue;
      }
      add(demands, id, "description", vacancy.description(), tag.span(), tag,
          cues.importance(tag.span()));
    }
    Map<String, Integer> offsets = new HashMap<>();
    for (var skill : draft.skillTexts()) {
      // Spans count within the field's texts, one a line.
      int offset = offsets.getOrDefault(skill.field(), 0);
      for (ConceptTag tag : skillTagger.tag(language, skill.text())) {
        Span span = new Span(offset + tag.span().start(), offset + tag.span().end());
        add(demands, id, skill.field(), skill.text(), span, tag, skill.importance());
      }
      offsets.put(skill.field(), offset + skill.text().length() + 1);
    }
    return List.copyOf(demands.values());
  }

  /// Adds a demand, or raises the importance of an earlier one for the same skill.
  private void add(Map<String, SkillDemand> demands, String id, String section, String text,
      Span span, ConceptTag tag, Importance importance) {
    String uri = taxonomy.uri(tag.concept());
    SkillDemand earlier = demands.get(uri);
    if (earlier == null) {
      Evidence evidence = new Evidence(id, section, span, tag.span().of(text));
      demands.put(uri, new SkillDemand(uri, importance, evidence));
    } else if (importance.compareTo(earlier.importance()) < 0) {
      demands.put(uri, new SkillDemand(uri, importance, earlier.evidence()));
    }
  }
}
