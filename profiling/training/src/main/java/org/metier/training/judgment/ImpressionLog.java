package org.metier.training.judgment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a portal showed to whom, in which order, and what came of it: lists by person id, then by time, then by
/// the list's pseudonym; the impressions of a list by position. Columns of numbers, about 20 bytes an impression,
/// so that millions fit. Immutable; made by [LogReading].
public final class ImpressionLog {
  /// The largest position in a list.
  public static final int MAX_POSITION = 1_000;

  private final List<String> people;
  private final List<String> vacancies;
  private final List<String> shuffles;
  private final int[] person;
  private final long[] atMillis;
  private final int[] starts;
  private final int[] vacancy;
  private final int[] position;
  private final byte[] event;
  private final byte[] shuffle;
  private final LogReport report;

  /// @param person number of each list's person, ascending
  /// @param starts first impression of each list, and how many there are at the end
  /// @param event 0 for none, else the ordinal of the weightiest event plus 1
  /// @param shuffle 0 for none, else the number of the name in `shuffles` plus 1
  ImpressionLog(List<String> people, List<String> vacancies, List<String> shuffles, int[] person,
      long[] atMillis, int[] starts, int[] vacancy, int[] position, byte[] event, byte[] shuffle,
      LogReport report) {
    this.people = List.copyOf(people);
    this.vacancies = List.copyOf(vacancies);
    this.shuffles = List.copyOf(shuffles);
    this.person = person;
    this.atMillis = atMillis;
    this.starts = starts;
    this.vacancy = vacancy;
    this.position = position;
    this.event = event;
    this.shuffle = shuffle;
    this.report = report;
  }

  /// How many lists there are.
  public int lists() {
    return person.length;
  }

  /// How many impressions there are.
  public int size() {
    return vacancy.length;
  }

  /// How many people were shown a list.
  public int people() {
    return people.size();
  }

  /// Number of a list's person, from 0 and ascending from list to list; see [#personId].
  public int person(int list) {
    return person[list];
  }

  public String personId(int person) {
    return people.get(person);
  }

  /// When a list was shown.
  public Instant at(int list) {
    return Instant.ofEpochMilli(atMillis[list]);
  }

  /// The first impression of a list; of the number of lists, how many impressions there are.
  public int start(int list) {
    return starts[list];
  }

  /// Number of the vacancy that was shown, from 0; see [#vacancyId].
  public int vacancy(int impression) {
    return vacancy[impression];
  }

  /// How many different vacancies were shown.
  public int vacancies() {
    return vacancies.size();
  }

  public String vacancyId(int vacancy) {
    return vacancies.get(vacancy);
  }

  /// @return 1 to [#MAX_POSITION]
  public int position(int impression) {
    return position[impression];
  }

  /// The weightiest thing that came of an impression.
  public Optional<PortalEvent> event(int impression) {
    return event[impression] == 0
        ? Optional.empty()
        : Optional.of(PortalEvent.values()[event[impression] - 1]);
  }

  /// Whether anything came of it: every event begins with the click.
  public boolean isClicked(int impression) {
    return event[impression] != 0;
  }

  /// With what the position was drawn by lot.
  public Optional<String> shuffle(int impression) {
    return shuffle[impression] == 0
        ? Optional.empty()
        : Optional.of(shuffles.get(shuffle[impression] - 1));
  }

  public LogReport report() {
    return report;
  }
}
