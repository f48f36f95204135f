/// Tells which advertisements are about the same vacancy, says why, and keeps them in clusters: text
/// signatures, vetoes of single fields, explained decisions, stable representatives. Knows no index; who
/// has one implements [AdvertStore].
@NullMarked
package org.metier.duplicate;

import org.jspecify.annotations.NullMarked;
