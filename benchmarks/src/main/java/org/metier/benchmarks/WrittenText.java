package org.metier.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// English texts from one seed that read like advertisements and CVs: sentences of our own, in which labels of
/// skills and occupations stand, and words of such labels beside them. Labels and words follow Zipf's law, so
/// that some come again and again and most are rare. About every tenth word lies under a label of a skill.
///
/// @param texts about 6,500 characters each
record WrittenText(List<String> texts) {
  private static final int TEXTS = 200;
  private static final int CHARACTERS = 6_500;

  /// `$` stands for a skill, `#` for an occupation, `*` for a word.
  private static final List<String> SENTENCES = List.of(
      "We are looking for a # to join our * team.",
      "You will $ and work closely with the * department.",
      "In this role you report to the # and help us to improve * and * quality.",
      "Experience with $ is required; knowledge of $ is a plus.",
      "As a # (full time, 38 hours a week) you are in charge of * and of the daily * work.",
      "Your tasks: prepare the * of the day, check that everything is * and keep the * tidy.",
      "We offer a permanent contract, training on the job and 30 days' leave.",
      "Between 2015 and 2019 I worked as a # for a * company with about 120 employees.",
      "I was responsible for * and *, trained new colleagues and learned to $.",
      "Please send us your CV until the end of the month; we answer within 10 days.",
      "The place of work is easy to reach by bus and train, and there is a car park.",
      "Thanks to a new way to plan the *, we needed 15% less time for every order.",
      "Good spoken English, a friendly manner and the wish to learn matter more to us than diplomas.",
      "Day to day: $, $, answering questions from customers, and now and then some *.",
      "Skills: $; $; $.",
      "The salary depends on your experience, and we pay for overtime or give time off.",
      "Together with the # you decide which * comes first and who does it.",
      "Our * has been in the family for three generations, and our customers come back.",
      "For this job you need a driving licence, since you visit * sites in the region.",
      "Whoever likes * and does not mind getting up early will feel at home here.");

  static WrittenText seeded(long seed, Taxonomy taxonomy) {
    Random random = new Random(seed);
    List<String> skills = shuffled(labels(taxonomy, ConceptKind.SKILL), random);
    List<String> occupations = shuffled(labels(taxonomy, ConceptKind.OCCUPATION), random);
    List<String> words = shuffled(skills.stream()
        .flatMap(label -> List.of(label.split("[^A-Za-z]+")).stream())
        .filter(word -> word.length() > 3)
        .distinct()
        .sorted()
        .toList(), random);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < CHARACTERS) {
        String sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
        for (int at = 0; at < sentence.length(); at++) {
          char c = sentence.charAt(at);
          switch (c) {
            case '$' -> text.append(zipf(skills, random));
            case '#' -> text.append(zipf(occupations, random));
            case '*' -> text.append(zipf(words, random));
            default -> text.append(c);
          }
        }
        text.append(random.nextInt(5) == 0 ? "\n" : " ");
      }
      texts.add(text.toString());
    }
    return new WrittenText(texts);
  }

  private static List<String> labels(Taxonomy taxonomy, ConceptKind kind) {
    List<String> labels = new ArrayList<>();
    taxonomy.forEachLabel(kind, Language.EN, (_, _, label) -> labels.add(label));
    return labels;
  }

  private static List<String> shuffled(List<String> items, Random random) {
    List<String> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /// A rank by Zipf's law with exponent 1, by inversion of its continuous form.
  private static String zipf(List<String> items, Random random) {
    return items.get((int) (StrictMath.pow(items.size(), random.nextDouble()) - 1));
  }
}
