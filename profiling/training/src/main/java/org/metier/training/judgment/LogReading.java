package org.metier.training.judgment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.profile.CompetenceProfile;
import org.metier.training.TrainingDataException;
import org.metier.vacancy.Vacancy;

/// Reads the logs of a portal, one after the other, line by line: JSON Lines, or CSV with a header where the
/// file's name ends in `.csv`. Lines are [LogLine]s: an impression comes before what followed it.
///
/// ```
/// {"event":"impression","list":"q17","vacancy":"acme:42","at":"2026-09-01T08:00:00Z","person":"p1","position":1}
/// {"event":"click","list":"q17","vacancy":"acme:42","at":"2026-09-01T08:00:40Z"}
/// ```
///
/// Every line is accounted for in the [LogReport]; what cannot be used is refused with its place, and what is
/// younger than its impression is refused as a leak. A property or column that nobody knows is refused too: it
/// might hold what only came to be known later. Not thread-safe; memory for about 40 bytes an impression, and
/// the names of lists, people and vacancies.
public final class LogReading {
  private static final int EXAMPLES = 3;
  private static final int MAX_SHUFFLES = 127;
  private static final int NONE = -1;
  private static final Set<String> COLUMNS = Set.of("event", "list", "vacancy", "at", "person",
      "position", "shuffled");

  private final Map<String, CompetenceProfile> profiles;
  private final Map<String, Vacancy> vacancies;
  private final LeakCheck leaks;

  private final Names lists = new Names();
  private final Names people = new Names();
  private final Names shown = new Names();
  private final Names shuffles = new Names();

  /* By list. */
  private final IntList personOfList = new IntList();
  private final List<Instant> atOfList = new ArrayList<>();
  private final IntList lastOfList = new IntList();

  /* By impression, in the order read. */
  private final IntList listOf = new IntList();
  private final IntList vacancyOf = new IntList();
  private final IntList positionOf = new IntList();
  private final IntList eventOf = new IntList();
  private final IntList shuffleOf = new IntList();
  private final IntList previousInList = new IntList();

  private final Map<PortalEvent, Long> events = new EnumMap<>(PortalEvent.class);
  private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
  private final Map<Refusal, List<String>> examples = new EnumMap<>(Refusal.class);
  private long lines;

  /// @param profiles by id
  /// @param vacancies by id, as `source:key`
  public LogReading(Map<String, CompetenceProfile> profiles, Map<String, Vacancy> vacancies,
      LeakCheck leaks) {
    this.profiles = profiles;
    this.vacancies = vacancies;
    this.leaks = leaks;
  }

  /// Adds a file; those before it are read first.
  ///
  /// @throws TrainingDataException if it is not UTF-8, or no CSV though its name says so
  public void read(Path file) throws IOException {
    RowReader.read(file, LogLine.class, LogReading::ofCells, new RowReader.Rows<>() {
      @Override
      public void row(long line, LogLine row) {
        lines++;
        add(row).ifPresent(
            refusal -> refuse(refusal, file + ":" + line + ": " + refusal.words()));
      }

      @Override
      public void bad(long line, String problem) {
        lines++;
        refuse(Refusal.BAD_LINE, file + ":" + line + ": " + problem);
      }
    });
  }

  private static LogLine ofCells(Map<String, String> row) {
    Cells cells = new Cells(row);
    cells.requireKnown(COLUMNS);
    return new LogLine(cells.text("event"), cells.text("list"), cells.text("vacancy"),
        cells.instant("at"), cells.textOrNull("person"), cells.numberOrNull("position"),
        cells.textOrNull("shuffled"));
  }

  private void refuse(Refusal refusal, String example) {
    refused.merge(refusal, 1L, Long::sum);
    List<String> known = examples.computeIfAbsent(refusal, r -> new ArrayList<>());
    if (known.size() < EXAMPLES) {
      known.add(example);
    }
  }

  private Optional<Refusal> add(LogLine line) {
    Optional<PortalEvent> event = PortalEvent.ofCode(line.event());
    return event.isPresent() ? addEvent(line, event.get()) : addImpression(line);
  }

  private Optional<Refusal> addImpression(LogLine line) {
    String person = String.valueOf(line.person());
    CompetenceProfile profile = profiles.get(person);
    if (profile == null) {
      return Optional.of(Refusal.UNKNOWN_PERSON);
    }
    Vacancy vacancy = vacancies.get(line.vacancy());
    if (vacancy == null) {
      return Optional.of(Refusal.UNKNOWN_VACANCY);
    }
    Optional<Refusal> leak = leaks.refusal(profile, vacancy, line.at());
    if (leak.isPresent()) {
      return leak;
    }
    int list = lists.number(line.list());
    int number = shown.number(line.vacancy());
    if (list == personOfList.size()) {
      personOfList.add(people.number(person));
      atOfList.add(line.at());
      lastOfList.add(NONE);
    } else if (personOfList.at(list) != people.number(person)
        || !atOfList.get(list).equals(line.at()) || find(list, number) != NONE) {
      return Optional.of(Refusal.CONTRADICTION);
    }
    append(list, number, line.position(), line.shuffled());
    return Optional.empty();
  }

  private void append(int list, int vacancy, @Nullable Integer position,
      @Nullable String shuffled) {
    previousInList.add(lastOfList.at(list));
    lastOfList.put(list, listOf.size());
    listOf.add(list);
    vacancyOf.add(vacancy);
    positionOf.add(position == null ? 0 : position);
    eventOf.add(0);
    shuffleOf.add(shuffled == null ? 0 : shuffles.number(shuffled) + 1);
    if (shuffles.size() > MAX_SHUFFLES) {
      throw new TrainingDataException("the log names more than " + MAX_SHUFFLES
          + " ways to shuffle; expected a few, such as 1-10, and the same name for the same positions");
    }
  }

  private Optional<Refusal> addEvent(LogLine line, PortalEvent event) {
    int list = lists.find(line.list());
    int vacancy = shown.find(line.vacancy());
    int impression = list == NONE || vacancy == NONE ? NONE : find(list, vacancy);
    if (impression == NONE) {
      return Optional.of(Refusal.UNKNOWN_IMPRESSION);
    }
    if (line.at().isBefore(atOfList.get(list))) {
      return Optional.of(Refusal.EARLIER_EVENT);
    }
    eventOf.put(impression, Math.max(eventOf.at(impression), event.ordinal() + 1));
    events.merge(event, 1L, Long::sum);
    return Optional.empty();
  }

  /// @return the impression of a vacancy in a list, or NONE
  private int find(int list, int vacancy) {
    int impression = lastOfList.at(list);
    while (impression != NONE && vacancyOf.at(impression) != vacancy) {
      impression = previousInList.at(impression);
    }
    return impression;
  }

  /// The log so far.
  ///
  /// @throws TrainingDataException if no impression can be learnt from
  public ImpressionLog log() {
    LogReport report = new LogReport(lines, listOf.size(), events, refused, examples);
    if (listOf.size() == 0) {
      throw new TrainingDataException(
          "no impression of the " + lines + " lines can be learnt from; "
              + (examples.isEmpty()
                  ? "expected lines such as {\"event\":\"impression\",\"list\":\"q17\",…}"
                  : "refused, for example: " + examples.values().iterator().next().getFirst()));
    }
    int[] personRank = people.ranks();
    int[] order = IntStream.range(0, lists.size())
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(list -> personRank[personOfList.at(list)])
            .thenComparing(atOfList::get)
            .thenComparing(lists::name))
        .mapToInt(Integer::intValue)
        .toArray();
    return filled(order, personRank, report);
  }

  private ImpressionLog filled(int[] order, int[] personRank, LogReport report) {
    int[] person = new int[order.length];
    long[] at = new long[order.length];
    int[] starts = new int[order.length + 1];
    int[] vacancy = new int[listOf.size()];
    int[] position = new int[vacancy.length];
    byte[] event = new byte[vacancy.length];
    byte[] shuffle = new byte[vacancy.length];
    int[] vacancyRank = shown.ranks();
    int next = 0;
    for (int i = 0; i < order.length; i++) {
      int list = order[i];
      person[i] = personRank[personOfList.at(list)];
      at[i] = atOfList.get(list).toEpochMilli();
      List<Integer> rows = new ArrayList<>();
      for (int row = lastOfList.at(list); row != NONE; row = previousInList.at(row)) {
        rows.add(row);
      }
      rows.sort(Comparator.<Integer>comparingInt(positionOf::at)
          .thenComparingInt(row -> vacancyRank[vacancyOf.at(row)]));
      for (int row : rows) {
        vacancy[next] = vacancyRank[vacancyOf.at(row)];
        position[next] = positionOf.at(row);
        event[next] = (byte) eventOf.at(row);
        shuffle[next] = (byte) shuffleOf.at(row);
        next++;
      }
      starts[i + 1] = next;
    }
    return new ImpressionLog(people.sorted(), shown.sorted(), shuffles.inOrder(), person, at,
        starts, vacancy, position, event, shuffle, report);
  }

  /// Names by number, in the order in which they came.
  private static final class Names {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(String name) {
      Integer known = numbers.putIfAbsent(name, names.size());
      if (known == null) {
        names.add(name);
        return names.size() - 1;
      }
      return known;
    }

    /// @return NONE where nobody has it
    int find(String name) {
      return numbers.getOrDefault(name, NONE);
    }

    String name(int number) {
      return names.get(number);
    }

    int size() {
      return names.size();
    }

    List<String> inOrder() {
      return names;
    }

    List<String> sorted() {
      return names.stream().sorted().toList();
    }

    /// The place of each number among the sorted names.
    int[] ranks() {
      List<String> sorted = sorted();
      int[] ranks = new int[sorted.size()];
      for (int rank = 0; rank < ranks.length; rank++) {
        ranks[numbers.getOrDefault(sorted.get(rank), 0)] = rank;
      }
      return ranks;
    }
  }
}
