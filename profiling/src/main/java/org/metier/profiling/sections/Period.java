package org.metier.profiling.sections;

import org.metier.profile.DateRange;
import org.metier.text.Span;

/// A period found in a text.
///
/// @param isRange whether it has two ends or goes on; a lone date is none
record Period(DateRange range, Span span, boolean isRange) {}
