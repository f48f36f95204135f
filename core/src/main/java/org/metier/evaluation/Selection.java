package org.metier.evaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.Meaning;

/// Who is selected by score, and who decided that.
///
/// @param meaning of being selected, and of the outcome
/// @param rule in words, such as `the 200 people with the highest need each month`
/// @param setBy role or pseudonym of whoever set it, never a name; empty when nobody did yet
/// @param setAt null when nobody did yet
/// @param reason why so; null when none was given
public record Selection(Meaning meaning, String rule, String setBy, @Nullable Instant setAt,
    @Nullable String reason) {}
