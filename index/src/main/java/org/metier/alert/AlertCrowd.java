package org.metier.alert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.metier.alert.internal.AlertView;
import org.metier.alert.internal.SavedAlert;
import org.metier.json.Json;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// All stored alerts, ready to be matched: follows the store, whoever wrote to it. Not thread-safe.
final class AlertCrowd {
  private static final int CHUNK = 10_000;

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  /// Null before the first delivery.
  private @Nullable AlertMatcher matcher;
  private Map<String, Member> members = new HashMap<>();
  private long generation = -1;

  /// What a delivery needs to know of an alert.
  ///
  /// @param after arrivals up to this sequence number are not for it
  record Member(String id, String owner, int number, long after) {}

  AlertCrowd(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
  }

  /// @throws IllegalArgumentException if the alert could not be matched
  void check(Alert alert) {
    CompiledAlert.requireWords(alert, analyzer);
  }

  /// Reads the alerts anew if the store has changed.
  void follow(AlertView view) throws IOException {
    if (isAt(view)) {
      return;
    }
    AlertMatcher fresh = AlertMatcher.over(taxonomy, analyzer);
    Map<String, Member> known = new HashMap<>();
    List<Alert> chunk = new ArrayList<>();
    view.forEachAlert(saved -> {
      known.put(saved.id(), member(saved));
      chunk.add(Json.read(saved.json(), Alert.class));
      if (chunk.size() == CHUNK) {
        fresh.add(chunk);
        chunk.clear();
      }
    });
    fresh.add(chunk);
    matcher = fresh;
    members = known;
    generation = view.generation();
  }

  private static Member member(SavedAlert saved) {
    return new Member(saved.id(), saved.owner(), saved.number(), saved.after());
  }

  /// Whether it holds the alerts of this commit.
  boolean isAt(AlertView view) throws IOException {
    return matcher != null && view.generation() == generation;
  }

  /// Its alerts are those of this commit.
  void moveTo(AlertView view) throws IOException {
    generation = view.generation();
  }

  void put(List<SavedAlert> saved, Collection<Alert> alerts) {
    Objects.requireNonNull(matcher).add(alerts);
    saved.forEach(alert -> members.put(alert.id(), member(alert)));
  }

  void remove(Collection<String> ids) {
    Objects.requireNonNull(matcher).remove(ids);
    ids.forEach(members::remove);
  }

  List<Member> met(Vacancy vacancy) {
    return Objects.requireNonNull(matcher)
        .match(vacancy)
        .stream()
        .map(id -> Objects.requireNonNull(members.get(id)))
        .toList();
  }
}
