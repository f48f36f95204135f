package org.metier.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.audit.AuditEntry;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditLog;
import org.metier.monitoring.DueOutcomes.Due;

/// Finds scores in an audit log whose outcome is due, and brings the two together. Costs two readings of the log, and
/// holds a pseudonym for each person that was scored.
///
/// @param question code of what was scored; null for the only one in the log
/// @param model hash or its beginning; null for the last model of which an outcome is due, or else the last of all
/// @param weeks after which an outcome is due; null for what the question's code says, such as `potential-26w`
/// @param now outcomes that are due later are left for later
public record OutcomeSearch(@Nullable String question, @Nullable String model,
    @Nullable Integer weeks, Instant now) {
  private static final Pattern HORIZON = Pattern.compile("-(\\d{1,3})w(/|$)");

  public OutcomeSearch {
    if (weeks != null && (weeks < 0 || weeks > 520)) {
      throw new IllegalArgumentException("weeks must be 0 to 520, was " + weeks);
    }
  }

  /// Outcomes that a file says.
  ///
  /// @return empty when the log has no score at all, or none of the question
  /// @throws IllegalArgumentException if it is not clear which scores are meant; the message says what there is
  public Optional<DueOutcomes> in(AuditLog log, OutcomeFile file) {
    return search(log, file);
  }

  /// Outcomes that were told to [org.metier.oversight.Oversight#happened] and stand in the log itself.
  ///
  /// @return empty when the log has no score at all, or none of the question
  /// @throws IllegalArgumentException if it is not clear which scores are meant; the message says what there is
  public Optional<DueOutcomes> in(AuditLog log) {
    return search(log, null);
  }

  private Optional<DueOutcomes> search(AuditLog log, @Nullable OutcomeFile file) {
    Map<String, Map<String, Instant>> newest = new LinkedHashMap<>();
    log.forEach(entry -> {
      if (entry.event() instanceof AuditEvent.Scored scored && !entry.at().isAfter(now)) {
        Map<String, Instant> ofQuestion = newest.computeIfAbsent(scored.question(),
            q -> new LinkedHashMap<>());
        ofQuestion.remove(scored.model());
        ofQuestion.put(scored.model(), entry.at());
      }
    });
    if (newest.isEmpty() || (question != null && !newest.containsKey(question))) {
      return Optional.empty();
    }
    String asked = question(newest.keySet());
    int horizon = horizonWeeks(asked);
    Instant lastDue = now.minus(Duration.ofDays(7L * horizon));
    Map<String, Instant> models = newest.getOrDefault(asked, Map.of());
    String chosen = model(asked, models, lastDue, log, horizon);
    Reading reading = new Reading(asked, chosen, lastDue, log, file);
    log.forEach(reading::read);
    return Optional.of(new DueOutcomes(asked, chosen, horizon, reading.due(),
        reading.account(horizon,
            models.keySet().stream().filter(hash -> !hash.equals(chosen)).toList())));
  }

  private String question(Set<String> found) {
    if (question == null && found.size() > 1) {
      throw new IllegalArgumentException(
          "the log has scores of several questions; name one of " + found);
    }
    return question == null ? found.iterator().next() : question;
  }

  private int horizonWeeks(String asked) {
    if (weeks != null) {
      return weeks;
    }
    Matcher horizon = HORIZON.matcher(asked);
    if (!horizon.find()) {
      throw new IllegalArgumentException(
          "the question \"" + asked + "\" does not say after how many"
              + " weeks its outcome is due, as potential-26w does; name them");
    }
    return Integer.parseInt(horizon.group(1));
  }

  /// @param models in the order of their last score
  private String model(String asked, Map<String, Instant> models, Instant lastDue, AuditLog log,
      int horizon) {
    String wanted = model;
    List<String> all = List.copyOf(models.keySet());
    if (wanted != null) {
      List<String> meant = all.stream().filter(hash -> hash.startsWith(wanted)).toList();
      if (meant.size() != 1) {
        throw new IllegalArgumentException((meant.isEmpty() ? "no" : "more than one")
            + " model with scores of " + asked + " begins with " + wanted + "; there are " + all);
      }
      return meant.getFirst();
    }
    if (all.size() > 1 && horizon > 0) {
      Set<String> withDue = new HashSet<>();
      log.forEach(entry -> {
        if (entry.event() instanceof AuditEvent.Scored scored && scored.question().equals(asked)
            && !entry.at().isAfter(lastDue)) {
          withDue.add(scored.model());
        }
      });
      return all.reversed().stream().filter(withDue::contains).findFirst().orElse(all.getLast());
    }
    return all.getLast();
  }

  /// One reading of a log. Not thread-safe.
  private static final class Reading {
    private final String question;
    private final String model;
    private final Instant lastDue;
    private final AuditLog log;
    private final @Nullable OutcomeFile file;
    private final Map<String, List<Wanted>> wanted = new HashMap<>();
    private final Map<Case, Boolean> heard = new HashMap<>();
    private final Map<Case, Due> shown = new LinkedHashMap<>();
    private final Map<String, Due> first = new LinkedHashMap<>();
    private final Map<String, Due> last = new HashMap<>();
    private int unscored;

    /// What staff are asked about: a question, such as `potential-26w/2026-03`, and a person.
    private record Case(String pseudonym, String question) {}

    /// An outcome that looks for its score.
    private static final class Wanted {
      private final OutcomeFile.Row row;
      private @Nullable Due found;

      Wanted(OutcomeFile.Row row) {
        this.row = row;
      }

      boolean hasBegun(Due score) {
        LocalDate began = row.began();
        return began == null
            || !score.scoredAt().isBefore(began.atStartOfDay(ZoneOffset.UTC).toInstant());
      }

      LocalDate began() {
        LocalDate began = row.began();
        return began == null ? LocalDate.MIN : began;
      }
    }

    Reading(String question, String model, Instant lastDue, AuditLog log,
        @Nullable OutcomeFile file) {
      this.question = question;
      this.model = model;
      this.lastDue = lastDue;
      this.log = log;
      this.file = file;
      if (file != null) {
        for (OutcomeFile.Row row : file.rows()) {
          log.keys()
              .find(row.id())
              .ifPresentOrElse(secret -> wanted
                  .computeIfAbsent(secret.pseudonym(), p -> new ArrayList<>())
                  .add(new Wanted(row)), () -> unscored++);
        }
        wanted.values()
            .forEach(rows -> rows.sort(Comparator.comparing(Wanted::began).reversed()));
      }
    }

    void read(AuditEntry entry) {
      switch (entry.event()) {
        case AuditEvent.Scored e when e.question().equals(question) && e.model().equals(model) ->
          score(new Due(entry.n(), entry.at(), e.pseudonym(), e.score(), false, e.record()));
        case AuditEvent.Revealed e when isOf(e.question()) && e.model().equals(model) ->
          shown.putIfAbsent(new Case(e.pseudonym(), e.question()),
              last.getOrDefault(e.pseudonym(), new Due(entry.n(), entry.at(), e.pseudonym(),
                  e.chance(), false, null)));
        case AuditEvent.Happened e when isOf(e.question()) ->
          heard.put(new Case(e.pseudonym(), e.question()), e.isPositive());
        case AuditEvent.Scored _,AuditEvent.Happened _,AuditEvent.Begun _,AuditEvent.Abstained _,AuditEvent.Ranked _,AuditEvent.Rated _,AuditEvent.Revealed _,AuditEvent.Overridden _,AuditEvent.OverrideLifted _,AuditEvent.Disagreed _,AuditEvent.ModelChanged _,AuditEvent.Erased _,AuditEvent.Exported _,AuditEvent.Purged _,AuditEvent.Recovered _ -> {
          // says nothing of a forecast
        }
      }
    }

    /// Cases have the code of the question, and more behind a slash where it is asked anew.
    private boolean isOf(String asked) {
      return asked.equals(question) || asked.startsWith(question + "/");
    }

    /// A score is about the last spell that had begun, and the first of them counts.
    private void score(Due score) {
      first.putIfAbsent(score.pseudonym(), score);
      last.put(score.pseudonym(), score);
      wanted.getOrDefault(score.pseudonym(), List.of())
          .stream()
          .filter(spell -> spell.hasBegun(score))
          .findFirst()
          .filter(spell -> spell.found == null)
          .ifPresent(spell -> spell.found = score);
    }

    private boolean isDue(Due score) {
      return !score.scoredAt().isAfter(lastDue);
    }

    List<Due> due() {
      List<Due> due = new ArrayList<>();
      if (file == null) {
        shown.forEach((asked, score) -> {
          Boolean came = heard.get(asked);
          if (came != null && isDue(score)) {
            due.add(with(score, came));
          }
        });
      }
      for (List<Wanted> ofPerson : wanted.values()) {
        for (Wanted one : ofPerson) {
          if (one.found != null && isDue(one.found)) {
            due.add(with(one.found, one.row.came()));
          }
        }
      }
      due.sort(Comparator.comparingLong(Due::entry));
      return due;
    }

    private static Due with(Due score, boolean came) {
      return new Due(score.entry(), score.scoredAt(), score.pseudonym(), score.chance(), came,
          score.inputs());
    }

    DueOutcomes.Account account(int horizonWeeks, List<String> otherModels) {
      Set<String> known = new HashSet<>(wanted.keySet());
      if (file == null) {
        shown.keySet().stream().filter(heard::containsKey).forEach(c -> known.add(c.pseudonym()));
      }
      Set<String> without = new TreeSet<>();
      int notDue = 0;
      Instant firstDue = null;
      for (Due score : first.values()) {
        if (!isDue(score)) {
          notDue++;
          firstDue = firstDue == null
              ? score.scoredAt().plus(Duration.ofDays(7L * horizonWeeks))
              : firstDue;
        } else if (!known.contains(score.pseudonym())) {
          without.add(score.pseudonym());
        }
      }
      Set<String> living = new HashSet<>();
      if (!without.isEmpty()) {
        log.keys().forEach(secret -> living.add(secret.pseudonym()));
      }
      int erased = (int) without.stream().filter(person -> !living.contains(person)).count();
      long lost = wanted.values()
          .stream()
          .flatMap(List::stream)
          .filter(one -> one.found == null)
          .count();
      return new DueOutcomes.Account(first.size(), notDue, firstDue, without.size() - erased,
          erased, unscored + (int) lost, file == null ? 0 : file.unknown(),
          file == null ? Map.of() : file.rejected(), file == null ? List.of() : file.problems(),
          otherModels);
    }
  }
}
