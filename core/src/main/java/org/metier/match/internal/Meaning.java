package org.metier.match.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metier.encoder.LabelEncoder;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;

/// What work is about, as directions in the space of a taxonomy's encoder: texts and concepts of any language
/// that mean the same kind of work point the same way.
///
/// Cosines of one encoder are on another scale than those of another. So what counts is closeness: of skills, 0 for
/// as near to a vacancy as the nearest five of an occupation drawn by lot are to another one, 1 for as near as the
/// nearest five of an occupation are to that occupation; of jobs, the same with the names of occupations.
/// Thread-safe; making one takes the better part of a second for ESCO.
public final class Meaning {
  /// So many skills tell how close a person is to a vacancy.
  public static final int CLOSEST = 5;

  /// Of those that tell what is usual.
  private static final int DRAWN_OCCUPATIONS = 300;
  private static final long SEED = 1;

  private final Taxonomy taxonomy;
  private final LabelEncoder encoder;
  private final AtomicReferenceArray<@Nullable Direction> ofConcept;
  private final Scale skills;
  private final Scale jobs;

  /// Means of cosines with an occupation.
  private record Scale(double drawn, double own) {
    double closeness(double cosine) {
      return (cosine - drawn) / Math.max(own - drawn, 0.01);
    }
  }

  private Meaning(Taxonomy taxonomy, LabelEncoder encoder) {
    this.taxonomy = taxonomy;
    this.encoder = encoder;
    ofConcept = new AtomicReferenceArray<>(taxonomy.size());
    List<Occupation> drawn = drawn();
    skills = scale(drawn, Occupation::skills);
    jobs = scale(drawn, occupation -> List.of(occupation.name()));
  }

  /// Empty for a taxonomy without an encoder or without occupations.
  public static Optional<Meaning> of(Taxonomy taxonomy) {
    return taxonomy.concepts(ConceptKind.OCCUPATION).length == 0
        ? Optional.empty()
        : taxonomy.encoder().map(encoder -> new Meaning(taxonomy, encoder));
  }

  /// An occupation as a vacancy would have it.
  private record Occupation(Direction whole, Direction name, List<Direction> skills) {}

  private List<Occupation> drawn() {
    Random lot = new Random(SEED);
    int[] occupations = taxonomy.concepts(ConceptKind.OCCUPATION);
    List<Occupation> drawn = new ArrayList<>();
    for (int i = 0; i < DRAWN_OCCUPATIONS; i++) {
      int occupation = occupations[lot.nextInt(occupations.length)];
      MeaningSum sum = new MeaningSum();
      sum.add(vector(occupation), 1);
      List<Direction> own = new ArrayList<>();
      for (int skill : taxonomy.essentialSkills(occupation)) {
        sum.add(vector(skill), 1);
        own.add(ofConcept(skill));
      }
      drawn.add(new Occupation(sum.direction(), ofConcept(occupation), own));
    }
    return drawn;
  }

  /// Of the nearest parts with the occupation that they belong to, and with the one drawn next.
  private static Scale scale(List<Occupation> drawn,
      Function<Occupation, List<Direction>> parts) {
    double own = 0;
    double other = 0;
    for (int i = 0; i < drawn.size(); i++) {
      List<Direction> ofOne = parts.apply(drawn.get(i));
      own += nearest(ofOne, drawn.get(i).whole);
      other += nearest(ofOne, drawn.get((i + 1) % drawn.size()).whole);
    }
    return new Scale(other / drawn.size(), own / drawn.size());
  }

  private static double nearest(List<Direction> parts, Direction whole) {
    return parts.stream()
        .filter(Direction::isKnown)
        .mapToDouble(whole::cosine)
        .map(cosine -> -cosine)
        .sorted()
        .limit(CLOSEST)
        .map(cosine -> -cosine)
        .average()
        .orElse(0);
  }

  /// How close a skill is to a vacancy, by the cosine of the two; seldom below 0 or above 2.
  public double closenessOfSkill(double cosine) {
    return skills.closeness(cosine);
  }

  /// How close a job held is to a vacancy; seldom below 0 or above 2.
  public double closenessOfJob(double cosine) {
    return jobs.closeness(cosine);
  }

  /// What a text means; all zero for one that says nothing.
  public float[] ofText(String text) {
    return encoder.encode(text);
  }

  /// What the concept's English name means; an encoder has all languages point the same way.
  public Direction ofConcept(int concept) {
    Direction known = ofConcept.get(concept);
    if (known == null) {
      MeaningSum sum = new MeaningSum();
      sum.add(vector(concept), 1);
      known = sum.direction();
      ofConcept.set(concept, known);
    }
    return known;
  }

  private float[] vector(int concept) {
    return encoder.encode(taxonomy.label(concept, Language.EN));
  }

  /// The title, the occupations and the skills of a vacancy, each skill as it is written and as it is linked.
  Direction of(Vacancy vacancy) {
    MeaningSum sum = new MeaningSum();
    sum.add(ofText(vacancy.title()), 1);
    for (OccupationCode code : vacancy.occupations()) {
      taxonomy.find(code.uri()).ifPresent(o -> sum.add(ofConcept(o), code.confidence()));
    }
    for (SkillDemand demand : vacancy.skills()) {
      sum.add(ofText(demand.evidence().quote()), 0.5);
      OptionalInt skill = taxonomy.find(demand.uri());
      if (skill.isPresent()) {
        sum.add(ofConcept(skill.getAsInt()), 0.5);
      }
    }
    return sum.direction();
  }
}
