package org.metier.benchmarks.cvs;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.metier.link.ConceptTag;
import org.metier.link.ConceptTagger;
import org.metier.profile.Career;
import org.metier.profile.HeldOccupation;
import org.metier.profiling.ProfiledCv;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Tells the main occupation of a CV as an ISCO code. Thread-safe.
final class MainOccupation {
  private static final int UNIT_GROUP_DIGITS = 4;

  private final Taxonomy taxonomy;
  private final ConceptTagger titles;
  private final LocalDate today;

  /// @param titles finds labels of occupations in text
  MainOccupation(Taxonomy taxonomy, ConceptTagger titles, LocalDate today) {
    this.taxonomy = taxonomy;
    this.titles = titles;
    this.today = today;
  }

  /// The unit group with the most weight in the career; without a dated job that has an occupation, that
  /// of the surest job.
  @Nullable
  String ofCareer(ProfiledCv cv) {
    List<HeldOccupation> held = cv.profile().occupations();
    Optional<Career.Kind> main = Career.of(held, today, this::unitGroup).main();
    return main.isPresent()
        ? main.get().key()
        : held.stream()
            .filter(job -> job.uri() != null)
            .max(Comparator.comparingDouble(HeldOccupation::confidence))
            .map(this::unitGroup)
            .orElse(null);
  }

  /// That of the first job of the profile that has one.
  @Nullable
  String ofLatestJob(ProfiledCv cv) {
    for (HeldOccupation job : cv.profile().occupations()) {
      String group = unitGroup(job);
      if (group != null) {
        return group;
      }
    }
    return null;
  }

  /// The unit group whose labels stand most often in the text, without any reading of the CV.
  @Nullable
  String ofLabels(ProfiledCv cv) {
    Language language = cv.profile().language();
    Map<String, Integer> counts = new HashMap<>();
    for (ConceptTag tag : titles.tag(language == null ? Language.EN : language, cv.text())) {
      String group = unitGroup(tag.concept());
      if (group != null) {
        counts.merge(group, 1, Integer::sum);
      }
    }
    return counts.entrySet()
        .stream()
        .max(Map.Entry.<String, Integer>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private @Nullable String unitGroup(HeldOccupation job) {
    String uri = job.uri();
    OptionalInt concept = uri == null ? OptionalInt.empty() : taxonomy.find(uri);
    return concept.isEmpty() ? null : unitGroup(concept.getAsInt());
  }

  private @Nullable String unitGroup(int concept) {
    String code = taxonomy.code(concept);
    return code.length() < UNIT_GROUP_DIGITS ? null : code.substring(0, UNIT_GROUP_DIGITS);
  }
}
