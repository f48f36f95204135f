package org.metier.index;

import java.time.Instant;
import org.metier.match.Matches;
import org.metier.match.condition.Conditions;
import org.metier.profile.CompetenceProfile;

/// Matches with how they came about.
///
/// @param at the moment for which it was ranked
/// @param index names the commit that the candidates were read from, such as `generation-000002/17`
public record Matched(CompetenceProfile profile, Conditions conditions, Instant at, String index,
    Matches matches) {}
