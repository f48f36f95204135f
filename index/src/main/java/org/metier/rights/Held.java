package org.metier.rights;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.alert.Alert;
import org.metier.audit.TrainedModel;
import org.metier.oversight.Case;
import org.metier.profile.CompetenceProfile;

/// All that is held on a person, at one moment. Immutable.
///
/// @param person id that the portal gave them
/// @param profile null when none is stored
/// @param profileSince when the profile was stored; null when there is none, or that was not kept
/// @param delivered how many vacancies are remembered to have been delivered to their alerts
/// @param cases what was said of their scores
/// @param decisions entries of the audit log, oldest first
/// @param models that were trained with their data
/// @param others JSON of each [PersonStore] that holds something, by its name
/// @param kept how long each of it is kept
public record Held(String person, Instant at, @Nullable CompetenceProfile profile,
    @Nullable Instant profileSince, List<Alert> alerts, int delivered, List<Case> cases,
    List<HeldDecision> decisions, List<TrainedModel> models, Map<String, String> others,
    List<Kept> kept) {
  public Held {
    alerts = List.copyOf(alerts);
    cases = List.copyOf(cases);
    decisions = List.copyOf(decisions);
    models = List.copyOf(models);
    others = Collections.unmodifiableMap(new TreeMap<>(others));
    kept = List.copyOf(kept);
  }

  /// Whether nothing at all is held.
  public boolean isNothing() {
    return profile == null && alerts.isEmpty() && cases.isEmpty() && decisions.isEmpty()
        && models.isEmpty() && others.isEmpty();
  }
}
