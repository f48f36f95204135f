package org.metier.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// Finds the alerts that a vacancy meets: exactly those all of whose conditions it meets.
///
/// An inverted index of the alerts' own conditions: each alert is filed under the rarest of its
/// occupations, skills or words, together with the cells of a grid that its circle touches. A vacancy looks
/// up what it has, and what it finds there is verified condition by condition.
///
/// Thread-safe: any number of threads may match while one adds or removes; a match sees the alerts of one
/// moment. Matching takes time in proportion to the words of the vacancy (only if alerts ask for words in
/// its language) and to the alerts found under its terms. Adding is cheapest in bulk; one by one it costs a
/// logarithmic number of rewrites of each alert. An alert takes about half a kilobyte of memory.
public final class AlertMatcher {
  /// A segment is merged with the one before it, unless that is so many times larger.
  private static final int GROWTH = 4;

  private final TermNumbers terms;
  private final TextAnalyzer analyzer;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile State state = new State(List.of(), 0, 0);

  /// @param removed one bit for each alert of the segment that is there no more
  @SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost what this saves
  private record Part(AlertSegment segment, long[] removed, int size) {}

  private record State(List<Part> parts, int size, int levels) {
    static State of(List<Part> parts) {
      int size = 0;
      int levels = 0;
      for (Part part : parts) {
        size += part.size;
        levels |= part.segment.levels();
      }
      return new State(List.copyOf(parts), size, levels);
    }
  }

  private AlertMatcher(Taxonomy taxonomy, TextAnalyzer analyzer) {
    terms = new TermNumbers(taxonomy);
    this.analyzer = analyzer;
  }

  /// A matcher without alerts.
  ///
  /// @param taxonomy that vacancies and alerts were coded with
  public static AlertMatcher over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new AlertMatcher(taxonomy, analyzer);
  }

  public int size() {
    return state.size;
  }

  /// Adds alerts, each in place of an earlier one of the same id; of two with one id the last stays.
  ///
  /// @throws IllegalArgumentException if an alert asks for a word without a letter or digit; then none is
  ///     added
  public void add(Collection<Alert> alerts) {
    Map<String, CompiledAlert> compiled = new LinkedHashMap<>();
    for (Alert alert : alerts) {
      compiled.put(alert.id(), CompiledAlert.of(alert, terms, analyzer));
    }
    if (compiled.isEmpty()) {
      return;
    }
    writing.lock();
    try {
      List<Part> parts = without(compiled.keySet());
      List<CompiledAlert> added = new ArrayList<>(compiled.values());
      while (!parts.isEmpty() && parts.getLast().size < GROWTH * added.size()) {
        addLive(parts.removeLast(), added);
      }
      AlertSegment segment = AlertSegment.of(added, terms);
      parts.add(new Part(segment, bits(segment), segment.size()));
      state = State.of(parts);
    } finally {
      writing.unlock();
    }
  }

  /// @return whether there was such an alert
  public boolean remove(String id) {
    return remove(List.of(id)) > 0;
  }

  /// @return how many of these alerts there were
  public int remove(Collection<String> ids) {
    writing.lock();
    try {
      int before = state.size;
      state = State.of(without(ids));
      return before - state.size;
    } finally {
      writing.unlock();
    }
  }

  private List<Part> without(Collection<String> ids) {
    List<Part> parts = new ArrayList<>();
    for (Part part : state.parts) {
      long[] removed = part.removed.clone();
      int size = part.size;
      for (String id : ids) {
        int alert = part.segment.find(id);
        if (alert >= 0 && (removed[alert / Long.SIZE] & 1L << alert) == 0) {
          removed[alert / Long.SIZE] |= 1L << alert;
          size--;
        }
      }
      if (size == 0) {
        continue;
      }
      Part left = new Part(part.segment, removed, size);
      parts.add(2 * size < part.segment.size() ? compacted(left) : left);
    }
    return parts;
  }

  private Part compacted(Part part) {
    List<CompiledAlert> live = new ArrayList<>();
    addLive(part, live);
    AlertSegment segment = AlertSegment.of(live, terms);
    return new Part(segment, bits(segment), segment.size());
  }

  private static void addLive(Part part, List<CompiledAlert> alerts) {
    for (int alert = 0; alert < part.segment.size(); alert++) {
      if ((part.removed[alert / Long.SIZE] & 1L << alert) == 0) {
        alerts.add(part.segment.alert(alert));
      }
    }
  }

  private static long[] bits(AlertSegment segment) {
    return new long[segment.size() / Long.SIZE + 1];
  }

  /// The ids of all alerts that the vacancy meets, in order.
  public List<String> match(Vacancy vacancy) {
    State now = state;
    List<String> ids = new ArrayList<>();
    if (now.size == 0) {
      return ids;
    }
    VacancyTerms numbers = new VacancyTerms(vacancy, terms, analyzer, now.levels);
    for (Part part : now.parts) {
      IntList found = part.segment.match(numbers, part.removed);
      for (int i = 0; i < found.size(); i++) {
        ids.add(part.segment.id(found.get(i)));
      }
    }
    if (now.parts.size() > 1) {
      ids.sort(null);
    }
    return ids;
  }
}
