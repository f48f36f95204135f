package org.metier.duplicate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.feed.VacancyDraft;
import org.metier.place.Place;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Advertisements for tests.
final class Adverts {
  static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  static final String TEXT = "You bake bread and cakes for our three shops in the old town and take care of"
      + " the ovens during the night shift. We offer a fair wage, five weeks of holiday and a team that"
      + " laughs a lot while it works. You have learned the trade and like to get up before the sun.";

  private Adverts() {}

  static Vacancy.Builder vacancy(String source, String key, String title, String employer,
      String town) {
    return Vacancy.builder(new VacancyId(source, key), title)
        .description(TEXT)
        .employer(employer)
        .workplaces(List.of(place(town)))
        .postedAt(START);
  }

  static Place place(String town) {
    return new Place(town, null, null, null, null, null);
  }

  static Advert of(Vacancy.Builder vacancy) {
    return of(vacancy.build(), null, Set.of());
  }

  static Advert of(Vacancy vacancy, @Nullable Boolean isAgency, Set<String> keys) {
    return Advert.of(
        new VacancyDraft(vacancy, List.of(), List.of(), List.of(), null, isAgency, keys),
        Signature.of(vacancy.title(), vacancy.description()));
  }

  /// A market whose truth is known: vacancies of several employers and towns, each advertised once to four
  /// times, shortened, extended and reordered.
  ///
  /// @return advertisements whose key begins with the number of their vacancy and a dash
  static List<Advert> market(Random random, int vacancies) {
    List<Advert> adverts = new ArrayList<>();
    for (int v = 0; v < vacancies; v++) {
      List<String> sentences = new ArrayList<>();
      for (int s = 0; s < 6; s++) {
        sentences.add(sentence(random));
      }
      String title = List.of("Baker", "Welder", "Nurse", "Driver").get(random.nextInt(4)) + " " + v;
      int copies = 1 + random.nextInt(4);
      for (int c = 0; c < copies; c++) {
        adverts.add(of(vacancy("board" + random.nextInt(5), v + "-" + c, title, "Firm " + v % 7,
            "Town " + (char) ('A' + v % 5)).description(edited(sentences, random))
            .postedAt(START.plus(random.nextInt(3), ChronoUnit.DAYS))));
      }
    }
    return adverts;
  }

  private static String sentence(Random random) {
    StringBuilder words = new StringBuilder();
    for (int w = 0; w < 14; w++) {
      words.append("w")
          .append((char) ('a' + random.nextInt(26)))
          .append((char) ('a' + random
              .nextInt(26)))
          .append((char) ('a' + random.nextInt(26)))
          .append(' ');
    }
    return words.append('.').toString();
  }

  private static String edited(List<String> sentences, Random random) {
    List<String> own = new ArrayList<>(sentences);
    switch (random.nextInt(4)) {
      case 0 -> own.remove(random.nextInt(own.size()));
      case 1 -> own.add(sentence(random));
      case 2 -> Collections.rotate(own, 1 + random.nextInt(4));
      default -> own.set(0, own.getFirst().replaceFirst(" w", " x"));
    }
    return String.join(" ", own);
  }
}
