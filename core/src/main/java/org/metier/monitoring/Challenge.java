package org.metier.monitoring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metier.audit.AuditLog;
import org.metier.audit.RecordPlace;
import org.metier.audit.internal.PersonSecret;
import org.metier.monitoring.DueOutcomes.Due;

/// A challenger beside the champion that scored people in service, on those of them whose outcome is due.
///
/// @param question code of what both forecast
/// @param champion hash of the model whose scores stand in the log
/// @param challenger its hash, or where its scores come from
/// @param compared people whom both scored
/// @param unscored people whom the challenger did not score, or whose inputs are not kept
/// @param sides null when too few could be compared
public record Challenge(String question, String champion, String challenger, int compared,
    int unscored, @Nullable SideBySide sides, Verdict verdict) {
  /// Fewer people tell nothing.
  public static final int LEAST = 50;
  /// Of either outcome.
  public static final int LEAST_OF_EITHER = 10;

  /// What the comparison says.
  public enum Verdict {
    /// Fewer than 50 people, or 10 with either outcome.
    TOO_FEW,
    /// The challenger forecasts better, by more than chance explains.
    BETTER,
    /// The challenger forecasts worse, by more than chance explains.
    WORSE,
    /// Chance may explain the difference.
    ALIKE
  }

  /// @param challenger what to call it
  /// @param chance of the same outcome, 0 to 1, by the challenger; empty where it says none
  /// @param seed of the paired tests
  public static Challenge of(DueOutcomes outcomes, String challenger,
      Function<Due, OptionalDouble> chance, long seed) {
    List<Due> both = new ArrayList<>();
    List<Double> chances = new ArrayList<>();
    for (Due due : outcomes.due()) {
      chance.apply(due).ifPresent(value -> {
        both.add(due);
        chances.add(value);
      });
    }
    long came = both.stream().filter(Due::came).count();
    boolean isEnough = both.size() >= LEAST && came >= LEAST_OF_EITHER
        && both.size() - came >= LEAST_OF_EITHER;
    SideBySide sides = isEnough ? sides(both, chances, seed) : null;
    return new Challenge(outcomes.question(), outcomes.model(), challenger, both.size(),
        outcomes.due().size() - both.size(), sides, verdict(sides));
  }

  private static SideBySide sides(List<Due> both, List<Double> chances, long seed) {
    boolean[] came = new boolean[both.size()];
    for (int i = 0; i < came.length; i++) {
      came[i] = both.get(i).came();
    }
    return SideBySide.of(both.stream().mapToDouble(Due::chance).toArray(),
        chances.stream().mapToDouble(Double::doubleValue).toArray(), came, seed);
  }

  private static Verdict verdict(@Nullable SideBySide sides) {
    if (sides == null) {
      return Verdict.TOO_FEW;
    }
    return sides.brier().interval().low() > 0
        ? Verdict.BETTER
        : sides.brier().interval().high() < 0 ? Verdict.WORSE : Verdict.ALIKE;
  }

  /// What people were scored from, as the log sealed it, so that a challenger can be asked about the very same. Costs a
  /// look at every key, and a decryption each.
  ///
  /// @return by person; empty where it is not kept
  public static Function<Due, Optional<String>> inputs(AuditLog log, DueOutcomes outcomes) {
    Map<String, @Nullable PersonSecret> secrets = new HashMap<>();
    outcomes.due().forEach(due -> secrets.put(due.pseudonym(), null));
    log.keys().forEach(secret -> secrets.replace(secret.pseudonym(), secret));
    return due -> {
      PersonSecret secret = secrets.get(due.pseudonym());
      RecordPlace place = due.inputs();
      return secret == null || place == null
          ? Optional.empty()
          : log.opened(place, secret).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    };
  }
}
