package org.metier.training.potential;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.metier.json.Json;
import org.metier.potential.Field;
import org.metier.potential.FieldType;
import org.metier.potential.Specification;

/// People who do not exist, registering as looking for work: the answers to the example form `intake`, how their spells
/// went, and what is true behind it. One group is treated worse whatever its features, one feature stands in for it, the
/// market gets worse from some month on, and spells are lost sight of by the day of extraction and before.
///
/// A person hangs on the seed and their number alone, so that any part of a cohort can be made again, in any order.
/// Memory does not grow with the number of people. Immutable and thread-safe.
public final class SimulatedCohort {
  static final int MONTHS = 36;
  private static final int EXTRACTED_AFTER = 38;
  private static final double UNITS_A_MONTH = 365.25 / 12 / 14;
  private static final int LONGEST = 52;
  private static final double BASELINE = -3.95;
  private static final double DURATION_DEPENDENCE = -0.025;
  private static final double LOST = 0.01;
  private static final double UNANSWERED = 0.08;
  private static final double PROXY_SHARE = 0.55;

  private final long seed;
  private final CohortTruth truth = CohortTruth.standard();
  private final Specification specification = Specification.example("intake");
  private final List<Field> features = specification.features();
  private final int hours = specification.featureNumber("hours");
  private final int yearsWorked = specification.featureNumber("yearsWorked");
  private final int leaving = specification.featureNumber("leaving");
  private final double noJobYet = features.get(leaving).parsed("noJobYet");
  /// By feature: the effect of a unit, or of each value.
  private final double[][] effects;

  public SimulatedCohort(long seed) {
    this.seed = seed;
    effects = new double[features.size()][];
    for (int f = 0; f < effects.length; f++) {
      effects[f] = effects(features.get(f), truth.effects());
    }
  }

  private static double[] effects(Field field, Map<String, Double> all) {
    return switch (field.type()) {
      case FieldType.Category category -> category.values()
          .stream()
          .mapToDouble(v -> all.getOrDefault(field.name() + "=" + v, 0.0))
          .toArray();
      case FieldType.Amount amount -> new double[]{all.getOrDefault(field.name(), 0.0)};
      case FieldType.Flag flag -> new double[]{all.getOrDefault(field.name(), 0.0)};
    };
  }

  public CohortTruth truth() {
    return truth;
  }

  /// Under which the cohort's data are described.
  public Specification specification() {
    return specification;
  }

  /// One person; filled anew for each, since there are millions.
  static final class Person {
    final double[] values;
    boolean isMale;
    boolean isFromAbroad;
    int age;
    int month;
    int units;
    boolean hasFoundWork;

    Person(int features) {
      values = new double[features];
    }
  }

  Person person() {
    return new Person(features.size());
  }

  /// Makes a person.
  void fill(Person person, long number) {
    SplittableRandom random = new SplittableRandom(mixed(seed * 0x9E3779B97F4A7C15L + number));
    person.isMale = random.nextDouble() < 0.52;
    person.isFromAbroad = random.nextDouble() < 0.2;
    person.age = 17 + random.nextInt(48);
    person.month = random.nextInt(MONTHS);
    boolean isLate = person.month >= truth.driftMonth();
    double score = BASELINE + (person.isFromAbroad ? truth.bias() : 0)
        + (isLate ? truth.drift() : 0);
    boolean[] isOpen = new boolean[effects.length];
    for (int f = 0; f < effects.length; f++) {
      person.values[f] = value(features.get(f), person, isLate, random);
      isOpen[f] = features.get(f).question() != null && random.nextDouble() < UNANSWERED;
    }
    if (person.values[leaving] == noJobYet) { // then the specification allows of no years of work
      person.values[yearsWorked] = 0;
    }
    for (int f = 0; f < effects.length; f++) {
      score += features.get(f).type() instanceof FieldType.Category
          ? effects[f][(int) person.values[f]]
          : effects[f][0] * person.values[f];
    }
    live(person, score, random);
    for (int f = 0; f < effects.length; f++) { // what somebody does not answer is true all the same
      person.values[f] = isOpen[f] ? Double.NaN : person.values[f];
    }
  }

  private void live(Person person, double score, SplittableRandom random) {
    int last = Math.min(LONGEST,
        (int) ((EXTRACTED_AFTER - person.month - random.nextDouble()) * UNITS_A_MONTH));
    double lost = person.values[hours] < 24 ? 2 * LOST : LOST;
    person.hasFoundWork = false;
    for (person.units = 1; person.units <= last; person.units++) {
      double hazard = -Math.expm1(-Math.exp(score + DURATION_DEPENDENCE * person.units));
      if (random.nextDouble() < hazard) {
        person.hasFoundWork = true;
        return;
      }
      if (random.nextDouble() < lost) {
        return;
      }
    }
    person.units = Math.max(1, last);
  }

  private double value(Field field, Person person, boolean isLate, SplittableRandom random) {
    return switch (field.name()) {
      case "monthsSinceWork" -> Math.min(100, Math.floor(-9 * Math.log1p(-random.nextDouble())));
      case "yearsWorked" -> Math.rint(10 * 5 * Math.sqrt(random.nextDouble())) / 10;
      case "leaving" -> drawn(random, 0.3, 0.2, 0.2, 0.2, 0.1);
      case "education" -> drawn(random, 0.08, 0.2, 0.22, 0.3, 0.2);
      case "certificate" -> chance(random, 0.8);
      case "licence" -> chance(random, 0.65);
      case "commute" -> 15 + 5 * random.nextInt(16);
      case "hours" -> 8 * (1 + random.nextInt(5));
      case "workLanguage" -> person.isFromAbroad
          ? drawn(random, 0.02, 0.06, 0.17, 0.75)
          : drawn(random, 0.005, 0.02, 0.055, 0.92);
      case "digital" -> drawn(random, 0.07, 0.23, 0.4, 0.3);
      case "applications" -> Math.min(40, Math.floor(-6 * Math.log1p(-random.nextDouble())));
      case "cvReady" -> chance(random, 0.6);
      case "temporary" -> chance(random, 0.55);
      case "network" -> drawn(random, 0.15, 0.55, 0.3);
      case "tightness" -> Math.rint((isLate ? 25 : 40) * Math.exp(0.5 * random.nextGaussian()));
      case "district" -> person.isFromAbroad && random.nextDouble() < PROXY_SHARE
          ? 2
          : drawn(random, 0.2, 0.2, 0.08, 0.2, 0.17, 0.15);
      default -> drawn(random, 0.1, 0.2, 0.3, 0.25, 0.15); // agreement in five steps
    };
  }

  private static double chance(SplittableRandom random, double share) {
    return random.nextDouble() < share ? 1 : 0;
  }

  private static double drawn(SplittableRandom random, double... shares) {
    double left = random.nextDouble();
    for (int i = 0; i < shares.length; i++) {
      left -= shares[i];
      if (left < 0) {
        return i;
      }
    }
    return shares.length - 1;
  }

  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// In memory, without a table.
  ///
  /// @param people from the first on
  public Spells spells(int people) {
    float[][] columns = new float[features.size()][people];
    int[] units = new int[people];
    boolean[] isExit = new boolean[people];
    Person person = person();
    for (int i = 0; i < people; i++) {
      fill(person, i);
      for (int f = 0; f < columns.length; f++) {
        columns[f][i] = (float) person.values[f];
      }
      units[i] = person.units;
      isExit[i] = person.hasFoundWork;
    }
    return new Spells(specification, columns, units, isExit);
  }

  /// Writes `spells.csv`, `protected.csv` with the protected columns by the same pseudonyms, `truth.json` and
  /// `specification.json`.
  ///
  /// @param people how many, at least 1
  public void write(Path folder, long people) throws IOException {
    if (people < 1) {
      throw new IllegalArgumentException("people must be at least 1, was " + people);
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("truth.json"), Json.writePretty(truth) + "\n");
    Files.writeString(folder.resolve("specification.json"), specification.toJson());
    try (BufferedWriter spells = Files.newBufferedWriter(folder.resolve("spells.csv"));
        BufferedWriter groups = Files.newBufferedWriter(folder.resolve("protected.csv"))) {
      spells.write("id,month");
      for (Field field : features) {
        spells.write("," + field.name());
      }
      spells.write(",spell,foundWork\n");
      groups.write("id,sex,origin,age\n");
      Person person = person();
      for (long number = 0; number < people; number++) {
        fill(person, number);
        String id = Long.toHexString(mixed(seed ^ Long.reverse(number)));
        writeSpell(spells, id, person);
        groups.write(id + (person.isMale ? ",male," : ",female,")
            + (person.isFromAbroad ? "abroad," : "here,") + person.age + "\n");
      }
    }
  }

  private void writeSpell(BufferedWriter spells, String id, Person person) throws IOException {
    StringBuilder row = new StringBuilder(id).append(',').append(person.month);
    for (int f = 0; f < person.values.length; f++) {
      row.append(',');
      double value = person.values[f];
      if (!Double.isNaN(value)) {
        switch (features.get(f).type()) {
          case FieldType.Amount amount -> row.append(
              value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
          case FieldType.Flag flag -> row.append((int) value);
          case FieldType.Category category -> row.append(category.values().get((int) value));
        }
      }
    }
    spells.write(
        row.append(',')
            .append(person.units)
            .append(person.hasFoundWork ? ",1\n" : ",0\n")
            .toString());
  }
}
