package org.metier.benchmarks.market;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.profile.Wishes;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.work.Contract;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Makes profiles, each from its number.
///
/// @param byFrequency occupations, the most frequent first
@SuppressWarnings("ArrayRecordComponent") // never compared
record ProfileMaker(long seed, Occupations occupations, int[] byFrequency, Zipf frequency,
    Towns towns) {
  private static final Language[] LANGUAGES = Language.values();
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Evidence EVIDENCE = new Evidence("made up", "experience", new Span(0, 5),
      "words");

  CompetenceProfile profile(int number) {
    var random = VacancyMaker.random(~seed, number);
    Language language = LANGUAGES[random.nextInt(LANGUAGES.length)];
    int occupation = byFrequency[frequency.draw(random)];
    return CompetenceProfile.builder("p" + number)
        .language(language)
        .occupations(held(language, occupation, random))
        .competences(competences(occupation, random))
        .place(random.nextInt(12) == 0 ? null : towns.draw(language, random))
        .wishes(wishes(occupation, random))
        .build();
  }

  private List<HeldOccupation> held(Language language, int occupation, SplittableRandom random) {
    List<HeldOccupation> held = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int one = held.isEmpty() ? occupation : occupations.neighbour(occupation, random);
      held.add(new HeldOccupation(occupations.labels.get(one).get(language.ordinal()),
          occupations.uris.get(one), 0.8, null, List.of(EVIDENCE)));
    }
    return held;
  }

  private List<Competence> competences(int occupation, SplittableRandom random) {
    List<String> usual = occupations.skills.get(occupation);
    Set<String> known = new LinkedHashSet<>();
    for (int i = 8 + random.nextInt(15); i > 0; i--) {
      known.add(usual.get(random.nextInt(usual.size())));
    }
    return known.stream()
        .map(s -> Competence.of(s, Competence.Origin.STATED, 0.9, List.of(EVIDENCE)))
        .toList();
  }

  private Wishes wishes(int occupation, SplittableRandom random) {
    return new Wishes(
        random.nextInt(4) > 0
            ? Set.of()
            : Set.of(occupations.uris.get(occupations.neighbour(occupation, random))),
        random.nextInt(3) > 0 ? Set.of() : Set.of(Contract.PERMANENT, Contract.FIXED_TERM),
        random.nextInt(6) > 0 ? null : new WeeklyHours(30, 40),
        random.nextInt(6) > 0
            ? null
            : new Salary(22_000 + 1_000 * random.nextInt(20), 60_000, EURO, Salary.Period.YEAR),
        10.0 + 5 * random.nextInt(16), null, null);
  }
}
