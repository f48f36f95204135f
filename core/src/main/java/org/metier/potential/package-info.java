/// The chance of a person to find work within a horizon: what is declared about it, asked, scored, explained and
/// decided. Scores without any training library; knows neither the index nor CVs.
@NullMarked
package org.metier.potential;

import org.jspecify.annotations.NullMarked;
