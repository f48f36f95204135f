package org.metier.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.RemoteWork;

/// A vacancy as numbers, made once and compared with many alerts. Used by one thread.
final class VacancyTerms {
  /// Occupations with all that is above them, skills, words, and what is unknown.
  final IntSet terms = new IntSet();
  final IntSet occupations = new IntSet();
  final IntSet skills = new IntSet();
  /// The words in order, a gap between title and description; [TermNumbers#NONE] for what no alert asks.
  private final IntList sequence = new IntList();
  final IntSet countries = new IntSet();
  final IntSet cells = new IntSet();

  /// One bit each in the layout of [CompiledAlert#MASKS]; 0 when unknown.
  final int contractBit;
  final int languageBit;
  final int remoteBit;
  final int language;
  final boolean isCountryUnknown;
  final boolean isPlaceUnknown;
  final int source;
  final int employer;
  final int currency;
  final Vacancy vacancy;
  final List<GeoPoint> points;
  final double[][] vectors;

  /// @param levels of the grid's cells that alerts use, one bit each
  VacancyTerms(Vacancy vacancy, TermNumbers numbers, TextAnalyzer analyzer, int levels) {
    this.vacancy = vacancy;
    contractBit = vacancy.contract() == null ? 0 : 1 << vacancy.contract().ordinal();
    language = vacancy.language() == null ? -1 : vacancy.language().ordinal();
    languageBit = language < 0 ? 0 : 1 << (language + CompiledAlert.LANGUAGE_SHIFT);
    remoteBit = vacancy.remote() == null
        ? 0
        : 1 << (vacancy.remote().ordinal() + CompiledAlert.REMOTE_SHIFT);
    source = numbers.find(TermNumbers.Kind.SOURCE, vacancy.id().source());
    employer = vacancy.employer() == null
        ? TermNumbers.NONE
        : numbers.find(TermNumbers.Kind.EMPLOYER, vacancy.employer());
    currency = vacancy.salary() == null
        ? TermNumbers.NONE
        : numbers.find(TermNumbers.Kind.CURRENCY,
            vacancy.salary().currency().getCurrencyCode());
    concepts(numbers);
    words(vacancy.language(), numbers, analyzer);
    terms.add(numbers.everything);

    List<Place> places = vacancy.workplaces();
    points = places.stream().map(Place::point).filter(java.util.Objects::nonNull).toList();
    vectors = points.stream().map(CompiledAlert::vector).toArray(double[][]::new);
    isPlaceUnknown = places.isEmpty() || points.size() < places.size();
    isCountryUnknown = places.isEmpty() || places.stream().anyMatch(p -> p.country() == null);
    places(numbers, levels);
  }

  private void concepts(TermNumbers numbers) {
    for (OccupationCode code : vacancy.occupations()) {
      int occupation = numbers.findConcept(code.uri());
      if (occupation != TermNumbers.NONE) {
        occupations.add(occupation);
        for (int above : numbers.above(occupation)) {
          occupations.add(above);
        }
      }
    }
    for (SkillDemand demand : vacancy.skills()) {
      int skill = numbers.findConcept(demand.uri());
      if (skill != TermNumbers.NONE) {
        skills.add(skill);
      }
    }
    for (int i = 0; i < occupations.size(); i++) {
      terms.add(occupations.get(i));
    }
    for (int i = 0; i < skills.size(); i++) {
      terms.add(skills.get(i));
    }
    if (vacancy.occupations().isEmpty()) {
      terms.add(numbers.unknownOccupation);
    }
    if (vacancy.skills().isEmpty()) {
      terms.add(numbers.unknownSkills);
    }
  }

  private void words(@Nullable Language language, TermNumbers numbers, TextAnalyzer analyzer) {
    if (language == null) {
      terms.add(numbers.unknownWords);
    } else if (numbers.hasWords(language)) {
      for (String text : List.of(vacancy.title(), vacancy.description())) {
        for (Token token : analyzer.analyze(language, text)) {
          int word = numbers.findWord(language, token.term());
          sequence.add(word);
          if (word != TermNumbers.NONE) {
            terms.add(word);
          }
        }
        sequence.add(TermNumbers.NONE);
      }
    }
  }

  private void places(TermNumbers numbers, int levels) {
    for (Place place : vacancy.workplaces()) {
      int country = place.country() == null
          ? TermNumbers.NONE
          : numbers.find(TermNumbers.Kind.COUNTRY, place.country());
      if (country != TermNumbers.NONE) {
        countries.add(country);
      }
    }
    cells.add(Grid.ANYWHERE);
    for (GeoPoint point : points) {
      for (int level = 0; level < Grid.LEVELS; level++) {
        if ((levels & 1 << level) != 0) {
          cells.add(Grid.cell(level, point));
        }
      }
    }
    if (isRemote()) {
      cells.add(Grid.REMOTE);
    }
    if (isPlaceUnknown) {
      cells.add(Grid.UNKNOWN);
    }
  }

  boolean isRemote() {
    return vacancy.remote() == RemoteWork.REMOTE;
  }

  boolean hasPhrase(int[] program, int from, int length) {
    if (length == 1) {
      return terms.contains(program[from]);
    }
    for (int start = 0; start + length <= sequence.size(); start++) {
      int same = 0;
      while (same < length && sequence.get(start + same) == program[from + same]) {
        same++;
      }
      if (same == length) {
        return true;
      }
    }
    return false;
  }
}
