package org.metier.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.coding.crosswalk.Crosswalk.Target;
import org.metier.coding.crosswalk.Crosswalks;
import org.metier.coding.crosswalk.IscoGroups;
import org.metier.coding.learned.AdText;
import org.metier.coding.learned.OccupationModel;
import org.metier.coding.learned.UnitGroupGuess;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.link.OccupationLink;
import org.metier.link.OccupationLinker;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.OccupationCode.Origin;
import org.metier.vacancy.OccupationReview;
import org.metier.vacancy.OccupationReview.Cause;
import org.metier.vacancy.Vacancy;

/// Codes the occupation of a draft: a person's correction goes before what the source states, that before
/// what a learned model reads, and that before what the taxonomy's labels say. Thread-safe.
final class OccupationCoder {
  private static final int MAX_OCCUPATIONS = 3;
  private static final int UNIT_DIGITS = 4;
  /// Beyond three, because some of a model's unit groups are none of the taxonomy's.
  private static final int GUESSES = 6;
  /// A later concept less sure than this is a guess that would only blur retrieval.
  private static final double MIN_CONFIDENCE = 0.05;
  /// From here on the title names the occupation within its unit group.
  private static final double NAMED = 0.5;

  private final Taxonomy taxonomy;
  private final OccupationLinker linker;
  private final IscoGroups groups;
  private final Crosswalks crosswalks;
  private final @Nullable OccupationModel model;
  private final double leastConfidence;

  /// What was found.
  record Coding(List<OccupationCode> occupations, @Nullable OccupationReview review,
      List<StatedCode> misses) {}

  OccupationCoder(Taxonomy taxonomy, OccupationLinker linker, Crosswalks crosswalks,
      @Nullable OccupationModel model, double leastConfidence) {
    this.taxonomy = taxonomy;
    this.linker = linker;
    this.crosswalks = crosswalks;
    this.model = model;
    this.leastConfidence = leastConfidence;
    groups = IscoGroups.of(taxonomy);
  }

  Coding code(VacancyDraft draft, @Nullable Language language, @Nullable Correction correction) {
    List<StatedCode> misses = new ArrayList<>();
    Map<String, OccupationCode> stated = stated(draft, misses);
    if (correction != null) {
      return corrected(correction, misses);
    }
    List<OccupationCode> codes = stated.isEmpty()
        ? fromText(draft, language)
        : completed(stated, draft, language);
    if (!codes.isEmpty() && codes.getFirst().confidence() >= leastConfidence) {
      return new Coding(codes, null, misses);
    }
    Cause cause = !codes.isEmpty()
        ? Cause.UNSURE
        : language == null ? Cause.UNKNOWN_LANGUAGE : Cause.NOTHING_FOUND;
    List<OccupationCode> proposals = language != null
        && codes.stream().allMatch(code -> code.origin() == Origin.LINKED)
            ? proposals(draft, language)
            : codes;
    Cause found = cause == Cause.NOTHING_FOUND && !proposals.isEmpty() ? Cause.UNSURE : cause;
    return new Coding(List.of(), new OccupationReview(found, proposals), misses);
  }

  /// What the title comes nearest to, however unlikely: the best occupation or group of each of three
  /// unit groups.
  private List<OccupationCode> proposals(VacancyDraft draft, Language language) {
    Map<String, OccupationLink> best = new HashMap<>();
    for (String title : titles(draft)) {
      for (OccupationLink link : linker.suggestions(title, language).ranked()) {
        String unit = IscoCodes.of(taxonomy, taxonomy.uri(link.concept()));
        if (unit.length() == UNIT_DIGITS) {
          best.merge(unit, link, (a, b) -> a.confidence() >= b.confidence() ? a : b);
        }
      }
    }
    return best.values()
        .stream()
        .sorted(bySureness())
        .limit(MAX_OCCUPATIONS)
        .map(this::linkedCode)
        .toList();
  }

  private Comparator<OccupationLink> bySureness() {
    return Comparator.comparingDouble(OccupationLink::confidence)
        .reversed()
        .thenComparing(link -> taxonomy.uri(link.concept()));
  }

  private OccupationCode linkedCode(OccupationLink link) {
    return new OccupationCode(taxonomy.uri(link.concept()), link.confidence(), Origin.LINKED);
  }

  private static List<String> titles(VacancyDraft draft) {
    List<String> titles = new ArrayList<>();
    titles.add(draft.vacancy().title());
    titles.addAll(draft.occupationTitles());
    return titles;
  }

  private Coding corrected(Correction correction, List<StatedCode> misses) {
    String concept = correction.concept();
    if (concept == null) {
      return new Coding(List.of(), null, misses);
    }
    OccupationReview review = groups.concept(concept) == null
        ? new OccupationReview(Cause.CORRECTION_NOT_IN_TAXONOMY, List.of())
        : null;
    return new Coding(List.of(new OccupationCode(concept, 1, Origin.CORRECTED)), review, misses);
  }

  /// The concepts of stated codes, the surest first.
  private Map<String, OccupationCode> stated(VacancyDraft draft, List<StatedCode> misses) {
    List<OccupationCode> found = new ArrayList<>();
    for (StatedCode code : draft.occupationCodes()) {
      int before = found.size();
      if (code.scheme().equals(StatedCode.ESCO) || code.scheme().equals(StatedCode.ISCO_08)) {
        String uri = groups.concept(code.code());
        if (uri != null) {
          found.add(new OccupationCode(uri, 1, Origin.STATED));
        }
      } else {
        for (Target target : crosswalks.targets(code.scheme(), code.version(), code.code())) {
          String uri = groups.nearest(target.concept());
          if (uri != null) {
            found.add(new OccupationCode(uri, target.weight(), Origin.CROSSWALKED));
          }
        }
      }
      if (found.size() == before) {
        misses.add(code);
      }
    }
    found.sort(Comparator.comparingDouble(OccupationCode::confidence).reversed());
    Map<String, OccupationCode> byUri = new LinkedHashMap<>();
    for (OccupationCode code : found) {
      if (byUri.size() < MAX_OCCUPATIONS) {
        byUri.putIfAbsent(code.uri(), code);
      }
    }
    return byUri;
  }

  /// Stated codes, and the occupations within their groups that the title names.
  private List<OccupationCode> completed(Map<String, OccupationCode> stated, VacancyDraft draft,
      @Nullable Language language) {
    List<OccupationCode> codes = new ArrayList<>(stated.values());
    if (language != null && codes.size() < MAX_OCCUPATIONS) {
      for (OccupationLink link : linked(draft, language)) {
        String uri = taxonomy.uri(link.concept());
        String isco = IscoCodes.of(taxonomy, uri);
        boolean isWithin = stated.keySet()
            .stream()
            .anyMatch(s -> isco.startsWith(IscoCodes.of(taxonomy, s)));
        if (isWithin && !stated.containsKey(uri) && codes.size() < MAX_OCCUPATIONS) {
          codes.add(new OccupationCode(uri, link.confidence(), Origin.LINKED));
        }
      }
    }
    return codes;
  }

  private List<OccupationCode> fromText(VacancyDraft draft, @Nullable Language language) {
    if (model != null && (language == null || model.languages().contains(language))) {
      List<OccupationCode> learned = learned(model, draft, language);
      if (!learned.isEmpty()) {
        return learned;
      }
    }
    return language == null
        ? List.of()
        : linked(draft, language).stream().limit(MAX_OCCUPATIONS).map(this::linkedCode).toList();
  }

  /// The model's unit groups, and in place of a group the occupation within it that the title names.
  private List<OccupationCode> learned(OccupationModel read, VacancyDraft draft,
      @Nullable Language language) {
    Vacancy vacancy = draft.vacancy();
    String employer = vacancy.employer();
    AdText text = new AdText(vacancy.title(), vacancy.description(),
        employer == null ? "" : employer);
    List<OccupationLink> links = language == null
        ? List.of()
        : linked(draft, language).stream().filter(l -> l.confidence() >= NAMED).toList();
    List<OccupationCode> codes = new ArrayList<>();
    for (UnitGroupGuess guess : read.guess(text, GUESSES)) {
      String group = groups.nearest(guess.unitGroup());
      if (group != null && codes.size() < MAX_OCCUPATIONS) {
        String uri = links.stream()
            .map(link -> taxonomy.uri(link.concept()))
            .filter(link -> IscoCodes.of(taxonomy, link).equals(guess.unitGroup()))
            .findFirst()
            .orElse(group);
        codes.add(new OccupationCode(uri, guess.probability(), Origin.LEARNED));
      }
    }
    return codes;
  }

  /// What the title and the source's own names of the occupation may mean, each occupation with the
  /// confidence of the title that speaks loudest for it.
  private List<OccupationLink> linked(VacancyDraft draft, Language language) {
    Map<Integer, OccupationLink> best = new HashMap<>();
    for (String title : titles(draft)) {
      for (OccupationLink link : linker.link(title, language, MAX_OCCUPATIONS)) {
        best.merge(link.concept(), link, (a, b) -> a.confidence() >= b.confidence() ? a : b);
      }
    }
    return best.values()
        .stream()
        .filter(link -> link.confidence() >= MIN_CONFIDENCE)
        .sorted(bySureness())
        .toList();
  }
}
