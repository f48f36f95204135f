package org.metier.rights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long something that is held on a person is kept.
///
/// @param what a code: `profile`, `alerts`, `oversight`, `decisions`, `log`, `membership`, or the name of a [PersonStore]
/// @param since when it was last written, or the oldest of it; null when that is not known
/// @param until when it is due to be deleted; null when it is kept until the person asks
/// @param setBy file or setting that says so; empty when nothing does
public record Kept(String what, @Nullable Instant since, @Nullable Instant until, String setBy) {}
