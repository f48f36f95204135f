package org.metier.benchmarks.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.ReuseLevel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// A made-up taxonomy of ESCO's size and shape: 432 unit groups, 7 occupations in each, 13,000 skills.
/// Occupations of one group draw most of their skills from the group's own; some skills serve everywhere.
final class Occupations {
  static final int PER_GROUP = 7;
  private static final int SKILLS = 13_000;
  private static final int GROUP_SKILLS = 40;
  private static final int ESSENTIAL = 15;
  private static final int RELATED = 30;

  private final Taxonomy.Builder builder = Taxonomy.builder();
  private final Zipf skillUse = new Zipf(SKILLS, 0.7);
  private final List<Words> words;
  private final Random random;

  final List<String> uris = new ArrayList<>();
  /// By occupation and language.
  final List<List<String>> labels = new ArrayList<>();
  /// By occupation: essential ones first.
  final List<List<String>> skills = new ArrayList<>();
  final Taxonomy taxonomy;

  Occupations(long seed, List<Words> words) {
    this.words = words;
    random = new Random(seed);
    for (int skill = 0; skill < SKILLS; skill++) {
      builder.skill(skill(skill), random.nextInt(4) == 0, ReuseLevel.CROSS_SECTOR)
          .labels(skill(skill), Language.EN, List.of("skill " + skill));
    }
    for (int major = 1; major <= 9; major++) {
      group("" + major, "");
      for (int subMajor = 1; subMajor <= 4; subMajor++) {
        group("" + major + subMajor, "" + major);
        for (int minor = 1; minor <= 3; minor++) {
          group("" + major + subMajor + minor, "" + major + subMajor);
          for (int unit = 1; unit <= 4; unit++) {
            unitGroup("" + major + subMajor + minor + unit, "" + major + subMajor + minor);
          }
        }
      }
    }
    taxonomy = builder.build();
  }

  private static String skill(int number) {
    return "http://example.org/skill/" + number;
  }

  private static String isco(String code) {
    return "http://example.org/isco/C" + code;
  }

  private void group(String code, String parent) {
    builder.concept(isco(code), ConceptKind.ISCO_GROUP, code);
    if (!parent.isEmpty()) {
      builder.broader(isco(code), isco(parent));
    }
  }

  private void unitGroup(String code, String parent) {
    group(code, parent);
    List<String> own = new ArrayList<>();
    while (own.size() < GROUP_SKILLS) {
      own.add(skill(skillUse.draw(random)));
    }
    for (int i = 0; i < PER_GROUP; i++) {
      String uri = "http://example.org/occupation/" + uris.size();
      builder.concept(uri, ConceptKind.OCCUPATION, code).broader(uri, isco(code));
      List<String> names = new ArrayList<>();
      for (Language language : Language.values()) {
        names.add(words.get(language.ordinal()).name(random));
        builder.labels(uri, language, List.of(names.getLast()));
      }
      List<String> used = new ArrayList<>();
      while (used.size() < RELATED) {
        String skill = random.nextInt(4) == 0
            ? skill(skillUse.draw(random))
            : own.get(random.nextInt(own.size()));
        if (!used.contains(skill)) {
          used.add(skill);
          if (used.size() <= ESSENTIAL) {
            builder.essential(uri, skill);
          } else {
            builder.optional(uri, skill);
          }
        }
      }
      uris.add(uri);
      labels.add(names);
      skills.add(used);
    }
  }

  /// Another occupation of the same unit group, or the same.
  int neighbour(int occupation, RandomGenerator dice) {
    return occupation / PER_GROUP * PER_GROUP + dice.nextInt(PER_GROUP);
  }
}
