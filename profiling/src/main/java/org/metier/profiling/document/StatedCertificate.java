package org.metier.profiling.document;

import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.text.Span;

/// A certificate that a CV states.
///
/// @param title where it is named
/// @param issuer where the issuer is named; null when it is not
/// @param period from the award to the end of its validity, as far as these are said; null when neither is
public record StatedCertificate(Span title, @Nullable Span issuer, @Nullable DateRange period) {}
