package org.metier.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.allocation.Prices;
import org.metier.json.Json;
import org.metier.match.Match;
import org.metier.match.Policy;
import org.metier.match.condition.Conditions;
import org.metier.match.reason.Reason;
import org.metier.profile.CompetenceProfile;

/// All that the scores of a ranking that was shown were computed from, but for model and taxonomy, which are named. Kept
/// sealed with the key of the person. Immutable.
///
/// @param at the moment for which it was ranked
/// @param taxonomy id of the taxonomy
/// @param prices those of the vacancies shown
/// @param shown in the order shown
record RankingInputs(Instant at, String taxonomy, CompetenceProfile profile,
    Conditions conditions, Policy policy, @Nullable Prices prices, List<Candidate> shown) {
  /// A vacancy that was shown.
  ///
  /// @param id `source:key`
  /// @param row what ranking looked at of it, in Base64
  record Candidate(String id, String row) {
    byte[] bytes() {
      return Base64.getDecoder().decode(row);
    }
  }

  RankingInputs {
    shown = List.copyOf(shown);
  }

  /// The prices of some matches, as their reasons have them.
  ///
  /// @return null where no match has one
  static @Nullable Prices prices(List<Match> matches) {
    Map<String, Double> prices = new TreeMap<>();
    String id = "";
    for (Match match : matches) {
      for (Reason reason : match.reasons()) {
        if (reason instanceof Reason.Crowding(String name, double contribution)) {
          id = name;
          prices.put(match.vacancy().id().toString(), -contribution);
        }
      }
    }
    return prices.isEmpty() ? null : new Prices(id, Instant.EPOCH, 0, prices);
  }

  Prices pricesOrNone() {
    return prices == null ? Prices.NONE : prices;
  }

  byte[] toBytes() {
    return Json.write(this).getBytes(StandardCharsets.UTF_8);
  }

  /// @throws IllegalArgumentException if the bytes are no inputs of a ranking
  static RankingInputs of(byte[] bytes) {
    return Json.read(new String(bytes, StandardCharsets.UTF_8), RankingInputs.class);
  }
}
