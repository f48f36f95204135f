package org.metier.match.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.qualification.DrivingLicence;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Importance;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Writes what ranking needs of a vacancy as a row of bytes, which [VacancyRow] reads. Thread-safe.
///
/// A row costs mostly the analysis of the vacancy's text. The first row of a language costs one analysis of
/// the taxonomy's labels in it: build one writer and share it.
public final class RowWriter {
  /// Analysing a description costs most of a row, and its end is about the employer.
  private static final int MAX_DESCRIPTION = 6_000;

  private final Taxonomy taxonomy;
  private final Vocabulary vocabulary;
  private final @Nullable Meaning meaning;

  private RowWriter(Taxonomy taxonomy, Vocabulary vocabulary) {
    this.taxonomy = taxonomy;
    this.vocabulary = vocabulary;
    meaning = Meaning.of(taxonomy).orElse(null);
  }

  public static RowWriter of(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new RowWriter(taxonomy, new Vocabulary(taxonomy, analyzer));
  }

  /// What concepts are numbered by.
  public Taxonomy taxonomy() {
    return taxonomy;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /// Null for a taxonomy without an encoder.
  public @Nullable Meaning meaning() {
    return meaning;
  }

  /// The part of a description whose words count.
  public static String counted(String description) {
    return description.substring(0, Math.min(description.length(), MAX_DESCRIPTION));
  }

  /// Equal vacancies have equal rows; so have vacancies that differ in what no feature looks at.
  public byte[] row(Vacancy vacancy) {
    RowBytes row = new RowBytes();
    row.byteOf(vacancy.language() == null ? 0 : 1 + vacancy.language().ordinal());
    row.byteOf(vacancy.education() == null ? 0 : 1 + vacancy.education().ordinal());
    row.byteOf((vacancy.remote() == null ? 0 : 1 + vacancy.remote().ordinal()) << 4
        | (vacancy.contract() == null ? 0 : 1 + vacancy.contract().ordinal()));
    int licences = 0;
    for (DrivingLicence licence : vacancy.drivingLicences()) {
      licences |= 1 << licence.ordinal();
    }
    row.count(licences);
    row.count(vacancy.experienceMonths() == null ? 0 : 1L + vacancy.experienceMonths());
    posted(row, vacancy.postedAt());
    terms(row, vacancy.hours(), vacancy.salary());
    codes(row, vacancy);
    skills(row, vacancy);
    languages(row, vacancy);
    row.count(vacancy.workplaces().size());
    vacancy.workplaces().forEach(place -> place(row, place));
    direction(row, meaning == null ? Direction.NONE : meaning.of(vacancy));
    if (vacancy.language() != null) {
      words(row, vacancy, vacancy.language());
    }
    return row.toArray();
  }

  private static void posted(RowBytes row, @Nullable Instant postedAt) {
    row.byteOf(postedAt == null ? 0 : 1);
    if (postedAt != null) {
      row.signed(postedAt.getEpochSecond()).count(postedAt.getNano());
    }
  }

  private static void terms(RowBytes row, @Nullable WeeklyHours hours, @Nullable Salary salary) {
    row.byteOf((hours == null ? 0 : 1) | (salary == null ? 0 : 2));
    if (hours != null) {
      row.number(hours.min()).number(hours.max());
    }
    if (salary != null) {
      row.count(VacancyRow.packed(salary.currency().getCurrencyCode()))
          .number(salary.maxPerYear());
    }
  }

  private void codes(RowBytes row, Vacancy vacancy) {
    List<Integer> codes = new ArrayList<>();
    List<Double> confidences = new ArrayList<>();
    for (OccupationCode code : vacancy.occupations()) {
      OptionalInt occupation = taxonomy.find(code.uri());
      if (occupation.isPresent() && codes.size() < VacancyRow.MAX_CODES) {
        codes.add(occupation.getAsInt());
        confidences.add(code.confidence());
      }
    }
    row.byteOf(codes.size());
    codes.forEach(row::count);
    confidences.forEach(row::number);
  }

  /// The same skill twice counts as what it is first; one that is both asked for and desired, as asked for.
  private void skills(RowBytes row, Vacancy vacancy) {
    Map<Integer, Importance> asked = new LinkedHashMap<>();
    Map<Integer, Importance> desired = new LinkedHashMap<>();
    for (SkillDemand demand : vacancy.skills()) {
      OptionalInt skill = taxonomy.find(demand.uri());
      if (skill.isPresent() && taxonomy.kind(skill.getAsInt()) == ConceptKind.SKILL) {
        (demand.importance() == Importance.DESIRED ? desired : asked)
            .putIfAbsent(skill.getAsInt(), demand.importance());
      }
    }
    desired.forEach(asked::putIfAbsent);
    row.count(asked.size());
    asked.forEach((skill, importance) -> row.count((long) skill << 2 | importance.ordinal()));
  }

  private static void languages(RowBytes row, Vacancy vacancy) {
    row.count(vacancy.languages().size());
    for (LanguageDemand demand : vacancy.languages()) {
      row.count(VacancyRow.packed(demand.language()));
      row.byteOf((demand.level() == null ? 0 : 1 + demand.level().ordinal()) << 2
          | demand.importance().ordinal());
    }
  }

  private static void place(RowBytes row, Place place) {
    GeoPoint point = place.distancePoint();
    row.byteOf((place.city() == null ? 0 : VacancyRow.CITY)
        | (place.postcode() == null ? 0 : VacancyRow.POSTCODE)
        | (place.region() == null ? 0 : VacancyRow.REGION)
        | (place.country() == null ? 0 : VacancyRow.COUNTRY)
        | (point == null ? 0 : VacancyRow.POINT));
    if (place.city() != null) {
      row.text(folded(place.city()));
    }
    if (place.postcode() != null) {
      row.text(folded(place.postcode()));
    }
    if (place.region() != null) {
      row.text(folded(place.region()));
    }
    if (place.country() != null) {
      row.count(VacancyRow.packed(place.country()));
    }
    if (point != null) {
      row.number(point.latitude()).number(point.longitude());
    }
  }

  /// Equal for names that differ in capitals alone, as `equalsIgnoreCase` has it.
  public static byte[] folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    name.codePoints()
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .forEach(folded::appendCodePoint);
    return folded.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void direction(RowBytes row, Direction direction) {
    row.byteOf(direction.isKnown() ? 1 : 0);
    if (direction.isKnown()) {
      row.exactly(direction.length()).all(direction.toBytes());
    }
  }

  private void words(RowBytes row, Vacancy vacancy, Language language) {
    Set<Integer> title = new LinkedHashSet<>();
    vocabulary.collect(language, vacancy.title(), title);
    Set<Integer> words = new LinkedHashSet<>(title);
    vocabulary.collect(language, counted(vacancy.description()), words);
    row.exactly(norm(language, title)).exactly(norm(language, words));
    row.count(words.size());
    int before = 0;
    for (int word : new TreeSet<>(words)) {
      row.count((long) (word - before) << 1 | (title.contains(word) ? 1 : 0));
      before = word;
    }
  }

  /// The squares of the words' weights, summed in the order of the words.
  private double norm(Language language, Set<Integer> words) {
    double norm = 0;
    for (int word : words) {
      norm += vocabulary.square(language, word);
    }
    return norm;
  }
}
