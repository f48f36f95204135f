package org.metier.training.judgment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metier.profile.CompetenceProfile;
import org.metier.vacancy.Vacancy;

/// Counsellors' ratings, one grade per person and vacancy: the median of what its counsellors gave, the lower of
/// the two in the middle. Positions do not matter to them: a counsellor looks at all that is rated. Immutable.
///
/// @param byPerson person to vacancy to what was thought of it
/// @param read ratings that were read and used
/// @param refused how many lines each reason refused
/// @param examples the first places of each reason
/// @param agreement mean distance of a rating from the grade that its pair got, in grades; 0 when each pair
///     has one rating
public record Ratings(SortedMap<String, SortedMap<String, Rated>> byPerson, long read,
    Map<Refusal, Long> refused, Map<Refusal, List<String>> examples, double agreement) {
  /// Nobody rated anything.
  public static final Ratings NONE = new Ratings(new TreeMap<>(), 0, Map.of(), Map.of(), 0);

  private static final Set<String> COLUMNS = Set.of("person", "vacancy", "by", "grade", "at");
  private static final int EXAMPLES = 3;

  /// @param at the latest rating of the pair
  public record Rated(int grade, Instant at) {}

  /// Reads JSON Lines of [Rating]s, or CSV with these columns.
  public static Ratings read(Path file, Map<String, CompetenceProfile> profiles,
      Map<String, Vacancy> vacancies, LeakCheck leaks) throws IOException {
    Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
    Map<Refusal, List<String>> examples = new EnumMap<>(Refusal.class);
    SortedMap<String, SortedMap<String, List<Rating>>> all = new TreeMap<>();
    RowReader.read(file, Rating.class, Ratings::ofCells, new RowReader.Rows<>() {
      @Override
      public void row(long line, Rating row) {
        Optional<Refusal> refusal = refusal(row, profiles, vacancies, leaks);
        if (refusal.isPresent()) {
          refuse(refusal.get(), line, refusal.get().words());
        } else {
          all.computeIfAbsent(row.person(), p -> new TreeMap<>())
              .computeIfAbsent(row.vacancy(), v -> new ArrayList<>())
              .add(row);
        }
      }

      @Override
      public void bad(long line, String problem) {
        refuse(Refusal.BAD_LINE, line, problem);
      }

      private void refuse(Refusal refusal, long line, String problem) {
        refused.merge(refusal, 1L, Long::sum);
        List<String> known = examples.computeIfAbsent(refusal, r -> new ArrayList<>());
        if (known.size() < EXAMPLES) {
          known.add(file + ":" + line + ": " + problem);
        }
      }
    });
    return of(all, refused, examples);
  }

  private static Rating ofCells(Map<String, String> row) {
    Cells cells = new Cells(row);
    cells.requireKnown(COLUMNS);
    return new Rating(cells.text("person"), cells.text("vacancy"), cells.text("by"),
        cells.number("grade"), cells.instant("at"));
  }

  private static Optional<Refusal> refusal(Rating row, Map<String, CompetenceProfile> profiles,
      Map<String, Vacancy> vacancies, LeakCheck leaks) {
    CompetenceProfile profile = profiles.get(row.person());
    if (profile == null) {
      return Optional.of(Refusal.UNKNOWN_PERSON);
    }
    Vacancy vacancy = vacancies.get(row.vacancy());
    return vacancy == null
        ? Optional.of(Refusal.UNKNOWN_VACANCY)
        : leaks.refusal(profile, vacancy, row.at());
  }

  private static Ratings of(SortedMap<String, SortedMap<String, List<Rating>>> all,
      Map<Refusal, Long> refused, Map<Refusal, List<String>> examples) {
    SortedMap<String, SortedMap<String, Rated>> grades = new TreeMap<>();
    long read = 0;
    double distance = 0;
    for (Map.Entry<String, SortedMap<String, List<Rating>>> person : all.entrySet()) {
      SortedMap<String, Rated> own = new TreeMap<>();
      for (Map.Entry<String, List<Rating>> pair : person.getValue().entrySet()) {
        Rated rated = median(pair.getValue());
        own.put(pair.getKey(), rated);
        read += pair.getValue().size();
        distance += pair.getValue()
            .stream()
            .mapToInt(rating -> Math.abs(rating.grade() - rated.grade()))
            .sum();
      }
      grades.put(person.getKey(), own);
    }
    return new Ratings(grades, read, refused, examples, read == 0 ? 0 : distance / read);
  }

  private static Rated median(List<Rating> ratings) {
    List<Integer> grades = ratings.stream().map(Rating::grade).sorted().toList();
    Instant latest = ratings.stream()
        .map(Rating::at)
        .max(Comparator.naturalOrder())
        .orElseThrow();
    return new Rated(grades.get((grades.size() - 1) / 2), latest);
  }
}
